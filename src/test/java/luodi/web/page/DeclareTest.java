package luodi.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import luodi.web.Answered;
import org.junit.jupiter.api.Test;

/** The form of declared ground: the letters that matter for the industry, as questions. */
class DeclareTest extends PageTest {
  private static final String SHORELINE = ".declared[data-layer=river-shoreline] ";

  @Test
  void the_form_asks_for_the_letters_that_matter_for_the_industry() {
    MapPage page = form(open("en", "industry=2614"));

    JsonNode letters = Answered.get("/industries/2614/letters").json().path("letters");
    assertThat(page.attributes(".declared", "data-layer"))
        .containsExactlyInAnyOrderElementsOf(
            list(letters).stream()
                .filter(letter -> letter.path("parts").toString().matches(".*\"(plot|any)\".*"))
                .map(letter -> letter.path("layer").asText())
                .toList());
  }

  @Test
  void a_shoreline_declared_at_812_metres_forbids_a_chemical_plant_in_wuhan() {
    MapPage page = form(open("zh", "industry=2614&adcode=420106"));

    declareShoreline(page, "812");
    page.verdict();

    // 长江保护法第26条第2款
    assertThat(reason(page)).isEqualTo("VIOLATED");
    String card = page.content(".reason[data-rule=yangtze-1km-chemical]");
    assertThat(card).contains("申报").contains("相距 812 m").contains("界限 1,000 m");
    assertThat(page.text("[data-caution=declared]")).contains("由您申报").contains("长江、黄河岸线");
    JsonNode answer = sameQuestion(page);
    assertThat(answer.at("/site/names/0").asText()).isEqualTo("湖北省武汉市武昌区");
    assertThat(page.contents(".readings dd")).contains("湖北省武汉市武昌区");
  }

  @Test
  void beyond_the_kilometre_the_same_shoreline_forbids_nothing() {
    MapPage page = form(open("zh", "industry=2614&adcode=420106"));

    page.click("#declare-rest"); // the management range, where the distance is 0, is not met either
    declareShoreline(page, "1001");
    page.until(any -> "SATISFIED".equals(reason(page)));

    assertThat(page.content(".reason[data-rule=yangtze-1km-chemical]")).contains("相距 1,001 m");
  }

  @Test
  void what_was_declared_stands_in_the_place_of_what_the_layers_say() {
    MapPage page = open("en", "industry=1811&lon=" + LON + "&lat=" + LAT);
    page.verdict();
    form(page).unfold("#declared-layers details:has([data-layer=eco-redline])");

    page.verdictAfter(
        () -> page.select(".declared[data-layer=eco-redline] [data-relation]", "overlap"));
    String verdict =
        page.verdictAfter(
            () -> page.select(".declared[data-layer=eco-redline] [data-attribute=zone]", "other"));

    assertThat(verdict).isEqualTo("PROHIBITED");
    assertThat(page.attribute(".reason[data-rule=redline-no-production]", "data-outcome"))
        .isEqualTo("VIOLATED");
    page.verdictAfter(() -> page.click("#declare-clear"));
    assertThat(page.sees("[data-caution=declared]")).isFalse();
  }

  @Test
  void the_county_of_declared_ground_is_found_by_its_name() {
    MapPage page = form(open("zh", "industry=1811")).type("county", "武昌");
    page.until(any -> page.sees("#county-options [data-code='420106']"));
    page.click("#county-options [data-code='420106']").click("#declare-rest");
    page.verdict();

    assertThat(page.lastSent("/screenings")).contains("\"adcode\":\"420106\"").contains("\"*\"");
    assertThat(page.text("#verdict h2"))
        .isEqualTo(sameQuestion(page).at("/decision/headline_zh").asText());
  }

  @Test
  void a_layer_that_an_answer_lacks_is_asked_for_from_its_reason() {
    // Chengdu lies outside the demo's synthetic ground.
    MapPage page = open("zh", "industry=1811&lon=104.06&lat=30.67");
    page.verdict();
    assertThat(page.text("[data-caution=no-data]")).contains("没有资料");

    page.unfold(".outcomes[data-outcome=NO_DATA]")
        .unfold(".reason[data-rule=redline-no-production]")
        .click(".reason[data-rule=redline-no-production] .missing .link");

    page.until(any -> page.sees(".declared.needed[data-layer=eco-redline]"));
  }

  private static MapPage form(MapPage page) {
    page.unfold("#declare");
    page.until(any -> page.sees(".declared"));
    return page;
  }

  private static void declareShoreline(MapPage page, String metres) {
    page.unfold("#declared-layers details:has([data-layer=river-shoreline])")
        .select(SHORELINE + "[data-relation]", "distance")
        .select(SHORELINE + "[data-attribute=rank]", "main");
    page.script(
        "const d = document.querySelector(arguments[0]); d.value = arguments[1];"
            + "d.dispatchEvent(new Event('change'))",
        SHORELINE + ".metres input",
        metres);
  }

  private static String reason(MapPage page) {
    return page.attribute(".reason[data-rule=yangtze-1km-chemical]", "data-outcome");
  }
}
