package luodi.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The verdict beside the map is the API's own, said in the reader's language. */
class VerdictTest extends PageTest {
  private static final String HERE = "&lon=" + LON + "&lat=" + LAT;

  @Test
  void a_click_on_the_map_brings_the_verdict() {
    MapPage page = open("zh", "").chooseIndustry("水泥", "3011").look(LON, LAT, 11);

    page.clickMap(LON, LAT);

    String verdict = page.verdict();
    JsonNode answer = sameQuestion(page);
    assertThat(verdict).isEqualTo(answer.at("/decision/verdict").asText());
    assertThat(page.text("#verdict h2")).isEqualTo(answer.at("/decision/headline_zh").asText());
    assertThat(page.text(".disclaimer")).isEqualTo(answer.path("disclaimer_zh").asText());
    assertThat(page.value("lonlat")).startsWith("106.3").contains("38.4");
  }

  @Test
  void english_readers_get_the_english_headline() {
    MapPage page = open("en", "industry=3011" + HERE);
    page.verdict();

    JsonNode answer = sameQuestion(page);
    assertThat(page.text("#verdict h2")).isEqualTo(answer.at("/decision/headline_en").asText());
    page.click("#language");
    assertThat(page.text("#verdict h2")).isEqualTo(answer.at("/decision/headline_zh").asText());
  }

  @Test
  void what_the_place_decides_stands_beside_what_the_project_must_still_show() {
    MapPage page = open("zh", "industry=2614" + HERE);
    page.verdict();

    JsonNode answer = sameQuestion(page);
    assertThat(page.attribute("[data-half=placeDecides] .chip", "data-verdict"))
        .isEqualTo(answer.at("/decision/place_verdict").asText());
    assertThat(counts(page, "placeDecides")).isEqualTo(counts(answer, true));
    assertThat(counts(page, "projectShows")).isEqualTo(counts(answer, false));
  }

  @Test
  void every_reason_is_there_once_in_its_half() {
    MapPage page = open("zh", "industry=2614" + HERE);
    page.verdict();

    JsonNode answer = sameQuestion(page);
    assertThat(page.attributes("[data-group=placeDecides] .reason", "data-rule"))
        .containsExactlyInAnyOrderElementsOf(rules(answer, true));
    assertThat(page.attributes("[data-group=projectShows] .reason", "data-rule"))
        .containsExactlyInAnyOrderElementsOf(rules(answer, false));
  }

  @Test
  void a_reason_tells_document_number_article_text_and_evidence() {
    MapPage page = open("zh", "industry=2614" + HERE);
    page.verdict();

    for (JsonNode reason : sameQuestion(page).path("reasons")) {
      String card = page.content(".reason[data-rule='" + reason.path("rule").asText() + "']");
      for (JsonNode cited : reason.path("citations")) {
        assertThat(card).contains("《" + cited.path("document").asText() + "》");
        assertThat(card).contains(cited.path("number").asText("").replace("null", ""));
        assertThat(card).contains(cited.path("article").asText("").replace("null", ""));
        assertThat(card).contains(cited.path("text").asText("").replace("null", ""));
      }
      for (JsonNode evidence : reason.path("evidence")) {
        assertThat(card).contains(evidence.path("name").asText("").replace("null", ""));
      }
    }
  }

  @Test
  void a_measured_distance_is_shown_to_a_decimetre_with_its_limit() {
    JsonNode answer =
        screened(
            "{\"industry\":\"2614\",\"site\":{\"type\":\"Point\",\"coordinates\":[106.35,38.45]}}");
    JsonNode row = farEvidence(answer);
    MapPage page = open("en", "industry=2614" + HERE);
    page.verdict();

    String shown =
        "%,.1f".formatted(row.path("distance_m").asDouble()).replaceAll("\\.0$", "") + " m";
    assertThat(page.contents(".evidence .measure")).anyMatch(line -> line.contains(shown));
  }

  @Test
  void synthetic_ground_is_unmistakable_in_the_answer_and_on_the_map() {
    MapPage page = open("zh", "industry=3011" + HERE);
    page.verdict();

    assertThat(page.text("[data-caution=synthetic]")).contains("合成数据，不是真实边界");
    assertThat(page.text("#legend")).contains("合成数据，不是真实边界");
    page.unfold("#layers");
    assertThat(page.text("[data-layer-row=eco-redline] .badge.made-up")).isEqualTo("合成");
  }

  @Test
  void a_citation_that_is_not_simply_in_force_says_so() {
    // 工业和信息化部2024年8月23日起暂停钢铁产能置换
    MapPage page = open("zh", "industry=3110" + HERE);
    page.verdict();

    List<JsonNode> unsound =
        list(sameQuestion(page).path("reasons")).stream()
            .filter(reason -> !reason.at("/citation/status").asText().equals("in_force"))
            .toList();
    assertThat(unsound).isNotEmpty();
    for (JsonNode reason : unsound) {
      String card = ".reason[data-rule='" + reason.path("rule").asText() + "'] ";
      assertThat(page.content(card + "summary .badge.warn")).isEqualTo("暂停");
      assertThat(page.attribute(card + ".law .status", "data-status"))
          .isEqualTo(reason.at("/citation/status").asText());
    }
  }

