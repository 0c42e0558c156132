package luodi.siting;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import luodi.rule.Outcome;

/** What a project could enjoy, apart from the verdict: no encouragement lifts a prohibition. */
final class Incentives {
  private static final String ENCOURAGE = "encourage";

  private Incentives() {}

  /** Each encouraging rule once, certain ones first; then those that hang on a fact. */
  static List<Screening.Incentive> of(List<Screening.Reason> reasons) {
    List<Screening.Incentive> incentives = new ArrayList<>();
    Set<String> told = new HashSet<>();
    for (Outcome outcome : List.of(Outcome.ENCOURAGED, Outcome.NEED_INFO)) {
      for (Screening.Reason reason : reasons) {
        boolean encourages = reason.outcome() == outcome && reason.effect().equals(ENCOURAGE);
        if (encourages && told.add(reason.rule())) {
          incentives.add(incentive(reason));
        }
      }
    }
    return incentives;
  }

  private static Screening.Incentive incentive(Screening.Reason reason) {
    Screening.Cited cited = reason.citation();
    return new Screening.Incentive(
        reason.rule(),
        reason.titleZh(),
        reason.titleEn(),
        reason.items().isEmpty() ? Optional.empty() : Optional.of(String.join("；", reason.items())),
        cited.text(),
        cited.document(),
        reason.condition().filter(condition -> !condition.isBlank()),
        cited.inForce(),
        reason.missingFacts());
  }
}
