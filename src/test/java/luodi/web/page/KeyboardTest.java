package luodi.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** Everything that a mouse can do, keys can do. */
class KeyboardTest extends PageTest {
  @Test
  void an_industry_and_a_place_are_chosen_and_a_reason_is_read_by_keys_alone() {
    MapPage page = open("zh", "");

    page.tabTo("industry-input").press("水泥");
    page.options("industry-input");
    page.press(Keys.ARROW_DOWN, Keys.ENTER);
    page.until(any -> page.value("industry-input").startsWith("3011"));
    page.tabTo("lonlat").press(LON + ", " + LAT, Keys.ENTER);
    page.verdict();

    assertThat(page.text("#verdict h2"))
        .isEqualTo(sameQuestion(page).at("/decision/headline_zh").asText());
    page.tabTo("verdict-pane").tabTo("summary");
    String first = ".outcomes[open] .reason";
    boolean wasOpen = page.attribute(first, "open") != null;
    page.script("document.querySelector(arguments[0]).querySelector('summary').focus()", first);
    page.press(Keys.ENTER);
    page.until(any -> (page.attribute(first, "open") != null) != wasOpen);
  }

  @Test
  void the_place_under_the_cross_is_taken_with_enter() {
    MapPage page = open("en", "industry=3011").look(LON, LAT, 11);

    page.tabTo("maplibregl-canvas").press(Keys.ARROW_LEFT);
    assertThat(page.sees("#crosshair")).isTrue();
    assertThat(page.text("#crosshair-hint")).contains("Enter");
    page.drawn().press(Keys.ENTER);
    page.verdict();

    // The arrow moved the map, so the place lies west of where it was.
    assertThat(Double.parseDouble(page.value("lonlat").split(", ")[0])).isLessThan(LON);
  }

  @Test
  void a_plot_is_drawn_by_keys() {
    MapPage page = open("en", "industry=3011").look(LON, LAT, 12);

    page.tabTo("draw").press(Keys.ENTER);
    page.tabTo("maplibregl-canvas").press(Keys.ENTER);
    page.press(Keys.ARROW_RIGHT).drawn().press(Keys.ENTER);
    page.press(Keys.ARROW_DOWN).drawn().press(Keys.ENTER);
    page.tabTo("draw-finish").press(Keys.ENTER);
    page.verdict();

    assertThat(page.text("#site-note")).contains("3 corners");
    assertThat(sameQuestion(page).at("/site/area_m2").asDouble()).isPositive();
  }

  @Test
  void tabs_are_changed_with_the_arrow_keys() {
    MapPage page = open("zh", "industry=3011");
    page.until(any -> page.sees(".park"));

    page.script("document.getElementById('places-tab').focus()");
    page.press(Keys.ARROW_LEFT);
    assertThat(page.focused()).isEqualTo("fits-tab");
    page.press(Keys.ARROW_LEFT);

    assertThat(page.focused()).isEqualTo("verdict-tab");
    assertThat(page.attribute("#verdict-tab", "aria-selected")).isEqualTo("true");
    assertThat(page.sees("#places-pane")).isFalse();
  }

  @Test
  void every_field_and_button_has_a_name_that_can_be_heard() {
    MapPage page = open("en", "industry=2614&lon=" + LON + "&lat=" + LAT);
    page.verdict();
    page.unfold("#more").unfold("#declare").unfold("#layers");
    page.until(any -> page.sees(".declared"));

    Object nameless =
        page.script(
            """
            const named = (e) => e.getAttribute('aria-label') || e.textContent.trim() || e.title
              || [...(e.labels ?? [])].some((l) => l.textContent.trim());
            return [...document.querySelectorAll('button, input:not([type=file]), select, summary, a[href]')]
              .filter((e) => e.offsetParent && !named(e)).map((e) => e.outerHTML.slice(0, 120));
            """);
    assertThat((java.util.List<?>) nameless).isEmpty();
  }
}
