package luodi.gpkg;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import luodi.Gdal;
import luodi.atlas.AtlasStore;
import luodi.atlas.LayerEdition;
import luodi.atlas.Zone;
import luodi.synthetic.MadeGround;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole ground of the demo, as GDAL and so QGIS opens it. */
class GdalReadsTheGroundTest {
  @TempDir private static Path folder;
  private static Path file;

  @BeforeAll
  static void store_the_ground() {
    file = folder.resolve("ground.gpkg");
    try (AtlasStore store = GeoPackageStore.open(file)) {
      MadeGround.get().layers().forEach(store::write);
    }
  }

  @Test
  void each_layer_has_all_its_zones_in_cgcs2000() {
    String told = Gdal.info("-ro", "-so", "-al", file);
    List<LayerEdition> layers = MadeGround.get().layers();

    assertThat(layers).hasSizeGreaterThan(25);
    for (LayerEdition layer : layers) {
      String part = told.substring(told.indexOf("Layer name: " + layer.layer().id() + "\n"));
      assertThat(part.substring(0, part.indexOf("Geometry Column")))
          .as(layer.layer().id())
          .contains("Feature Count: " + layer.zones().size() + "\n")
          .contains("ID[\"EPSG\",4490]]");
    }
  }

  @Test
  void chinese_names_and_attributes_are_as_they_were_written() {
    Zone park =
        MadeGround.get().atlas().zones("industrial-park").stream()
            .filter(zone -> zone.name().contains("苏州工业园区"))
            .findFirst()
            .orElseThrow();

    String told = Gdal.info("-ro", file, "industrial-park", "-where", "id = '" + park.id() + "'");

    assertThat(told)
        .contains("name (String) = " + park.name())
        .contains("a_zone_code (String) = " + park.attributes().get("zone_code"))
        .contains("合成数据");
  }

  @Test
  void shapes_are_the_same_to_the_last_digit() {
    Zone unit = MadeGround.get().atlas().zones("env-unit").get(0);

    String told = Gdal.info("-ro", file, "env-unit", "-where", "id = '" + unit.id() + "'");

    String first =
        "%s %s".formatted(unit.shape().getCoordinate().x, unit.shape().getCoordinate().y);
    assertThat(told).contains("((" + first + ",");
  }
}
