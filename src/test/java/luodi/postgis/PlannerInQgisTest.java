package luodi.postgis;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import luodi.Redline;
import luodi.ScratchDatabase;
import luodi.atlas.AtlasStore;
import luodi.atlas.Layer;
import luodi.atlas.LayerEdition;
import luodi.atlas.Zone;
import luodi.geo.Grid;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;

/** QGIS without a screen: a planner edits a draft in the database and publishes it there. */
class PlannerInQgisTest {
  private static final String PYTHON = "/usr/bin/python3"; // Debian's own, which has its QGIS

  @Test
  void what_is_edited_in_qgis_and_published_from_it_is_the_current_edition() throws Exception {
    try (ScratchDatabase database = ScratchDatabase.make()) {
      DatabaseUrl url = DatabaseUrl.parse(database.url());
      try (AtlasStore store = PostgisDatabase.at(url).open()) {
        store.write(new LayerEdition(redline(), List.of(zone())));

        JsonNode seen = planner(url);

        assertThat(seen.path("crs").asText()).isEqualTo("EPSG:4490");
        assertThat(seen.path("before").asInt()).isEqualTo(1);
        assertThat(seen.path("number").asInt()).isEqualTo(2);
        assertThat(seen.path("refused").asBoolean()).isTrue();
        assertThat(seen.path("why").toString()).contains("was published and never changes");
        List<Zone> zones = store.read("eco-redline").zones();
        assertThat(store.edition("eco-redline", "2026.2").current()).isTrue();
        assertThat(zones).hasSize(2).extracting(Zone::name).containsExactlyInAnyOrder("红线", "新划定");
        Zone moved = zones.stream().filter(zone -> zone.id().equals("a")).findFirst().orElseThrow();
        assertThat(moved.attributes()).isEqualTo(Map.of("zone", "core-protection"));
        assertThat(moved.shape().getEnvelopeInternal().toString())
            .isEqualTo("Env[110.0 : 110.25, 30.0 : 30.25]");
      }
    }
  }

  private static JsonNode planner(DatabaseUrl url) throws Exception {
    Process process =
        new ProcessBuilder(
                "timeout",
                "120",
                PYTHON,
                "src/test/resources/clients/qgis_planner.py",
                url.host(),
                Integer.toString(url.port()),
                url.name(),
                url.user(),
                "eco-redline",
                "2026.2")
            .redirectErrorStream(true)
            .start();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(printed).isZero();
    return new ObjectMapper().readTree(printed.substring(printed.lastIndexOf("\n{") + 1));
  }

  private static Zone zone() {
    return Zone.of(
        "a",
        "红线",
        Grid.SHAPES.toGeometry(new Envelope(110, 110.5, 30, 30.5)),
        Map.of("zone", "other"),
        "a test",
        "source");
  }

  private static Layer redline() {
    return Redline.edition("2026.1", Optional.empty());
  }
}
