package luodi.siting;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import luodi.rule.Judge;
import luodi.rule.Rule;
import luodi.rule.Rulebook;

/** What a reader must know before relying on an answer. */
final class Warnings {
  private Warnings() {}

  /** That these layers are not real. */
  static String synthetic(List<String> layers) {
    return "synthetic data: "
        + String.join(", ", layers)
        + " are made by a generator and are not real";
  }

  static List<String> of(
      List<Screening.Reason> reasons,
      Screening.Checked coverage,
      Rulebook rulebook,
      Screener.Standing standing) {
    Judge judge = standing.judge();
    List<String> warnings = new ArrayList<>();
    standing
        .proposal()
        .scenario()
        .flatMap(Scenario::zones)
        .ifPresent(
            zones ->
                warnings.add(
                    "scenario: zones are supposed for this answer and were never published: "
                        + zones.told()));
    List<String> supposed = Scenario.supposed(rulebook).stream().map(Rule::id).toList();
    if (!supposed.isEmpty()) {
      warnings.add(
          "scenario: "
              + String.join(", ", supposed)
              + " are supposed for this answer and are not law");
    }
    List<String> synthetic =
        coverage.layers().stream()
            .filter(layer -> layer.synthetic() && !layer.covers().equals("none"))
            .map(Screening.LayerSeen::id)
            .toList();
    if (!synthetic.isEmpty()) {
      warnings.add(synthetic(synthetic));
    }
    List<String> unknown =
        coverage.layers().stream()
            .filter(layer -> layer.covers().equals("none"))
            .map(Screening.LayerSeen::id)
            .toList();
    if (!unknown.isEmpty()) {
      warnings.add(
          "no data here: declared coverage of " + String.join(", ", unknown) + " ends elsewhere");
    }
    SortedSet<String> stale = new TreeSet<>();
    SortedSet<String> recalled = new TreeSet<>();
    SortedSet<String> unread = unread(judge);
    for (Screening.Reason reason : reasons) {
      if (!unread.contains(reason.rule()) && reason.citation().status().equals("stale")) {
        stale.add(reason.rule());
      }
      if (reason.outcome() == luodi.rule.Outcome.VIOLATED
          && reason.citations().stream().allMatch(cited -> cited.textKind().equals("recalled"))) {
        recalled.add(reason.rule());
      }
    }
    if (!stale.isEmpty()) {
      warnings.add(
          "stale citations: the successor of "
              + String.join(", ", stale)
              + " has not been read; the former text is shown");
    }
    if (!unread.isEmpty()) {
      warnings.add(
          "history not loaded: on that day forerunners of "
              + String.join(", ", unread)
              + " bound, and their text is not in this rulebook; where one shows, it is the first text known");
    }
    if (!recalled.isEmpty()) {
      warnings.add(
          "recalled text: "
              + String.join(", ", recalled)
              + " rest on text from memory; verify before relying on it");
    }
    return warnings;
  }

  /** The rules whose forerunners bound on the day and were not read. */
  private static SortedSet<String> unread(Judge judge) {
    SortedSet<String> unread = new TreeSet<>();
    judge.rules().stream()
        .filter(rule -> rule.unreadOn(judge.project().day()))
        .forEach(rule -> unread.add(rule.id()));
    return unread;
  }
}
