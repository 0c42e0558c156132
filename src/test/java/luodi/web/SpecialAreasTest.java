package luodi.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import luodi.geo.Authalic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code GET /special-areas}: what is counted, and which rules support an industry there. */
class SpecialAreasTest {
  private static final JsonNode GARMENTS = asked("industry=1811");

  private static JsonNode asked(String query) {
    return Answered.get("/special-areas?" + query).json();
  }

  private static JsonNode type(JsonNode answer, String type) {
    for (JsonNode one : answer.path("types")) {
      if (one.path("type").asText().equals(type)) {
        return one;
      }
    }
    throw new AssertionError("no type " + type);
  }

  private static List<String> support(JsonNode answer, String type) {
    List<String> told = new ArrayList<>();
    for (JsonNode one : type(answer, type).path("support")) {
      told.add(one.path("rule").asText() + " " + one.path("outcome").asText());
    }
    return told;
  }

  /** The distinct codes in a table of facts. */
  private static Set<String> listed(String table, int column) throws IOException {
    Set<String> codes = new TreeSet<>();
    for (String line :
        Files.readAllLines(Path.of("geodata/facts", table)).stream().skip(1).toList()) {
      codes.add(line.split(",")[column]);
    }
    return codes;
  }

  @Test
  void counties_are_counted_as_the_tables_list_them() throws IOException {
    assertThat(type(GARMENTS, "old-revolutionary").path("listed").asInt())
        .isEqualTo(listed("old_revolutionary_base_counties.csv", 1).size());
    assertThat(type(GARMENTS, "border").path("listed").asInt())
        .isEqualTo(listed("border_counties.csv", 0).size());
    assertThat(type(GARMENTS, "urban-cluster").path("listed").asInt())
        .isEqualTo(listed("city_clusters.csv", 2).size());
  }

  @ParameterizedTest
  @CsvSource({
    "treated-as-west, 2020-12-31, 0",
    "treated-as-west, 2021-01-01, 4",
    "treated-as-west, 2030-12-31, 4",
    "treated-as-west, 2031-01-01, 0",
    "demo-zone, 2010-01-11, 0",
    "demo-zone, 2010-01-12, 8",
    "demo-zone, 2010-10-06, 12"
  })
  void a_dated_list_counts_on_its_days_only(String type, String day, int listed) {
    assertThat(type(asked("industry=1811&as_of=" + day), type).path("listed").asInt())
        .isEqualTo(listed);
  }

  @Test
  void a_type_without_a_table_is_not_known_and_not_counted_as_nothing() {
    for (String type : List.of("resource-depleted", "underdeveloped")) {
      assertThat(type(GARMENTS, type).path("known").asBoolean()).isFalse();
      assertThat(type(GARMENTS, type).path("ground").isNull()).isTrue();
    }
  }

  @Test
  void ground_of_the_union_counts_every_county_once() {
    double counties = 0;
    for (JsonNode county : GARMENTS.path("counties")) {
      counties += county.path("km2").asDouble();
    }
    double memberships = 0;
    for (JsonNode one : GARMENTS.path("memberships")) {
      memberships += one.at("/ground/km2").asDouble();
    }
    double types = 0;
    for (JsonNode one : GARMENTS.path("types")) {
      types += one.at("/ground/km2").asDouble();
    }
    double union = GARMENTS.at("/union/km2").asDouble();

    assertThat(counties).isCloseTo(union, within(1e-2));
    assertThat(memberships).isCloseTo(union, within(1e-2));
    assertThat(types).isGreaterThan(union);
    assertThat(GARMENTS.path("counties")).hasSize(GARMENTS.at("/union/counties").asInt());
  }

  @Test
  void ground_of_a_type_is_that_of_its_county_polygons() throws IOException {
    Set<String> listed = listed("border_counties.csv", 0);
    double km2 =
        ServedGround.desk().atlas().zones("counties").stream()
            .filter(zone -> luodi.atlas.County.of(zone).codes().stream().anyMatch(listed::contains))
            .mapToDouble(zone -> Authalic.areaM2(zone.shape()) / 1e6)
            .sum();

    assertThat(type(GARMENTS, "border").at("/ground/km2").asDouble()).isCloseTo(km2, within(1e-3));
  }

  @Test
  void a_county_of_several_types_names_them_all() {
    // Zhanggong in Ganzhou: 原中央苏区, 比照西部, 赣南承接产业转移示范区
    for (JsonNode county : GARMENTS.path("counties")) {
      if (county.path("adcode").asText().equals("360702")) {
        assertThat(county.path("types").toString())
            .contains("old-revolutionary", "treated-as-west", "demo-zone");
        return;
      }
    }
    throw new AssertionError("Zhanggong is not among the counties");
  }

  @Test
  void the_rules_that_support_garments_are_those_that_the_rulebook_names() {
    assertThat(support(GARMENTS, "old-revolutionary"))
        .contains("dir-old-revolutionary ENCOURAGED", "dir-special-areas ENCOURAGED");
    assertThat(support(GARMENTS, "border"))
        .contains("dir-border ENCOURAGED", "dir-special-areas ENCOURAGED");
    assertThat(support(GARMENTS, "urban-cluster")).contains("dir-central-cities ENCOURAGED");
    assertThat(support(GARMENTS, "demo-zone")).contains("demo-zone OUTSIDE_PROFILE");
    assertThat(support(asked("industry=3110"), "border")).contains("dir-border NOT_APPLICABLE");
  }

  @Test
  void the_tax_of_the_west_holds_until_2030_12_31_and_names_the_list_that_is_not_loaded() {
    // 财政部公告2020年第23号
    JsonNode last = asked("industry=1811&as_of=2030-12-31");
    JsonNode after = asked("industry=1811&as_of=2031-01-01");

    JsonNode tax = type(last, "treated-as-west").path("support").get(0);
    assertThat(tax.path("rule").asText()).isEqualTo("west-tax-15");
    assertThat(tax.path("outcome").asText()).isEqualTo("OUTSIDE_PROFILE");
    assertThat(tax.path("lists_not_loaded").toString()).contains("west-catalogue");
    assertThat(tax.path("in_force").toString()).isEqualTo("[\"2021-01-01\",\"2031-01-01\"]");
    assertThat(support(after, "treated-as-west")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"2026-01-31, 鼓励外商投资产业目录（2022年版）", "2026-02-01, 鼓励外商投资产业目录（2025年版）"})
  void a_foreign_investor_is_told_of_the_catalogue_that_holds_on_the_day(
      String day, String document) {
    JsonNode foreign = asked("industry=1811&fact.investor=foreign&as_of=" + day);
    JsonNode domestic = asked("industry=1811&as_of=" + day);

    assertThat(domestic.path("everywhere").findValuesAsText("rule"))
        .doesNotContain("fdi-encouraged");
    List<String> documents = new ArrayList<>();
    for (JsonNode one : foreign.path("everywhere")) {
      if (one.path("rule").asText().equals("fdi-encouraged")) {
        documents.addAll(one.path("citations").findValuesAsText("document"));
      }
    }
    assertThat(documents).containsExactly(document);
    assertThat(foreign.path("investor").asText()).isEqualTo("foreign");
  }

  @Test
  void an_industry_is_wanted() {
    assertThat(Answered.get("/special-areas").json().path("type").asText())
        .isEqualTo("/problems/unknown-industry");
  }
}
