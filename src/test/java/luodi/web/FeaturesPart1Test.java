package luodi.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import luodi.atlas.Layer;
import luodi.atlas.Zone;
import luodi.geo.Grid;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/** OGC API - Features - Part 1: Core, requirement by requirement. */
class FeaturesPart1Test {
  private static final String CORE = "ogcapi-features-1/1.0/req/core/";
  private static final String COMMON = "ogcapi-common-1/1.0/req/landing-page/";

  @Test
  @Requirement({
    CORE + "root-op",
    CORE + "root-success",
    COMMON + "root-op",
    COMMON + "root-success"
  })
  void the_landing_page_links_to_the_api_its_description_conformance_and_data() {
    Answered page = Answered.get("/", "Accept", "application/json");

    assertThat(page.status()).isEqualTo(200);
    for (String rel : List.of("service-desc", "service-doc", "conformance", "data")) {
      Answered target = Answered.get(page.linked(rel));
      assertThat(target.status()).as(rel).isEqualTo(200);
    }
  }

  @Test
  @Requirement({
    CORE + "api-definition-op",
    CORE + "api-definition-success",
    COMMON + "api-definition-op",
    COMMON + "api-definition-success"
  })
  void the_description_has_the_type_that_the_link_promises() {
    Answered page = Answered.get("/?f=json");
    Answered description = Answered.get(page.linked("service-desc"));
    Answered readable = Answered.get(page.linked("service-doc"));

    assertThat(description.header("Content-Type"))
        .isEqualTo("application/vnd.oai.openapi+json;version=3.0");
    assertThat(description.json().path("openapi").asText()).startsWith("3.0");
    assertThat(readable.header("Content-Type")).startsWith("text/html");
  }

  @Test
  @Requirement({
    CORE + "conformance-op",
    CORE + "conformance-success",
    COMMON + "conformance-op",
    COMMON + "conformance-success",
    "ogcapi-tiles-1/1.0/req/core/conformance-success"
  })
  void conformance_lists_the_classes() {
    Answered told = Answered.get("/conformance");

    assertThat(told.status()).isEqualTo(200);
    assertThat(told.json().path("conformsTo"))
        .extracting(JsonNode::asText)
        .contains(
            "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/core",
            "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/geojson",
            "http://www.opengis.net/spec/ogcapi-tiles-1/1.0/conf/core",
            "http://www.opengis.net/spec/ogcapi-processes-1/1.0/conf/core")
        .doesNotHaveDuplicates();
  }

  @Test
  @Requirement({
    CORE + "query-param-unknown",
    CORE + "query-param-invalid",
    "ogcapi-common-1/1.0/req/core/query-param-name-unknown",
    "ogcapi-common-1/1.0/req/core/query-param-value-invalid"
  })
  void a_parameter_that_is_unknown_or_invalid_is_400() {
    for (String path :
        List.of(
            "/?x=1",
            "/conformance?x=1",
            "/api?x=1",
            "/collections?x=1",
            "/collections/counties?x=1",
            "/collections/counties/items?x=1",
            "/collections/counties/items/640104?x=1",
            "/collections/counties/items?limit=many",
            "/collections/counties/items?bbox=1",
            "/collections/counties/items?datetime=soon")) {
      assertThat(Answered.get(path).status()).as(path).isEqualTo(400);
    }
  }

  @Test
  @Requirement({
    CORE + "fc-md-op",
    CORE + "fc-md-success",
    CORE + "fc-md-links",
    CORE + "fc-md-items"
  })
  void collections_lists_every_layer_and_itself() {
    Answered told = Answered.get("/collections");

    assertThat(told.json().path("collections").findValuesAsText("itemType"))
        .hasSameSizeAs(ServedGround.atlas().layers());
    assertThat(ids(told.json().path("collections")))
        .isEqualTo(ServedGround.atlas().layers().stream().map(Layer::id).toList());
    assertThat(Answered.get(told.linked("self")).bytes()).isEqualTo(told.bytes());
    assertThat(Answered.get(told.linked("alternate")).header("Content-Type"))
        .startsWith("text/html");
  }

