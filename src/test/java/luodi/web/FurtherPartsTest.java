package luodi.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What Features - Parts 2 and 3, Tiles and Processes ask besides what other tests show. */
class FurtherPartsTest {
  private static final String CRS = "ogcapi-features-2/1.0/req/crs/";
  private static final String TILES = "ogcapi-tiles-1/1.0/req/";
  private static final String PROCESSES = "ogcapi-processes-1/1.0/req/core/";
  private static final String RELATIONS = "http://www.opengis.net/def/rel/ogc/1.0/";
  private static final String CRS84 = "http://www.opengis.net/def/crs/OGC/1.3/CRS84";

  @Test
  @Requirement({CRS + "fc-md-crs-list-global"})
  void the_list_of_collections_has_the_crs_once_and_each_collection_refers_to_it() {
    JsonNode told = Answered.get("/collections").json();

    assertThat(told.path("crs")).hasSize(46);
    told.path("collections")
        .forEach(collection -> assertThat(collection.at("/crs/0").asText()).isEqualTo("#/crs"));
  }

  @Test
  @Requirement({CRS + "fc-bbox-crs-valid-defaultValue", CRS + "fc-crs-valid-value"})
  void crs84_is_the_crs_when_none_is_named_and_every_published_one_is_taken() {
    String plain = "/collections/counties/items?limit=1&bbox=105,37,107,39";
    for (JsonNode crs : Answered.get("/collections/counties").json().path("crs")) {
      Answered answer =
          Answered.get(
              "/collections/counties/items?limit=1&crs=" + ApiDocument.encoded(crs.asText()));
      assertThat(answer.header("Content-Crs")).isEqualTo("<" + crs.asText() + ">");
    }
    assertThat(Answered.get(plain).json().path("features"))
        .isEqualTo(
            Answered.get(plain + "&bbox-crs=" + ApiDocument.encoded(CRS84))
                .json()
                .path("features"));
    assertThat(Answered.get("/collections/counties/items?crs=EPSG:2000").status()).isEqualTo(400);
  }

  @Test
  @Requirement({
    "ogcapi-features-3/1.0/req/queryables/get-queryables-op",
    "ogcapi-features-3/1.0/req/queryables/get-queryables-response",
    "ogcapi-features-3/1.0/req/queryables/queryables-link"
  })
  void queryables_are_json_schema_and_each_can_be_asked_for() {
    Answered collection = Answered.get("/collections/env-unit");
    Answered schema = Answered.get(collection.linked(RELATIONS + "queryables"));

    assertThat(schema.header("Content-Type")).isEqualTo("application/schema+json");
    assertThat(schema.json().path("$schema").asText())
        .isEqualTo("https://json-schema.org/draft/2020-12/schema");
    assertThat(schema.json().path("$id").asText())
        .isEqualTo(ServedGround.at("/collections/env-unit/queryables").toString());
    assertThat(schema.json().path("type").asText()).isEqualTo("object");
    assertThat(schema.json().at("/properties/class/enum"))
        .extracting(JsonNode::asText)
        .containsExactly("general", "key", "priority");
    schema
        .json()
        .path("properties")
        .fieldNames()
        .forEachRemaining(
            name ->
                assertThat(
                        Answered.get(
                                "/collections/env-unit/items?limit=1&filter="
                                    + ApiDocument.encoded("\"" + name + "\" IS NOT NULL"))
                            .status())
                    .as(name)
                    .isEqualTo(200));
  }

  @Test
  @Requirement({"ogcapi-features-3/1.0/req/filter/mixing-expressions"})
  void a_filter_and_other_parameters_all_have_to_hold() {
    assertThat(SmallGround.found("colour=red&filter=n%3E0&bbox=110,30,111,31&datetime=2021-01-01"))
        .containsExactly("z1");
  }

