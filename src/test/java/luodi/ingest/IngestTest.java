package luodi.ingest;

import static luodi.ingest.GeoJsonTraps.SQUARE;
import static luodi.ingest.GeoJsonTraps.collection;
import static luodi.ingest.GeoJsonTraps.feature;
import static luodi.ingest.Trap.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import luodi.atlas.AtlasStore;
import luodi.atlas.Edition;
import luodi.atlas.Zone;
import luodi.cli.Luodi;
import luodi.gpkg.GeoPackageStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a file to an edition that answers are made from, by {@code bin/luodi ingest}. */
class IngestTest {
  private static final String BOW_TIE =
      "{\"type\":\"Polygon\",\"coordinates\":[[[114,30],[114.1,30.1],[114.1,30],[114,30.1],[114,30]]]}";

  @TempDir private Path folder;

  @Test
  void a_layer_without_a_manifest_does_not_load_and_all_that_is_missing_is_told_at_once()
      throws IOException {
    Path file = write(folder.resolve("a.geojson"), square("1"));

    String said = luodi(2, "ingest", file, "--layer", "my-parks", "--data", folder.resolve("data"));

    assertThat(said)
        .contains("title_zh", "title_en", "source", "licence", "accuracy_m", "exact", "coverage")
        .contains("Layer 'my-parks' does not load without a whole manifest");
    assertThat(folder.resolve("data")).doesNotExist();
  }

  @Test
  void a_manifest_beside_the_data_is_found_and_flags_go_before_it() throws IOException {
    Path file = write(folder.resolve("红线.geojson".replace("红线", "redline")), square("1"));
    write(
        folder.resolve("redline.manifest.json"),
        """
        {"title_zh": "我的园区", "title_en": "My parks", "source": "某市自然资源局", "licence": "内部使用",
         "accuracy_m": 0.5, "exact": false, "edition": "2026.1", "coverage": "none"}""");

    luodi(
        0,
        "ingest",
        file,
        "--layer",
        "my-parks",
        "--exact",
        "true",
        "--data",
        folder.resolve("data"));

    try (AtlasStore store = store()) {
      Edition made = store.edition("my-parks", "2026.1");
      assertThat(made.layer().titleZh()).isEqualTo("我的园区");
      assertThat(made.layer().source()).isEqualTo("某市自然资源局");
      assertThat(made.layer().accuracyM()).isEqualTo(0.5);
      assertThat(made.layer().exact()).isTrue();
      assertThat(made.layer().coverage()).isEmpty();
      assertThat(made.state()).isEqualTo(Edition.State.CHECKED);
      assertThat(store.layers()).isEmpty();
    }
  }

  @Test
  void mistakes_of_a_manifest_are_told_at_once() throws IOException {
    Path file = write(folder.resolve("a.geojson"), square("1"));
    Path manifest =
        write(
            folder.resolve("m.json"),
            """
            {"sourse": "x", "accuracy_m": "five", "exact": "perhaps", "coverage": {"type": "Point", "coordinates": [1, 2]},
             "licence": "CC0-1.0", "columns": {"naam": "x"}}""");

    String said =
        luodi(2, "ingest", file, "--layer", "udb", "--manifest", manifest, "--data", folder);

    assertThat(said)
        .contains(
            "lacks source", "sourse: there is no such member", "'five' is no number of metres")
        .contains(
            "'perhaps' is neither true nor false",
            "coverage: it is no polygon",
            "'naam' is none of");
  }

  @Test
  void columns_and_values_become_what_rules_read_as_the_manifest_says() throws IOException {
    Path file =
        write(
            folder.resolve("a.geojson"),
            collection(
                "",
                feature(
                    "{\"HXBM\":\"R1\",\"HXMC\":\"秦岭\",\"HXLX\":\"核心保护区\",\"QSRQ\":\"20240601\"}",
                    SQUARE),
                feature("{\"HXBM\":\"R2\",\"HXMC\":\"巴山\",\"HXLX\":\"其他\"}", SQUARE)));
    Path manifest =
        write(
            folder.resolve("m.json"),
            """
            {"columns": {"id": "HXBM", "name": "HXMC", "valid_from": "QSRQ"},
             "attributes": {"zone": {"column": "HXLX", "values": {"核心保护区": "core-protection"}}}}""");

    Ingestion done = Ingestion.of(file, "--manifest", manifest.toString());

    assertThat(done.zones()).extracting(Zone::id).containsExactly("R1", "R2");
    assertThat(done.zones()).extracting(Zone::name).containsExactly("秦岭", "巴山");
    assertThat(done.zones().get(0).attributes())
        .containsOnly(entry("zone", "core-protection"), entry("HXLX", "核心保护区"));
    assertThat(done.zones().get(0).days()).hasToString("2024-06-01/..");
    assertThat(done.warnings())
        .contains(
            "'zone' has values that no rule knows: '其他' (1); rules know [core-protection, other]");
  }

