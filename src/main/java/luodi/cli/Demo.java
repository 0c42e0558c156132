package luodi.cli;

import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Makes or loads the demo ground and serves it. */
@Command(
    name = "demo",
    description = "Makes the demo ground if there is none, and serves it.",
    mixinStandardHelpOptions = true)
final class Demo implements Callable<Integer> {
  @Option(names = "--port", description = "Port to listen on (default 8080; 0 takes a free one).")
  private Integer port;

  @Mixin private GroundOptions at;

  @Mixin private LawOptions law;

  @Option(
      names = "--scale",
      description =
          "small: four provinces; national: all; or province codes, comma between. Default: what lies in the data directory, else small.")
  private String scale;

  @Option(
      names = "--vertices",
      description = "Mean number of vertices of a control unit (default 100; real ones have 575).")
  private Integer vertices;

  @Override
  public Integer call() throws InterruptedException {
    TreeMap<String, String> flags = new TreeMap<>();
    Luodi.flag(flags, "LUODI_PORT", port);
    law.put(flags);
    Settings settings = at.settings(flags);
    Wiring wiring = new Wiring(settings, System.err);
    wiring.serve(
        () -> wiring.demoGround(Optional.ofNullable(scale), Optional.ofNullable(vertices)));
    return 0;
  }
}
