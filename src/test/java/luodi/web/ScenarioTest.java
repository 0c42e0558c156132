package luodi.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import luodi.atlas.Zone;
import luodi.geo.GeoJson;
import org.junit.jupiter.api.Test;

/** Rules and zones that are supposed for one answer. */
class ScenarioTest {
  private static final String RULE =
      """
      {"id":"supposed-no-garments","title_zh":"假设：不得建服装厂","title_en":"Supposed: no garment works",
       "authority":"normative",
       "citations":[{"document":"草案","article":"1","text":"假设","text_kind":"summary","from":null,
                     "status":"in_force","source":"a test"}],
       "from":null,"applies_to":"code(18)","where":"%s",
       "branches":[{"when":"true","effect":"prohibit"}]}""";

  @Test
  void a_supposed_rule_tightens_the_answer_and_is_named_in_it() {
    JsonNode without = screen("").json();
    JsonNode with = screen(scenario(RULE.formatted("in(region[adcode=640000])"))).json();

    assertThat(without.at("/decision/verdict").asText()).isNotEqualTo("PROHIBITED");
    assertThat(with.at("/decision/verdict").asText()).isEqualTo("PROHIBITED");
    assertThat(with.at("/reasons/0/rule").asText()).isEqualTo("supposed-no-garments");
    assertThat(with.path("warnings").toString())
        .contains("supposed-no-garments")
        .contains("not law");
    assertThat(with.at("/decision/rulebook").asText()).contains("+scenario-0@");
    assertThat(with.path("id").asText()).isNotEqualTo(without.path("id").asText());
    assertThat(screen("").bytes()).isEqualTo(screen("").bytes());
  }

