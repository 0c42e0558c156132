package luodi.rule;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import luodi.fault.Fault;
import luodi.ground.Ask;
import luodi.ground.Signature;
import luodi.industry.Tags;

/**
 * All rules of one edition, with the words, facts, tags, region lists and item lists that they
 * read. Immutable.
 */
public final class Rulebook {
  private final String name;
  private final Map<String, Rule> rules = new LinkedHashMap<>();
  private final List<Rule> inOrder;
  private final List<Ask> usualAsks; // where no project told a distance of its own
  private final Catalogue catalogue;
  private final Lists lists;
  private final Set<String> namedDivisions;
  private final Map<String, Profile> profiles;
  private final Transfers transfers;
  private final List<Transfers.Catalogued> transferCatalogue;
  private final List<Pack> packs;
  private volatile List<Ask> asks = List.of(); // gathered when first wanted
  private final Map<String, Answers> answers = new LinkedHashMap<>();
  private final Map<String, Given> presumptions = new LinkedHashMap<>();

  Rulebook(
      String name,
      List<Rule> rules,
      Catalogue catalogue,
      Lists lists,
      Collection<Profile> profiles,
      List<Pack> packs,
      Transfers transfers) {
    this.name = name;
    this.packs = List.copyOf(packs);
    this.transfers = transfers;
    rules.forEach(rule -> this.rules.put(rule.id(), rule));
    this.inOrder = List.copyOf(this.rules.values());
    this.usualAsks = Asking.by(inOrder, OptionalDouble.empty());
    this.catalogue = catalogue;
    this.lists = lists;
    this.namedDivisions = lists.namedDivisions();
    this.transferCatalogue = Transfers.catalogue(inOrder, lists);
    this.profiles = profiles.stream().collect(Collectors.toMap(Profile::name, profile -> profile));
    catalogue.facts().all().stream()
        .filter(FactTable.Entry::presumedByExpression)
        .forEach(
            entry ->
                presumptions.put(
                    entry.key(),
                    GivenGrammar.parse(catalogue, entry.expression(), Optional.empty())));
    rules.forEach(rule -> this.answers.put(rule.id(), answersTo(List.of(rule))));
  }

  /** The rulebook of the class path; every mistake in it is told at once, with file and line. */
  public static Rulebook load() {
    return RulebookReader.read();
  }

  /**
   * The same rules reading these tables too; one of a name that is already there stands in its
   * place.
   */
  public Rulebook with(Collection<Lists.DatedList> moreLists, Collection<Regions.Table> moreSets) {
    TreeSet<String> names = new TreeSet<>();
    moreLists.forEach(list -> names.add(list.name()));
    moreSets.forEach(set -> names.add(set.name()));
    return new Rulebook(
        name + " with " + String.join(", ", names),
        rules(),
        catalogue.with(regions().with(moreSets)),
        lists.with(moreLists),
        profiles.values(),
        packs,
        transfers);
  }

  /** The rules of a pack over these, with the tables that it brings. */
  Rulebook under(
      Pack pack, List<Rule> more, Catalogue words, Collection<Lists.DatedList> moreLists) {
    List<Rule> all = new ArrayList<>(rules());
    all.addAll(more);
    List<Pack> stack = new ArrayList<>(packs);
    stack.add(pack);
    return new Rulebook(
        name + "+" + pack.name(),
        all,
        words,
        lists.with(moreLists),
        profiles.values(),
        stack,
        transfers);
  }

  /** The edition and the SHA-256 of all its files, as answers name it. */
  public String name() {
    return name;
  }

  /** The packs that lie over the national rulebook, the lowest first. */
  public List<Pack> packs() {
    return packs;
  }

  Catalogue catalogue() {
    return catalogue;
  }

  /** All rules, in the order of the rulebook. */
  public List<Rule> rules() {
    return inOrder;
  }

  public Optional<Rule> rule(String id) {
    return Optional.ofNullable(rules.get(id));
  }

  public FactTable facts() {
    return catalogue.facts();
  }

  public Vocabulary words() {
    return catalogue.words();
  }

  public Tags tags() {
    return catalogue.tags();
  }

  /** Which industries can have the products and processes that rules name. */
  public Makes makes() {
    return catalogue.makes();
  }

  public Regions regions() {
    return catalogue.regions();
  }

  /** What rules say of a move in numbers and names. */
  public Transfers transfers() {
    return transfers;
  }

