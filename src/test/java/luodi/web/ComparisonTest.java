package luodi.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class ComparisonTest {
  private static final String SPOT =
      "{\"industry\":\"%s\",\"as_of\":\"2026-11-24\",\"site\":{\"type\":\"Point\",\"coordinates\":[%s,%s]}%s}";

  @Test
  void the_terms_of_every_lead_add_up_to_the_difference_of_the_scores() {
    JsonNode told =
        compare(
                park("3411", 0, ",\"weights\":{\"logistics\":3}"),
                park("3411", 1, ",\"weights\":{\"logistics\":3}"),
                park("3411", 2, ""))
            .json();

    assertThat(told.path("leads")).hasSize(3);
    for (JsonNode pair : told.path("leads")) {
      double one = score(told, pair.path("one").asInt());
      double other = score(told, pair.path("other").asInt());
      double sum = 0;
      for (JsonNode term : pair.at("/lead/terms")) {
        sum += term.path("term").asDouble();
      }
      assertThat(pair.at("/lead/difference").asDouble()).isEqualTo(one - other, within(1e-12));
      assertThat(sum).isEqualTo(one - other, within(1e-12));
    }
  }

  @Test
  void rules_that_differ_come_first_and_each_project_has_a_cell() {
    JsonNode told =
        compare(park("3411", 0, ""), SPOT.formatted("2614", "106.2", "38.4", "")).json();

    boolean same = false;
    for (JsonNode row : told.path("rules")) {
      assertThat(row.path("cells")).hasSize(2);
      boolean differs =
          !row.at("/cells/0/outcome").asText().equals(row.at("/cells/1/outcome").asText());
      assertThat(row.path("differs").asBoolean()).isEqualTo(differs);
      assertThat(same && differs).as("a row that differs after one that does not").isFalse();
      same |= !differs;
    }
    assertThat(told.at("/rules/0/differs").asBoolean()).isTrue();
    assertThat(same).isTrue();
  }

  @Test
  void a_prohibited_project_has_no_score_to_be_compared() {
    JsonNode told =
        compare(park("3411", 0, ""), SPOT.formatted("2614", "106.2", "38.4", "")).json();

    assertThat(told.at("/projects/1/verdict").asText()).isEqualTo("PROHIBITED");
    assertThat(told.at("/projects/1/score").isNull()).isTrue();
    assertThat(told.at("/leads/0/lead").isNull()).isTrue();
  }

  @Test
  void one_project_and_six_are_refused() {
    String one = park("3411", 0, "");

    assertThat(compare(one).json().path("detail").asText()).contains("2 to 5 projects");
    assertThat(compare(one, one, one, one, one, one).status()).isEqualTo(400);
  }

  @Test
  void a_mistake_is_told_with_the_project_that_it_stands_in() {
    Answered refused =
        compare(park("3411", 0, ""), "{\"industry\":\"3411\",\"site\":{\"type\":\"Circle\"}}");

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.json().at("/errors/0/pointer").asText()).startsWith("/projects/1/site");
  }

  private static double score(JsonNode told, int project) {
    return told.path("projects").get(project).path("score").asDouble();
  }

  private static Answered compare(String... projects) {
    return Answered.send(
        "POST",
        "/comparisons",
        "{\"projects\":[" + String.join(",", projects) + "]}",
        "Content-Type",
        "application/json");
  }

  /** The same industry in the middle of one of its best parks. */
  private static String park(String industry, int rank, String more) {
    JsonNode park =
        Answered.get("/places?industry=" + industry + "&as_of=2026-11-24")
            .json()
            .path("places")
            .get(rank);
    return String.format(Locale.ROOT, SPOT, industry, park.path("lon"), park.path("lat"), more);
  }
}