  @Test
  @Requirement({
    CORE + "fc-md-items-links",
    CORE + "fc-md-extent",
    CORE + "sfc-md-op",
    CORE + "sfc-md-success",
    CORE + "crs84"
  })
  void each_collection_links_to_its_items_and_tells_its_extent() {
    for (JsonNode listed : Answered.get("/collections").json().path("collections")) {
      String id = listed.path("id").asText();
      JsonNode alone = Answered.get("/collections/" + id).json();
      assertThat(alone.path("links")).isEqualTo(listed.path("links"));
      assertThat(alone.path("extent")).isEqualTo(listed.path("extent"));
      List<String> types = new ArrayList<>();
      for (JsonNode link : alone.path("links")) {
        if (link.path("rel").asText().equals("items")) {
          types.add(link.path("type").asText());
        }
      }
      assertThat(types).contains("application/geo+json", "text/html");
      JsonNode box = alone.at("/extent/spatial/bbox/0");
      Envelope extent =
          new Envelope(
              box.get(0).asDouble(),
              box.get(2).asDouble(),
              box.get(1).asDouble(),
              box.get(3).asDouble());
      for (Zone zone : ServedGround.atlas().zones(id)) {
        assertThat(extent.contains(zone.shape().getEnvelopeInternal())).as(zone.id()).isTrue();
      }
      assertThat(alone.at("/extent/spatial/crs").asText())
          .isEqualTo("http://www.opengis.net/def/crs/OGC/1.3/CRS84");
    }
  }

  @Test
  @Requirement({
    CORE + "fc-op",
    CORE + "fc-response",
    CORE + "fc-numberMatched",
    CORE + "fc-numberReturned"
  })
  void items_of_every_collection_can_be_had_and_counted() {
    for (Layer layer : ServedGround.atlas().layers()) {
      Answered items = Answered.get("/collections/" + layer.id() + "/items?limit=3");
      int all = ServedGround.atlas().zones(layer.id()).size();

      assertThat(items.status()).as(layer.id()).isEqualTo(200);
      assertThat(items.json().path("numberMatched").asInt()).isEqualTo(all);
      assertThat(items.json().path("numberReturned").asInt())
          .isEqualTo(items.json().path("features").size())
          .isEqualTo(Math.min(3, all));
    }
  }

  @Test
  @Requirement({CORE + "fc-limit-definition", CORE + "fc-limit-response-1"})
  void limit_bounds_the_page_and_one_that_is_too_large_is_no_mistake() {
    assertThat(count("/collections/counties/items")).isEqualTo(10);
    assertThat(count("/collections/counties/items?limit=1")).isEqualTo(1);
    assertThat(count("/collections/counties/items?limit=25")).isEqualTo(25);
    assertThat(count("/collections/counties/items?limit=999999999"))
        .isEqualTo(ServedGround.atlas().zones("counties").size());
  }

  @Test
  @Requirement({CORE + "fc-bbox-definition", CORE + "fc-bbox-response"})
  void bbox_finds_those_that_meet_the_rectangle_and_no_others() {
    Geometry rectangle = Grid.SHAPES.toGeometry(new Envelope(105.3, 106.1, 37.2, 38.05));
    List<String> expected =
        ServedGround.atlas().zones("env-unit").stream()
            .filter(zone -> zone.shape().intersects(rectangle))
            .map(Zone::id)
            .toList();

    assertThat(expected).isNotEmpty();
    assertThat(
            ids(
                Answered.get("/collections/env-unit/items?limit=5000&bbox=105.3,37.2,106.1,38.05")
                    .json()
                    .path("features")))
        .isEqualTo(expected);
  }

  @Test
  @Requirement({CORE + "fc-time-definition", CORE + "fc-time-response"})
  void datetime_leaves_out_what_is_not_valid_then_and_nothing_else() {
    assertThat(SmallGround.found("datetime=2021-06-01")).containsExactly("z1", "z2", "z3", "z6");
    assertThat(SmallGround.found("datetime=2024-06-01T00:00:00Z/.."))
        .containsExactly("z1", "z3", "z6");
    assertThat(count("/collections/counties/items?datetime=1900-01-01&limit=5")).isEqualTo(5);
  }

  @Test
  @Requirement({CORE + "fc-links", CORE + "fc-rel-type"})
  void a_page_links_to_itself_to_its_other_forms_and_onwards_each_with_rel_and_type() {
    Answered page = Answered.get("/collections/counties/items?limit=5&bbox=100,30,110,40");

    assertThat(Answered.get(page.linked("self")).json().path("features"))
        .isEqualTo(page.json().path("features"));
    assertThat(page.linked("next").getQuery()).contains("bbox=100,30,110,40").contains("limit=5");
    for (JsonNode link : page.json().path("links")) {
      assertThat(link.path("rel").asText()).isNotEmpty();
      assertThat(link.path("type").asText()).isNotEmpty();
      assertThat(Answered.get(URI.create(link.path("href").asText())).header("Content-Type"))
          .startsWith(link.path("type").asText());
    }
  }

