package luodi.rule;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A fact to ask for, with the verdict that each answer leads to.
 *
 * @param closes the rules that hang on it
 * @param verdicts by answer
 */
public record Question(
    FactTable.Entry fact, SortedSet<String> closes, Map<String, Verdict> verdicts) {
  /** More than this nobody answers; what is left is asked after these. */
  private static final int MOST = 3;

  /** A division that no list holds. */
  private static final Set<String> ELSEWHERE = Set.of("000000");

  /** Told as {@code from}, beside the facts. */
  private static final FactTable.Entry ORIGIN =
      new FactTable.Entry(
          "origin",
          FactTable.Type.TEXT,
          "",
          List.of("none", "elsewhere"),
          "none",
          "transfer rules",
          "是否由别处转移而来？从哪里来（用 from 填区划代码）？",
          "Does it move from elsewhere, and from where (tell it as from, a division's code)?");

  /**
   * The fewest questions that close what is open: first what is missing, by the number of rules
   * that it closes, then what was presumed though another value would change the verdict.
   *
   * @param again judges the same ground for a project that tells more
   */
  public static List<Question> fewest(
      Judge judge, Judgement now, Rulebook rulebook, Function<Judge, Judgement> again) {
    if (now.bestCase() == Verdict.PROHIBITED) {
      return List.of();
    }
    List<Question> questions = new ArrayList<>();
    Set<String> closed = new HashSet<>();
    openRules(now).entrySet().stream()
        .sorted(
            Comparator.comparing(
                    (Map.Entry<String, SortedSet<String>> e) -> mildest(now, e.getValue()))
                .thenComparing(e -> -e.getValue().size())
                .thenComparing(Map.Entry::getKey))
        .forEach(
            entry -> {
              if (!closed.containsAll(entry.getValue())) {
                ask(entry.getKey(), entry.getValue(), judge, rulebook, again)
                    .ifPresent(questions::add);
                closed.addAll(entry.getValue());
              }
            });
    if (questions.size() < MOST) {
      questions.addAll(presumed(judge, now, rulebook, again, MOST - questions.size()));
    }
    return questions;
  }

  /**
   * Whether the project moves, and from where: presumed not to when nobody said, and asked for
   * where a move would change the verdict.
   *
   * @param again judges the same ground for a project that tells more
   */
  public static Optional<Question> ofOrigin(
      Judge judge, Judgement now, Function<Judge, Judgement> again) {
    if (now.bestCase() == Verdict.PROHIBITED) {
      return Optional.empty();
    }
    Judgement moved = again.apply(judge.movingFrom(ELSEWHERE));
    if (moved.verdict() == now.verdict()) {
      return Optional.empty();
    }
    SortedSet<String> turning =
        moved.entries().stream()
            .filter(entry -> entry.finding().worst().decides())
            .map(Judgement.Entry::rule)
            .filter(rule -> rule.reads("origin"))
            .map(Rule::id)
            .collect(Collectors.toCollection(TreeSet::new));
    Map<String, Verdict> verdicts = new LinkedHashMap<>();
    verdicts.put("none", now.verdict());
    verdicts.put("elsewhere", moved.verdict());
    return Optional.of(new Question(ORIGIN, turning, verdicts));
  }

  /** 0 when one of the rules could prohibit, else 1: what could prohibit is asked first. */
  private static int mildest(Judgement now, SortedSet<String> rules) {
    boolean prohibits =
        now.entries().stream()
            .filter(entry -> rules.contains(entry.rule().id()))
            .anyMatch(entry -> entry.finding().worst() == Effect.PROHIBIT);
    return prohibits ? 0 : 1;
  }

  /** The rules that hang on each missing fact and could lower the verdict. */
  private static SortedMap<String, SortedSet<String>> openRules(Judgement now) {
    SortedMap<String, SortedSet<String>> open = new TreeMap<>();
    for (Judgement.Entry entry : now.entries()) {
      Finding finding = entry.finding();
      if (!finding.isSettled() && finding.worst().decides()) {
        finding
            .facts()
            .forEach(
                fact -> open.computeIfAbsent(fact, key -> new TreeSet<>()).add(entry.rule().id()));
      }
    }
    return open;
  }

  private static Optional<Question> ask(
      String fact,
      SortedSet<String> closes,
      Judge judge,
      Rulebook rulebook,
      Function<Judge, Judgement> again) {
    return rulebook
        .facts()
        .named(fact)
        .map(entry -> new Question(entry, closes, verdicts(fact, closes, judge, rulebook, again)));
  }

  /** The verdict for each answer that one of the rules tells apart. */
  private static Map<String, Verdict> verdicts(
      String fact,
      SortedSet<String> closes,
      Judge judge,
      Rulebook rulebook,
      Function<Judge, Judgement> again) {
    Map<String, Verdict> verdicts = new LinkedHashMap<>();
    rulebook
        .answersTo(closes)
        .labelled(fact)
        .forEach(
            (label, value) ->
                verdicts.put(label, again.apply(judge.telling(Map.of(fact, value))).verdict()));
    return verdicts;
  }

  /** Presumed facts of the rules that weigh, where another value would change the verdict. */
  private static List<Question> presumed(
      Judge judge, Judgement now, Rulebook rulebook, Function<Judge, Judgement> again, int most) {
    List<Question> questions = new ArrayList<>();
    for (Map.Entry<String, Project.Fact> fact : judge.project().facts().entrySet()) {
      if (questions.size() == most
          || !fact.getValue().presumed()
          || fact.getKey().equals("object")) {
        continue;
      }
      SortedSet<String> closes = rulebook.rulesReading(fact.getKey(), now);
      if (closes.isEmpty()) {
        continue;
      }
      Map<String, Verdict> verdicts = verdicts(fact.getKey(), closes, judge, rulebook, again);
      if (verdicts.values().stream().anyMatch(verdict -> verdict != now.verdict())) {
        questions.add(
            new Question(rulebook.facts().named(fact.getKey()).orElseThrow(), closes, verdicts));
      }
    }
    return questions;
  }
}
