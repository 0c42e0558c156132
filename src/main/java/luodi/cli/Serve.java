package luodi.cli;

import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Serves the ground that is published. */
@Command(
    name = "serve",
    description = "Serves the ground that is published.",
    mixinStandardHelpOptions = true)
final class Serve implements Callable<Integer> {
  @Option(names = "--port", description = "Port to listen on (default 8080; 0 takes a free one).")
  private Integer port;

  @Mixin private GroundOptions at;

  @Mixin private LawOptions law;

  @Option(names = "--show-settings", description = "Prints the settings in force and ends.")
  private boolean showSettings;

  @Override
  public Integer call() throws InterruptedException {
    TreeMap<String, String> flags = new TreeMap<>();
    Luodi.flag(flags, "LUODI_PORT", port);
    law.put(flags);
    Settings settings = at.settings(flags);
    if (showSettings) {
      System.out.println(settings.shown());
      return 0;
    }
    Wiring wiring = new Wiring(settings, System.err);
    wiring.serve(wiring::storedGround);
    return 0;
  }
}
