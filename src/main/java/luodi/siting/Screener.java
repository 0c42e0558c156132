package luodi.siting;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import luodi.atlas.Atlas;
import luodi.atlas.County;
import luodi.atlas.Layer;
import luodi.fabric.Regions;
import luodi.ground.Ask;
import luodi.industry.Industries;
import luodi.industry.Industry;
import luodi.rule.Judge;
import luodi.rule.Judgement;
import luodi.rule.Profile;
import luodi.rule.Project;
import luodi.rule.Question;
import luodi.rule.Rulebook;
import luodi.rule.Sought;
import luodi.rule.Verdict;
import luodi.score.Indicators;
import luodi.score.Scorecard;
import luodi.score.Weights;
import org.locationtech.jts.geom.Geometry;

/**
 * From a project and its ground to an answer: cuts each part into faces, lets the law judge each
 * word once, and tells the worst of them. Immutable and safe for many threads; made for one atlas.
 */
public final class Screener {
  private final Atlas atlas;
  private final Regions regions;
  private final Divisions divisions;
  private final Rulebook rulebook;
  private final Industries industries;
  private final Profile profile;
  private volatile Optional<ParksByDivision> parks = Optional.empty(); // found when first asked for
  private final GoodSense goodSense;

  /** A screener of a deployment where nobody brought indicators. */
  public Screener(Atlas atlas, Rulebook rulebook, Industries industries, Profile profile) {
    this(atlas, rulebook, industries, profile, Indicators.NONE);
  }

  /**
   * A screener of a deployment.
   *
   * @param indicators what users brought of places
   */
  public Screener(
      Atlas atlas,
      Rulebook rulebook,
      Industries industries,
      Profile profile,
      Indicators indicators) {
    this(
        rulebook,
        industries,
        profile,
        indicators,
        atlas,
        Regions.of(atlas, rulebook.asks(OptionalDouble.empty())));
  }

  /** The same law on other ground; layers that are the same share their memory. */
  public Screener over(Atlas other, Indicators indicators) {
    return over(other, rulebook, indicators);
  }

  private Screener over(Atlas other, Rulebook law, Indicators indicators) {
    return new Screener(
        law,
        industries,
        profile,
        indicators,
        other,
        regions.over(other, law.asks(OptionalDouble.empty())));
  }

  private Screener(
      Rulebook rulebook,
      Industries industries,
      Profile profile,
      Indicators indicators,
      Atlas atlas,
      Regions regions) {
    this.atlas = atlas;
    this.regions = regions;
    this.divisions = Divisions.of(atlas);
    this.rulebook = rulebook;
    this.industries = industries;
    this.profile = profile;
    this.goodSense = new GoodSense(atlas, rulebook, indicators);
  }

  /**
   * This screener, or one of what a proposal supposes of law and ground. What is drawn for a
   * scenario goes with it: the bands that strangers can suppose have no end.
   */
  Screener supposing(Proposal proposal) {
    if (proposal.scenario().isEmpty()) {
      return this;
    }
    Scenario scenario = proposal.scenario().get();
    Rulebook law = scenario.over(rulebook);
    Atlas ground = scenario.zones().map(zones -> zones.over(atlas, law.words())).orElse(atlas);
    return over(ground, law, goodSense.indicators());
  }

  /** A project before the law of its day, with what is known of it. */
  record Standing(Proposal proposal, Industry industry, Judge judge) {}

  /** A standing on surveyed ground, and what all rules say of it. */
  record Judged(Standing standing, List<GroundUnderPart> ground, Judgement judgement) {}

  public Atlas atlas() {
    return atlas;
  }

  public Divisions divisions() {
    return divisions;
  }

  public Industries industries() {
    return industries;
  }

  GoodSense goodSense() {
    return goodSense;
  }

  Regions regions() {
    return regions;
  }

  public Rulebook rulebook() {
    return rulebook;
  }

  public Profile profile() {
    return profile;
  }

  /** The industrial parks by division. */
  ParksByDivision parks() {
    if (parks.isEmpty()) {
      parks = Optional.of(new ParksByDivision(atlas));
    }
    return parks.orElseThrow();
  }

  /**
   * Screens a project on its site.
   *
   * @throws luodi.fault.FaultException {@code UNKNOWN_INDUSTRY}, {@code UNKNOWN_FACT}, {@code
   *     BAD_FACT}, {@code OUTSIDE_COVERAGE} when no county polygon lies under any part
   */
  public Screening screen(Proposal proposal) {
    return supposing(proposal).answer(proposal);
  }

  private Screening answer(Proposal proposal) {
    Standing standing = standing(proposal);
    List<GroundUnderPart> ground = ground(proposal, standing.judge().project());
    GroundUnderPart.mustLieSomewhere(ground);
    List<Hearing> hearings =
        ground.stream().map(under -> Hearing.of(under, standing.judge())).toList();
    Judged judged = new Judged(standing, ground, together(hearings, Hearing::entries));
    Function<Judge, Judgement> again = more -> together(hearings, hearing -> hearing.again(more));
    List<Question> questions =
        new ArrayList<>(Question.fewest(standing.judge(), judged.judgement(), rulebook, again));
    if (!proposal.originSaid()) {
      Question.ofOrigin(standing.judge(), judged.judgement(), again).ifPresent(questions::add);
    }
    return new Answer(atlas, rulebook, goodSense.indicators().edition(), judged)
        .screening(questions, score(judged), new Trimming(this).of(judged, hearings));
  }

