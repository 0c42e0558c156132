package luodi.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import luodi.atlas.Zone;
import luodi.geo.Grid;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;

/** The table of control units: what is not known is 待补充, never 符合. */
class ConformityTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  private static final String NO_CLINKER =
      "{\"dimension\":\"spatial\",\"effect\":\"prohibit\",\"codes\":[\"3011\"],\"process\":\"clinker\",\"text\":\"禁止新建水泥熟料生产线\"}";
  private static final String NO_SMELTING =
      "{\"dimension\":\"spatial\",\"effect\":\"prohibit\",\"codes\":[\"3110\"],\"text\":\"禁止新建炼铁项目\"}";
  private static final String HALVES =
      "{\"dimension\":\"pollutant\",\"effect\":\"require\",\"codes\":[\"30\"],\"text\":\"污染物等量替代\"}";

  @Test
  void a_missing_process_leaves_the_item_to_be_filled_in() {
    assertThat(cement("{}", true, NO_CLINKER).get(0).get("符合性")).isEqualTo("待补充");
    assertThat(cement("{}", true, NO_CLINKER).get(0).get("项目情况")).contains("待补充", "工艺");
  }

  @Test
  void a_told_process_decides_it() {
    assertThat(cement("{\"process\":\"clinker\"}", true, NO_CLINKER).get(0).get("符合性"))
        .isEqualTo("不符合");
    assertThat(cement("{\"process\":\"grinding\"}", true, NO_CLINKER).get(0).get("符合性"))
        .isEqualTo("符合");
  }

  @Test
  void an_item_for_other_industries_does_not_concern_the_project() {
    assertThat(cement("{}", true, NO_SMELTING).get(0).get("符合性")).isEqualTo("不涉及");
  }

  @Test
  void no_fact_tells_whether_a_demand_is_met() {
    CSVRecord row = ofDimension(cement("{}", true, HALVES), "污染物排放管控");

    assertThat(row.get("符合性")).isEqualTo("待补充");
    assertThat(row.get("管控要求原文")).isEqualTo("污染物等量替代");
  }

  @Test
  void a_dimension_without_items_is_settled_only_by_a_complete_list() {
    CSVRecord settled = ofDimension(cement("{}", true, NO_SMELTING), "资源利用效率");
    CSVRecord open = ofDimension(cement("{}", false, NO_SMELTING), "资源利用效率");

    assertThat(settled.get("符合性")).isEqualTo("不涉及");
    assertThat(open.get("符合性")).isEqualTo("待补充");
  }

  @Test
  void a_declared_list_that_cannot_be_read_is_the_askers_mistake() {
    for (String items :
        List.of(
            "none",
            "[1",
            "{\"items\":[{\"codes\":[\"x\"]}]}",
            "{\"items\":[{\"from\":\"soon\"}]}")) {
      Answered problem =
          Answered.send(
              "POST",
              "/screenings",
              project("{}").replace("\"ZH1\"", "\"ZH1\",\"items\":" + JSON.valueToTree(items)),
              "Content-Type",
              "application/json");

      assertThat(problem.status()).as(items + problem.text()).isEqualTo(400);
      assertThat(problem.json().at("/errors/0/pointer").asText()).isEqualTo("/declared/0/items");
    }
  }

  @Test
  void a_cell_is_never_a_formula() {
    String wicked = NO_SMELTING.replace("禁止新建炼铁项目", "=HYPERLINK(1)");

    assertThat(cement("{}", true, wicked).get(0).get("管控要求原文")).isEqualTo("'=HYPERLINK(1)");
  }

  @Test
  void every_unit_under_the_site_has_its_four_dimensions() {
    List<CSVRecord> rows = rows(csv(keep(ReportTest.CHEMICALS)));
    Map<String, TreeSet<String>> plot =
        rows.stream()
            .filter(row -> row.get("项目部位").equals("地块"))
            .collect(
                Collectors.groupingBy(
                    row -> row.get("管控单元编码"),
                    Collectors.mapping(
                        row -> row.get("管控维度"), Collectors.toCollection(TreeSet::new))));

    assertThat(plot.keySet()).isEqualTo(unitsUnderTheMiddle());
    assertThat(plot.values())
        .allMatch(
            dimensions -> dimensions.containsAll(List.of("空间布局约束", "污染物排放管控", "环境风险防控", "资源利用效率")));
    assertThat(rows).allMatch(row -> List.of("符合", "不符合", "不涉及", "待补充").contains(row.get("符合性")));
    assertThat(rows).allMatch(row -> row.get("合成数据").equals("是"));
  }

  @Test
  void the_page_says_the_same_as_the_table() throws Exception {
    String id = keep(ReportTest.CHEMICALS);
    Answered page = Answered.get("/screenings/" + id + "/conformity?f=html");
    List<String> cells = ReportTest.texts(ReportTest.page(page.text()), "td");

    assertThat(page.status()).isEqualTo(200);
    rows(csv(id)).forEach(row -> assertThat(cells).contains(row.get("管控要求原文"), row.get("项目情况")));
    assertThat(page.text()).contains("初步筛查结论，不替代行政许可");
  }

  @Test
  void the_table_is_utf8_without_a_mark_and_comes_as_a_file() {
    Answered table =
        Answered.get("/screenings/" + keep(ReportTest.CHEMICALS) + "/conformity?f=csv");

    assertThat(table.header("Content-Type")).startsWith("text/csv; charset=utf-8");
    assertThat(table.header("Content-Disposition")).contains("attachment", ".csv");
    assertThat(table.text()).startsWith("管控单元编码,管控单元名称,管控单元类别,管控维度,管控要求原文,项目情况,符合性,依据");
  }

  private static TreeSet<String> unitsUnderTheMiddle() {
    var plot = Grid.SHAPES.createPoint(new Coordinate(106.205, 38.405));
    return ServedGround.atlas().near("env-unit", plot.getEnvelopeInternal()).stream()
        .filter(unit -> unit.shape().contains(plot))
        .map(Zone::attributes)
        .map(attributes -> attributes.get("code"))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** A cement works on a declared unit with this list. */
  private static List<CSVRecord> cement(String facts, boolean complete, String item) {
    try {
      ObjectNode project = (ObjectNode) JSON.readTree(project(facts));
      ((ObjectNode) project.at("/declared/0"))
          .put("items", "{\"complete\":%s,\"items\":[%s]}".formatted(complete, item));
      return rows(csv(keep(project.toString())));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private static String project(String facts) {
    return """
        {"industry": "3011", "as_of": "2026-11-24", "adcode": "640106", "facts": %s,
         "declared": [{"layer": "env-unit", "class": "key", "code": "ZH1", "relation": "overlap"}]}"""
        .formatted(facts);
  }

  private static CSVRecord ofDimension(List<CSVRecord> rows, String dimension) {
    return rows.stream().filter(row -> row.get("管控维度").equals(dimension)).findFirst().orElseThrow();
  }

  private static String keep(String project) {
    JsonNode kept =
        Answered.send(
                "POST",
                "/screenings",
                project.replaceFirst("\\{", "{\"store\": true, "),
                "Content-Type",
                "application/json")
            .json();
    assertThat(kept.path("id").isTextual()).as(kept.toString()).isTrue();
    return kept.path("id").asText();
  }

  private static String csv(String id) {
    Answered table = Answered.get("/screenings/" + id + "/conformity?f=csv");
    assertThat(table.status()).as(table.text()).isEqualTo(200);
    return table.text();
  }

  private static List<CSVRecord> rows(String csv) {
    try {
      return CSVFormat.RFC4180
          .builder()
          .setHeader()
          .setSkipHeaderRecord(true)
          .get()
          .parse(new StringReader(csv))
          .getRecords();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
