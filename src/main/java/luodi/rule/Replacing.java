package luodi.rule;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import luodi.ground.Signature;

/** Reads off the rules how much capacity one project must replace in one place. */
final class Replacing {
  private static final Signature NO_GROUND = Signature.NOTHING;

  private final Judge judge;
  private final Rulebook rulebook;
  private final Optional<Set<String>> here;
  private final Situation situation;
  private final SortedSet<String> facts = new TreeSet<>();
  private final SortedSet<String> data = new TreeSet<>();
  private final List<String> quotes = new ArrayList<>();
  private double low;
  private double high;
  private boolean more;

  Replacing(Judge judge, Rulebook rulebook, Optional<Set<String>> here) {
    this.judge = judge;
    this.rulebook = rulebook;
    this.here = here;
    this.situation = new Situation(judge.project(), rulebook, NO_GROUND, here, SiteMeasures.NONE);
  }

  Replacement told() {
    Optional<Rule> speaking =
        judge.rules().stream()
            .filter(rulebook.transfers()::rates)
            .filter(rule -> judge.mayApply(rule) && found(rule).worst() != Effect.NONE)
            .findFirst();
    return speaking.map(this::of).orElseGet(Replacing::nothingToReplace);
  }

  private Finding found(Rule rule) {
    return judge.find(rule, NO_GROUND, here, SiteMeasures.NONE);
  }

  private Replacement of(Rule rule) {
    Finding finding = found(rule);
    facts.addAll(finding.facts());
    data.addAll(finding.data());
    rates(rule);
    boolean read = !rule.unreadOn(day());
    boolean known = read && !more && low == high;
    OptionalDouble required = known ? OptionalDouble.of(low) : OptionalDouble.empty();
    Optional<String> paused = pausedBy(rule);
    return new Replacement(
        Optional.of(rule),
        required,
        read ? OptionalDouble.of(low) : OptionalDouble.empty(),
        read ? OptionalDouble.of(high) : OptionalDouble.empty(),
        more,
        tonnage(required),
        paused.isPresent() ? Replacement.Route.SUSPENDED : Replacement.Route.OPEN,
        paused,
        List.copyOf(quotes),
        facts,
        data);
  }

  private void rates(Rule rule) {
    for (Transfers.Rate rate : rulebook.transfers().rates()) {
      if (rate.rule().equals(rule.id())) {
        Truth sure = over(rate.where().meaning(), Truth.NO, rate.pair());
        Truth perhaps = over(rate.where().meaning(), Truth.YES, rate.pair());
        if (!perhaps.no()) {
          high = Math.max(high, rate.ratio());
          more |= rate.more();
          quotes.add(rate.quote());
        }
        if (sure.yes()) {
          low = Math.max(low, rate.ratio());
        } else if (!perhaps.no()) {
          data.addAll(tables(rate.where().meaning()));
        }
      }
    }
    for (Transfers.Caveat caveat : rulebook.transfers().caveats()) {
      if (caveat.rule().equals(rule.id())
          && !over(caveat.where().meaning(), Truth.YES, caveat.pair()).no()) {
        quotes.add(caveat.quote());
      }
    }
  }

  private static SortedSet<String> tables(Where where) {
    SortedSet<String> names = new TreeSet<>();
    where.atoms(atom -> atom.ground().map(Regions::tableName).ifPresent(names::add));
    return names;
  }

  private Truth over(Where where, Truth leaning, Transfers.Pair pair) {
    Spot spot = new Spot(NO_GROUND, situation, judge.profile(), rulebook.words());
    return where.over(spot, leaning).and(pairHolds(pair));
  }

  private Truth pairHolds(Transfers.Pair pair) {
    if (pair == Transfers.Pair.ANY) {
      return Truth.YES;
    }
    Optional<Set<String>> origin = judge.project().origin();
    if (origin.isEmpty() || here.isEmpty()) {
      return Truth.of(false);
    }
    return Truth.of(!province(origin.get()).equals(province(here.get())));
  }

  private static String province(Set<String> codes) {
    return codes.iterator().next().substring(0, 2);
  }

  /** The notice that shuts the rule's procedure for this project, unless it surely spares it. */
  private Optional<String> pausedBy(Rule rule) {
    List<Rule> pausing =
        judge.rules().stream()
            .filter(other -> !other.canBeMet() && other.family().equals(rule.family()))
            .toList();
    if (pausing.isEmpty()) {
      return rule.suspendedOn(day()).map(Rule.Suspension::by);
    }
    for (Rule pause : pausing) {
      Finding finding = judge.mayApply(pause) ? found(pause) : Finding.NOT_APPLICABLE;
      if (finding.worst() == Effect.PROHIBIT) {
        facts.addAll(finding.facts());
        return Optional.of(pause.citationsOn(day()).get(0).document());
      }
    }
    return Optional.empty();
  }

  private OptionalDouble tonnage(OptionalDouble required) {
    Optional<Double> capacity =
        judge
            .project()
            .value("capacity")
            .filter(Value.Amount.class::isInstance)
            .map(value -> ((Value.Amount) value).plain());
    return required.isPresent() && capacity.isPresent()
        ? OptionalDouble.of(Math.rint(capacity.get() * required.getAsDouble() * 1000) / 1000)
        : OptionalDouble.empty();
  }

  private LocalDate day() {
    return judge.project().day();
  }

  private static Replacement nothingToReplace() {
    return new Replacement(
        Optional.empty(),
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        false,
        OptionalDouble.empty(),
        Replacement.Route.NONE,
        Optional.empty(),
        List.of(),
        new TreeSet<>(),
        new TreeSet<>());
  }
}
