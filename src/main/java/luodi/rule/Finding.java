package luodi.rule;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What one rule says on one spot.
 *
 * @param effect the effect that the outcome speaks of
 * @param best the strictest effect when every unknown turns out well
 * @param worst the strictest effect when every unknown turns out badly
 * @param placeWorst the strictest effect when the project's facts turn out well and the ground's
 *     badly
 * @param facts missing facts of the project
 * @param data missing layers, attributes and lists
 * @param items texts of list items that hit
 */
public record Finding(
    Outcome outcome,
    Effect effect,
    Effect best,
    Effect worst,
    Effect placeWorst,
    SortedSet<String> facts,
    SortedSet<String> data,
    List<String> items) {
  /** Before a rule's id, among missing data: how the law read then. */
  public static final String HISTORY = "history of ";

  /** Of a rule that does not speak of the project or its ground. */
  public static final Finding NOT_APPLICABLE = settled(Outcome.NOT_APPLICABLE, Effect.NONE);

  public Finding {
    facts = copied(facts);
    data = copied(data);
    items = List.copyOf(items);
  }

  private static SortedSet<String> copied(SortedSet<String> words) {
    return words.isEmpty()
        ? Collections.emptySortedSet()
        : Collections.unmodifiableSortedSet(new TreeSet<>(words));
  }

  /** A finding with nothing unknown. */
  static Finding settled(Outcome outcome, Effect effect) {
    return new Finding(
        outcome,
        effect,
        effect,
        effect,
        effect,
        Collections.emptySortedSet(),
        Collections.emptySortedSet(),
        List.of());
  }

  /** True when only a measurement at a site can settle it. */
  public boolean hangsOnTheSite() {
    return data.contains(SiteMeasures.DISTANCE) || data.contains(SiteMeasures.APPROVED_PLOT);
  }

  /** True when nothing hangs on an unknown. */
  public boolean isSettled() {
    return best == worst;
  }

  /**
   * The weightiest first: by the worst that can follow, then the best, then what was not checked
   * before what was passed.
   */
  public static final Comparator<Finding> WEIGHTIEST_FIRST = Finding::weightiestFirst;

  private static int weightiestFirst(Finding a, Finding b) {
    int order = b.worst.compareTo(a.worst);
    order = order != 0 ? order : b.best.compareTo(a.best);
    order = order != 0 ? order : Boolean.compare(b.speaks(), a.speaks());
    return order != 0 ? order : b.outcome.compareTo(a.outcome);
  }

  private boolean speaks() {
    return outcome != Outcome.NOT_APPLICABLE;
  }

  /**
   * The same on a day on which a forerunner of the rule bound whose text is not in the book: what
   * it would have said is not known.
   */
  Finding unread(String rule) {
    return worst == Effect.NONE
        ? this
        : new Finding(
            Outcome.NO_DATA,
            worst,
            Effect.NONE,
            worst,
            worst,
            new TreeSet<>(),
            new TreeSet<>(List.of(HISTORY + rule)),
            items);
  }

  /** This prohibition, lifted to a condition by an exception of the same document. */
  public Finding lifted() {
    return new Finding(
        outcome == Outcome.VIOLATED ? Outcome.CONDITION : outcome,
        Effect.milder(effect, Effect.RESTRICT),
        Effect.milder(best, Effect.RESTRICT),
        Effect.milder(worst, Effect.RESTRICT),
        Effect.milder(placeWorst, Effect.RESTRICT),
        facts,
        data,
        items);
  }
}
