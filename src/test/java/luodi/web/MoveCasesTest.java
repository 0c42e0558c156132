package luodi.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Moves that the rulebook decides. Numbers are those of its texts; reaches are those of {@code
 * basins.csv}, key regions those of {@code air_regions.csv}.
 */
class MoveCasesTest {
  private static final String YANGTZE = "yangtze-no-upstream-pollution";
  private static final String KEY_BASINS = "key-basin-no-upstream-transfer";

  @ParameterizedTest(name = "steel from Tangshan to {0} on the day before the pause: {1}")
  @CsvSource({"130300, 1.5", "140700, 1.5", "441900, 1.5", "640200, 1.25", "420100, 1.25"})
  void steel_has_a_route_on_2024_08_22(String to, String ratio) {
    Transfer moves =
        Transfer.asked(
            "industry=3110&from=130200&as_of=2024-08-22&fact.capacity=1000000&fact.net_new_capacity=false");

    // 钢铁行业产能置换实施办法: 重点区域 >=1.5:1，其他 >=1.25:1
    assertThat(moves.ratio(to)).isEqualTo(ratio + " open");
    assertThat(moves.to(to).at("/ratio/tonnage_needed").asDouble())
        .isEqualTo(1_000_000 * Double.parseDouble(ratio));
    assertThat(moves.outcome(to, "steel-replacement-2021")).isEqualTo("CONDITION");
    assertThat(moves.verdict(to)).isNotEqualTo("PROHIBITED");
  }

  @ParameterizedTest
  @CsvSource({"130300", "640200", "420100", "441900"})
  void steel_has_no_route_from_2024_08_23_on(String to) {
    Transfer moves =
        Transfer.asked(
            "industry=3110&from=130200&as_of=2024-08-23&fact.replacement_published_on=2024-08-23");

    assertThat(moves.ratio(to)).endsWith("suspended");
    assertThat(moves.outcome(to, "steel-replacement-suspension")).isEqualTo("VIOLATED");
    assertThat(moves.verdict(to)).isEqualTo("PROHIBITED");
    assertThat(moves.answer().path("preconditions").toString())
        .contains("steel-replacement-suspension");
  }

  @Test
  void steel_whose_scheme_was_published_before_the_pause_goes_on() {
    Transfer moves =
        Transfer.asked(
            "industry=3110&from=130200&as_of=2024-08-23&fact.replacement_published_on=2024-08-22");

    assertThat(moves.ratio("640200")).isEqualTo("1.25 open");
    assertThat(moves.verdict("640200")).isNotEqualTo("PROHIBITED");
  }

  @Test
  void steel_that_does_not_tell_when_its_scheme_was_published_is_not_let_through() {
    Transfer moves = Transfer.asked("industry=3110&from=130200&as_of=2024-08-23");

    assertThat(moves.ratio("640200")).endsWith("suspended");
    assertThat(moves.verdict("640200")).isEqualTo("INSUFFICIENT");
    assertThat(moves.to("640200").at("/ratio/missing_facts").toString())
        .contains("replacement_published_on");
  }

  @ParameterizedTest(name = "clinker from {0} to {1}: {2} until 2024-10-31, {3} from 2024-11-01")
  @CsvSource({
    "320500, 320100, 2, 2", // both in Jiangsu, a key region
    "320500, 340100, 2, 2", // to Anhui, a key region
    "320500, 360100, 1.5, 2", // to Jiangxi, no key region: across provinces
    "360400, 360100, 1.5, 1.5", // within Jiangxi
    "360400, 640200, 1.5, 2" // to Ningxia
  })
  void clinker_that_crosses_provinces_replaces_more_from_2024_11_01(
      String from, String to, double before, double after) {
    String clinker = "industry=3011&fact.process=clinker&from=" + from + "&to=" + to + "&as_of=";

    assertThat(Transfer.asked(clinker + "2024-10-31").to(to).at("/ratio/required").asDouble())
        .isEqualTo(before);
    JsonNode ratio = Transfer.asked(clinker + "2024-11-01").to(to).path("ratio");
    assertThat(ratio.path("required").asDouble()).isEqualTo(after);
    assertThat(ratio.path("route").asText()).isEqualTo("open");
    assertThat(ratio.at("/citation/document").asText()).isEqualTo("水泥玻璃行业产能置换实施办法（2024年本）");
  }

  @Test
  void clinker_into_a_key_region_of_another_province_is_told_that_in_principle_it_may_not() {
    JsonNode ratio =
        Transfer.asked("industry=3011&fact.process=clinker&from=360400&to=340100&as_of=2024-11-01")
            .to("340100")
            .path("ratio");

    assertThat(ratio.path("quotes").toString()).contains("原则上不得从省外置换");
  }

  @Test
  void a_cement_works_that_does_not_tell_its_process_is_asked_whether_it_makes_clinker() {
    JsonNode ratio =
        Transfer.asked("industry=3011&from=320500&to=640200&as_of=2024-11-01")
            .to("640200")
            .path("ratio");

    assertThat(ratio.path("missing_facts").toString()).contains("process");
  }

