package luodi.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a project could enjoy stands apart from the verdict. */
class IncentivesTest {
  @Test
  void an_item_of_the_city_is_named_with_its_document_and_days() {
    JsonNode meizhou = screen("3670", "441402", "{}");
    JsonNode item = named(meizhou, "transfer-catalogue-priority").orElseThrow();

    assertThat(item.path("item").asText()).isEqualTo("梅州：汽车零部件");
    assertThat(item.path("document").asText()).isEqualTo("产业发展与转移指导目录（2018年本）");
    assertThat(item.at("/in_force/0").asText()).isEqualTo("2018-12-13");
    assertThat(item.at("/in_force/1").isNull()).isTrue();
    assertThat(item.path("missing_facts")).isEmpty();
  }

  @Test
  void every_encouraging_reason_is_an_incentive_and_nothing_else_is() {
    JsonNode answer = screen("3670", "441402", "{}");

    for (JsonNode incentive : answer.path("incentives")) {
      assertThat(reason(answer, incentive).path("effect").asText()).isEqualTo("encourage");
    }
    for (JsonNode reason : answer.path("reasons")) {
      if (reason.path("outcome").asText().equals("ENCOURAGED")) {
        assertThat(named(answer, reason.path("rule").asText())).isPresent();
      }
    }
  }

  @Test
  void an_incentive_lifts_no_prohibition_and_advice_prohibits_nothing() {
    JsonNode closed =
        screen(
            "3670",
            "441402",
            "{\"layer\":\"eco-redline\",\"zone\":\"core-protection\",\"relation\":\"overlap\"}");
    JsonNode smelter = screen("3110", "441402", "{}");

    assertThat(closed.at("/decision/verdict").asText()).isEqualTo("PROHIBITED");
    assertThat(named(closed, "transfer-catalogue-priority")).isPresent();
    for (JsonNode reason : smelter.path("reasons")) {
      if (reason.path("rule").asText().startsWith("transfer-catalogue")) {
        assertThat(reason.path("outcome").asText()).isEqualTo("DISCOURAGED");
      }
    }
  }

  @Test
  void a_report_tells_the_incentives() {
    Answered page = ReportTest.post(project("3670", "441402", "{}"), "html");

    assertThat(page.text()).contains("可享优惠", "梅州：汽车零部件", "鼓励不放宽任何禁止");
  }

  private static JsonNode reason(JsonNode answer, JsonNode incentive) {
    for (JsonNode reason : answer.path("reasons")) {
      if (reason.path("rule").equals(incentive.path("rule"))) {
        return reason;
      }
    }
    throw new AssertionError("no reason for " + incentive);
  }

  private static Optional<JsonNode> named(JsonNode answer, String rule) {
    for (JsonNode incentive : answer.path("incentives")) {
      if (incentive.path("rule").asText().equals(rule)) {
        return Optional.of(incentive);
      }
    }
    return Optional.empty();
  }

  private static String project(String industry, String adcode, String declared) {
    String more = declared.equals("{}") ? "" : declared + ",";
    return """
        {"industry": "%s", "as_of": "2026-11-24", "adcode": "%s",
         "declared": [%s {"layer": "*", "relation": "none"}]}"""
        .formatted(industry, adcode, more);
  }

  private static JsonNode screen(String industry, String adcode, String declared) {
    Answered answer =
        Answered.send(
            "POST",
            "/screenings",
            project(industry, adcode, declared),
            "Content-Type",
            "application/json");
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer.json();
  }
}
