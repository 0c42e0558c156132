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
    List<LayerEdition> layers = new ArrayList<>(RealGround.read(Home.geodata()).layers());
    store(layers, file);
  }

  void writeWithKey(String scale, Path out) {
    write(scale, out.resolve("ground.gpkg"));
  }

  private void store(List<LayerEdition> layers, Path file) {
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
      throw Fault.UNAVAILABLE
          .because("The ground cannot be written to %s: %s.", file, unwritable.getMessage())
          .causedBy(unwritable);
    }
  }
}