  @Test
  @Requirement({TILES + "dataset-tilesets/landingpage", TILES + "geodata-tilesets/desc-links"})
  void landing_page_and_collections_lead_to_their_tilesets() {
    for (String path : List.of("/?f=json", "/collections/counties")) {
      Answered tilesets = Answered.get(Answered.get(path).linked(RELATIONS + "tilesets-vector"));
      assertThat(tilesets.json().path("tilesets")).hasSize(3);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/tiles", "/collections/counties/tiles"})
  @Requirement({
    TILES + "tilesets-list/tsl-success",
    TILES + "tileset/description",
    TILES + "tileset/desc-links",
    TILES + "tileset/tileset-success",
    "tms/2.0/req/json-tilesetmetadata/schema"
  })
  void each_tileset_tells_its_grid_its_layers_and_where_its_tiles_are(String path) {
    for (JsonNode listed : Answered.get(path).json().path("tilesets")) {
      JsonNode tileset = Answered.get(href(listed, "self")).json();
      assertThat(tileset.path("dataType").asText()).isEqualTo("vector");
      assertThat(tileset.path("crs").asText()).startsWith("http://www.opengis.net/def/crs/");
      assertThat(tileset.path("layers").findValuesAsText("id")).contains("counties");
      assertThat(tileset.at("/boundingBox/crs").asText()).isEqualTo(CRS84);
      JsonNode grid = Answered.get(href(tileset, RELATIONS + "tiling-scheme")).json();
      assertThat(grid.path("tileMatrices")).isNotEmpty();
      String level = grid.at("/tileMatrices/0/id").asText();
      String tile =
          href(tileset, "item")
              .toString()
              .replace("%7BtileMatrix%7D", level)
              .replace("%7BtileRow%7D", "0")
              .replace("%7BtileCol%7D", "0");
      assertThat(Answered.get(java.net.URI.create(tile)).status()).as(tile).isIn(200, 204);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"WebMercatorQuad", "WorldCRS84Quad", "CGCS2000Quad"})
  @Requirement({"tms/2.0/req/tilematrixset/variables", "tms/2.0/req/json-tilematrixset/schema"})
  void each_grid_covers_its_world_and_halves_from_level_to_level(String id) {
    JsonNode grid = Answered.get("/tileMatrixSets/" + id).json();
    double metres = id.equals("WebMercatorQuad") ? 1 : Math.PI * 6378137 / 180;
    double before = 0;
    for (JsonNode matrix : grid.path("tileMatrices")) {
      double cell = matrix.path("cellSize").asDouble();
      double width =
          matrix.path("matrixWidth").asDouble() * matrix.path("tileWidth").asInt() * cell;
      double world = id.equals("WebMercatorQuad") ? 2 * Math.PI * 6378137 : 360;
      assertThat(width).isCloseTo(world, within(world * 1e-9));
      assertThat(matrix.path("scaleDenominator").asDouble())
          .isCloseTo(cell * metres / 0.00028, within(1e-3));
      if (before > 0) {
        assertThat(before / cell).isCloseTo(2, within(1e-9));
      }
      before = cell;
    }
  }

  @Test
  @Requirement({TILES + "oas30/operation-id"})
  void tiles_are_described_under_the_operation_ids_of_the_standard() {
    Set<String> ids = new TreeSet<>();
    ApiDocument.operations().forEach(one -> ids.add(one.node().path("operationId").asText()));

    for (String of : List.of("dataset", "collection")) {
      for (String operation : List.of("getTileSetsList", "getTileSet", "getTile")) {
        assertThat(ids).anyMatch(id -> id.endsWith("." + of + ".vector." + operation));
      }
    }
    assertThat(ids).contains("getTileMatrixSetsList", "getTileMatrixSet");
  }

  @Test
  @Requirement({
    PROCESSES + "landingpage-op",
    PROCESSES + "landingpage-success",
    PROCESSES + "conformance-op",
    PROCESSES + "conformance-success",
    PROCESSES + "api-definition-op",
    PROCESSES + "process-list",
    PROCESSES + "process-list-success",
    PROCESSES + "pl-links"
  })
  void the_landing_page_leads_to_the_processes_and_they_to_their_execution() {
    Answered processes = Answered.get(Answered.get("/?f=json").linked(RELATIONS + "processes"));

    assertThat(Answered.get(processes.linked("self")).status()).isEqualTo(200);
    assertThat(Answered.get(processes.linked("alternate")).header("Content-Type"))
        .startsWith("text/html");
    for (JsonNode process : processes.json().path("processes")) {
      assertThat(href(process, RELATIONS + "execute").toString()).endsWith("/execution");
    }
  }

  @Test
  @Requirement({PROCESSES + "pl-limit-definition", PROCESSES + "pl-limit-response"})
  void the_list_of_processes_can_be_shortened() {
    assertThat(Answered.get("/processes?limit=1").json().path("processes")).hasSize(1);
    assertThat(Answered.get("/processes?limit=none").status()).isEqualTo(400);
  }

  @Test
  @Requirement({PROCESSES + "job-creation-input-ref", PROCESSES + "job-creation-input-array"})
  void a_feature_of_ours_may_be_named_by_its_address_and_no_other_address_is_fetched() {
    String park =
        Answered.get("/collections/industrial-park/items?limit=1")
            .json()
            .at("/features/0/id")
            .asText();
    String address = ServedGround.at("/collections/industrial-park/items/" + park).toString();

    Answered named =
        execute("{\"industry\":\"3011\",\"declared\":[],\"site\":{\"href\":\"" + address + "\"}}");
    Answered foreign =
        execute("{\"industry\":\"3011\",\"site\":{\"href\":\"http://127.0.0.1:9/x\"}}");

    assertThat(named.status()).as(named.text()).isEqualTo(200);
    assertThat(named.json().at("/site/area_m2").asDouble()).isGreaterThan(1e5);
    assertThat(foreign.status()).isEqualTo(400);
    assertThat(foreign.json().at("/errors/0/pointer").asText()).isEqualTo("/inputs/site/href");
  }

  @Test
  @Requirement({
    PROCESSES + "job-results-async-document",
    PROCESSES + "job-results-failed",
    PROCESSES + "job-results-exception/results-not-ready"
  })
  void results_of_a_job_come_in_the_form_that_was_asked_for_and_not_before_they_are_there()
      throws Exception {
    String body =
        "{\"inputs\":{\"industry\":\"3011\",\"site\":{\"type\":\"Point\",\"coordinates\":[106.2,38.4]}},\"response\":\"document\"}";
    String id = "";
    int early = 0;
    for (int i = 0; i < 5; i++) { // the last of five is still waiting when it is asked for
      id =
          Answered.send(
                  "POST",
                  "/processes/screening/execution",
                  body,
                  "Content-Type",
                  "application/json",
                  "Prefer",
                  "respond-async")
              .json()
              .path("jobID")
              .asText();
      early = Answered.get("/jobs/" + id + "/results").status();
    }
    for (int i = 0; i < 600 && !Answered.get("/jobs/" + id).json().has("finished"); i++) {
      Thread.sleep(50); // an interval of asking, as any client has one
    }

    assertThat(early).isIn(404, 200);
    assertThat(Answered.get("/jobs/" + id + "/results").json().at("/screening/decision").isObject())
        .isTrue();
    assertThat(Answered.get("/jobs/" + id + "x/results").status()).isEqualTo(404);
  }

  private static Answered execute(String inputs) {
    return Answered.send(
        "POST",
        "/processes/screening/execution",
        "{\"inputs\":" + inputs + "}",
        "Content-Type",
        "application/json");
  }

  private static java.net.URI href(JsonNode document, String rel) {
    for (JsonNode link : document.path("links")) {
      if (link.path("rel").asText().equals(rel)) {
        return java.net.URI.create(
            link.path("href").asText().replace("{", "%7B").replace("}", "%7D"));
      }
    }
    throw new AssertionError("no link " + rel + " in " + document.path("links"));
  }
}
