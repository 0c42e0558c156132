package luodi.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import luodi.web.Answered;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** A reader says which industry, and reads where it may go. */
class AskTest extends PageTest {
  @Test
  void a_product_in_chinese_finds_its_industry() {
    MapPage page = open("zh", "").type("industry-input", "水泥");

    assertThat(codes(page)).isEqualTo(found("水泥")).startsWith("3011");
  }

  @Test
  void a_product_in_english_finds_its_industry() {
    MapPage page = open("en", "").chooseIndustry("cement", "3011");

    assertThat(page.value("industry-input")).isEqualTo("3011 Cement");
  }

  @Test
  void a_code_needs_no_list() {
    MapPage page = open("zh", "").type("industry-input", "3011").press(Keys.ENTER);

    page.until(any -> page.value("industry-input").equals("3011 水泥制造"));
    assertThat(page.attributes("#places .park", "data-place")).isNotNull();
  }

  @Test
  void a_product_that_tells_its_process_brings_the_fact_along() {
    MapPage page = open("zh", "").chooseIndustry("电解铝", "3216");
    page.look(LON, LAT, 11).clickMap(LON, LAT);
    page.verdict();

    // The trap code 3216 splits on the process: 电解铝 says which.
    assertThat(sameQuestion(page).at("/project/facts/process/value").asText())
        .isEqualTo("electrolytic");
    assertThat(page.value("understood-process")).isEqualTo("electrolytic");
  }

  @Test
  void what_nobody_makes_is_said_with_what_to_try() {
    MapPage page = open("en", "").type("industry-input", "qwertz");

    assertThat(page.text("#industry-input-options .nothing"))
        .contains("qwertz")
        .contains("Try a code");
  }

  @Test
  void the_parks_are_those_of_the_ranking_in_its_order() {
    MapPage page = open("zh", "").chooseIndustry("3011", "3011");

    JsonNode ranking = Answered.get("/places?industry=3011&limit=20").json();
    List<String> ids = page.until(any -> nullIfEmpty(page.attributes(".park", "data-place")));
    assertThat(ids).isEqualTo(texts(ranking.path("places"), "id"));
    assertThat(page.attributes(".park .chip", "data-verdict"))
        .isEqualTo(texts(ranking.path("places"), "verdict"));
    assertThat(page.contents(".park .name"))
        .zipSatisfy(
            texts(ranking.path("places"), "name"),
            (shown, name) -> assertThat(shown).contains(name));
    assertThat(page.content("[data-testid=ruled-out] .count"))
        .isEqualTo(String.valueOf(ranking.path("failures").size()));
  }

  @Test
  void the_score_of_a_park_shows_raw_values_and_sources() {
    MapPage page = open("en", "industry=3011");
    page.until(any -> page.sees(".park"));

    JsonNode hub = null;
    for (JsonNode factor : bestPark("3011").at("/score_detail/factors")) {
      for (JsonNode part : factor.path("parts")) {
        hub = part.path("id").asText().equals("hub") ? part : hub;
      }
    }
    page.unfold(".parks li .why");
    String shown = page.text(".parks li [data-factor=hub]");
    assertThat(shown)
        .contains(hub.path("raw").asText() + " km")
        .contains(hub.path("source").asText());
  }

  @Test
  void a_park_of_the_list_is_judged_as_in_the_ranking() {
    MapPage page = open("zh", "industry=3011");
    JsonNode best = bestPark("3011");

    page.click(".park[data-place='" + best.path("id").asText() + "']");
    page.verdict();

    assertThat(page.attribute("#verdict", "data-place-verdict"))
        .isEqualTo(best.path("verdict").asText());
    assertThat(page.text("#site-note")).contains(best.path("name").asText());
  }

  @Test
  void a_day_and_an_origin_are_part_of_the_question() {
    MapPage page = open("zh", "industry=1713&lon=" + LON + "&lat=" + LAT);
    page.verdict();
    page.unfold("#more").type("from", "东莞");
    page.until(any -> page.sees("#from-options [data-code='441900']"));
    page.verdictAfter(() -> page.click("#from-options [data-code='441900']"));

    assertThat(sameQuestion(page).at("/project/from/adcode").asText()).isEqualTo("441900");
    page.verdictAfter(
        () ->
            page.script(
                "const d = document.getElementById('as-of'); d.value = '2024-06-01';"
                    + "d.dispatchEvent(new Event('change'))"));
    assertThat(page.contents(".readings dd")).contains("2024-06-01");
  }

  @Test
  void the_address_keeps_the_question_for_a_colleague() {
    MapPage page =
        open("zh", "industry=1811&lon=" + LON + "&lat=" + LAT + "&fact.activity=upgrade");
    page.verdict();
    String headline = page.text("#verdict h2");

    String address = browser.driver().getCurrentUrl();
    MapPage again = open("zh", address.substring(address.indexOf('#') + 1));
    again.verdict();
    assertThat(again.text("#verdict h2")).isEqualTo(headline);
    assertThat(sameQuestion(again).at("/project/facts/activity/value").asText())
        .isEqualTo("upgrade");
  }

  @Test
  void a_link_pasted_over_another_is_followed() {
    MapPage page = open("zh", "industry=1811&lon=" + LON + "&lat=" + LAT);
    page.verdict();

    page.script("location.hash = '#industry=3011'");

    page.until(any -> page.value("industry-input").startsWith("3011") && page.sees(".park"));
    page.ready();
  }

  @Test
  void declared_ground_and_parts_travel_with_the_address() {
    String declared = "[{\"layer\":\"flood-detention\",\"relation\":\"overlap\"}]";
    String parts =
        "[{\"part\":\"outfall\",\"geometry\":{\"type\":\"Point\",\"coordinates\":[106.36,38.46]}}]";
    String question = "industry=2614&lon=" + LON + "&lat=" + LAT;
    MapPage page =
        open("zh", question + "&declared=" + encoded(declared) + "&parts=" + encoded(parts));
    page.verdict();

    assertThat(page.lastSent("/screenings")).contains("\"declared\":" + declared);
    assertThat(sameQuestion(page).at("/site/parts/1").asText()).isEqualTo("outfall");
    assertThat(browser.driver().getCurrentUrl()).contains("declared=").contains("parts=");
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static List<String> codes(MapPage page) {
    page.options("industry-input");
    return page.attributes("#industry-input-options [role=option]", "data-code");
  }

  private static List<String> found(String text) {
    JsonNode answer = Answered.get("/industries?limit=30&q=" + encoded(text)).json();
    return texts(answer.path("industries"), "code");
  }

  private static List<String> nullIfEmpty(List<String> list) {
    return list.isEmpty() ? null : list;
  }
}