  private static Judgement together(
      List<Hearing> hearings, Function<Hearing, List<Judgement.Entry>> said) {
    return Judgement.of(hearings.stream().flatMap(one -> said.apply(one).stream()).toList());
  }

  /** How good the place of the first part is; empty where it may not be used or has no shape. */
  private Optional<Scorecard> score(Judged judged) {
    Geometry place = judged.ground().get(0).shape(); // empty when the ground is only declared
    if (place.isEmpty() || judged.judgement().verdict() == Verdict.PROHIBITED) {
      return Optional.empty();
    }
    Judge judge = judged.standing().judge();
    Vicinity around = Vicinity.of(atlas, place, divisions, judge.project().day());
    Weights weights = judged.standing().proposal().weights();
    return Optional.of(goodSense.of(around, judge, judged.judgement(), weights));
  }

  /**
   * The project against the access list of each control unit that it touches.
   *
   * @throws luodi.fault.FaultException as {@link #screen}
   */
  public Conformity conformity(Proposal proposal) {
    return supposing(proposal).tabled(proposal);
  }

  private Conformity tabled(Proposal proposal) {
    Standing standing = standing(proposal);
    Project project = standing.judge().project();
    List<GroundUnderPart> ground = ground(proposal, project);
    GroundUnderPart.mustLieSomewhere(ground);
    DeclaredGround declared = new DeclaredGround(proposal.declared());
    ConformityTable table = new ConformityTable(standing, rulebook);
    for (GroundUnderPart under : ground) {
      table.add(under.kind(), UnitsUnder.of(under, declared, atlas, rulebook, project.day()));
    }
    return table.told();
  }

  /**
   * What the law wants to know of the ground for a project: in the county of its {@code adcode}, or
   * wherever it stands.
   *
   * @throws luodi.fault.FaultException {@code UNKNOWN_INDUSTRY}, {@code UNKNOWN_FACT}, {@code
   *     BAD_FACT}
   */
  public List<Sought> sought(Proposal proposal) {
    Optional<Set<String>> here =
        proposal.adcode().map(adcode -> divisions.withCodes(adcode, "/adcode").codes());
    return standing(proposal).judge().sought(here);
  }

  /** The project's industry, facts and origin, before the rules of its day. */
  Standing standing(Proposal proposal) {
    TreeMap<String, Object> told = new TreeMap<>(proposal.facts());
    proposal.product().ifPresent(product -> told.putIfAbsent("product", product));
    told.replaceAll(
        (fact, value) -> value instanceof String text ? rulebook.makes().word(fact, text) : value);
    Industry industry =
        proposal.industry().map(industries::named).orElseGet(() -> ofProduct(proposal, told));
    SortedMap<String, Project.Fact> facts = rulebook.facts().read(told);
    Project project =
        new Project(
            industry.code(), facts, proposal.origin().map(divisions::codesOf), proposal.asOf());
    for (int i = 0; i < proposal.declared().size(); i++) {
      proposal.declared().get(i).check(rulebook.words(), "/declared/" + i);
    }
    Profile vouched = new DeclaredGround(proposal.declared()).vouched(profile, rulebook.words());
    return new Standing(proposal, industry, rulebook.judge(project, vouched));
  }

  /** The industry that makes the product, and the fact that the product's name implies. */
  private Industry ofProduct(Proposal proposal, TreeMap<String, Object> told) {
    Industries.Match made = industries.ofProduct(proposal.product().orElseThrow());
    made.qualifier().ifPresent(implied -> told.putIfAbsent(implied.fact(), implied.value()));
    return made.industry();
  }

  /** What lies under each part, measured or declared. */
  List<GroundUnderPart> ground(Proposal proposal, Project project) {
    DeclaredGround declared = new DeclaredGround(proposal.declared());
    if (!proposal.parts().isEmpty()) {
      return survey(proposal.parts(), declared, project);
    }
    County county = divisions.withCodes(proposal.adcode().orElseThrow(), "/adcode");
    Reading reading = reading(project);
    return proposal.declared().stream()
        .map(Declared::part)
        .distinct()
        .map(kind -> GroundUnderPart.declared(kind, county, declared, reading))
        .toList();
  }

  /** What lies under each part on the project's day, for everything that the law reads. */
  List<GroundUnderPart> survey(List<Part> parts, DeclaredGround declared, Project project) {
    Reading reading = reading(project);
    return parts.stream().map(part -> GroundUnderPart.of(part, declared, reading)).toList();
  }

  private Reading reading(Project project) {
    List<Ask> asks = rulebook.asks(project.protectiveDistanceM());
    // Bands of a distance that somebody made up are drawn for his question and then forgotten.
    return new Reading(atlas, regions.over(atlas, asks), rulebook, asks, project.day());
  }

  /** What all rules say, the worst of each rule's faces for each part. */
  Judgement judge(Judge judge, List<GroundUnderPart> ground) {
    List<Judgement.Entry> entries = new ArrayList<>();
    for (GroundUnderPart under : ground) {
      entries.addAll(under.judgedBy(judge));
    }
    return Judgement.of(entries);
  }

  /** That layers which the law reads are not real, if any is. */
  List<String> warnings() {
    List<String> synthetic =
        rulebook.asks(OptionalDouble.empty()).stream()
            .map(ask -> atlas.layer(ask.layer()))
            .flatMap(Optional::stream)
            .filter(Layer::synthetic)
            .map(Layer::id)
            .toList();
    return synthetic.isEmpty() ? List.of() : List.of(Warnings.synthetic(synthetic));
  }
}
