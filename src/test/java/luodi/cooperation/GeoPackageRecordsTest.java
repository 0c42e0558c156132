package luodi.cooperation;

import java.util.List;
import luodi.atlas.AtlasStore;
import luodi.gpkg.GeoPackageStore;

class GeoPackageRecordsTest extends KeptRecordsContract {
  @Override
  protected AtlasStore open() {
    return GeoPackageStore.open(folder.resolve("ground.gpkg"));
  }

  @Override
  protected List<String> named() {
    return List.of("--data", folder.toString());
  }
}
