package luodi.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The letters of the ground that matter for an industry: what a form of declared ground asks. */
class LettersTest {
  /** 长江保护法第26条第2款：禁止在长江干支流岸线一公里范围内新建、扩建化工园区和化工项目。 */
  private static final String YANGTZE = "yangtze-1km-chemical";

  private static final String ETHYLENE = "/industries/2614/letters";
  private static final String GARMENTS = "/industries/1811/letters";

  @Test
  void a_chemical_plant_is_asked_how_far_it_stands_from_the_yangtze() {
    JsonNode shoreline = letter(ETHYLENE, "river-shoreline");

    assertThat(shoreline.path("within_m").toString()).isEqualTo("[1000.0]");
    assertThat(shoreline.path("attributes").path("rank").toString()).contains("main", "tributary");
    assertThat(shoreline.path("effect").asText()).isEqualTo("prohibit");
    assertThat(shoreline.path("rules").toString()).contains(YANGTZE);
  }

  @Test
  void a_garment_works_is_not_asked_for_what_only_binds_chemicals() {
    assertThat(rules(GARMENTS)).isNotEmpty().doesNotContain(YANGTZE);
  }

  @Test
  void an_upgrade_is_not_asked_for_what_binds_only_new_plants() {
    assertThat(rules(ETHYLENE + "?fact.activity=new")).contains(YANGTZE);
    assertThat(rules(ETHYLENE + "?fact.activity=upgrade")).doesNotContain(YANGTZE);
  }

  @Test
  void a_law_that_was_not_yet_in_force_asks_nothing() {
    assertThat(rules(ETHYLENE + "?as_of=2021-02-28")).doesNotContain(YANGTZE);
    assertThat(rules(ETHYLENE + "?as_of=2021-03-01")).contains(YANGTZE);
  }

  @Test
  void in_a_county_of_the_yellow_river_nobody_asks_for_the_yangtze() {
    String yinchuan = "?adcode=640104";
    String wuhan = "?adcode=420106";

    assertThat(rules(ETHYLENE + yinchuan)).doesNotContain(YANGTZE);
    assertThat(rules(ETHYLENE + wuhan)).contains(YANGTZE);
  }

  @Test
  void layers_that_this_server_cannot_check_are_told_apart() {
    assertThat(letter(GARMENTS, "eco-redline").path("in_profile").asBoolean()).isTrue();
    assertThat(letter(GARMENTS, "military-zone").path("in_profile").asBoolean()).isFalse();
  }

  @Test
  void what_cannot_be_read_gets_its_problem() {
    assertThat(problem("/industries/9999/letters")).isEqualTo("/problems/unknown-industry");
    assertThat(problem(ETHYLENE + "?fact.colour=red")).isEqualTo("/problems/unknown-fact");
    assertThat(problem(ETHYLENE + "?as_of=soon")).isEqualTo("/problems/bad-day");
    assertThat(problem(ETHYLENE + "?adcode=999999")).isEqualTo("/problems/bad-fact");
    assertThat(problem(ETHYLENE + "?lon=114")).isEqualTo("/problems/unknown-parameter");
  }

  private static List<String> rules(String path) {
    Answered answer = Answered.get(path);
    assertThat(answer.status()).isEqualTo(200);
    return answer.json().findValues("rules").stream()
        .flatMap(list -> java.util.stream.StreamSupport.stream(list.spliterator(), false))
        .map(JsonNode::asText)
        .distinct()
        .toList();
  }

  private static JsonNode letter(String path, String layer) {
    for (JsonNode letter : Answered.get(path).json().path("letters")) {
      if (letter.path("layer").asText().equals(layer)) {
        return letter;
      }
    }
    throw new AssertionError("no letter of " + layer + " at " + path);
  }

  private static String problem(String path) {
    Answered answer = Answered.get(path);
    assertThat(answer.status()).isEqualTo(400);
    return answer.json().path("type").asText();
  }
}
