package luodi.batch;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import luodi.fault.FaultException;
import luodi.rule.Outcome;
import luodi.rule.Verdict;
import luodi.siting.Screening;

/**
 * What comes out of one row: what its screening says, or why there is none.
 *
 * @param row its number; the first row after a header is 1
 * @param id as the asker named it
 * @param rules the ids of the rules that say something, by what they say, in the order of reasons
 * @param screening the id of the screening that says the same
 * @param error why there is no answer; empty when there is one
 */
public record RowAnswer(
    int row,
    Optional<String> id,
    Optional<Verdict> verdict,
    Optional<Verdict> placeVerdict,
    Optional<Verdict> bestCase,
    Optional<Verdict> worstCase,
    Optional<String> headlineZh,
    Optional<String> headlineEn,
    SortedMap<Outcome, List<String>> rules,
    List<Screening.Reason> reasons,
    List<String> preconditions,
    List<Screening.Asked> questions,
    List<String> warnings,
    Optional<String> asOf,
    Optional<String> profile,
    Optional<String> rulebook,
    Optional<String> atlas,
    Optional<String> screening,
    Optional<Wrong> error) {

  /**
   * Why a row has no answer: the members of a problem document.
   *
   * @param type such as {@code /problems/bad-site}
   * @param detail the row's number, what came, what was wanted
   * @param errors members of the row that are wrong, each {@code pointer} and {@code detail}
   */
  public record Wrong(String type, String detail, List<Map<String, String>> errors) {}

  static RowAnswer of(Row row, Screening screening) {
    Screening.Decision decision = screening.decision();
    return new RowAnswer(
        row.number(),
        row.id(),
        Optional.of(decision.verdict()),
        Optional.of(decision.placeVerdict()),
        Optional.of(decision.bestCase()),
        Optional.of(decision.worstCase()),
        Optional.of(decision.headlineZh()),
        Optional.of(decision.headlineEn()),
        byOutcome(screening.reasons()),
        screening.reasons(),
        screening.preconditions(),
        screening.questions(),
        screening.warnings(),
        Optional.of(decision.asOf()),
        Optional.of(decision.profile()),
        Optional.of(decision.rulebook()),
        Optional.of(decision.atlas()),
        Optional.of(screening.id()),
        Optional.empty());
  }

  static RowAnswer refused(Row row, FaultException fault) {
    List<Map<String, String>> errors = new ArrayList<>();
    for (FaultException.Place place : fault.places()) {
      Map<String, String> error = new LinkedHashMap<>();
      error.put(place.kind(), place.where());
      error.put("detail", place.detail());
      errors.add(error);
    }
    return new RowAnswer(
        row.number(),
        row.id(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        new TreeMap<>(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(
            new Wrong(
                "/problems/" + fault.fault().slug(),
                "Row " + row.number() + ": " + fault.getMessage(),
                errors)));
  }

  private static SortedMap<Outcome, List<String>> byOutcome(List<Screening.Reason> reasons) {
    SortedMap<Outcome, List<String>> rules = new TreeMap<>();
    for (Screening.Reason reason : reasons) {
      List<String> ids = rules.computeIfAbsent(reason.outcome(), outcome -> new ArrayList<>());
      if (!ids.contains(reason.rule())) {
        ids.add(reason.rule()); // a rule may say the same of several parts
      }
    }
    return rules;
  }
}
