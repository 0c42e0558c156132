package luodi.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code GET /complementarity}, by the rows of the transfer catalogue that the rulebook quotes. */
class ComplementarityTest {
  private static JsonNode asked(String query) {
    Answered answer = Answered.get("/complementarity?" + query);
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer.json();
  }

  @Test
  void what_meizhou_lets_go_is_not_what_zhanjiang_takes_in_first() {
    JsonNode matrix = asked("from=441400&to=440800");

    assertThat(matrix.path("exits").findValuesAsText("item")).containsExactly("常用有色金属冶炼");
    assertThat(matrix.path("entries").findValuesAsText("item")).containsExactly("石化深加工", "高品质钢材");
    assertThat(matrix.path("cells")).hasSize(2);
    assertThat(matrix.path("cells").findValuesAsText("relation")).containsOnly("NONE");
  }

  @Test
  void what_meizhou_lets_go_is_what_xiaogan_no_longer_takes() {
    for (JsonNode cell : asked("from=441400&to=420900").path("cells")) {
      boolean aluminium = cell.at("/entry/item").asText().equals("电解铝");
      assertThat(cell.path("relation").asText().equals("SAME_INDUSTRY"))
          .as(cell.toString())
          .isEqualTo(aluminium); // 3216 lies in 321; 3140 and 3421 do not
    }
  }

  @Test
  void every_cell_cites_the_document_of_both_its_rows() {
    JsonNode cells = asked("from=441400&to=420900").path("cells");

    assertThat(cells).hasSize(3);
    for (JsonNode cell : cells) {
      for (String row : new String[] {"exit", "entry"}) {
        assertThat(cell.path(row).at("/citation/document").asText())
            .isEqualTo("产业发展与转移指导目录（2018年本）");
        assertThat(cell.path(row).path("rule").asText()).startsWith("transfer-catalogue-");
      }
    }
  }

  @Test
  void before_the_catalogue_there_is_nothing_to_compare() {
    assertThat(asked("from=441400&to=440800&as_of=2018-12-12").path("cells")).isEmpty();
  }

  @Test
  void an_empty_list_is_told_to_say_nothing() {
    JsonNode matrix = asked("from=441900&to=360800");

    assertThat(matrix.path("exits")).isEmpty();
    assertThat(matrix.path("catalogue_complete").asBoolean()).isFalse();
    assertThat(matrix.at("/pairings/0/document").asText()).isEqualTo("发改振兴〔2022〕766号");
  }

  @ParameterizedTest
  @CsvSource({
    "from=441400, unknown-parameter",
    "to=441400, unknown-parameter",
    "from=441400&to=999999, bad-fact",
    "from=999999&to=441400, bad-fact",
    "from=441400&to=440800&as_of=soon, bad-day",
    "from=441400&to=440800&industry=1713, unknown-parameter"
  })
  void two_regions_are_wanted(String query, String slug) {
    Answered refused = Answered.get("/complementarity?" + query);

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.json().path("type").asText()).isEqualTo("/problems/" + slug);
  }
}
