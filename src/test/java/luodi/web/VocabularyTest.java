package luodi.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The words that rules, facts and declared ground are written in. */
class VocabularyTest {
  private final JsonNode vocabulary = Answered.get("/vocabulary").json();

  @Test
  void every_word_of_the_rulebook_has_a_name_in_chinese_and_in_english() {
    List<JsonNode> titled = new ArrayList<>();
    vocabulary.path("layers").forEach(titled::add);
    vocabulary.findValues("attributes").forEach(list -> list.forEach(titled::add));
    vocabulary.findValues("values").forEach(list -> list.forEach(titled::add));
    vocabulary.findValues("choices").forEach(list -> list.forEach(titled::add));
    List.of("sets", "lists", "facts", "tags")
        .forEach(kind -> vocabulary.path(kind).forEach(titled::add));

    assertThat(titled).hasSizeGreaterThan(300).allSatisfy(VocabularyTest::isNamed);
  }

  private static void isNamed(JsonNode word) {
    assertThat(word.path("title_en").asText()).as(word.toString()).isNotBlank();
    assertThat(word.path("title_zh").asText()).as(word.toString()).matches(".*[\\p{IsHan}\\d].*");
  }

  @Test
  void every_fact_that_can_be_told_is_named() {
    List<String> facts = Answered.get("/facts").json().findValuesAsText("key");

    assertThat(vocabulary.path("facts").findValuesAsText("key")).isEqualTo(facts);
  }

  @Test
  void words_of_a_nature_reserve_change_on_the_day_the_law_changed_them() {
    JsonNode zones = attribute("nature-reserve", "zone").path("values");

    // 自然保护区条例（2026年修订），自2026年3月15日起施行：两区代替三区
    assertThat(value(zones, "core").path("to").asText()).isEqualTo("2026-03-15");
    assertThat(value(zones, "core").path("title_zh").asText()).isEqualTo("核心区");
    assertThat(value(zones, "general-control").path("from").asText()).isEqualTo("2026-03-15");
    assertThat(value(zones, "general-control").path("title_zh").asText()).isEqualTo("一般控制区");
  }

  @Test
  void region_lists_and_ground_that_is_never_open_say_so() {
    assertThat(layer("special-area").path("region_list").asBoolean()).isTrue();
    assertThat(layer("military-zone").path("never_open").asBoolean()).isTrue();
    assertThat(layer("eco-redline").path("region_list").asBoolean()).isFalse();
  }

  private JsonNode layer(String id) {
    return one(vocabulary.path("layers"), "id", id);
  }

  private JsonNode attribute(String layer, String name) {
    return one(layer(layer).path("attributes"), "name", name);
  }

  private static JsonNode value(JsonNode values, String value) {
    return one(values, "value", value);
  }

  private static JsonNode one(JsonNode list, String key, String wanted) {
    for (JsonNode each : list) {
      if (each.path(key).asText().equals(wanted)) {
        return each;
      }
    }
    throw new AssertionError("no " + key + " '" + wanted + "' in " + list);
  }
}
