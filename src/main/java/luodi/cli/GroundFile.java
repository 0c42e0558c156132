package luodi.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.function.Consumer;
import luodi.atlas.AtlasStore;
import luodi.fault.Fault;
import luodi.gpkg.GeoPackageStore;

/** A GeoPackage with a ground that appears when all of it is written. */
final class GroundFile {
  private GroundFile() {}

  /** Makes the file, wholly or not at all. */
  static void write(Path file, Consumer<AtlasStore> write) {
    Path half = file.resolveSibling(file.getFileName() + ".making");
    try {
      Files.deleteIfExists(half);
      try (AtlasStore store = GeoPackageStore.open(half)) {
        write.accept(store);
      }
      Files.move(half, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException unwritable) {
      throw Fault.UNAVAILABLE
          .because(
              "The ground cannot be written to %s: %s.",
              file.getFileName(), unwritable.getMessage())
          .causedBy(unwritable);
    }
  }
}
