package luodi.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** GDAL's own programs, as a user runs them. */
class GdalTest {
  private static final String OAPIF = "OAPIF:" + ServedGround.at("");

  @Test
  void gdal_lists_every_layer_as_a_collection() throws Exception {
    String listed = run("ogrinfo", "-q", OAPIF);

    ServedGround.atlas().layers().forEach(layer -> assertThat(listed).contains(layer.titleZh()));
  }

  @Test
  void gdal_counts_the_counties_of_a_rectangle_as_we_do() throws Exception {
    String told = run("ogrinfo", "-so", "-spat", "105", "37", "107", "39", OAPIF, "counties");

    int matched =
        Answered.get("/collections/counties/items?bbox=105,37,107,39&limit=1")
            .json()
            .path("numberMatched")
            .asInt();
    assertThat(told).contains("Feature Count: " + matched).contains("synthetic: Integer(Boolean)");
  }

  @Test
  void gdal_copies_a_whole_collection_page_by_page() throws Exception {
    JsonNode copied =
        new ObjectMapper()
            .readTree(
                run(
                    "ogr2ogr",
                    "-f",
                    "GeoJSON",
                    "/vsistdout/",
                    "-oo",
                    "PAGE_SIZE=100",
                    OAPIF,
                    "env-unit"));

    assertThat(copied.path("features")).hasSize(ServedGround.atlas().zones("env-unit").size());
    assertThat(copied.at("/features/0/properties/synthetic").asBoolean()).isTrue();
    assertThat(copied.at("/features/0/properties/confidence").asText()).isEqualTo("synthetic");
  }

  @Test
  void gdal_opens_the_vector_tiles_of_a_layer() throws Exception {
    String told =
        run(
            "ogrinfo",
            "-so",
            "-al",
            "-oo",
            "TILE_EXTENSION=mvt",
            "-oo",
            "METADATA_FILE=" + ServedGround.at("/tiles/counties.json"),
            "MVT:" + ServedGround.at("/tiles/counties/4"),
            "-spat",
            "11700000",
            "4400000",
            "11900000",
            "4700000");

    assertThat(told).contains("Layer name: counties").contains("WGS 84 / Pseudo-Mercator");
    assertThat(told).doesNotContain("Feature Count: 0");
  }

  /** Runs a program to its end and gives what it printed; anything on its error stream fails. */
  static String run(String... command) throws IOException, InterruptedException {
    List<String> all = new ArrayList<>(List.of("timeout", "120"));
    all.addAll(Arrays.asList(command));
    Process process = new ProcessBuilder(all).redirectErrorStream(true).start();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(String.join(" ", all) + "\n" + printed).isZero();
    assertThat(printed).doesNotContain("ERROR").doesNotContain("Warning");
    return printed;
  }
}
