package luodi.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import luodi.ground.Signature;

/**
 * One project on one day, before the rules that are in force then. Immutable and safe for many
 * threads.
 */
public final class Judge {
  private final Rulebook rulebook;
  private final Project project;
  private final Profile profile;
  private final List<Rule> inForce;
  private final Set<String> inapplicable;

  Judge(Rulebook rulebook, Project project, Profile profile) {
    this.rulebook = rulebook;
    this.project = project;
    this.profile = profile;
    this.inForce =
        rulebook.rules().stream()
            .filter(rule -> rule.standsOn(project.day()))
            .map(rule -> rule.on(project.day()))
            .toList();
    this.inapplicable =
        inForce.stream().filter(this::neverApplies).map(Rule::id).collect(Collectors.toSet());
  }

  /** True when the project alone settles that the rule does not speak of it. */
  private boolean neverApplies(Rule rule) {
    Situation nowhere =
        new Situation(
            project, rulebook, Signature.of(Set.of()), Optional.empty(), SiteMeasures.NONE);
    return !rule.appliesTo().meaning().readsThePlace()
        && rule.appliesTo().meaning().in(nowhere.supposingHits()).no();
  }

  /** The rules in force on the project's day, in the order of the rulebook. */
  public List<Rule> rules() {
    return inForce;
  }

  public Project project() {
    return project;
  }

  public Profile profile() {
    return profile;
  }

  /**
   * What the binding rules that may speak of this project want to know of each layer.
   *
   * @param here codes of the county, prefecture and province; empty for anywhere
   */
  public List<Sought> sought(Optional<Set<String>> here) {
    SortedMap<String, Sought> layers = new TreeMap<>();
    for (Rule rule : inForce) {
      boolean speaks = rule.binds() && !inapplicable.contains(rule.id());
      if (speaks && (here.isEmpty() || mayHoldIn(here, rule))) {
        rule.where().meaning().atoms(atom -> seek(rule, atom, layers));
      }
    }
    return List.copyOf(layers.values());
  }

  /** False when the divisions alone settle that the rule never speaks of ground there. */
  private boolean mayHoldIn(Optional<Set<String>> here, Rule rule) {
    Situation there =
        new Situation(project, rulebook, Signature.of(Set.of()), here, SiteMeasures.NONE);
    Profile nothing = new Profile("none", Set.of());
    Spot spot = new Spot(there.signature(), there, nothing, rulebook.words());
    return !rule.where().meaning().over(spot, Truth.YES).no();
  }

  private void seek(Rule rule, Where atom, SortedMap<String, Sought> layers) {
    if (atom instanceof Where.Member) {
      return; // read from the county, not from the ground
    }
    atom.ground()
        .ifPresent(
            ref ->
                layers.compute(
                    ref.layer(),
                    (layer, before) ->
                        (before == null
                                ? Sought.nothingOf(layer, profile.vouchesFor(layer))
                                : before)
                            .and(rule, atom, ref)));
  }

  /**
   * The same rules before one part of the project: of an outfall other things are presumed than of
   * a plot.
   */
  public Judge about(String part) {
    Project own = Presumption.about(part, project, rulebook);
    return own == project ? this : new Judge(rulebook, own, profile);
  }

  /** The same rules before the same project, were it to move from these divisions. */
  Judge movingFrom(Set<String> divisions) {
    return new Judge(rulebook, project.movingFrom(divisions), profile);
  }

  /** The same rules before a project that tells more. */
  public Judge telling(Map<String, Value> answers) {
    return new Judge(rulebook, project.telling(answers), profile);
  }

  /**
   * What one rule says on one spot.
   *
   * @param signature the letters that lie there
   * @param here codes of the county, prefecture and province; empty where no county polygon lies
   */
  public Finding find(
      Rule rule, Signature signature, Optional<Set<String>> here, SiteMeasures measures) {
    if (inapplicable.contains(rule.id())) {
      return Finding.NOT_APPLICABLE;
    }
    Situation situation = new Situation(project, rulebook, signature, here, measures);
    Finding found = settledAsFarAsCanBe(rule, situation);
    return rule.unreadOn(project.day()) ? found.unread(rule.id()) : found;
  }

  private Finding settledAsFarAsCanBe(Rule rule, Situation situation) {
    Finding plain = weigh(rule, situation);
    // With one branch three-valued logic is exact; with several one answer can settle them against
    // each other.
    if (plain.facts().isEmpty() || plain.isSettled() || rule.branches().size() == 1) {
      return plain;
    }
    List<Map<String, Value>> answers = rulebook.answersTo(rule).to(plain.facts());
    return answers.isEmpty() ? plain : bounded(plain, rule, situation, answers);
  }

  /** False when the project alone settles that the rule does not speak of it. */
  public boolean mayApply(Rule rule) {
    return !inapplicable.contains(rule.id());
  }

