package luodi.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import luodi.web.Answered;
import org.junit.jupiter.api.Test;

/** Which industries fit the place that was chosen. */
class FitsTabTest extends PageTest {
  private static final String PLACE = "lon=" + LON + "&lat=" + LAT;
  private static final List<String> GROUPS =
      List.of("permitted_as_checked", "conditional", "insufficient", "prohibited");

  @Test
  void every_industry_stands_in_the_group_of_the_api_with_the_rules_that_count() {
    MapPage page = open("en", PLACE).click("#fits-tab");
    page.until(any -> page.sees(".fits[data-group=prohibited]"));

    JsonNode fits = Answered.get("/fits?" + PLACE).json();
    for (String group : GROUPS) {
      assertThat(page.text(".fits[data-group=" + group + "] .count"))
          .isEqualTo(String.valueOf(fits.path(group).size()));
    }
    JsonNode ruledOut = fits.path("prohibited").path(0);
    page.unfold(".fits[data-group=prohibited]");
    String row = "[data-fit='" + ruledOut.path("code").asText() + "']";
    assertThat(page.text(row)).contains(ruledOut.path("name_en").asText(), "Rests on: ");
  }

  @Test
  void an_industry_is_found_by_its_name_and_judged_on_the_same_place() {
    MapPage page = open("zh", PLACE).click("#fits-tab");
    page.until(any -> page.sees(".fits"));

    page.type("fits-find", "水泥制造");
    page.until(any -> page.sees("[data-fit='3011'] .link"));
    page.click("[data-fit='3011'] .link");

    page.until(any -> page.sees("#verdict[data-verdict]"));
    JsonNode answer =
        screened(
            "{\"industry\":\"3011\",\"site\":{\"type\":\"Point\",\"coordinates\":[%s,%s]}}"
                .formatted(LON, LAT));
    assertThat(page.attributes("#verdict", "data-verdict"))
        .containsExactly(answer.at("/decision/verdict").asText());
    assertThat(page.value("industry-input")).isEqualTo("3011 水泥制造");
  }

  @Test
  void another_place_is_asked_about_anew_and_without_one_the_page_says_what_is_wanted() {
    MapPage page = open("en", "").click("#fits-tab");
    assertThat(page.text("#fits")).contains("Choose a place");

    page.type("lonlat", LON + ", " + LAT).press("\n");

    page.until(any -> page.sees(".fits[data-group=conditional]"));
  }
}
