package luodi.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import luodi.web.Answered;
import luodi.web.ServedGround;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** What every test of the page holds: nothing from another host, and a quiet console. */
abstract class PageTest {
  /** In Yinchuan's Xingqing district, inside the covered province. */
  static final double LON = 106.35;

  static final double LAT = 38.45;

  final Browser browser = Browser.shared();

  /** Pieces of console lines that a test provokes on purpose. */
  final List<String> provoked = new ArrayList<>();

  @BeforeEach
  void a_test_begins_with_an_empty_page() {
    browser.forget();
  }

  @AfterEach
  void nothing_came_from_another_host_and_nothing_was_complained_of() {
    assertThat(browser.requests())
        .allSatisfy(
            request ->
                assertThat(request.address().getAuthority())
                    .as(request.address().toString())
                    .isEqualTo(authority()));
    assertThat(browser.complaints())
        .filteredOn(line -> provoked.stream().noneMatch(line::contains))
        .isEmpty();
  }

  /** Host and port of the server under test. */
  String authority() {
    return ServedGround.at("/").getAuthority();
  }

  MapPage open(String language, String question) {
    return MapPage.open(browser, language, question);
  }

  /** The API's own answer to the question that the page sent last. */
  static JsonNode sameQuestion(MapPage page) {
    return screened(page.lastSent("/screenings"));
  }

  static JsonNode screened(String body) {
    Answered answer =
        Answered.send("POST", "/screenings", body, "Content-Type", "application/json");
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer.json();
  }

  static List<JsonNode> list(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).toList();
  }

  static List<String> texts(JsonNode array, String member) {
    return list(array).stream().map(each -> each.path(member).asText()).toList();
  }

  /** The best park for an industry. */
  static JsonNode bestPark(String industry) {
    return Answered.get("/places?industry=" + industry).json().path("places").path(0);
  }

  static String at(JsonNode park) {
    return "&lon=" + park.path("lon").asText() + "&lat=" + park.path("lat").asText();
  }
}