  /**
   * What tells counties apart for a rule beside the sets that its {@code where} reads; empty when
   * nothing does.
   *
   * @param here codes of the county, prefecture and province
   */
  public List<Object> askedOf(Set<String> here, Rule rule) {
    Situation there =
        new Situation(
            project, rulebook, Signature.of(Set.of()), Optional.of(here), SiteMeasures.NONE);
    if (!rule.asksOfTheCounty(there)) {
      return List.of();
    }
    if (rule.readsAccessLists()) {
      return List.of(here); // the county and the list stand in one expression
    }
    List<Object> key = new ArrayList<>();
    key.add(rule.appliesTo().meaning().in(there));
    rule.branches().forEach(branch -> key.add(branch.when().meaning().in(there)));
    return key;
  }

  /** Whether divisions stand in a dated set on the project's day: 0 no, 1 yes, 2 not known. */
  public int membership(LayerRef ref, Set<String> here) {
    return rulebook.regions().member(ref, here, project.day()).value().ordinal();
  }

  /**
   * The layers, sets and lists that a rule reads and that this deployment does not vouch to check.
   */
  public SortedSet<String> outsideProfile(Rule rule) {
    SortedSet<String> outside = new TreeSet<>();
    rule.where()
        .meaning()
        .atoms(
            atom ->
                atom.ground()
                    .filter(ref -> !vouchesFor(atom, ref))
                    .map(Regions::tableName)
                    .ifPresent(outside::add));
    rule.appliesTo().meaning().lists(outside::add);
    rule.branches().forEach(branch -> branch.when().meaning().lists(outside::add));
    outside.remove(ListRef.ACCESS_LISTS);
    return outside;
  }

  private boolean vouchesFor(Where atom, LayerRef ref) {
    return atom instanceof Where.Member
        ? rulebook.regions().vouchesFor(ref)
        : profile.vouchesFor(ref.layer());
  }

  /** The same finding with best and worst taken over every answer that the asker could give. */
  private Finding bounded(
      Finding plain, Rule rule, Situation situation, List<Map<String, Value>> answers) {
    Effect best = Effect.PROHIBIT;
    Effect worst = Effect.NONE;
    Effect placeWorst = Effect.PROHIBIT;
    for (Map<String, Value> answer : answers) {
      Finding told = weigh(rule, situation.with(project.telling(answer)));
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

  private Finding weigh(Rule rule, Situation situation) {
    Truth applies = rule.appliesTo().meaning().in(situation);
    Spot spot = spot(situation);
    if (applies.no()) {
      return unlisted(rule, situation, spot);
    }
    Truth where = rule.where().meaning().over(spot, Truth.NO);
    if (where.no()) {
      return missed(rule, spot);
    }
    return caught(rule, situation, applies.and(where));
  }

  private Spot spot(Situation situation) {
    return new Spot(situation.signature(), situation, profile, rulebook.words());
  }

  /**
   * The ground is not meant: passed, unless it would be meant if what lies outside the profile were
   * there.
   */
  private Finding missed(Rule rule, Spot spot) {
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
  private static Finding unlisted(Rule rule, Situation situation, Spot spot) {
    boolean silent =
        rule.appliesTo().meaning().in(situation.supposingHits()).no()
            || rule.where().meaning().over(spot, Truth.YES).no();
    return silent ? Finding.NOT_APPLICABLE : Finding.settled(Outcome.OUTSIDE_PROFILE, Effect.NONE);
  }

  private Finding caught(Rule rule, Situation situation, Truth caught) {
    Effect best = Effect.NONE;
    Effect worst = Effect.NONE;
    Effect placeWorst = Effect.NONE;
    SortedSet<String> facts = new TreeSet<>(caught.facts());
    SortedSet<String> data = new TreeSet<>(caught.data());
    for (Rule.Branch branch : rule.branches()) {
      Truth holds = caught.and(branch.when().meaning().in(situation));
      Effect effect = effectOf(branch, rule);
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
    if (worst == Effect.NONE && hangsOnAnOpenList(rule, situation)) {
      return Finding.settled(Outcome.OUTSIDE_PROFILE, Effect.NONE);
    }
    Outcome outcome =
        best == worst ? Outcome.of(best) : facts.isEmpty() ? Outcome.NO_DATA : Outcome.NEED_INFO;
    return new Finding(
        outcome, worst, best, worst, placeWorst, facts, data, itemsThatHit(rule, situation));
  }

  /** True when a list that does not vouch for being complete leaves the project out. */
  private static boolean hangsOnAnOpenList(Rule rule, Situation situation) {
    Situation supposed = situation.supposingHits();
    return rule.branches().stream().anyMatch(branch -> !branch.when().meaning().in(supposed).no());
  }

  /** A condition that cannot be met today is a prohibition today. */
  private Effect effectOf(Rule.Branch branch, Rule rule) {
    return branch.effect() == Effect.RESTRICT && !rulebook.canBeMet(rule, project.day())
        ? Effect.PROHIBIT
        : branch.effect();
  }

  private static List<String> itemsThatHit(Rule rule, Situation situation) {
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
