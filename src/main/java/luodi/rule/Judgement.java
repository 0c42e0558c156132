package luodi.rule;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What all rules together say of a project: verdict, place verdict, best and worst case. Exceptions
 * are already weighed in. A verdict can only be made here, so nothing is permitted while an unknown
 * that could prohibit is open.
 */
public final class Judgement {
  private final List<Entry> entries; // in the order of the rulebook
  private volatile List<Entry> weightiestFirst; // made when they are first told

  /** What one rule found on one part of the project; the part is told by its kind. */
  public record Entry(Rule rule, String part, Finding finding) {}

  private Judgement(List<Entry> entries) {
    this.entries = List.copyOf(entries);
  }

  /** Weighs the findings together, in the order in which reasons are told. */
  public static Judgement of(List<Entry> found) {
    Set<String> lifted = new HashSet<>();
    for (Entry entry : found) {
      if (entry.finding().outcome() == Outcome.CONDITION) {
        entry.rule().exceptionTo().ifPresent(lifted::add);
      }
    }
    if (lifted.isEmpty()) {
      return new Judgement(found);
    }
    List<Entry> entries = new ArrayList<>(found.size());
    for (Entry entry : found) {
      entries.add(
          lifted.contains(entry.rule().id())
              ? new Entry(entry.rule(), entry.part(), entry.finding().lifted())
              : entry);
    }
    return new Judgement(entries);
  }

  /** All findings, the weightiest first. */
  public List<Entry> entries() {
    List<Entry> known = weightiestFirst;
    if (known == null) {
      known =
          entries.stream()
              .sorted(Comparator.comparing(entry -> entry.finding().outcome()))
              .toList();
      weightiestFirst = known; // whoever else makes it makes the same
    }
    return known;
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
    Effect best = Effect.NONE;
    Effect worst = Effect.NONE;
    for (Entry entry : entries) {
      Finding finding = entry.finding();
      if (strict.test(entry.rule())) {
        best = Effect.stricter(best, finding.best());
        worst = Effect.stricter(worst, finding.worst());
      } else if (entry.rule().readsThePlace()) {
        best = Effect.stricter(best, finding.best());
        worst = Effect.stricter(worst, finding.placeWorst());
      }
    }
    return Verdict.between(best, worst);
  }

  /** Rules that do not read the place and weigh on the project wherever it stands. */
  public List<Entry> preconditions() {
    return entries().stream()
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
    Effect strictest = Effect.NONE;
    for (Entry entry : entries) {
      strictest = Effect.stricter(strictest, of.apply(entry.finding()));
    }
    return strictest;
  }
}
