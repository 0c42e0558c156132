package luodi.web;

import static luodi.web.SmallGround.ask;
import static luodi.web.SmallGround.encoded;
import static luodi.web.SmallGround.found;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which features come, in which order, with which properties, CRS and form. */
class ItemsFormsTest {
  private static final String EPSG = "http://www.opengis.net/def/crs/EPSG/0/";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2020-06-01 | z1 z3 z6",
        "2021-12-31 | z1 z2 z3 z6",
        "2022-01-01 | z1 z3 z6",
        "2021-12-31T15:59:59Z | z1 z2 z3 z6",
        "2021-12-31T16:00:00Z | z1 z3 z6",
        "../2018-12-31 | z3 z4 z6",
        "/2018-12-31 | z3 z4 z6",
        "2023-06-01/.. | z1 z3 z5 z6",
        "2023-06-01/ | z1 z3 z5 z6",
        "2021-06-01/2023-07-01 | z1 z2 z3 z5 z6",
      })
  void datetime_finds_what_is_valid_then(String datetime, String ids) {
    assertThat(found("datetime=" + encoded(datetime))).containsExactly(ids.split(" "));
  }

  @ParameterizedTest
  @ValueSource(strings = {"today", "2020-13-01", "2021-01-01/2020-01-01", "../..", "a/b/c", "/"})
  void a_datetime_that_is_none_is_refused(String datetime) {
    assertThat(ask("datetime=" + encoded(datetime)).json().path("type").asText())
        .isEqualTo("/problems/bad-day");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "n | z4 z1 z6 z2 z3 z5",
        "%2Bn | z4 z1 z6 z2 z3 z5",
        "+n | z4 z1 z6 z2 z3 z5",
        "-n | z3 z2 z6 z1 z4 z5",
        "ok,-n | z2 z5 z3 z6 z1 z4",
        "-valid_from | z5 z2 z1 z3 z4 z6",
        "colour,-id | z6 z2 z5 z4 z1 z3",
      })
  void sortby_orders_with_the_unknown_last(String sortby, String ids) {
    assertThat(found("sortby=" + sortby)).containsExactly(ids.split(" "));
  }

  @Test
  void pages_of_an_order_go_on_and_back_without_a_gap() {
    Answered first = ask("sortby=-n&limit=2");
    Answered second = Answered.get(first.linked("next"));
    Answered third = Answered.get(second.linked("next"));
    Answered back = Answered.get(third.linked("prev"));

    assertThat(first.links("prev")).isFalse();
    assertThat(ids(first)).containsExactly("z3", "z2");
    assertThat(ids(second)).containsExactly("z6", "z1");
    assertThat(ids(third)).containsExactly("z4", "z5");
    assertThat(third.links("next")).isFalse();
    assertThat(ids(back)).containsExactly("z6", "z1");
    assertThat(first.json().path("numberMatched").asInt()).isEqualTo(6);
  }

  @Test
  void chosen_properties_come_alone_but_what_is_synthetic_says_so() {
    JsonNode properties = ask("properties=n,name&limit=1").json().at("/features/0/properties");

    assertThat(properties.properties().stream().map(entry -> entry.getKey()))
        .containsExactly("name", "n", "synthetic");
    assertThat(ask("properties=n,weight").status()).isEqualTo(400);
  }

  @Test
  void values_have_their_types_and_codes_stay_text() {
    JsonNode first = ask("limit=1").json().at("/features/0/properties");
    JsonNode county = Answered.get("/collections/counties/items/640104").json().path("properties");

    assertThat(first.path("n").isNumber()).isTrue();
    assertThat(first.path("ok").isBoolean()).isTrue();
    assertThat(county.path("adcode").asText()).isEqualTo("640104");
    assertThat(county.path("adcode").isTextual()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "4490, 30.3, 110.3, 1e-9",
    "4326, 30.3, 110.3, 1e-9",
    "3857, 12278539.85, 3542183.85, 0.01",
    "4546, 3353436.3, 432667.4, 0.5",
  })
  @Requirement({
    "ogcapi-features-2/1.0/req/crs/fc-crs-definition",
    "ogcapi-features-2/1.0/req/crs/fc-crs-action",
    "ogcapi-features-2/1.0/req/crs/ogc-crs-header",
    "ogcapi-features-2/1.0/req/crs/ogc-crs-header-value",
    "ogcapi-features-2/1.0/req/crs/geojson"
  })
  void positions_come_in_the_crs_that_was_asked_for_and_in_its_axis_order(
      int code, double first, double second, double precise) throws Exception {
    Answered answer = ask("id=z6&crs=" + encoded(EPSG + code));
    JsonNode at = answer.json().at("/features/0/geometry/coordinates");
    String[] proj = proj("110.3 30.3", code);
    boolean northFirst = code != 3857;

    assertThat(answer.header("Content-Crs")).isEqualTo("<" + EPSG + code + ">");
    assertThat(at.get(northFirst ? 1 : 0).asDouble())
        .isCloseTo(Double.parseDouble(proj[0]), within(0.001));
    assertThat(at.get(northFirst ? 0 : 1).asDouble())
        .isCloseTo(Double.parseDouble(proj[1]), within(0.001));
  }

  @Test
  void stored_shapes_move_to_metres_without_loss() throws Exception {
    String crs = "?crs=" + encoded(EPSG + 3857);
    JsonNode degrees =
        Answered.get("/collections/counties/items/640104").json().findValue("coordinates");
    JsonNode metres =
        Answered.get("/collections/counties/items/640104" + crs).json().findValue("coordinates");
    while (degrees.get(0).isArray()) {
      degrees = degrees.get(0);
      metres = metres.get(0);
    }

    String[] proj = proj(degrees.get(0).asText() + " " + degrees.get(1).asText(), 3857);
    assertThat(metres.get(0).asDouble()).isCloseTo(Double.parseDouble(proj[0]), within(0.001));
    assertThat(metres.get(1).asDouble()).isCloseTo(Double.parseDouble(proj[1]), within(0.001));
  }

  @Test
  @Requirement({"ogcapi-features-2/1.0/req/crs/fc-crs-default-value"})
  void without_a_crs_positions_are_longitude_and_latitude() {
    Answered answer = ask("id=z6");

    assertThat(answer.header("Content-Crs"))
        .isEqualTo("<http://www.opengis.net/def/crs/OGC/1.3/CRS84>");
    assertThat(answer.json().at("/features/0/geometry/coordinates").toString())
        .isEqualTo("[110.3,30.3]");
  }

  @Test
  @Requirement({
    "ogcapi-features-2/1.0/req/crs/fc-bbox-crs-definition",
    "ogcapi-features-2/1.0/req/crs/fc-bbox-crs-action",
    "ogcapi-features-2/1.0/req/crs/fc-bbox-crs-valid-value"
  })
  void a_bbox_is_read_in_its_own_crs() throws Exception {
    String[] low = proj("111.5 30.1", 3857);
    String[] high = proj("111.6 30.2", 3857);
    String mercator = "%s,%s,%s,%s".formatted(low[0], low[1], high[0], high[1]);
    String[] south = proj("111.5 30.1", 4546);
    String[] north = proj("111.6 30.2", 4546);
    String gauss = "%s,%s,%s,%s".formatted(south[1], south[0], north[1], north[0]);

    assertThat(found("bbox=30.1,111.5,30.2,111.6&bbox-crs=" + encoded(EPSG + 4490)))
        .containsExactly("z2");
    assertThat(found("bbox=" + mercator + "&bbox-crs=" + encoded(EPSG + 3857)))
        .containsExactly("z2");
    assertThat(found("bbox=" + gauss + "&bbox-crs=" + encoded(EPSG + 4546))).containsExactly("z2");
    assertThat(found("bbox=170,-10,115,60")).as("across the 180th meridian").hasSize(6);
    assertThat(found("bbox=111.5,30.1,0,111.6,30.2,100")).as("with heights").containsExactly("z2");
    assertThat(ask("bbox=1,2,3,4&bbox-crs=EPSG:9999").json().path("type").asText())
        .isEqualTo("/problems/unknown-crs");
  }

  @Test
  @Requirement({
    "ogcapi-features-2/1.0/req/crs/crs-uri",
    "ogcapi-features-2/1.0/req/crs/fc-md-crs-list",
    "ogcapi-features-2/1.0/req/crs/fc-md-storageCrs",
    "ogcapi-features-2/1.0/req/crs/fc-md-storageCrs-valid-value"
  })
  void every_crs_of_the_issue_is_published_by_its_uri() {
    JsonNode collection = Answered.get(SmallGround.at("/collections/things")).json();
    List<String> published = texts(collection.path("crs"));

    assertThat(published)
        .contains("http://www.opengis.net/def/crs/OGC/1.3/CRS84")
        .contains(EPSG + 4490, EPSG + 4326, EPSG + 3857, EPSG + 4513, EPSG + 4554);
    assertThat(published).hasSize(4 + 42);
    assertThat(collection.path("storageCrs").asText()).isEqualTo(EPSG + 4490);
  }

  @Test
  void gdal_reads_every_form_alike(@TempDir Path directory) throws Exception {
    for (String form : List.of("json", "geojsonl", "csv", "fgb")) {
      Answered answer = ask("f=" + form + "&limit=100");
      Path file = directory.resolve("things." + form);
      Files.write(file, answer.bytes());

      JsonNode read =
          new ObjectMapper()
              .readTree(
                  form.equals("csv")
                      ? GdalTest.run(
                          "ogr2ogr",
                          "-f",
                          "GeoJSON",
                          "/vsistdout/",
                          file.toString(),
                          "-oo",
                          "GEOM_POSSIBLE_NAMES=geometry")
                      : GdalTest.run("ogr2ogr", "-f", "GeoJSON", "/vsistdout/", file.toString()));

      assertThat(read.path("features")).as(form).hasSize(6);
      JsonNode second = read.at("/features/1");
      assertThat(second.at("/properties/name").asText()).isEqualTo("koln");
      assertThat(second.at("/properties/n").asDouble()).isEqualTo(2.5);
      assertThat(second.at("/geometry/type").asText()).isEqualTo("Polygon");
      assertThat(read.at("/features/5/geometry/coordinates").toString()).isEqualTo("[110.3,30.3]");
    }
  }

  @Test
  void forms_for_downloading_give_everything_when_no_limit_is_told() {
    try (Stream<String> lines =
        Answered.get("/collections/env-unit/items?f=geojsonl").text().lines()) {
      assertThat(lines.count()).isEqualTo(ServedGround.atlas().zones("env-unit").size());
    }
    Answered csv = Answered.get("/collections/counties/items", "Accept", "text/csv");
    assertThat(csv.header("Content-Type")).startsWith("text/csv");
    assertThat(csv.text()).startsWith("id,name,adcode,");
    assertThat(csv.header("Link")).contains("rel=\"alternate\"; type=\"application/geo+json\"");
  }

  private static String[] proj(String lonLat, int code) throws Exception {
    Process process =
        new ProcessBuilder("gdaltransform", "-s_srs", "OGC:CRS84", "-t_srs", "EPSG:" + code)
            .start();
    process.getOutputStream().write(lonLat.getBytes());
    process.getOutputStream().close();
    return new String(process.getInputStream().readAllBytes()).trim().split(" ");
  }

  private static List<String> texts(JsonNode array) {
    return java.util.stream.StreamSupport.stream(array.spliterator(), false)
        .map(JsonNode::asText)
        .toList();
  }

  private static List<String> ids(Answered page) {
    return page.json().path("features").findValuesAsText("id");
  }
}
