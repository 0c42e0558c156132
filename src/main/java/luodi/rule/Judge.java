package luodi.rule;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
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
  private final Map<String, Settled> settled; // by rule; shared by judges who tell more …
  private final Map<String, Settled> anew; // … beside what they settled anew

  /**
   * What the project alone settles of a rule.
   *
   * @param applies whether it speaks of the project; empty when it needs the place for that
   * @param never true when it speaks of no such project, whatever a list may hold
   * @param by the facts that were looked at
   */
  private record Settled(Optional<Truth> applies, boolean never, Set<String> by) {}

  Judge(Rulebook rulebook, Project project, Profile profile) {
    this.rulebook = rulebook;
    this.project = project;
    this.profile = profile;
    this.inForce =
        rulebook.rules().stream()
            .filter(rule -> rule.standsOn(project.day()))
            .map(rule -> rule.on(project.day()))
            .toList();
    this.settled = new HashMap<>();
    this.anew = Map.of();
    inForce.forEach(rule -> settled.put(rule.id(), settle(rule)));
  }

  /** Before the same rules on the same day: only what looked at other facts is settled anew. */
  private Judge(Judge before, Project project) {
    this.rulebook = before.rulebook;
    this.project = project;
    this.profile = before.profile;
    this.inForce = before.inForce;
    this.settled = before.settled;
    this.anew = new HashMap<>(before.anew);
    Set<String> differing = project.differingFrom(before.project);
    for (Rule rule : inForce) {
      if (!Collections.disjoint(before.settled(rule).by(), differing)) {
        anew.put(rule.id(), settle(rule));
      }
    }
  }

  private Settled settled(Rule rule) {
    Settled changed = anew.isEmpty() ? null : anew.get(rule.id());
    return changed == null ? settled.get(rule.id()) : changed;
  }

  /** Settles what the project alone settles, once for all ground. */
  private Settled settle(Rule rule) {
    Set<String> read = new HashSet<>();
    Situation nowhere =
        new Situation(
            project, rulebook, Signature.NOTHING, Optional.empty(), SiteMeasures.NONE, read::add);
    Given speaks = rule.appliesTo().meaning();
    if (speaks.readsThePlace() || speaks.readsTheCounty(nowhere)) {
      return new Settled(Optional.empty(), false, read);
    }
    Truth plain = speaks.in(nowhere);
    boolean never = plain.no() && speaks.in(nowhere.supposingHits()).no();
    return new Settled(Optional.of(plain), never, read);
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
      boolean speaks = rule.binds() && mayApply(rule);
      if (speaks && (here.isEmpty() || mayHoldIn(here, rule))) {
        rule.where().meaning().atoms(atom -> seek(rule, atom, layers));
      }
    }
    return List.copyOf(layers.values());
  }

  /** False when the divisions alone settle that the rule never speaks of ground there. */
  private boolean mayHoldIn(Optional<Set<String>> here, Rule rule) {
    Situation there = new Situation(project, rulebook, Signature.NOTHING, here, SiteMeasures.NONE);
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
    return own == project ? this : new Judge(this, own);
  }

  /** The same rules before the same project, were it to move from these divisions. */
  Judge movingFrom(Set<String> divisions) {
    return new Judge(this, project.movingFrom(divisions));
  }

  /** The same rules before a project that tells more. */
  public Judge telling(Map<String, Value> answers) {
    return new Judge(this, project.telling(answers));
  }

  /**
   * What one rule says on one spot.
   *
   * @param signature the letters that lie there
   * @param here codes of the county, prefecture and province; empty where no county polygon lies
   */
  public Finding find(
      Rule rule, Signature signature, Optional<Set<String>> here, SiteMeasures measures) {
    return find(rule, signature, here, measures, fact -> {});
  }

  /**
   * The same, and which facts it hangs on beside those of {@link #settledBy}: as long as none of
   * them changes, neither does what is found.
   *
   * @param read is told each fact that is looked at, known or not; the origin is one
   */
  public Finding find(
      Rule rule,
      Signature signature,
      Optional<Set<String>> here,
      SiteMeasures measures,
      Consumer<String> read) {
    Settled alone = settled(rule);
    if (alone.never()) {
      return Finding.NOT_APPLICABLE;
    }
    Situation situation = new Situation(project, rulebook, signature, here, measures, read);
    Finding found =
        new Weighing(rulebook, profile, rule, alone.applies()).settledAsFarAsCanBe(situation);
    return rule.unreadOn(project.day()) ? found.unread(rule.id()) : found;
  }

  /** The facts that settle whether a rule may speak of the project at all, whatever the ground. */
  public Set<String> settledBy(Rule rule) {
    return settled(rule).by();
  }

  /** The facts whose values are others for another judge; the origin is one. */
  public Set<String> differingFrom(Judge other) {
    return project.differingFrom(other.project);
  }

  /** True when the project alone settles that the rule speaks of it. */
  public boolean surelyApplies(Rule rule) {
    return settled(rule).applies().filter(Truth::yes).isPresent();
  }

  /** What one rule says where nothing is known of the ground: all that hangs on the project. */
  public Finding findAnywhere(Rule rule) {
    return find(rule, Signature.NOTHING, Optional.of(Set.of()), SiteMeasures.NONE);
  }

  /** False when the project alone settles that the rule does not speak of it. */
  public boolean mayApply(Rule rule) {
    return !settled(rule).never();
  }

  /**
   * What tells counties apart for a rule beside the sets that its {@code where} reads; empty when
   * nothing does.
   *
   * @param here codes of the county, prefecture and province
   */
  public List<Object> askedOf(Set<String> here, Rule rule) {
    Situation there =
        new Situation(project, rulebook, Signature.NOTHING, Optional.of(here), SiteMeasures.NONE);
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

  /**
   * True when of a county {@link #askedOf} can turn on nothing but the divisions that lists name:
   * the project does not move, and no access list is read.
   */
  public boolean turnsOnNamesAlone(List<Rule> rules) {
    return project.origin().isEmpty() && rules.stream().noneMatch(Rule::readsAccessLists);
  }

  /**
   * The items of a control unit's access list that hold on the project's day.
   *
   * @param list as the unit carries it, JSON
   */
  public AccessList accessList(String list) {
    Situation nowhere =
        new Situation(project, rulebook, Signature.NOTHING, Optional.empty(), SiteMeasures.NONE);
    Lists.DatedList read = rulebook.lists().accessList(list);
    return new AccessList(
        read.complete(),
        read.rows().stream()
            .filter(row -> row.interval().holds(project.day()))
            .map(row -> AccessList.item(row, nowhere))
            .toList());
  }

  /**
   * How much capacity the project must replace in one place.
   *
   * @param here codes of the county, prefecture and province
   */
  public Replacement replacement(Optional<Set<String>> here) {
    return new Replacing(this, rulebook, here).told();
  }

  /** The rows of the transfer catalogue that surely speak of the project in these divisions. */
  public List<Transfers.Catalogued> catalogued(Set<String> here) {
    Situation nowhere =
        new Situation(project, rulebook, Signature.NOTHING, Optional.of(here), SiteMeasures.NONE);
    return rulebook.transferCatalogue().stream()
        .filter(row -> here.contains(row.adcode()) && row.holdsOn(project.day()))
        .filter(row -> nowhere.matches(row.codes()).yes())
        .toList();
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
}