  @ParameterizedTest(name = "dyeing from Dongguan to {0}: Yangtze {1}, key basins {2}")
  @CsvSource({
    "421000, VIOLATED, VIOLATED", // Jingzhou, middle Yangtze
    "511600, VIOLATED, VIOLATED", // Guang'an, upper Yangtze
    "360800, VIOLATED, VIOLATED", // Ji'an, middle Yangtze
    "431000, VIOLATED, VIOLATED", // Chenzhou, middle Yangtze
    "520300, VIOLATED, VIOLATED", // Zunyi, upper Yangtze
    "450300, SATISFIED, VIOLATED", // Guilin, middle Pearl
    "451000, SATISFIED, VIOLATED", // Baise, middle Pearl
    "640200, SATISFIED, VIOLATED", // Shizuishan, upper Yellow River
    "320600, SATISFIED, SATISFIED", // Nantong, lower Yangtze
    "450500, SATISFIED, SATISFIED" // Beihai, in no listed basin
  })
  void a_dyeing_works_may_not_go_up_a_key_basin(String to, String yangtze, String keyBasins) {
    Transfer before = Transfer.asked("industry=1713&from=441900&as_of=2026-08-14");
    Transfer after = Transfer.asked("industry=1713&from=441900&as_of=2026-08-15");

    assertThat(before.outcome(to, YANGTZE)).isEqualTo(yangtze);
    assertThat(before.outcome(to, KEY_BASINS)).isEmpty();
    assertThat(after.outcome(to, YANGTZE)).isEqualTo(yangtze);
    assertThat(after.outcome(to, KEY_BASINS)).isEqualTo(keyBasins);
    assertThat(after.verdict(to).equals("PROHIBITED")).isEqualTo(keyBasins.equals("VIOLATED"));
    assertThat(before.verdict(to).equals("PROHIBITED")).isEqualTo(yangtze.equals("VIOLATED"));
    assertThat(after.ratio(to)).isEqualTo("null none");
  }

  @ParameterizedTest(name = "an aluminium smelter from Nanning into {0}")
  @CsvSource({
    "east, 370200",
    "central, 420100",
    "west, 640200",
    "northeast, 220100",
    "key air region, 410100"
  })
  void an_aluminium_smelter_replaces_at_least_as_much_in_every_macro_region(
      String region, String to) {
    Transfer replaced =
        Transfer.asked(
            "industry=3216&fact.process=electrolytic&fact.net_new_capacity=false&from=450100");
    Transfer netNew =
        Transfer.asked(
            "industry=3216&fact.process=electrolytic&fact.net_new_capacity=true&from=450100");

    // 铝产业高质量发展实施方案: 等量或减量置换; 环环评〔2021〕45号: 承接地 …
    assertThat(replaced.ratio(to)).isEqualTo("1.0 open");
    assertThat(replaced.outcome(to, "aluminium-replacement")).isEqualTo("CONDITION");
    assertThat(replaced.outcome(to, "two-high-transfer-receiving")).isEqualTo("DUTY");
    assertThat(replaced.verdict(to)).isNotEqualTo("PROHIBITED");
    assertThat(netNew.verdict(to)).isEqualTo("PROHIBITED"); // 国发〔2013〕41号, everywhere
    assertThat(netNew.outcome(to, "aluminium-key-air"))
        .isEqualTo(region.equals("key air region") ? "VIOLATED" : "");
  }

  @ParameterizedTest(name = "dyeing from {0} to {1}")
  @CsvSource({
    "420100, 421000", // Wuhan to Jingzhou: the middle reaches both
    "500000, 420100", // Chongqing to Wuhan: down the river
    "500000, 320100" // Chongqing to Nanjing: down to the lower reaches
  })
  void a_move_within_one_reach_or_downstream_is_no_move_upstream(String from, String to) {
    Transfer moves = Transfer.asked("industry=1713&from=" + from);

    assertThat(moves.outcome(to, YANGTZE)).isIn("", "SATISFIED");
    assertThat(moves.outcome(to, KEY_BASINS)).isIn("", "SATISFIED");
    assertThat(moves.verdict(to)).isNotEqualTo("PROHIBITED");
  }

  @Test
  void no_move_is_judged_as_none_and_a_move_left_unsaid_is_presumed_none_and_asked() {
    String plant =
        "{\"industry\":\"1713\",\"site\":{\"type\":\"Point\",\"coordinates\":[106.2,38.4]}%s}";
    JsonNode none = Answered.send("POST", "/screenings", plant.formatted(",\"from\":null")).json();
    JsonNode unsaid = Answered.send("POST", "/screenings", plant.formatted("")).json();
    JsonNode moved =
        Answered.send("POST", "/screenings", plant.formatted(",\"from\":{\"adcode\":\"441900\"}"))
            .json();

    assertThat(none.at("/project/from/presumed").asBoolean()).isFalse();
    assertThat(none.path("questions").findValuesAsText("fact")).doesNotContain("origin");
    assertThat(unsaid.at("/project/from/presumed").asBoolean()).isTrue();
    assertThat(unsaid.path("questions").findValuesAsText("fact")).contains("origin");
    assertThat(none.path("reasons").findValuesAsText("rule")).doesNotContain(KEY_BASINS);
    assertThat(moved.at("/decision/verdict").asText()).isEqualTo("PROHIBITED");
    assertThat(moved.path("reasons").findValuesAsText("rule")).contains(KEY_BASINS);
  }
}
