package luodi.siting;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import luodi.ground.Evidence;
import luodi.rule.Outcome;
import luodi.rule.Verdict;
import luodi.score.Lead;
import luodi.score.Scorecard;

/**
 * Some projects side by side, in the order in which they were told.
 *
 * @param rules those whose outcomes differ first, the weightiest before the others
 * @param leads what puts one project's score above another's, for each pair
 */
public record Comparison(
    List<Column> projects,
    List<Row> rules,
    List<Pair> leads,
    List<String> warnings,
    String disclaimerZh,
    String disclaimerEn) {

  /** One project and what became of it. */
  public record Column(
      String id,
      String industry,
      String nameZh,
      String nameEn,
      List<String> adcodes,
      List<String> names,
      double areaM2,
      Verdict verdict,
      Verdict placeVerdict,
      String headlineZh,
      String headlineEn,
      Optional<Double> score,
      Optional<Scorecard> scoreDetail,
      String asOf,
      SortedMap<String, String> editions) {

    static Column of(Screening screening) {
      return new Column(
          screening.id(),
          screening.project().industry(),
          screening.project().nameZh(),
          screening.project().nameEn(),
          screening.site().adcodes(),
          screening.site().names(),
          screening.site().areaM2(),
          screening.decision().verdict(),
          screening.decision().placeVerdict(),
          screening.decision().headlineZh(),
          screening.decision().headlineEn(),
          screening.decision().score(),
          screening.scoreDetail(),
          screening.decision().asOf(),
          screening.decision().editions());
    }
  }

  /** One rule on one part, with a cell for each project. */
  public record Row(
      String rule, String part, String titleZh, String titleEn, boolean differs, List<Cell> cells) {

    private Outcome weightiest() {
      return cells.stream().map(Cell::outcome).min(Comparator.naturalOrder()).orElseThrow();
    }
  }

  /**
   * What the rule says of one project.
   *
   * @param evidence the first that it rests on
   */
  public record Cell(Outcome outcome, Optional<Evidence> evidence) {
    private static final Cell SILENT = new Cell(Outcome.NOT_APPLICABLE, Optional.empty());
  }

  /**
   * Two projects by their positions from 0, and by how much the one's score exceeds the other's;
   * empty when either has none.
   */
  public record Pair(int one, int other, Optional<Lead> lead) {}

  /** Screens projects and lays them side by side. */
  public static Comparison of(List<Proposal> proposals, Screener screener) {
    List<Screening> screenings = proposals.parallelStream().map(screener::screen).toList();
    return new Comparison(
        screenings.stream().map(Column::of).toList(),
        rows(screenings),
        leads(screenings),
        screenings.stream().flatMap(one -> one.warnings().stream()).distinct().toList(),
        screenings.get(0).disclaimerZh(),
        screenings.get(0).disclaimerEn());
  }

  private static List<Row> rows(List<Screening> screenings) {
    Map<List<String>, List<Cell>> cells = new LinkedHashMap<>(); // by rule and part
    Map<String, Screening.Reason> rules = new LinkedHashMap<>();
    for (int i = 0; i < screenings.size(); i++) {
      for (Screening.Reason reason : screenings.get(i).reasons()) {
        rules.putIfAbsent(reason.rule(), reason);
        cells
            .computeIfAbsent(
                List.of(reason.rule(), reason.part()), key -> silent(screenings.size()))
            .set(i, new Cell(reason.outcome(), reason.evidence().stream().findFirst()));
      }
    }
    List<Row> rows = new ArrayList<>();
    cells.forEach((key, told) -> rows.add(row(key, told, rules.get(key.get(0)))));
    rows.sort(
        Comparator.comparing((Row row) -> !row.differs())
            .thenComparing(Row::weightiest)
            .thenComparing(Row::rule)
            .thenComparing(Row::part));
    return rows;
  }

  private static List<Cell> silent(int size) {
    List<Cell> cells = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      cells.add(Cell.SILENT);
    }
    return cells;
  }

  private static Row row(List<String> key, List<Cell> cells, Screening.Reason reason) {
    boolean differs = cells.stream().map(Cell::outcome).distinct().count() > 1;
    return new Row(
        key.get(0), key.get(1), reason.titleZh(), reason.titleEn(), differs, List.copyOf(cells));
  }

  private static List<Pair> leads(List<Screening> screenings) {
    List<Pair> pairs = new ArrayList<>();
    for (int one = 0; one < screenings.size(); one++) {
      for (int other = one + 1; other < screenings.size(); other++) {
        Optional<Scorecard> of = screenings.get(one).scoreDetail();
        Optional<Scorecard> over = screenings.get(other).scoreDetail();
        pairs.add(new Pair(one, other, of.flatMap(a -> over.map(b -> Lead.of(a, b)))));
      }
    }
    return pairs;
  }
}