  @Test
  void a_text_from_memory_is_marked_as_recalled() {
    MapPage page = open("zh", "industry=2614" + HERE);
    page.verdict();

    List<String> recalled =
        list(sameQuestion(page).path("reasons")).stream()
            .filter(reason -> reason.at("/citation/text_kind").asText().equals("recalled"))
            .map(reason -> reason.path("rule").asText())
            .toList();
    assertThat(recalled).isNotEmpty();
    assertThat(page.attributes(".reason:has(summary [data-kind=recalled])", "data-rule"))
        .containsExactlyInAnyOrderElementsOf(recalled);
  }

  @Test
  void what_was_not_checked_is_listed() {
    MapPage page = open("en", "industry=3011" + HERE);
    page.verdict();

    JsonNode coverage = sameQuestion(page).path("coverage");
    assertThat(page.attributes("[data-gap=outsideProfile] [data-id]", "data-id"))
        .isEqualTo(list(coverage.path("outside_profile")).stream().map(JsonNode::asText).toList());
    assertThat(page.attributes("[data-gap=notCheckable] [data-id]", "data-id"))
        .containsExactly("military-zone");
    assertThat(page.content("[data-testid=not-checked]"))
        .contains(coverage.path("checked").asText() + " rules checked");
  }

  @Test
  void a_question_is_answered_in_place_and_keeps_its_promise() {
    MapPage page = open("en", "industry=3110" + at(bestPark("3110")));
    page.verdict();
    JsonNode question = question(sameQuestion(page), "net_new_capacity");
    String promised = question.at("/verdicts/true").asText();

    String chip = "[data-fact=net_new_capacity] [data-choice=true] .chip";
    assertThat(page.attribute(chip, "data-verdict")).isEqualTo(promised);
    String verdict = page.verdictAfter(() -> page.click(".question [data-choice=true]"));

    assertThat(verdict).isEqualTo(promised);
  }

  @Test
  void a_presumed_fact_is_shown_and_can_be_changed() {
    MapPage page = open("zh", "industry=2614" + HERE);
    page.verdict();
    assertThat(page.value("understood-activity")).isEqualTo("new");
    page.unfold("[data-testid=presumed]");

    page.verdictAfter(() -> page.select("#understood-activity", "upgrade"));

    JsonNode activity = sameQuestion(page).at("/project/facts/activity");
    assertThat(activity.path("value").asText()).isEqualTo("upgrade");
    assertThat(activity.path("presumed").asBoolean()).isFalse();
    assertThat(page.attribute("#understood [data-fact=activity]", "data-kind")).isEqualTo("given");
  }

  @Test
  void a_missing_fact_can_be_told_in_its_reason() {
    MapPage page = open("zh", "industry=3110" + at(bestPark("3110")));
    page.verdict();
    String reason = ".reason[data-rule=steel-replacement-suspension]";
    page.unfold(reason);
    // 暂停自2024-08-23起：此前公告的不受影响
    page.verdictAfter(
        () ->
            page.script(
                "const d = document.querySelector(arguments[0]); d.value = '2024-08-23';"
                    + "d.dispatchEvent(new Event('change'))",
                reason + " [data-fact=replacement_published_on] input"));

    assertThat(page.attribute(reason, "data-outcome")).isEqualTo("VIOLATED");
  }

  private static Map<String, Integer> counts(MapPage page, String half) {
    Map<String, Integer> counts = new TreeMap<>();
    String rows = "[data-half=" + half + "] li";
    List<String> texts = page.contents(rows);
    List<String> outcomes = page.attributes(rows, "data-outcome");
    for (int i = 0; i < texts.size(); i++) {
      counts.put(outcomes.get(i), Integer.valueOf(texts.get(i).replaceAll("\\D", "")));
    }
    return counts;
  }

  private static Map<String, Integer> counts(JsonNode answer, boolean place) {
    Map<String, Integer> counts = new TreeMap<>();
    for (JsonNode reason : answer.path("reasons")) {
      String outcome = reason.path("outcome").asText();
      if (reason.path("place").asBoolean() == place
          && List.of("VIOLATED", "CONDITION", "NEED_INFO", "NO_DATA").contains(outcome)) {
        counts.merge(outcome, 1, Integer::sum);
      }
    }
    return counts;
  }

  private static List<String> rules(JsonNode answer, boolean place) {
    return list(answer.path("reasons")).stream()
        .filter(reason -> reason.path("place").asBoolean() == place)
        .map(reason -> reason.path("rule").asText())
        .toList();
  }

  private static JsonNode question(JsonNode answer, String fact) {
    return list(answer.path("questions")).stream()
        .filter(question -> question.path("fact").asText().equals(fact))
        .findFirst()
        .orElseThrow();
  }

  /** A row of evidence that lies some way off, below ten kilometres. */
  private static JsonNode farEvidence(JsonNode answer) {
    return list(answer.path("reasons")).stream()
        .flatMap(reason -> list(reason.path("evidence")).stream())
        .filter(row -> row.path("distance_m").asDouble() > 100)
        .filter(row -> row.path("distance_m").asDouble() < 9999)
        .findFirst()
        .orElseThrow();
  }
}
