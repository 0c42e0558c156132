package luodi.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code GET /moves}: its rows, their order, and what it refuses. */
class MovesTest {
  private static final Transfer DYEING = Transfer.asked("industry=1713&from=441900");

  @Test
  void every_prefecture_that_has_a_polygon_has_one_row() {
    Set<String> prefectures = new TreeSet<>();
    ServedGround.desk()
        .atlas()
        .zones("counties")
        .forEach(county -> prefectures.add(county.attributes().get("prefecture")));

    assertThat(DYEING.answer().path("rows").findValuesAsText("adcode"))
        .containsExactlyInAnyOrderElementsOf(prefectures);
  }

  @Test
  void rows_come_by_verdict_then_score_then_pairing_then_code() {
    List<String> best =
        List.of("PERMITTED_AS_CHECKED", "CONDITIONAL", "INSUFFICIENT", "PROHIBITED");
    List<String> keys = new ArrayList<>();
    for (JsonNode row : DYEING.answer().path("rows")) {
      keys.add(
          best.indexOf(row.at("/move/verdict").asText())
              + " "
              + String.format(java.util.Locale.ROOT, "%.6f", 1 - row.path("score").asDouble())
              + " "
              + row.path("pairings").isEmpty()
              + " "
              + row.path("adcode").asText());
    }

    assertThat(keys).isSorted();
  }

  @Test
  void a_move_that_is_prohibited_has_neither_score_nor_mode_and_every_other_has_a_score() {
    for (JsonNode row : DYEING.answer().path("rows")) {
      boolean prohibited = row.at("/move/verdict").asText().equals("PROHIBITED");
      assertThat(row.path("score").isNull()).as(row.toString()).isEqualTo(prohibited);
      if (prohibited) {
        assertThat(row.path("modes")).isEmpty();
        assertThat(row.path("instruments")).isEmpty();
      } else {
        assertThat(row.path("score").asDouble()).isBetween(0.0, 1.0);
      }
    }
  }

  @Test
  void weights_turn_scores_and_no_verdict() {
    Transfer weighed = Transfer.asked("industry=1713&from=441900&weight.logistics=1000");
    int turned = 0;
    for (JsonNode row : weighed.answer().path("rows")) {
      JsonNode before = DYEING.to(row.path("adcode").asText());
      assertThat(row.path("move")).isEqualTo(before.path("move"));
      turned += row.path("score").equals(before.path("score")) ? 0 : 1;
    }
    assertThat(turned).isPositive();
  }

  @Test
  void a_row_of_the_transfer_catalogue_moves_a_city_up_or_down_and_turns_no_verdict() {
    // 产业发展与转移指导目录（2018年本）: 孝感 takes in 数控机床 first, and no longer takes 铁合金
    Transfer machineTools = Transfer.asked("industry=3421&from=441900");
    Transfer ferroalloys = Transfer.asked("industry=3140&from=441900");
    String xiaogan = "420900";
    String jingmen = "420800"; // on the same reaches, and not in what we hold of the catalogue

    assertThat(machineTools.to(xiaogan).at("/catalogue/0/kind").asText()).isEqualTo("priority");
    assertThat(ferroalloys.to(xiaogan).at("/catalogue/0/kind").asText()).isEqualTo("no-more");
    assertThat(machineTools.to(xiaogan).at("/catalogue/0/citation/document").asText())
        .isEqualTo("产业发展与转移指导目录（2018年本）");
    for (Transfer moved : List.of(machineTools, ferroalloys)) {
      assertThat(moved.verdict(xiaogan)).isEqualTo(moved.verdict(jingmen));
    }
    List<String> adcodes = machineTools.answer().path("rows").findValuesAsText("adcode");
    assertThat(adcodes.indexOf(xiaogan)).isLessThan(adcodes.indexOf(jingmen));
    adcodes = ferroalloys.answer().path("rows").findValuesAsText("adcode");
    assertThat(adcodes.indexOf(xiaogan)).isGreaterThan(adcodes.indexOf(jingmen));
  }

  @Test
  void every_reason_and_instrument_names_a_rule_whose_text_the_answer_holds() {
    JsonNode rules = DYEING.answer().path("rules");
    for (JsonNode row : DYEING.answer().path("rows")) {
      List<JsonNode> named = new ArrayList<>();
      row.at("/move/reasons").forEach(named::add);
      row.path("instruments").forEach(named::add);
      for (JsonNode each : named) {
        assertThat(rules.at("/" + each.path("rule").asText() + "/citations/0/text").asText())
            .as(each.toString())
            .isNotEmpty();
        assertThat(each.at("/citation/document").asText()).isNotEmpty();
      }
    }
  }

