package luodi.gpkg;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import luodi.Gdal;
import luodi.atlas.AtlasStore;
import luodi.atlas.EditionsContract;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GeoPackageEditionsTest extends EditionsContract {
  @TempDir private Path folder;

  @Override
  protected AtlasStore open() {
    return GeoPackageStore.open(file());
  }

  @Test
  void gdal_sees_the_current_edition_under_the_name_of_the_layer() {
    publish("2026.1", zone("a", 0));
    publish("2026.2", zone("b", 1), zone("c", 2));
    draft("2026.3", zone("d", 3));
    store.withdraw("eco-redline", "2026.2");
    store.publish("eco-redline", "2026.2");

    String tables = Gdal.info("-q", file());
    assertThat(tables).contains(": eco-redline\n", ": eco-redline@2026.1", ": eco-redline@2026.3");
    assertThat(tables).doesNotContain("eco-redline@2026.2");
    assertThat(Gdal.info("-so", file(), "eco-redline"))
        .contains("Feature Count: 2", "Extent: (111.000000, 30.000000) - (112.500000, 30.500000)")
        .contains("ID[\"EPSG\",4490]");
    assertThat(Gdal.info("-so", file(), "eco-redline@2026.1")).contains("Feature Count: 1");
  }

  private Path file() {
    return folder.resolve("ground.gpkg");
  }
}
