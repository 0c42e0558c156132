package luodi.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

/** Rules that are supposed for one answer. */
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

  private static final String SITE = "{\"type\":\"Point\",\"coordinates\":[106.2,38.4]}";

  private static String scenario(String rule) {
    return ",\"scenario\":{\"rules\":[" + rule + "]}";
  }

  private static Answered screen(String more) {
    String body = "{\"industry\":\"1811\",\"as_of\":\"2026-11-24\",\"site\":" + SITE + more + "}";
    return Answered.send("POST", "/screenings", body, "Content-Type", "application/json");
  }
}