  @Test
  void every_mode_rests_on_a_rule_or_on_an_official_pairing() {
    int told = 0;
    for (JsonNode row : DYEING.answer().path("rows")) {
      for (JsonNode mode : row.path("modes")) {
        told++;
        assertThat(mode.path("basis")).as(mode.toString()).isNotEmpty();
        for (JsonNode basis : mode.path("basis")) {
          assertThat(basis.path("kind").asText()).isIn("rule", "pairing");
          assertThat(basis.path("document").asText()).isNotEmpty();
          assertThat(basis.path("quote").asText()).isNotEmpty();
        }
      }
    }
    assertThat(told).isPositive();
  }

  @Test
  void a_pairing_shows_from_its_first_day_on() {
    // 发改振兴〔2022〕766号: Dongguan with Ji'an, in the table from 2022-05-01
    String jian = "360800";
    Transfer before = Transfer.asked("industry=1811&from=441900&as_of=2022-04-30");
    Transfer after = Transfer.asked("industry=1811&from=441900&as_of=2022-05-01");

    assertThat(before.to(jian).path("pairings")).isEmpty();
    assertThat(after.to(jian).at("/pairings/0/document").asText()).isEqualTo("发改振兴〔2022〕766号");
    assertThat(after.modes(jian)).contains("joint_park");
  }

  @Test
  void with_a_destination_its_parks_are_told_with_the_verdicts_of_the_ranking() {
    Transfer moves = Transfer.asked("industry=1811&from=441900&to=640100");
    JsonNode ranking = Answered.get("/places?industry=1811&from=441900&limit=200").json();
    Map<String, String> verdicts = new HashMap<>();
    ranking
        .path("places")
        .forEach(park -> verdicts.put(park.path("id").asText(), park.path("verdict").asText()));
    ranking.path("failures").forEach(park -> verdicts.put(park.path("id").asText(), "PROHIBITED"));
    int parks = 0;
    for (JsonNode row : moves.answer().path("rows")) {
      if (row.path("level").asText().equals("park")) {
        parks++;
        assertThat(row.path("adcode").asText()).startsWith("6401");
        assertThat(row.at("/move/place_verdict").asText())
            .as(row.path("name").asText())
            .isEqualTo(verdicts.get(row.path("park").asText()));
      }
    }
    assertThat(parks).isPositive();
    assertThat(moves.to("640100").path("level").asText()).isEqualTo("prefecture");
  }

  @Test
  void each_end_of_a_move_tells_a_position_inside_it() {
    var prefectures = ServedGround.desk().atlas().zones("prefectures");
    JsonNode rows = DYEING.answer().path("rows");
    int inside = 0;
    for (JsonNode row : rows) {
      var at =
          luodi.geo.Grid.SHAPES.createPoint(
              new org.locationtech.jts.geom.Coordinate(
                  row.path("lon").asDouble(), row.path("lat").asDouble()));
      for (var zone : prefectures) {
        boolean same = row.path("adcode").asText().equals(zone.attributes().get("adcode"));
        inside += same && zone.shape().covers(at) ? 1 : 0;
      }
    }
    assertThat(inside).isEqualTo(rows.size());
    assertThat(DYEING.answer().at("/from/lon").asDouble()).isBetween(113.0, 115.0);
  }

  @Test
  void ground_by_verdict_adds_up_to_the_prefecture() {
    double verdicts = 0;
    for (JsonNode row :
        Answered.get("/verdicts?industry=1713&by=prefecture&within=640100").json().path("rows")) {
      for (JsonNode km2 : row.path("km2")) {
        verdicts += km2.asDouble();
      }
    }
    double moves = 0;
    for (JsonNode km2 : DYEING.to("640100").path("km2")) {
      moves += km2.asDouble();
    }
    assertThat(moves).isEqualTo(verdicts, org.assertj.core.api.Assertions.within(1e-4));
  }

  @ParameterizedTest
  @CsvSource({
    "industry=1713, unknown-parameter",
    "industry=1713&from=, unknown-parameter",
    "industry=1713&from=999999, bad-fact",
    "industry=1713&from=Dongguan, bad-fact",
    "industry=1713&from=441900&to=999999, bad-fact",
    "industry=9999&from=441900, unknown-industry",
    "from=441900, unknown-industry",
    "industry=1713&from=441900&as_of=yesterday, bad-day",
    "industry=1713&from=441900&fact.colour=red, unknown-fact",
    "industry=1713&from=441900&facts=loose, unknown-parameter",
    "industry=1713&from=441900&via=440100, unknown-parameter"
  })
  void what_names_no_move_is_refused_with_the_reason(String query, String slug) {
    Answered refused = Answered.get("/moves?" + query);

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.json().path("type").asText()).isEqualTo("/problems/" + slug);
  }
}
