package luodi.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import luodi.web.LuodiServer;
import luodi.web.ServedGround;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** Where there is no answer, the page says why and what to do next. */
class ProblemTest extends PageTest {
  private String authority = super.authority();

  @Override
  String authority() {
    return authority;
  }

  @Test
  void the_sea_is_no_place_for_a_plant() {
    provoked.add("400 (Bad Request)");
    MapPage page = open("zh", "industry=1811&lon=123.5&lat=31");

    assertThat(page.text("#problem h2")).isEqualTo("这里没有图形资料");
    assertThat(page.text("#problem .next")).contains("请点在有区县图形的陆地上");
    assertThat(page.attribute("#problem", "data-problem")).isEqualTo("outside-coverage");
  }

  @Test
  void english_readers_are_told_in_english() {
    provoked.add("400 (Bad Request)");
    MapPage page = open("en", "industry=1811&lon=123.5&lat=31");

    assertThat(page.text("#problem h2")).isEqualTo("There is no geometry here");
    assertThat(page.text("#problem .detail")).startsWith("There is no geometry here");
  }

  @Test
  void after_a_problem_a_good_place_is_answered() {
    provoked.add("400 (Bad Request)");
    MapPage page = open("zh", "industry=1811&lon=123.5&lat=31");
    page.text("#problem h2");

    page.type("lonlat", LON + ", " + LAT).press(Keys.ENTER);

    page.verdict();
    assertThat(page.sees("#problem")).isFalse();
  }

  @Test
  void coordinates_that_are_none_are_refused_at_the_field() {
    MapPage page = open("en", "industry=1811").type("lonlat", "here");
    page.press(Keys.ENTER);

    assertThat(page.text("#site-note")).contains("longitude, latitude");
    assertThat(page.attribute("#lonlat", "aria-invalid")).isEqualTo("true");
  }

  @Test
  void while_the_ground_is_loading_the_page_waits_and_goes_on_by_itself() {
    provoked.add("503 (Service Unavailable)");
    try (LuodiServer server = LuodiServer.start("127.0.0.1", 0)) {
      authority = address(server).getAuthority();
      MapPage page = MapPage.open(browser, "zh", address(server), "industry=3011");
      assertThat(page.text("#problem h2")).isEqualTo("服务器还没有准备好");

      server.open(ServedGround.desk());

      page.ready();
      assertThat(page.sees("#problem")).isFalse();
      page.until(any -> page.sees(".park"));
    }
  }

  @Test
  void while_the_fabric_is_compiled_areas_are_promised_and_the_rest_is_answered() {
    provoked.add("503 (Service Unavailable)");
    try (LuodiServer server = LuodiServer.start("127.0.0.1", 0)) {
      authority = address(server).getAuthority();
      server.open(ServedGround.desk(ServedGround.atlas()));
      MapPage page = MapPage.open(browser, "en", address(server), "industry=3011").ready();

      page.click("#areas-tab");

      page.until(any -> page.text("#areas").contains("is being compiled"));
      page.click("#places-tab").until(any -> page.sees(".park"));
    }
  }

  @Test
  void when_the_server_is_gone_the_page_says_so_and_offers_to_try_again() {
    provoked.addAll(List.of("ERR_CONNECTION_REFUSED", "Failed to fetch"));
    MapPage page;
    try (LuodiServer server = LuodiServer.start("127.0.0.1", 0)) {
      authority = address(server).getAuthority();
      server.open(ServedGround.desk());
      page = MapPage.open(browser, "en", address(server), "industry=3011").ready();
    }

    page.type("lonlat", LON + ", " + LAT).press(Keys.ENTER);

    assertThat(page.text("#problem h2")).isEqualTo("The server cannot be reached");
    assertThat(page.text("#problem button")).isEqualTo("Try again");
  }

  @Test
  void a_browser_without_webgl_still_gets_its_verdict() {
    try (Browser plain = Browser.with("--disable-3d-apis")) {
      MapPage page = MapPage.open(plain, "zh", "industry=3011&lon=" + LON + "&lat=" + LAT);

      page.verdict();
      assertThat(page.text("#map-broken")).contains("WebGL");
      assertThat(page.text("#verdict h2"))
          .isEqualTo(sameQuestion(page).at("/decision/headline_zh").asText());
    }
  }

  private static URI address(LuodiServer server) {
    return URI.create("http://127.0.0.1:" + server.port() + "/map");
  }
}
