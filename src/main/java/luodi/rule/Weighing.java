package luodi.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * One rule laid upon one project on one spot.
 *
 * @param applies whether it speaks of the project, where that does not depend on the spot
 */
record Weighing(Rulebook rulebook, Profile profile, Rule rule, Optional<Truth> applies) {
  Finding settledAsFarAsCanBe(Situation situation) {
    Finding plain = weigh(situation, applies.orElseGet(() -> speaksOf(situation)));
    // With one branch three-valued logic is exact; with several one answer can settle them against
    // each other.
    if (plain.facts().isEmpty() || plain.isSettled() || rule.branches().size() == 1) {
      return plain;
    }
    List<Map<String, Value>> answers = rulebook.answersTo(rule).to(plain.facts());
    return answers.isEmpty() ? plain : bounded(plain, situation, answers);
  }

  /** The same finding with best and worst taken over every answer that the asker could give. */
  private Finding bounded(Finding plain, Situation situation, List<Map<String, Value>> answers) {
    Effect best = Effect.PROHIBIT;
    Effect worst = Effect.NONE;
    Effect placeWorst = Effect.PROHIBIT;
    for (Map<String, Value> answer : answers) {
      Situation answered = situation.answering(answer);
      Finding told = weigh(answered, speaksOf(answered));
      best = Effect.milder(best, told.best());
      worst = Effect.stricter(worst, told.worst());
      placeWorst = Effect.milder(placeWorst, told.placeWorst());
    }
    Outcome outcome = best == worst ? Outcome.of(best) : plain.outcome();
    return new Finding(
        outcome,
        worst == Effect.NONE ? plain.effect() : worst,
        best,
        worst,
        placeWorst,
        plain.facts(),
        plain.data(),
        plain.items());
  }

  private Truth speaksOf(Situation situation) {
    return rule.appliesTo().meaning().in(situation);
  }

  private Finding weigh(Situation situation, Truth speaks) {
    Spot spot = spot(situation);
    if (speaks.no()) {
      return unlisted(situation, spot);
    }
    Truth where = rule.where().meaning().over(spot, Truth.NO);
    if (where.no()) {
      return missed(spot);
    }
    return caught(situation, speaks.and(where));
  }

  private Spot spot(Situation situation) {
    return new Spot(situation.signature(), situation, profile, rulebook.words());
  }

  /**
   * The ground is not meant: passed, unless it would be meant if what lies outside the profile were
   * there.
   */
  private Finding missed(Spot spot) {
    if (!rule.where().meaning().over(spot, Truth.YES).no()) {
      boolean never = rulebook.speaksOfClosedGround(rule);
      return Finding.settled(never ? Outcome.NOT_CHECKABLE : Outcome.OUTSIDE_PROFILE, Effect.NONE);
    }
    return rule.binds() ? Finding.settled(Outcome.SATISFIED, Effect.NONE) : Finding.NOT_APPLICABLE;
  }

  /**
   * The rule does not speak of the project, unless a list that does not vouch for being complete
   * leaves it out.
   */
  private Finding unlisted(Situation situation, Spot spot) {
    boolean silent =
        rule.appliesTo().meaning().in(situation.supposingHits()).no()
            || rule.where().meaning().over(spot, Truth.YES).no();
    return silent ? Finding.NOT_APPLICABLE : Finding.settled(Outcome.OUTSIDE_PROFILE, Effect.NONE);
  }

  private Finding caught(Situation situation, Truth caught) {
    Effect best = Effect.NONE;
    Effect worst = Effect.NONE;
    Effect placeWorst = Effect.NONE;
    SortedSet<String> facts = new TreeSet<>(caught.facts());
    SortedSet<String> data = new TreeSet<>(caught.data());
    for (Rule.Branch branch : rule.branches()) {
      Truth holds = caught.and(branch.when().meaning().in(situation));
      Effect effect = effectOf(branch, situation);
      if (holds.yes()) {
        best = Effect.stricter(best, effect);
      }
      if (!holds.no()) {
        worst = Effect.stricter(worst, effect);
        facts.addAll(holds.facts());
        data.addAll(holds.data());
      }
      if (holds.yes() || holds.unknown() && holds.facts().isEmpty()) {
        placeWorst = Effect.stricter(placeWorst, effect);
      }
    }
    if (best == worst) {
      facts.clear();
      data.clear();
    }
    if (worst == Effect.NONE && hangsOnAnOpenList(situation)) {
      return Finding.settled(Outcome.OUTSIDE_PROFILE, Effect.NONE);
    }
    Outcome outcome =
        best == worst ? Outcome.of(best) : facts.isEmpty() ? Outcome.NO_DATA : Outcome.NEED_INFO;
    return new Finding(
        outcome, worst, best, worst, placeWorst, facts, data, itemsThatHit(situation));
  }

  /** True when a list that does not vouch for being complete leaves the project out. */
  private boolean hangsOnAnOpenList(Situation situation) {
    Situation supposed = situation.supposingHits();
    return rule.branches().stream().anyMatch(branch -> !branch.when().meaning().in(supposed).no());
  }

  /** A condition that cannot be met today is a prohibition today. */
  private Effect effectOf(Rule.Branch branch, Situation situation) {
    return branch.effect() == Effect.RESTRICT && !rulebook.canBeMet(rule, situation.day())
        ? Effect.PROHIBIT
        : branch.effect();
  }

  private List<String> itemsThatHit(Situation situation) {
    List<String> texts = new ArrayList<>();
    GivenGrammar.listIn(rule.appliesTo().meaning())
        .ifPresent(
            list ->
                situation.rowsOf(list).possible().stream()
                    .map(row -> row.field("text"))
                    .filter(text -> !text.isEmpty() && !texts.contains(text))
                    .forEach(texts::add));
    return texts;
  }
}
