package luodi.report;

import java.util.List;

/**
 * What stands in a report, from top to bottom. All text is plain; it is escaped when it is written.
 *
 * @param id of the screening, 64 hexadecimal digits
 * @param verdict its code, for the style
 * @param cautions what must be known before relying on it
 * @param map at most one
 */
record Paper(
    String id,
    String verdict,
    String verdictZh,
    String headlineZh,
    String headlineEn,
    List<Labelled> summary,
    List<Caution> cautions,
    List<Labelled> inputs,
    List<Labelled> told,
    List<Labelled> presumed,
    List<Map> map,
    List<Group> groups,
    List<Question> questions,
    List<Incentive> incentives,
    List<Labelled> factors,
    List<Labelled> gaps,
    List<Labelled> layers,
    List<Labelled> editions,
    String disclaimerZh,
    String disclaimerEn) {

  /** The first so many digits tell one screening from the others. */
  private static final int SHORT = 12;

  /** The id as a page's foot carries it. */
  String shortId() {
    return id.substring(0, SHORT);
  }

  /**
   * @param svg the drawing, written already
   * @param note scale, bar, plane and what was left out
   */
  record Map(String svg, String note, List<Key> legend) {}

  record Key(
      String number, String colour, String layer, String name, String place, boolean synthetic) {}

  /**
   * What must be known before relying on the rest.
   *
   * @param what the layers or rules that it speaks of
   * @param original as the answer words it
   */
  record Caution(String zh, String what, String original) {}

  /** The reasons of one outcome. */
  record Group(
      String outcome, String zh, String en, int count, boolean folded, List<ReasonCard> reasons) {}

  /** A fact to ask for, with the verdict that each answer leads to. */
  record Question(String text, String textEn, String closes, List<Labelled> answers) {}

  /**
   * @param missing facts that would tell whether it holds
   */
  record Incentive(
      String title,
      String item,
      String benefit,
      String condition,
      String missing,
      String basis,
      String days) {}
}
