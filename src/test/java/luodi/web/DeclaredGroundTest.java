package luodi.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

/** Ground that the asker states, with a county in the place of a site. */
class DeclaredGroundTest {
  private static final String NOTHING_ELSE = "{\"layer\":\"*\",\"relation\":\"none\"}";

  @Test
  void declared_ground_needs_no_site() {
    JsonNode answer = screen("1811", "640104", NOTHING_ELSE);

    assertThat(answer.path("site").path("names").path(0).asText()).isEqualTo("宁夏回族自治区银川市兴庆区");
    assertThat(answer.path("decision").path("verdict").asText()).isNotEqualTo("PROHIBITED");
    assertThat(answer.path("decision").path("score").isNull()).isTrue();
  }

  @Test
  void a_layer_that_was_declared_is_not_called_missing() {
    JsonNode answer = screen("1811", "640104", NOTHING_ELSE);

    assertThat(answer.path("coverage").path("layers")).isEmpty();
    assertThat(answer.path("coverage").path("no_data")).isEmpty();
    assertThat(answer.path("warnings").toString()).doesNotContain("no data here");
  }

  @Test
  void a_chemical_plant_may_not_come_within_a_kilometre_of_the_declared_shoreline() {
    // 长江保护法第26条第2款
    assertThat(outcome(screen("2614", "420106", shoreline(812), NOTHING_ELSE)))
        .isEqualTo("VIOLATED");
    assertThat(outcome(screen("2614", "420106", shoreline(1001), NOTHING_ELSE)))
        .isEqualTo("SATISFIED");
  }

  @Test
  void every_reason_on_declared_ground_says_so() {
    JsonNode reason =
        reason(screen("2614", "420106", shoreline(812), NOTHING_ELSE), "yangtze-1km-chemical");

    JsonNode evidence = reason.path("evidence").path(0);
    assertThat(evidence.path("declared").asBoolean()).isTrue();
    assertThat(evidence.path("distance_m").asDouble()).isEqualTo(812.0);
    assertThat(evidence.path("threshold_m").asDouble()).isEqualTo(1000.0);
  }

  @Test
  void what_was_declared_is_part_of_what_an_answer_is_named_after() {
    String here = screen("1811", "640104", NOTHING_ELSE).path("id").asText();
    String there = screen("1811", "640105", NOTHING_ELSE).path("id").asText();
    String other = screen("1811", "640104", shoreline(5), NOTHING_ELSE).path("id").asText();

    assertThat(here).isNotEqualTo(there).isNotEqualTo(other).matches("[0-9a-f]{64}");
    assertThat(screen("1811", "640104", NOTHING_ELSE).path("id").asText()).isEqualTo(here);
  }

  private static String shoreline(int metres) {
    return "{\"layer\":\"river-shoreline\",\"rank\":\"main\",\"relation\":\"distance\",\"distance_m\":%d}"
        .formatted(metres);
  }

  private static JsonNode screen(String industry, String adcode, String... declared) {
    String body =
        "{\"industry\":\"%s\",\"adcode\":\"%s\",\"declared\":[%s]}"
            .formatted(industry, adcode, String.join(",", declared));
    Answered answer =
        Answered.send("POST", "/screenings", body, "Content-Type", "application/json");
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer.json();
  }

  private static String outcome(JsonNode answer) {
    return reason(answer, "yangtze-1km-chemical").path("outcome").asText();
  }

  private static JsonNode reason(JsonNode answer, String rule) {
    for (JsonNode reason : answer.path("reasons")) {
      if (reason.path("rule").asText().equals(rule)) {
        return reason;
      }
    }
    throw new AssertionError("no reason " + rule);
  }
}
