package luodi.gpkg;

import java.nio.file.Path;
import luodi.atlas.AtlasStore;
import luodi.atlas.ContentsContract;
import org.junit.jupiter.api.io.TempDir;

class GeoPackageContentsTest extends ContentsContract {
  @TempDir private Path folder;

  @Override
  protected AtlasStore open() {
    return GeoPackageStore.open(folder.resolve("ground.gpkg"));
  }
}
