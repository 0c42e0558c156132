package luodi.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Resources as a person reads them. */
class HtmlTest {
  private static final String BROWSER = "text/html,application/xhtml+xml,*/*;q=0.8";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/?f=html",
        "/conformance",
        "/collections",
        "/collections/env-unit",
        "/collections/env-unit/queryables",
        "/collections/env-unit/items",
        "/collections/counties/items/640104",
        "/api",
      })
  void a_browser_gets_a_page_in_its_language_with_a_way_to_the_other(String path) {
    Answered chinese = Answered.get(path, "Accept", BROWSER, "Accept-Language", "zh-CN,zh;q=0.9");
    Answered english = Answered.get(path, "Accept", BROWSER, "Accept-Language", "en-GB,en;q=0.9");

    assertThat(chinese.header("Content-Type")).startsWith("text/html");
    assertThat(chinese.header("Content-Language")).isEqualTo("zh-CN");
    assertThat(chinese.text()).contains("<html lang=\"zh-CN\">").contains("图层").contains("地图");
    assertThat(english.text()).contains("<html lang=\"en\">").contains("Layers").contains("Map");
    assertThat(english.header("Vary")).contains("Accept-Language");
    String other = chinese.text().split("class=\"other\" href=\"")[1].split("\"")[0];
    Answered turned =
        Answered.get(java.net.URI.create(other.replace("&amp;", "&").replace("&#x3D;", "=")));
    assertThat(turned.text()).contains("<html lang=\"en\">");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/?f=html&lang=en",
        "/collections?f=html&lang=en",
        "/collections/env-unit?f=html&lang=en",
        "/collections/env-unit/items?f=html&lang=en&limit=2",
        "/collections/counties/items/640104?f=html&lang=en",
        "/tileMatrixSets?f=html&lang=en",
        "/styles?f=html&lang=en",
        "/processes?f=html&lang=en",
        "/api?f=html&lang=en"
      })
  void who_has_chosen_a_language_keeps_it_on_every_way_onwards(String path) {
    String page =
        Answered.get(path, "Accept-Language", "zh-CN")
            .text()
            .replace("&#x3D;", "=")
            .replace("&amp;", "&");

    String ways = page.replaceAll("<a class=\"other\"[^>]*>", "");
    Matcher links = Pattern.compile("href=\"([^\"]*[?&]f=html[^\"]*)\"").matcher(ways);
    assertThat(links.results().map(link -> link.group(1)).toList())
        .isNotEmpty()
        .allMatch(link -> link.contains("lang=en"));
    assertThat(page.contains("<form")).isEqualTo(page.contains("name=\"lang\" value=\"en\""));
  }

  @Test
  void a_page_of_features_leads_to_each_feature_onwards_and_to_the_data() {
    String page =
        Answered.get("/collections/env-unit/items?f=html&limit=2&lang=en")
            .text()
            .replace("&#x3D;", "=");

    assertThat(page).contains("f=json").contains("offset=2").contains("Next page");
    assertThat(page).contains("Synthetic data");
    ServedGround.atlas().zones("env-unit").stream()
        .limit(2)
        .forEach(zone -> assertThat(page).contains("/items/" + zone.id() + "?f=html"));
  }

  @Test
  void text_from_the_data_cannot_become_markup() {
    Answered page =
        Answered.get(
            "/collections/env-unit/items?f=html&filter="
                + SmallGround.encoded("name = '<script>alert(1)</script>'"));

    assertThat(page.status()).isEqualTo(200);
    assertThat(page.text()).doesNotContain("<script>alert").contains("&lt;script&gt;alert");
    assertThat(page.header("Content-Security-Policy")).contains("default-src 'self'");
  }

  @Test
  void a_problem_stays_a_problem_for_a_browser() {
    Answered problem = Answered.get("/collections/nothing", "Accept", BROWSER);

    assertThat(problem.status()).isEqualTo(404);
    assertThat(problem.header("Content-Type")).startsWith("application/problem+json");
  }
}