  /** The rows of the transfer catalogue, each with the rule that speaks of its class. */
  public List<Transfers.Catalogued> transferCatalogue() {
    return transferCatalogue;
  }

  /**
   * True when a rule judges the move itself: it reads the origin, sets how much capacity must be
   * replaced, or shuts that procedure.
   */
  public boolean judgesTheMove(Rule rule) {
    return rule.reads("origin")
        || transfers.rates(rule)
        || !rule.canBeMet()
            && rules.values().stream()
                .anyMatch(other -> other.family().equals(rule.family()) && transfers.rates(other));
  }

  Lists lists() {
    return lists;
  }

  /** The expression that makes a presumed claim true. */
  Given presumption(FactTable.Entry entry) {
    return presumptions.get(entry.key());
  }

  /** The rules that found something and whose text reads the fact. */
  SortedSet<String> rulesReading(String fact, Judgement judgement) {
    return judgement.entries().stream()
        .filter(entry -> entry.finding().worst().decides())
        .map(Judgement.Entry::rule)
        .filter(rule -> rule.reads(fact))
        .map(Rule::id)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Whether a rule reads a fact of the project, itself or through a tag or a presumption. */
  public boolean reads(Rule rule, String fact) {
    return rule.reads(fact) || answersTo(rule).tellApart(fact);
  }

  /** Every division that some row of a list names. */
  public Set<String> namedDivisions() {
    return namedDivisions;
  }

  Answers answersTo(Rule rule) {
    return answers.get(rule.id());
  }

  /** The answers that any of these rules tells apart. */
  Answers answersTo(SortedSet<String> ids) {
    return answersTo(ids.stream().map(rules::get).toList());
  }

  private Answers answersTo(List<Rule> read) {
    return new Answers(facts(), presumptions, read);
  }

  /** A profile by its name. */
  public Profile profile(String name) {
    Profile profile = profiles.get(name);
    if (profile == null) {
      throw Fault.NOT_FOUND.because(
          "There is no profile '%s'; there are %s.", name, new TreeSet<>(profiles.keySet()));
    }
    return profile;
  }

  /**
   * One project before the rules in force on its day; facts that the asker left out are presumed
   * where the table says so.
   */
  public Judge judge(Project project, Profile profile) {
    return new Judge(this, Presumption.applied(project, this), profile);
  }

  /**
   * All that the law wants to read of the ground: every layer, attribute and distance that some
   * rule names.
   *
   * @param protectiveDistanceM the project's own protective distance, where it told one
   */
  public List<Ask> asks(OptionalDouble protectiveDistanceM) {
    if (protectiveDistanceM.isPresent()) {
      return gathered(protectiveDistanceM);
    }
    if (asks.isEmpty()) {
      asks = gathered(protectiveDistanceM);
    }
    return asks;
  }

  private List<Ask> gathered(OptionalDouble protectiveDistanceM) {
    return protectiveDistanceM.isEmpty() ? usualAsks : Asking.by(inOrder, protectiveDistanceM);
  }

  /** Whether the rule speaks of such ground, whatever the project. */
  public Truth groundOf(
      Rule rule, Signature signature, Optional<Set<String>> here, LocalDate day, Profile profile) {
    Project nobody = new Project("", new TreeMap<>(), Optional.empty(), day);
    Situation situation = new Situation(nobody, this, signature, here, SiteMeasures.NONE);
    Spot spot = new Spot(signature, situation, profile, words());
    return rule.on(day).where().meaning().over(spot, Truth.NO);
  }

  /**
   * False when the rule's procedure is shut on that day. Where the notice that shut it is itself a
   * rule of the family, that rule decides whom the pause hits.
   */
  boolean canBeMet(Rule rule, LocalDate day) {
    if (!rule.canBeMet()) {
      return false;
    }
    return rule.suspendedOn(day).isEmpty()
        || rules.values().stream()
            .anyMatch(
                other ->
                    !other.canBeMet()
                        && other.family().equals(rule.family())
                        && other.inForce().holds(day));
  }

  /** True when the rule speaks of ground that is never open to anybody. */
  boolean speaksOfClosedGround(Rule rule) {
    boolean[] closed = {false};
    rule.where()
        .meaning()
        .atoms(
            atom -> {
              if (atom instanceof Where.On on) {
                closed[0] |=
                    words()
                        .layer(on.ref().layer())
                        .map(Vocabulary.LayerWords::neverOpen)
                        .orElse(false);
              }
            });
    return closed[0];
  }
}
