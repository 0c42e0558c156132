package luodi.siting;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import luodi.ground.Evidence;
import luodi.rule.Citation;
import luodi.rule.Finding;
import luodi.rule.Judgement;
import luodi.rule.Outcome;
import luodi.rule.Rule;

/** Turns findings into reasons: document, number, article, text and measured evidence. */
final class Reasons {
  private static final Set<Outcome> UNTOLD =
      Set.of(Outcome.NOT_APPLICABLE, Outcome.OUTSIDE_PROFILE);

  private final Screener.Judged judged;
  private final LocalDate day;

  Reasons(Screener.Judged judged) {
    this.judged = judged;
    this.day = judged.standing().judge().project().day();
  }

  /** All reasons worth telling, the weightiest first. */
  List<Screening.Reason> all() {
    List<Screening.Reason> reasons = new ArrayList<>();
    for (Judgement.Entry entry : judged.judgement().entries()) {
      if (!UNTOLD.contains(entry.finding().outcome())) {
        reasons.add(reason(entry));
      }
    }
    return reasons;
  }

  private Screening.Reason reason(Judgement.Entry entry) {
    Rule rule = entry.rule();
    Finding finding = entry.finding();
    List<Screening.Cited> cited =
        rule.citationsOn(day).stream().map(citation -> cited(citation, rule)).toList();
    List<Evidence> evidence = evidence(entry);
    boolean acts = finding.outcome() != Outcome.SATISFIED;
    return new Screening.Reason(
        rule.id(),
        entry.part(),
        rule.readsThePlace(),
        finding.outcome(),
        (acts ? finding.effect() : rule.strictest()).word(),
        rule.titleZh(),
        rule.titleEn(),
        cited.get(0),
        cited,
        evidence,
        finding.items(),
        List.copyOf(finding.facts()),
        List.copyOf(finding.data()),
        acts ? rule.condition() : Optional.empty(),
        acts ? rule.approver() : Optional.empty(),
        acts ? rule.deliverable() : Optional.empty(),
        rule.suspendedOn(day).map(Rule.Suspension::by),
        finding.outcome() == Outcome.VIOLATED ? cure(evidence) : Optional.empty());
  }

  private List<Evidence> evidence(Judgement.Entry entry) {
    if (!entry.rule().readsThePlace()) {
      return List.of();
    }
    OptionalDouble toldM = judged.standing().judge().project().protectiveDistanceM();
    return judged.ground().stream()
        .filter(under -> under.kind().word().equals(entry.part()))
        .flatMap(under -> under.survey().behind(entry.rule(), toldM).stream())
        .toList();
  }

  /** What would mend a violation, where the measurement tells. */
  private static Optional<String> cure(List<Evidence> evidence) {
    for (Evidence seen : evidence) {
      if (seen.relation().equals("distance")
          && seen.distanceM().isPresent()
          && seen.distanceM().get() < seen.thresholdM().orElse(0.0)) {
        double short_ = seen.thresholdM().orElseThrow() - seen.distanceM().get();
        return Optional.of(
            String.format(
                Locale.ROOT,
                "将该部分再移远至少 %.1f 米 / move this part at least %.1f m farther away",
                short_,
                short_));
      }
      if (seen.relation().equals("overlap") && seen.share().orElse(1.0) < 1) {
        return Optional.of(
            String.format(
                Locale.ROOT,
                "将与“%s”重叠的 %.1f 平方米划出 / leave out the %.1f m² that overlap “%s”",
                seen.name().orElse(""),
                seen.areaM2().orElse(0.0),
                seen.areaM2().orElse(0.0),
                seen.name().orElse("")));
      }
    }
    return Optional.empty();
  }

  static Screening.Cited cited(Citation citation, Rule rule) {
    return new Screening.Cited(
        citation.document(),
        citation.number(),
        citation.article(),
        citation.text(),
        citation.textKind(),
        rule.authority(),
        new String[] {
          citation.interval().from().map(LocalDate::toString).orElse(null),
          citation.interval().to().map(LocalDate::toString).orElse(null)
        },
        citation.status(),
        citation.source());
  }

  /** How many reasons of each outcome there are. */
  static Map<Outcome, Long> counted(List<Screening.Reason> reasons) {
    Map<Outcome, Long> counts = new java.util.EnumMap<>(Outcome.class);
    reasons.forEach(reason -> counts.merge(reason.outcome(), 1L, Long::sum));
    return counts;
  }
}