  @Test
  @Requirement({CORE + "f-op", CORE + "f-success", CORE + "f-links"})
  void a_feature_by_its_id_is_the_one_in_the_list_and_links_to_its_collection() {
    JsonNode listed = Answered.get("/collections/airport/items?limit=1").json().at("/features/0");
    String id = listed.path("id").asText();
    Answered alone = Answered.get("/collections/airport/items/" + ApiDocument.encoded(id));

    assertThat(alone.json().path("geometry")).isEqualTo(listed.path("geometry"));
    assertThat(alone.json().path("properties")).isEqualTo(listed.path("properties"));
    for (String rel : List.of("self", "alternate", "collection")) {
      assertThat(Answered.get(alone.linked(rel)).status()).as(rel).isEqualTo(200);
    }
    assertThat(Answered.get("/collections/airport/items/nothing").status()).isEqualTo(404);
    assertThat(Answered.get("/collections/nothing/items").status()).isEqualTo(404);
  }

  @Test
  @Requirement({
    "ogcapi-features-1/1.0/req/geojson/definition",
    "ogcapi-features-1/1.0/req/geojson/content"
  })
  void features_are_geojson_with_outer_rings_anticlockwise() {
    Answered page = Answered.get("/collections/env-unit/items?limit=20");

    assertThat(page.header("Content-Type")).isEqualTo("application/geo+json");
    assertThat(page.json().path("type").asText()).isEqualTo("FeatureCollection");
    for (JsonNode feature : page.json().path("features")) {
      assertThat(feature.path("type").asText()).isEqualTo("Feature");
      JsonNode ring = feature.at("/geometry/coordinates/0");
      if (feature.at("/geometry/type").asText().equals("MultiPolygon")) {
        ring = ring.get(0);
      }
      assertThat(signedArea(ring)).as(feature.path("id").asText()).isPositive();
    }
  }

  @Test
  @Requirement({
    "ogcapi-features-1/1.0/req/html/definition",
    "ogcapi-features-1/1.0/req/html/content",
    "ogcapi-common-1/1.0/req/html/definition",
    "ogcapi-common-1/1.0/req/html/content",
    "ogcapi-processes-1/1.0/req/html/definition",
    "ogcapi-processes-1/1.0/req/html/content"
  })
  void every_resource_can_be_read_as_html_with_its_links() {
    for (String path :
        List.of(
            "/?f=html",
            "/conformance?f=html",
            "/collections?f=html",
            "/collections/counties?f=html",
            "/collections/counties/items?f=html",
            "/collections/counties/items/640104?f=html",
            "/processes?f=html",
            "/processes/screening?f=html",
            "/tiles?f=html",
            "/styles?f=html")) {
      Answered page = Answered.get(path);
      assertThat(page.header("Content-Type")).as(path).startsWith("text/html");
      assertThat(page.text()).as(path).contains("<a href=").contains("f&#x3D;json");
    }
  }

  @Test
  @Requirement({
    "ogcapi-common-1/1.0/req/json/definition",
    "ogcapi-common-1/1.0/req/json/content",
    "ogcapi-processes-1/1.0/req/json/definition"
  })
  void every_resource_is_json_for_who_asks_for_json() {
    for (String path :
        List.of("/", "/conformance", "/collections", "/processes", "/tiles", "/styles")) {
      Answered told = Answered.get(path, "Accept", "application/json");
      assertThat(told.header("Content-Type")).as(path).startsWith("application/json");
      assertThat(told.json().isObject()).isTrue();
    }
  }

  private static double signedArea(JsonNode ring) {
    double sum = 0;
    for (int i = 1; i < ring.size(); i++) {
      sum +=
          ring.get(i - 1).get(0).asDouble() * ring.get(i).get(1).asDouble()
              - ring.get(i).get(0).asDouble() * ring.get(i - 1).get(1).asDouble();
    }
    return sum;
  }

  private static int count(String path) {
    return Answered.get(path).json().path("features").size();
  }

  private static List<String> ids(JsonNode array) {
    List<String> ids = new ArrayList<>();
    array.forEach(one -> ids.add(one.path("id").asText()));
    return ids;
  }
}
