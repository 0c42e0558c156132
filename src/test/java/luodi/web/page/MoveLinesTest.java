package luodi.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import luodi.web.Answered;
import org.junit.jupiter.api.Test;

/** Where a dyeing works of Dongguan may move to: lines on the map, one for each open prefecture. */
class MoveLinesTest extends PageTest {
  private static final String MOVE = "industry=1713&from=441900";

  @Test
  void each_prefecture_that_is_open_gets_a_line_from_the_origin() {
    MapPage page = open("zh", MOVE).click("#areas-tab");

    page.click("#draw-moves");

    JsonNode moves = Answered.get("/moves?" + MOVE).json();
    List<JsonNode> open =
        list(moves.path("rows")).stream()
            .filter(row -> !row.at("/move/verdict").asText().equals("PROHIBITED"))
            .toList();
    List<Map<?, ?>> lines = lines(page);
    assertThat(lines).hasSameSizeAs(open).isNotEmpty();
    for (int i = 0; i < open.size(); i++) {
      JsonNode row = open.get(i);
      assertThat(lines.get(i).get("name")).isEqualTo(row.path("name").asText());
      assertThat(lines.get(i).get("verdict")).isEqualTo(row.at("/move/verdict").asText());
      assertThat(lines.get(i).get("from")).isEqualTo(position(moves.path("from")));
      assertThat(lines.get(i).get("to")).isEqualTo(position(row));
    }
  }

  @Test
  void the_lines_are_counted_and_go_away_again() {
    MapPage page = open("en", MOVE).click("#areas-tab").click("#draw-moves");
    lines(page);

    String told = page.text("#moves-note");

    JsonNode rows = Answered.get("/moves?" + MOVE).json().path("rows");
    for (String verdict : List.of("INSUFFICIENT", "PROHIBITED")) {
      long many =
          list(rows).stream()
              .filter(row -> row.at("/move/verdict").asText().equals(verdict))
              .count();
      assertThat(told).contains(String.valueOf(many));
    }
    page.click("#draw-moves");
    page.until(any -> page.script("return !window.luodiMap.getLayer('moves')").equals(true));
    assertThat(page.sees("#moves-note")).isFalse();
  }

  @Test
  void without_an_origin_no_lines_are_offered() {
    MapPage page = open("en", "industry=1713").click("#areas-tab");

    assertThat(page.sees("#draw-moves-label")).isFalse();
  }

  private static String position(JsonNode place) {
    return place.path("lon").asDouble() + "," + place.path("lat").asDouble();
  }

  /** Waits for the lines that lie in the map's source. */
  @SuppressWarnings("unchecked") // what a browser returns has no types
  private static List<Map<?, ?>> lines(MapPage page) {
    page.until(any -> page.script("return !!window.luodiMap.getLayer('moves')").equals(true));
    return (List<Map<?, ?>>)
        page.asyncScript(
            "const done = arguments[0];"
                + "window.luodiMap.getSource('moves').getData().then((data) => done(data.features.map((line) => ({"
                + "name: line.properties.name, verdict: line.properties.verdict,"
                + "from: line.geometry.coordinates[0].join(), to: line.geometry.coordinates[1].join()}))))");
  }
}
