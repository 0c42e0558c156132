package luodi.siting;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import luodi.ground.Signature;
import luodi.rule.Effect;
import luodi.rule.Finding;
import luodi.rule.Judge;
import luodi.rule.Outcome;
import luodi.rule.Rule;
import luodi.rule.SiteMeasures;

/** The rules in force that favour a project in special areas, or everywhere. */
final class SupportRules {
  /** What is worth telling first, when counties of one kind of area differ. */
  private static final List<Outcome> BEST_FIRST =
      List.of(Outcome.ENCOURAGED, Outcome.NEED_INFO, Outcome.OUTSIDE_PROFILE, Outcome.NO_DATA);

  private static final Signature NO_GROUND = Signature.NOTHING;

  private final Judge judge;

  SupportRules(Judge judge) {
    this.judge = judge;
  }

  /** The rules that speak of such areas, with the best that each says in one of these counties. */
  List<SpecialAreas.Support> in(SpecialAreaKind kind, List<CountyAreas.Measured> counties) {
    List<SpecialAreas.Support> all = new ArrayList<>();
    for (Rule rule : judge.rules()) {
      if (favours(rule) && kind.isMeantBy(rule)) {
        all.add(support(rule, best(rule, counties)));
      }
    }
    return all;
  }

  /** The rules that do not ask for the place, such as catalogues of encouraged industries. */
  List<SpecialAreas.Support> everywhere() {
    return judge.rules().stream()
        .filter(rule -> favours(rule) && !rule.readsThePlace())
        .map(rule -> support(rule, found(rule, Optional.of(Set.of()))))
        .filter(told -> BEST_FIRST.contains(told.outcome()))
        .toList();
  }

  /** Advice with a weight of its own; what only scores by distance has none. */
  private static boolean favours(Rule rule) {
    return rule.strictest() == Effect.ENCOURAGE
        && rule.branches().stream().anyMatch(branch -> branch.weight().isPresent());
  }

  private Finding best(Rule rule, List<CountyAreas.Measured> counties) {
    Finding best = found(rule, counties.isEmpty() ? Optional.empty() : codes(counties.get(0)));
    for (CountyAreas.Measured county : counties) {
      if (best.outcome() == Outcome.ENCOURAGED || !judge.mayApply(rule)) {
        return best;
      }
      Finding next = found(rule, codes(county));
      best = order(next) < order(best) ? next : best;
    }
    return best;
  }

  private static Optional<Set<String>> codes(CountyAreas.Measured county) {
    return Optional.of(county.county().codes());
  }

  private static int order(Finding finding) {
    int order = BEST_FIRST.indexOf(finding.outcome());
    return order < 0 ? BEST_FIRST.size() : order;
  }

  private Finding found(Rule rule, Optional<Set<String>> here) {
    return judge.find(rule, NO_GROUND, here, SiteMeasures.NONE);
  }

  private SpecialAreas.Support support(Rule rule, Finding finding) {
    LocalDate day = judge.project().day();
    return new SpecialAreas.Support(
        rule.id(),
        finding.outcome(),
        rule.titleZh(),
        rule.titleEn(),
        rule.citationsOn(day).stream().map(cited -> Reasons.cited(cited, rule)).toList(),
        rule.condition(),
        rule.deliverable(),
        new String[] {
          rule.inForce().from().map(LocalDate::toString).orElse(null),
          rule.inForce().to().map(LocalDate::toString).orElse(null)
        },
        List.copyOf(finding.facts()),
        finding.outcome() == Outcome.OUTSIDE_PROFILE
            ? List.copyOf(judge.outsideProfile(rule))
            : List.of());
  }
}