  @Test
  void a_column_that_the_manifest_names_and_the_file_lacks_is_a_fault() throws IOException {
    Path file = write(folder.resolve("a.geojson"), square("1"));

    Ingestion.of(file, "--id-column", "BSM").refused("takes 'id' from the column 'BSM'", "[id]");
  }

  @Test
  void what_was_wrong_with_a_shape_and_what_was_done_stands_in_the_report() throws IOException {
    Path file =
        write(folder.resolve("a.geojson"), collection("", feature("{\"id\":\"tie\"}", BOW_TIE)));

    Ingestion done = Ingestion.of(file);

    assertThat(done.zone().shape().isValid()).isTrue();
    assertThat(done.zone().shape().getArea()).isCloseTo(0.005, within(1e-12)); // both halves
    JsonNode mended = done.report().path("mended").get(0);
    assertThat(mended.path("row").asInt()).isEqualTo(1);
    assertThat(mended.path("zone").asText()).isEqualTo("tie");
    assertThat(mended.path("wrong").get(0).asText())
        .isEqualTo("self-intersection at 114.0500000, 30.0500000");
    assertThat(mended.path("area_before_m2").asDouble()).isZero(); // one half clockwise, one not
    assertThat(mended.path("area_after_m2").asDouble()).isCloseTo(5.34e7, within(1e6));
  }

  @Test
  void edges_that_neighbours_share_are_still_shared_on_the_grid() throws IOException {
    String[] cells = new String[400];
    java.util.Random random = new java.util.Random(1);
    double[][][] corner = new double[21][21][];
    for (int i = 0; i <= 20; i++) {
      for (int j = 0; j <= 20; j++) {
        corner[i][j] =
            new double[] {
              114 + (i + 0.6 * random.nextDouble()) * 0.01,
              30 + (j + 0.6 * random.nextDouble()) * 0.01
            };
      }
    }
    for (int i = 0; i < 20; i++) {
      for (int j = 0; j < 20; j++) {
        double[][] ring = {
          corner[i][j], corner[i + 1][j], corner[i + 1][j + 1], corner[i][j + 1], corner[i][j]
        };
        String coordinates =
            java.util.Arrays.stream(ring)
                .map(at -> "[%.15f,%.15f]".formatted(at[0], at[1]))
                .collect(java.util.stream.Collectors.joining(","));
        cells[i * 20 + j] =
            feature(
                "{\"id\":\"%02d-%02d\"}".formatted(i, j),
                "{\"type\":\"Polygon\",\"coordinates\":[[" + coordinates + "]]}");
      }
    }

    List<Zone> zones =
        Ingestion.of(write(folder.resolve("a.geojson"), collection("", cells)), "--tiles", "true")
            .zones();

    Zone middle = zones.get(10 * 20 + 10);
    Zone right = zones.get(11 * 20 + 10);
    assertThat(middle.shape().intersection(right.shape()).getDimension()).isEqualTo(1);
    assertThat(middle.shape().getCoordinates()[1]).isIn((Object[]) right.shape().getCoordinates());
  }

  @Test
  void an_edition_with_rows_left_out_is_published_only_when_somebody_accepts_it()
      throws IOException {
    Path file =
        write(
            folder.resolve("a.geojson"),
            collection("", feature("{\"id\":\"1\"}", SQUARE), feature("{\"id\":\"2\"}", "null")));

    Ingestion refused = Ingestion.of(file, "--publish");
    assertThat(refused.code()).isEqualTo(2);
    assertThat(refused.said()).contains("1 of 2 rows became no zone", "--accept");
    assertThat(refused.edition().state()).isEqualTo(Edition.State.DRAFT);

    assertThat(Ingestion.of(file, "--publish", "--accept").edition().current()).isTrue();
  }

