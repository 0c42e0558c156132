package luodi.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Serves the ground in the data directory. */
@Command(
    name = "serve",
    description = "Serves the ground in the data directory.",
    mixinStandardHelpOptions = true)
final class Serve implements Callable<Integer> {
  @Option(names = "--port", description = "Port to listen on (default 8080; 0 takes a free one).")
  private Integer port;

  @Option(names = "--data", description = "Data directory (default: data).")
  private Path data;

  @Option(
      names = "--packs",
      split = ",",
      paramLabel = "FILE|DIR",
      description = "Packs of rules over the national rulebook; may come often.")
  private List<Path> packs;

  @Option(names = "--show-settings", description = "Prints the settings in force and ends.")
  private boolean showSettings;

  @Override
  public Integer call() throws InterruptedException {
    TreeMap<String, String> flags = new TreeMap<>();
    Luodi.flag(flags, "LUODI_PORT", port);
    Luodi.flag(flags, "LUODI_DATA", data);
    Luodi.flag(flags, "LUODI_PACKS", packs);
    Settings settings = Settings.of(flags, System.getenv());
    if (showSettings) {
      System.out.println(settings.shown());
      return 0;
    }
    Wiring wiring = new Wiring(settings, System.err);
    wiring.serve(wiring::storedGround);
    return 0;
  }
}
