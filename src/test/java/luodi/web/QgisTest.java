package luodi.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Predicate;
import luodi.atlas.Zone;
import luodi.geo.Grid;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/** QGIS without a screen: Debian's PyQGIS adds our layers as a planner would. */
class QgisTest {
  private static final String PYTHON = "/usr/bin/python3"; // Debian's own, which has its QGIS
  private static JsonNode seen;

  @BeforeAll
  static void run() throws Exception {
    Process process =
        new ProcessBuilder(
                "timeout",
                "180",
                PYTHON,
                "src/test/resources/clients/qgis_client.py",
                ServedGround.at("").toString())
            .redirectErrorStream(true)
            .start();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(printed).isZero();
    seen = new ObjectMapper().readTree(printed.substring(printed.lastIndexOf("\n{") + 1));
  }

  @Test
  void it_counts_and_reads_every_feature() {
    int all = ServedGround.atlas().zones("env-unit").size();

    assertThat(seen.path("count").asInt()).isEqualTo(all);
    assertThat(seen.path("read").asInt()).isEqualTo(all);
    assertThat(seen.path("fields"))
        .extracting(JsonNode::asText)
        .contains("id", "name", "class", "source", "confidence", "synthetic", "edition");
  }

  @Test
  void it_knows_the_crs() {
    assertThat(seen.path("crs").asText()).isIn("EPSG:4326", "OGC:CRS84");
  }

  @Test
  void it_finds_what_lies_in_a_window() {
    Geometry window = Grid.SHAPES.toGeometry(new Envelope(105, 107, 37, 39));

    assertThat(seen.path("window"))
        .extracting(JsonNode::asText)
        .isEqualTo(ids("counties", zone -> zone.shape().intersects(window)));
  }

  @Test
  void it_filters_by_an_attribute() {
    assertThat(seen.path("key").asInt())
        .isEqualTo(ids("env-unit", zone -> zone.attributes().get("class").equals("key")).size());
  }

  @Test
  void it_identifies_the_unit_at_a_spot() {
    Geometry spot = Grid.SHAPES.createPoint(new Coordinate(106.2, 38.4));

    assertThat(seen.path("identified"))
        .extracting(JsonNode::asText)
        .isEqualTo(ids("env-unit", zone -> zone.shape().contains(spot)))
        .hasSize(1);
  }

  @Test
  void it_draws_the_vector_tiles() {
    assertThat(seen.path("drawn").asInt()).as("of 4096 spots").isGreaterThan(3000);
  }

  private static List<String> ids(String layer, Predicate<Zone> wanted) {
    return ServedGround.atlas().zones(layer).stream().filter(wanted).map(Zone::id).toList();
  }
}
