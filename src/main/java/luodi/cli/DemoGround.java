package luodi.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import luodi.atlas.AtlasStore;
import luodi.atlas.LayerEdition;
import luodi.fault.Fault;
import luodi.gpkg.GeoPackageStore;
import luodi.ingest.RealGround;
import luodi.synthetic.Basis;
import luodi.synthetic.Options;
import luodi.synthetic.SyntheticGround;

/**
 * Makes the ground of the demo: the real layers of the whole country, and the synthetic ones of one
 * scale.
 */
final class DemoGround {
  private final long seed;
  private final Progress progress;

  DemoGround(long seed, Progress progress) {
    this.seed = seed;
    this.progress = progress;
  }

  /** Writes the ground into one file, wholly or not at all. */
  void write(String scale, Path file) {
    RealGround real = RealGround.read(Home.geodata());
    store(real, synthetic(scale, real), file);
  }

  /** Writes the ground and its answer key, and what got no shape, into a directory. */
  void writeWithKey(String scale, Path out) {
    RealGround real = RealGround.read(Home.geodata());
    SyntheticGround.Made made = synthetic(scale, real);
    store(real, made, out.resolve("ground.gpkg"));
    made.answerKey(this::tell).writeTo(out);
    try {
      Files.write(
          out.resolve("left-out.txt"),
          made.leftOut().stream()
              .map(
                  left ->
                      "%s %s %s: %s".formatted(left.layer(), left.id(), left.name(), left.reason()))
              .toList());
    } catch (IOException unwritable) {
      throw cannotWrite(out, unwritable);
    }
  }

  private SyntheticGround.Made synthetic(String scale, RealGround real) {
    Basis basis = Basis.of(real, Home.geodata());
    return SyntheticGround.generate(basis, options(scale, basis), this::tell);
  }

  private Options options(String scale, Basis basis) {
    return switch (scale) {
      case "small" -> Options.small(seed);
      case "national" -> Options.national(basis, seed);
      default -> {
        if (!scale.matches("\\d{6}(,\\d{6})*")) {
          throw Fault.BAD_PARAMETER.because(
              "There is no scale '%s'; it is small, national, or province codes such as 640000.",
              scale);
        }
        yield Options.of(seed, List.of(scale.split(",")));
      }
    };
  }

  private void tell(String what, int done, int all) {
    progress.tell("making the ground", done, all);
  }

  private void store(RealGround real, SyntheticGround.Made made, Path file) {
    List<LayerEdition> layers = new ArrayList<>(real.layers());
    layers.addAll(made.layers());
    Path half = file.resolveSibling(file.getFileName() + ".making");
    try {
      Files.deleteIfExists(half);
      int done = 0;
      try (AtlasStore store = GeoPackageStore.open(half)) {
        for (LayerEdition layer : layers) {
          store.write(layer);
          progress.tell("storing the ground", ++done, layers.size());
        }
      }
      Files.move(half, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException unwritable) {
      throw cannotWrite(file, unwritable);
    }
  }

  private static RuntimeException cannotWrite(Path file, IOException cause) {
    return Fault.UNAVAILABLE
        .because("The ground cannot be written to %s: %s.", file.getFileName(), cause.getMessage())
        .causedBy(cause);
  }
}
