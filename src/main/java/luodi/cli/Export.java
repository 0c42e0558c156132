package luodi.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import luodi.atlas.AtlasStore;
import luodi.atlas.Transfer;
import luodi.fault.Fault;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Writes what Luodi keeps to files. */
@Command(
    name = "export",
    description = "Writes what Luodi keeps to files.",
    subcommands = ExportTiles.class,
    mixinStandardHelpOptions = true)
final class Export {
  @Spec private CommandSpec spec;

  @Command(
      name = "ground",
      description =
          "Writes every edition of every layer, with the history of publications, to one GeoPackage; bin/luodi import takes it in again.",
      mixinStandardHelpOptions = true)
  int ground(
      @Option(
              names = "--out",
              required = true,
              paramLabel = "DIR|FILE",
              description = "A new file, or a directory for ground.gpkg.")
          Path out,
      @Mixin GroundOptions at) {
    Path file = Files.isDirectory(out) ? out.resolve("ground.gpkg") : out;
    if (Files.exists(file)) {
      throw Fault.CONFLICT.because("%s is there already; name another file, or remove it.", file);
    }
    PrintWriter err = spec.commandLine().getErr();
    AtomicInteger editions = new AtomicInteger();
    try (AtlasStore store = at.wiring().ground().openMade()) {
      Progress progress = new Progress(err);
      int all = store.layerIds().stream().mapToInt(id -> store.editions(id).size()).sum();
      GroundFile.write(
          file,
          into ->
              Transfer.copy(
                  store,
                  into,
                  layer -> progress.tell("exporting the ground", editions.incrementAndGet(), all)));
    }
    spec.commandLine().getOut().printf("%d editions lie in %s%n", editions.get(), file);
    return 0;
  }
}
