package luodi.cli;

import java.nio.file.Path;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import luodi.synthetic.Options;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Makes the synthetic ground with its answer key. */
@Command(
    name = "synthesize",
    description = "Makes the synthetic ground with its answer key: same seed, same bytes.",
    mixinStandardHelpOptions = true)
final class Synthesize implements Callable<Integer> {
  @Option(
      names = "--scale",
      description =
          "small (default): four provinces; national: all; or province codes, comma between.")
  private String scale = "small";

  @Option(names = "--seed", description = "Any whole number.")
  private Long seed;

  @Option(
      names = "--vertices",
      description = "Mean number of vertices of a control unit (default 100; real ones have 575).")
  private int vertices = Options.USUAL_VERTICES;

  @Option(
      names = "--out",
      required = true,
      description = "Directory for ground.gpkg, spots.jsonl and plots.jsonl.")
  private Path out;

  @Override
  public Integer call() {
    TreeMap<String, String> flags = new TreeMap<>();
    Luodi.flag(flags, "LUODI_SEED", seed);
    Settings settings = Settings.of(flags, System.getenv());
    Options asked = Options.named(scale, settings.seed()).withVertices(vertices);
    new DemoGround(asked, new Progress(System.err)).writeWithKey(out);
    System.out.println("The synthetic ground with its answer key lies in " + out);
    return 0;
  }
}
