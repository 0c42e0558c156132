package luodi.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import luodi.atlas.Zone;
import luodi.geo.GeoJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Features of collections, asked page by page. */
class ItemsTest {
  @Test
  void following_next_reads_every_feature_once_in_the_order_of_ids() {
    List<String> read = new ArrayList<>();
    Answered page = Answered.get("/collections/env-unit/items?limit=100");
    read.addAll(ids(page));
    while (page.links("next")) {
      page = Answered.get(page.linked("next"));
      assertThat(page.status()).isEqualTo(200);
      read.addAll(ids(page));
    }

    assertThat(read)
        .isEqualTo(ServedGround.atlas().zones("env-unit").stream().map(Zone::id).toList());
  }

  @Test
  void a_feature_tells_source_confidence_validity_edition_and_that_it_is_synthetic() {
    JsonNode unit = Answered.get("/collections/env-unit/items?limit=1").json().at("/features/0");

    JsonNode told = unit.path("properties");
    assertThat(told.path("source").asText()).contains("not real");
    assertThat(told.path("confidence").asText()).isEqualTo("synthetic");
    assertThat(told.path("synthetic").booleanValue()).isTrue();
    assertThat(told.path("edition").asText())
        .isEqualTo(ServedGround.atlas().layer("env-unit").orElseThrow().edition());
    assertThat(told.has("valid_from") && told.has("valid_to")).isTrue();
    assertThat(told.path("name").asText()).contains("合成");
    assertThat(told.path("items").isObject()).as("an access list is an object").isTrue();
  }

  @Test
  void a_feature_comes_with_the_shape_that_the_atlas_has() {
    Zone county = ServedGround.atlas().zone("counties", "640104").orElseThrow();

    JsonNode told = Answered.get("/collections/counties/items/640104").json();

    assertThat(GeoJson.read(told.path("geometry"), "").equalsTopo(county.shape())).isTrue();
  }

  @Test
  void a_shape_is_the_same_whichever_way_and_however_often_it_is_asked_for() {
    String page = "/collections/counties/items?limit=20";
    Answered first = Answered.get(page);
    Answered metres = Answered.get(page + "&crs=http://www.opengis.net/def/crs/EPSG/0/3857");
    Answered again = Answered.get(page);

    assertThat(again.bytes()).isEqualTo(first.bytes());
    assertThat(first.json().path("features")).hasSize(20);
    for (JsonNode feature : first.json().path("features")) {
      Zone county =
          ServedGround.atlas().zone("counties", feature.path("id").asText()).orElseThrow();
      assertThat(GeoJson.read(feature.path("geometry"), "").equalsTopo(county.shape())).isTrue();
    }
    assertThat(metres.json().at("/features/0/geometry/type"))
        .isEqualTo(first.json().at("/features/0/geometry/type"));
    assertThat(metres.json().at("/features/0/geometry"))
        .isNotEqualTo(first.json().at("/features/0/geometry"));
  }

  @Test
  void a_page_of_another_edition_is_refused_and_not_mixed() {
    Answered page = Answered.get("/collections/counties/items?offset=10&edition=1999");

    assertThat(page.status()).isEqualTo(409);
    assertThat(page.json().path("type").asText()).isEqualTo("/problems/conflict");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "bbox=1,2,3",
        "bbox=a,b,c,d",
        "bbox=10,20,30,10",
        "bbox=0,0,500,10",
        "limit=0",
        "limit=-1",
        "limit=ten",
        "offset=-1",
        "colour=red",
        "f=xml",
        "limit=1&limit=2"
      })
  void what_a_query_gets_wrong_is_told_with_the_parameter(String query) {
    Answered problem = Answered.get("/collections/counties/items?" + query);

    assertThat(problem.status()).isEqualTo(400);
    assertThat(problem.header("Content-Type")).startsWith("application/problem+json");
    assertThat(problem.json().at("/errors/0/parameter").asText()).isEqualTo(query.split("=")[0]);
  }

  private static List<String> ids(Answered page) {
    return page.json().path("features").findValuesAsText("id");
  }
}
