package luodi.rule;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What all rules together say of a project: verdict, place verdict, best and worst case. Exceptions
 * are already weighed in. A verdict can only be made here, so nothing is permitted while an unknown
 * that could prohibit is open.
 */
public final class Judgement {
  private final List<Entry> entries;

  /** What one rule found on one part of the project; the part is told by its kind. */
  public record Entry(Rule rule, String part, Finding finding) {}

  private Judgement(List<Entry> entries) {
    this.entries = List.copyOf(entries);
  }

  /** Weighs the findings together, in the order in which reasons are told. */
  public static Judgement of(List<Entry> found) {
    Set<String> lifted =
        found.stream()
            .filter(entry -> entry.finding().outcome() == Outcome.CONDITION)
            .flatMap(entry -> entry.rule().exceptionTo().stream())
            .collect(Collectors.toSet());
    List<Entry> entries = new ArrayList<>();
    for (Entry entry : found) {
      entries.add(
          lifted.contains(entry.rule().id())
              ? new Entry(entry.rule(), entry.part(), entry.finding().lifted())
              : entry);
    }
    entries.sort(Comparator.comparing(entry -> entry.finding().outcome()));
    return new Judgement(entries);
  }

  /** All findings, the weightiest first. */
  public List<Entry> entries() {
    return entries;
  }

  /** Of everything. */
  public Verdict verdict() {
    return Verdict.between(strictest(Finding::best), strictest(Finding::worst));
  }

  /** When every unknown turns out well. */
  public Verdict bestCase() {
    return Verdict.of(strictest(Finding::best));
  }

  /** When every unknown turns out badly. */
  public Verdict worstCase() {
    return Verdict.of(strictest(Finding::worst));
  }

  /**
   * Of what the place decides, with unknown facts of the project at their best; a precondition that
   * is violated prohibits every place.
   */
  public Verdict placeVerdict() {
    return verdictCounting(rule -> false);
  }

  /**
   * The place verdict, where some rules count strictly: wherever they are read, and with unknown
   * facts of the project at their worst.
   */
  public Verdict verdictCounting(Predicate<Rule> strict) {
    if (entries.stream().anyMatch(Judgement::violatedPrecondition)) {
      return Verdict.PROHIBITED;
    }
    List<Entry> strictly = entries.stream().filter(entry -> strict.test(entry.rule())).toList();
    List<Entry> ofThePlace =
        entries.stream()
            .filter(entry -> entry.rule().readsThePlace() && !strict.test(entry.rule()))
            .toList();
    return Verdict.between(
        Effect.stricter(strictest(strictly, Finding::best), strictest(ofThePlace, Finding::best)),
        Effect.stricter(
            strictest(strictly, Finding::worst), strictest(ofThePlace, Finding::placeWorst)));
  }

  /** Rules that do not read the place and weigh on the project wherever it stands. */
  public List<Entry> preconditions() {
    return entries.stream()
        .filter(entry -> !entry.rule().readsThePlace())
        .filter(entry -> entry.finding().worst().stricterThan(Effect.ENCOURAGE))
        .toList();
  }

  /** True when every violated rule rests on recalled text alone. */
  public boolean basisUnverified(java.time.LocalDate day) {
    List<Entry> violated =
        entries.stream().filter(entry -> entry.finding().outcome() == Outcome.VIOLATED).toList();
    return !violated.isEmpty()
        && violated.stream()
            .allMatch(entry -> entry.rule().citationsOn(day).stream().allMatch(Citation::recalled));
  }

  private static boolean violatedPrecondition(Entry entry) {
    return !entry.rule().readsThePlace() && entry.finding().best() == Effect.PROHIBIT;
  }

  private Effect strictest(Function<Finding, Effect> of) {
    return strictest(entries, of);
  }

  private static Effect strictest(List<Entry> entries, Function<Finding, Effect> of) {
    return entries.stream()
        .map(entry -> of.apply(entry.finding()))
        .max(Comparator.naturalOrder())
        .orElse(Effect.NONE);
  }
}
