package luodi.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import luodi.atlas.AtlasStore;
import luodi.atlas.Transfer;
import luodi.fault.Fault;
import luodi.gpkg.GeoPackageStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Takes in a whole ground. */
@Command(
    name = "import",
    description =
        "Takes in a ground that bin/luodi export ground wrote, with all its editions, where nothing is published yet.",
    mixinStandardHelpOptions = true)
final class Import implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "The GeoPackage.")
  private Path file;

  @Mixin private GroundOptions at;

  @Override
  public Integer call() {
    if (!Files.isRegularFile(file)) {
      throw Fault.NOT_FOUND.because(
          "There is no file '%s'; give a GeoPackage that bin/luodi export ground wrote.", file);
    }
    GroundStore ground = at.wiring().ground();
    AtomicInteger editions = new AtomicInteger();
    try (AtlasStore from = GeoPackageStore.open(file)) {
      Progress progress = new Progress(spec.commandLine().getErr());
      int all = from.layerIds().stream().mapToInt(id -> from.editions(id).size()).sum();
      ground.fill(
          to ->
              Transfer.copy(
                  from,
                  to,
                  layer -> progress.tell("importing the ground", editions.incrementAndGet(), all)));
    }
    spec.commandLine()
        .getOut()
        .printf("%d editions are taken into %s%n", editions.get(), ground.where());
    return 0;
  }
}
