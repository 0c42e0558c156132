package luodi.siting;

import java.util.List;

/**
 * A project against the access list of each control unit that it touches, item by item: the table
 * that an environmental assessment carries. Where a fact is missing the cell says 待补充, never 符合.
 *
 * @param rows in the order of parts, units and items
 * @param notes what a reader must know of the units' data
 */
public record Conformity(List<Row> rows, List<String> notes) {
  /** In the place of what nobody told. */
  public static final String MISSING = "待补充";

  public Conformity {
    rows = List.copyOf(rows);
    notes = List.copyOf(notes);
  }

  /**
   * One item of one unit's list; our words are Chinese, as the table is.
   *
   * @param part the part of the project that lies in the unit
   * @param code the unit's code; 待补充 when the layer does not carry it
   * @param kind the unit's class
   * @param dimension 空间布局约束, 污染物排放管控, 环境风险防控 or 资源利用效率
   * @param requirement the item as the list words it
   * @param situation what was told of the project that bears on the item
   * @param conformity 符合, 不符合, 不涉及 or 待补充
   * @param basis where the item stands, and what makes it bind
   */
  public record Row(
      String part,
      String code,
      String name,
      String kind,
      String dimension,
      String requirement,
      String situation,
      String conformity,
      String basis,
      boolean synthetic) {

    /** The cells of the usual table, in its order. */
    public List<String> cells() {
      return List.of(code, name, kind, dimension, requirement, situation, conformity, basis);
    }
  }

  /** The columns of the usual table, in its order. */
  public static List<String> columns() {
    return List.of("管控单元编码", "管控单元名称", "管控单元类别", "管控维度", "管控要求原文", "项目情况", "符合性", "依据");
  }
}
