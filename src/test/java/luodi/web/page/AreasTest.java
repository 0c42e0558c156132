package luodi.web.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import luodi.web.Answered;
import org.junit.jupiter.api.Test;

/** Where an industry may go, in square kilometres by division. */
class AreasTest extends PageTest {
  private static final String NINGXIA = ".areas > [data-adcode='640000'] ";

  @Test
  void areas_are_those_of_the_api_and_rules_stand_beside_them() {
    MapPage page = open("en", "industry=3011").click("#areas-tab");
    page.until(any -> page.sees(".areas li"));

    JsonNode row = row("/verdicts?industry=3011&by=province", "640000");
    page.unfold(NINGXIA + ".why");
    assertThat(page.texts(NINGXIA + "[data-rule]"))
        .hasSameSizeAs(list(row.path("binding")))
        .allSatisfy(line -> assertThat(line).contains("km²"));
    assertThat(page.attributes(NINGXIA + "[data-rule]", "data-rule"))
        .isEqualTo(texts(row.path("binding"), "rule"));
    double prohibited = row.at("/km2/prohibited").asDouble();
    assertThat(page.text(NINGXIA + "[data-part=prohibited]"))
        .contains("%,.0f km²".formatted(prohibited));
  }

  @Test
  void a_division_is_opened_down_to_its_counties_and_closed_again() {
    MapPage page = open("zh", "industry=3011").click("#areas-tab");

    page.click(NINGXIA + ".area").click(".areas > [data-adcode='640100'] .area");
    page.until(any -> page.sees(".areas > [data-adcode='640104']"));

    List<String> counties =
        texts(
            Answered.get("/verdicts?industry=3011&by=county&within=640100").json().path("rows"),
            "adcode");
    assertThat(page.attributes(".areas > li", "data-adcode"))
        .containsExactlyInAnyOrderElementsOf(counties);
    assertThat(page.text(".areas > [data-adcode='640104'] .name")).isEqualTo("兴庆区");
    page.click(".crumbs button");
    page.until(any -> page.sees(NINGXIA));
  }

  @Test
  void where_nothing_is_known_no_area_is_claimed() {
    MapPage page = open("zh", "industry=3011").click("#areas-tab");

    page.until(any -> page.sees("[data-testid=areas-unknown]"));
    assertThat(page.content("[data-testid=areas-unknown]")).contains("四川省");
    assertThat(page.sees(".areas > [data-adcode='510000']")).isFalse();
  }

  @Test
  void the_map_takes_the_colours_of_the_project_and_gives_them_back() {
    MapPage page = open("en", "industry=3011&fact.activity=upgrade").click("#areas-tab");

    page.click("#colour-map");

    page.until(any -> page.sees("#legend-verdicts"));
    JsonNode legend =
        Answered.get("/tiles/verdict/3011.json?fact.activity=upgrade").json().path("legend");
    assertThat(page.attributes("#legend-verdicts li", "data-verdict-of-map"))
        .hasSize(legend.size())
        .allSatisfy(verdict -> assertThat(legend.has(verdict)).isTrue());
    assertThat((List<?>) page.script("return window.luodiMap.getSource('verdicts').tiles"))
        .singleElement(STRING)
        .endsWith("/tiles/verdict/3011/{z}/{x}/{y}.png?fact.activity=upgrade");
    page.click("#colour-map");
    page.until(any -> page.script("return !window.luodiMap.getLayer('verdicts')").equals(true));
    assertThat(page.sees("#legend-verdicts")).isFalse();
  }

  private static JsonNode row(String path, String adcode) {
    return list(Answered.get(path).json().path("rows")).stream()
        .filter(row -> row.path("adcode").asText().equals(adcode))
        .findFirst()
        .orElseThrow();
  }
}