  @Test
  void editions_are_listed_published_and_withdrawn_by_command() throws IOException {
    Path file = write(folder.resolve("a.geojson"), square("1"));
    Path data = folder.resolve("data");
    Ingestion.of(file, "--publish").drafted();
    Ingestion.of(file, "--edition", "2").drafted();

    assertThat(luodi(0, "edition", "list", "--layer", "eco-redline", "--data", data))
        .isEqualTo("eco-redline 1 published, current\neco-redline 2 checked\n");
    assertThat(
            luodi(
                0,
                "edition",
                "publish",
                "--layer",
                "eco-redline",
                "--edition",
                "2",
                "--data",
                data))
        .isEqualTo("eco-redline 2 is current; the atlas has number 2\n");
    assertThat(
            luodi(
                0,
                "edition",
                "withdraw",
                "--layer",
                "eco-redline",
                "--edition",
                "2",
                "--data",
                data))
        .isEqualTo("eco-redline 2 is withdrawn; 1 is current again; the atlas has number 3\n");
    assertThat(
            luodi(
                3,
                "edition",
                "publish",
                "--layer",
                "eco-redline",
                "--edition",
                "9",
                "--data",
                data))
        .contains("There is no edition '9'");
    assertThat(
            luodi(0, "edition", "show", "--layer", "eco-redline", "--edition", "1", "--data", data))
        .contains("\"format\" : \"GeoJSON\"");
  }

  @Test
  void a_published_edition_is_not_ingested_again_under_its_name() throws IOException {
    Path file = write(folder.resolve("a.geojson"), square("1"));
    Ingestion.of(file, "--publish").drafted();

    Ingestion again = Ingestion.of(file);

    assertThat(again.code()).isEqualTo(2);
    assertThat(again.said())
        .contains("Edition '1' of layer 'eco-redline' is published and never changes");
  }

  @Test
  void the_days_of_a_year_name_an_edition_without_a_name() throws IOException {
    Path file = write(folder.resolve("a.geojson"), square("1"));
    Path manifest =
        write(
            folder.resolve("m.json"),
            "{\"source\":\"a\",\"licence\":\"b\",\"accuracy_m\":1,\"exact\":true,\"coverage\":null}");
    for (int i = 0; i < 2; i++) {
      luodi(
          0,
          "ingest",
          file,
          "--layer",
          "udb",
          "--manifest",
          manifest,
          "--data",
          folder.resolve("data"));
    }

    assertThat(luodi(0, "edition", "list", "--layer", "udb", "--data", folder.resolve("data")))
        .matches("(?s)udb (\\d{4}-\\d\\d-\\d\\d) checked\nudb \\1\\.2 checked\n");
  }

  @Test
  void a_layer_that_is_a_list_of_divisions_or_never_open_takes_no_zones() throws IOException {
    Path file = write(folder.resolve("a.geojson"), square("1"));

    Ingestion.of(file, "--layer", "demo-zone").refused("a list of divisions in the law");
    Ingestion.of(file, "--layer", "military-zone").refused("never open");
    Ingestion.of(file, "--layer", "Eco Redline", "--title-zh", "a", "--title-en", "b")
        .refused("'Eco Redline' is no layer id");
  }

  @Test
  void a_file_of_no_format_and_a_file_that_is_missing_are_told_apart() throws IOException {
    Ingestion.of(write(folder.resolve("a.doc"), "no")).refused("is of no format that is read here");
    Ingestion missing = Ingestion.of(folder.resolve("b.shp"));
    assertThat(missing.code()).isEqualTo(3);
  }

  private static String square(String id) {
    return collection("", feature("{\"id\":\"" + id + "\"}", SQUARE));
  }

  private AtlasStore store() {
    return GeoPackageStore.open(folder.resolve("data").resolve("ground.gpkg"));
  }

  private static String luodi(int code, Object... arguments) {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
    String[] told = java.util.Arrays.stream(arguments).map(Object::toString).toArray(String[]::new);
    assertThat(Luodi.run(told, out, out)).as(said.toString(StandardCharsets.UTF_8)).isEqualTo(code);
    return said.toString(StandardCharsets.UTF_8);
  }
}
