package luodi.archive;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import luodi.rule.Rule;
import luodi.siting.Screening;

/** A rule as an answer told it: what can change of the law between two answers. */
record Law(String title, List<Article> articles, Optional<String> suspendedBy) {
  /** One article that the rule rests on. */
  record Article(String document, Optional<String> article, String text, String status) {}

  static Law of(Screening.Reason reason) {
    return new Law(
        reason.titleZh(),
        reason.citations().stream()
            .map(
                cited ->
                    new Article(cited.document(), cited.article(), cited.text(), cited.status()))
            .toList(),
        reason.suspendedBy());
  }

  /** Which wording of a rule stands on a day: 0 none, else a number of its own for each. */
  static int standing(Rule rule, LocalDate day) {
    if (!rule.standsOn(day)) {
      return 0;
    }
    for (int i = 0; i < rule.before().size(); i++) {
      if (rule.before().get(i).interval().holds(day)) {
        return 2 + i;
      }
    }
    return 1;
  }
}