  @Test
  void every_mistake_in_a_supposed_rule_is_told_where_it_stands() {
    String wrong = RULE.formatted("overlaps(eco-redlin)").replace("prohibit", "forbid");

    Answered refused = screen(scenario(wrong));

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.json().path("errors").findValuesAsText("pointer"))
        .containsExactlyInAnyOrder(
            "/scenario/rules/0/where", "/scenario/rules/0/branches/0/effect");
  }

  @Test
  void a_scenario_loosens_nothing() {
    String lifting =
        RULE.formatted("everywhere")
            .replace(
                "\"branches\"",
                "\"precedence\":{\"exception_to\":\"redline-no-production\"},\"branches\"");

    assertThat(screen(scenario(lifting)).text()).contains("an exception lifts no other");
    assertThat(
            screen(
                    scenario(
                        RULE.formatted("everywhere")
                            .replace("supposed-no-garments", "redline-no-production")))
                .text())
        .contains("replaces none");
  }

  @Test
  void a_supposed_rule_that_reaches_over_half_a_province_is_refused() {
    Answered refused = screen(scenario(RULE.formatted("within(d=50000, river-shoreline)")));

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.json().path("type").asText()).isEqualTo("/problems/scenario-too-wide");
  }

  @Test
  void a_scenario_is_never_kept_and_never_asked_of_the_whole_ground() {
    String supposed = scenario(RULE.formatted("everywhere"));

    assertThat(screen(supposed + ",\"store\":true").status()).isEqualTo(400);
    assertThat(
            Answered.send(
                    "POST",
                    "/fits",
                    "{\"site\":" + SITE + supposed + "}",
                    "Content-Type",
                    "application/json")
                .status())
        .isEqualTo(400);
  }

  @Test
  void an_approved_plot_is_read_in_the_crs_of_the_site() {
    String plot =
        "{\"type\":\"Polygon\",\"coordinates\":[[[106.2,38.4],[106.201,38.4],[106.201,38.401],[106.2,38.401],[106.2,38.4]]]}";
    String body =
        "{\"industry\":\"3011\",\"crs\":\"GCJ-02\",\"site\":%s,\"facts\":{\"approved_plot\":%s,\"new_sensitive_receptor\":false}}"
            .formatted(plot, plot);

    JsonNode answer =
        Answered.send("POST", "/screenings", body, "Content-Type", "application/json").json();

    // 重新选址: without overlap the EIA must be approved anew; the same plot is no re-siting
    for (JsonNode reason : answer.path("reasons")) {
      if (reason.path("rule").asText().equals("eia-major-change")) {
        assertThat(reason.path("outcome").asText()).isEqualTo("INFORM");
        return;
      }
    }
    throw new AssertionError(answer.toString());
  }

  @Test
  void a_supposed_zone_is_ground_and_says_that_it_is_supposed() {
    String redline =
        """
        {"eco-redline":{"type":"FeatureCollection","features":[{"type":"Feature",
          "properties":{"name":"划入红线","zone":"core-protection"},
          "geometry":{"type":"Polygon","coordinates":[[[106.19,38.39],[106.21,38.39],[106.21,38.41],[106.19,38.41],[106.19,38.39]]]}}]}}""";

    JsonNode with = screen(",\"scenario\":{\"zones\":" + redline + "}").json();

    assertThat(screen("").json().at("/decision/place_verdict").asText()).isNotEqualTo("PROHIBITED");
    // 生态保护红线: no production inside
    assertThat(with.at("/decision/place_verdict").asText()).isEqualTo("PROHIBITED");
    JsonNode seen = with.at("/reasons/0/evidence/0");
    assertThat(seen.path("layer").asText()).isEqualTo("eco-redline");
    assertThat(seen.path("confidence").asText()).isEqualTo("supposed");
    assertThat(seen.path("name").asText()).contains("划入红线").contains("supposed");
    assertThat(with.path("warnings").toString()).contains("1 in eco-redline");
    assertThat(with.at("/decision/atlas").asText()).startsWith(ServedGround.atlas().name() + "+");
    assertThat(screen("").json().at("/decision/atlas").asText())
        .isEqualTo(ServedGround.atlas().name());
  }

  @Test
  void a_zone_can_be_taken_away() {
    Zone farmland = ServedGround.atlas().zones("perm-basic-farmland").get(0);
    String there = GeoJson.write(farmland.shape().getInteriorPoint()).toString();

    JsonNode with = at(there, "");
    JsonNode without =
        at(
            there,
            """
            ,"scenario":{"zones":{"perm-basic-farmland":{"type":"FeatureCollection","features":[
              {"type":"Feature","id":"%s","properties":{},"geometry":null}]}}}"""
                .formatted(farmland.id()));

    assertThat(violated(with)).anyMatch(rule -> rule.contains("farmland"));
    assertThat(violated(without)).noneMatch(rule -> rule.contains("farmland"));
  }

  @Test
  void a_supposed_zone_that_cannot_be_is_refused_where_it_stands() {
    String square = "[[[106.19,38.39],[106.21,38.39],[106.21,38.41],[106.19,38.39]]]";
    String wide = "[[[96,38],[106,38],[106,39],[96,38]]]";

    assertRefused("eco-redlin", "", square, "bad-", "/scenario/zones/eco-redlin");
    assertRefused(
        "env-unit",
        "\"class\":\"keyy\"",
        square,
        "bad-",
        "/scenario/zones/env-unit/features/0/properties/class");
    assertRefused("eco-redline", "", wide, "scenario-too-wide", "/scenario/zones");
    assertThat(screen(",\"scenario\":{}").status()).isEqualTo(400);
  }

  private static void assertRefused(
      String layer, String properties, String rings, String slug, String pointer) {
    Answered refused =
        screen(
            """
            ,"scenario":{"zones":{"%s":{"type":"FeatureCollection","features":[{"type":"Feature",
              "properties":{%s},"geometry":{"type":"Polygon","coordinates":%s}}]}}}"""
                .formatted(layer, properties, rings));
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.json().path("type").asText()).startsWith("/problems/" + slug);
    assertThat(refused.json().at("/errors/0/pointer").asText()).isEqualTo(pointer);
  }

  private static JsonNode at(String site, String more) {
    String body = "{\"industry\":\"1811\",\"as_of\":\"2026-11-24\",\"site\":" + site + more + "}";
    return Answered.send("POST", "/screenings", body, "Content-Type", "application/json").json();
  }

  private static List<String> violated(JsonNode answer) {
    List<String> rules = new ArrayList<>();
    for (JsonNode reason : answer.path("reasons")) {
      if (reason.path("outcome").asText().equals("VIOLATED")) {
        rules.add(reason.path("rule").asText());
      }
    }
    return rules;
  }

  private static final String SITE = "{\"type\":\"Point\",\"coordinates\":[106.2,38.4]}";

  private static String scenario(String rule) {
    return ",\"scenario\":{\"rules\":[" + rule + "]}";
  }

  private static Answered screen(String more) {
    String body = "{\"industry\":\"1811\",\"as_of\":\"2026-11-24\",\"site\":" + SITE + more + "}";
    return Answered.send("POST", "/screenings", body, "Content-Type", "application/json");
  }
}
