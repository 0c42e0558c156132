package luodi.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

/** What the server tells of its law. */
class RulesTest {
  @Test
  void a_rule_tells_how_it_read_before_and_why() {
    JsonNode before = Answered.get("/rules/coast-polluting").json().path("before");

    assertThat(before).hasSize(2);
    assertThat(before.at("/0/unread").asBoolean()).isTrue();
    assertThat(before.at("/1/in_force/1").asText()).isEqualTo("2026-08-15");
    assertThat(before.at("/1/applies_to").asText()).endsWith("and activity = new");
    assertThat(before.at("/1/why").asText()).contains("新建");
  }
}
