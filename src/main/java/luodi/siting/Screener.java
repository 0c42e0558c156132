package luodi.siting;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import luodi.atlas.Atlas;
import luodi.atlas.Zone;
import luodi.fault.Fault;
import luodi.geo.Grid;
import luodi.ground.Ask;
import luodi.industry.Industries;
import luodi.industry.Industry;
import luodi.rule.Judge;
import luodi.rule.Judgement;
import luodi.rule.Profile;
import luodi.rule.Project;
import luodi.rule.Question;
import luodi.rule.Rulebook;
import luodi.rule.Value;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Point;

/**
 * From a project and its ground to an answer: cuts each part into faces, lets the law judge each
 * word once, and tells the worst of them. Immutable and safe for many threads; made for one atlas.
 */
public final class Screener {
  private final Atlas atlas;
  private final Rulebook rulebook;
  private final Industries industries;
  private final Profile profile;

  public Screener(Atlas atlas, Rulebook rulebook, Industries industries, Profile profile) {
    this.atlas = atlas;
    this.rulebook = rulebook;
    this.industries = industries;
    this.profile = profile;
  }

  /** A project before the law of its day, with what is known of it. */
  record Standing(Proposal proposal, Industry industry, Judge judge) {}

  /** A standing on surveyed ground, and what all rules say of it. */
  record Judged(Standing standing, List<GroundUnderPart> ground, Judgement judgement) {}

  public Atlas atlas() {
    return atlas;
  }

  Rulebook rulebook() {
    return rulebook;
  }

  /**
   * Screens a project on its site.
   *
   * @throws luodi.fault.FaultException {@code UNKNOWN_INDUSTRY}, {@code UNKNOWN_FACT}, {@code
   *     BAD_FACT}, {@code OUTSIDE_COVERAGE} when no county polygon lies under any part
   */
  public Screening screen(Proposal proposal) {
    Standing standing = standing(proposal);
    List<GroundUnderPart> ground = ground(proposal, standing.judge().project());
    mustLieSomewhere(ground);
    Function<Judge, Judgement> judging = judge -> judge(judge, ground);
    Judged judged = new Judged(standing, ground, judging.apply(standing.judge()));
    List<Question> questions =
        Question.fewest(standing.judge(), judged.judgement(), rulebook, judging);
    return new Answer(atlas, rulebook, judged).screening(questions);
  }

  /** The project's industry, facts and origin, before the rules of its day. */
  Standing standing(Proposal proposal) {
    TreeMap<String, Object> told = new TreeMap<>(proposal.facts());
    proposal.product().ifPresent(product -> told.putIfAbsent("product", product));
    Industry industry =
        proposal.industry().map(industries::named).orElseGet(() -> ofProduct(proposal, told));
    SortedMap<String, Project.Fact> facts = rulebook.facts().read(told);
    Project project =
        new Project(industry.code(), facts, proposal.origin().map(this::codesOf), proposal.asOf());
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
    Set<String> county = codesOf(proposal.adcode().orElseThrow(), "/adcode");
    return proposal.declared().stream()
        .map(Declared::part)
        .distinct()
        .map(
            kind ->
                GroundUnderPart.declared(
                    kind, atlas, rulebook, asks(project), declared, county, project.day()))
        .toList();
  }

  /** What lies under each part on the project's day, for everything that the law reads. */
  List<GroundUnderPart> survey(List<Part> parts, DeclaredGround declared, Project project) {
    List<Ask> asks = asks(project);
    return parts.stream()
        .map(part -> GroundUnderPart.of(part, atlas, rulebook, asks, declared, project.day()))
        .toList();
  }

  private List<Ask> asks(Project project) {
    return rulebook.asks(protectiveDistanceM(project));
  }

  /** What all rules say, the worst of each rule's faces for each part. */
  Judgement judge(Judge judge, List<GroundUnderPart> ground) {
    List<Judgement.Entry> entries = new ArrayList<>();
    for (GroundUnderPart under : ground) {
      entries.addAll(under.judgedBy(judge));
    }
    return Judgement.of(entries);
  }

  private static OptionalDouble protectiveDistanceM(Project project) {
    Project.Fact told = project.facts().get("protective_distance_m");
    return told != null && told.value() instanceof Value.Amount amount
        ? OptionalDouble.of(amount.plain())
        : OptionalDouble.empty();
  }

  private static void mustLieSomewhere(List<GroundUnderPart> ground) {
    boolean nowhere =
        ground.stream()
            .flatMap(under -> under.faces().stream())
            .allMatch(face -> face.here().isEmpty());
    if (nowhere) {
      throw Fault.OUTSIDE_COVERAGE
          .because(
              "There is no geometry here: no county polygon of this server lies under the site. It may be sea, another country, or "
                  + "a part of China whose polygons are not loaded (Taiwan, some islands). Coastlines are generalised to about 3 km. "
                  + "Check the order longitude, latitude and the CRS, or move the site.")
          .at("/site");
    }
  }

  private Set<String> codesOf(Proposal.Origin origin) {
    return origin
        .adcode()
        .map(adcode -> codesOf(adcode, "/from/adcode"))
        .orElseGet(() -> codesAt(origin.position().orElseThrow()));
  }

  /** A division and those that hold it. */
  private Set<String> codesOf(String adcode, String pointer) {
    boolean known =
        adcode.matches("\\d{6}")
            && atlas.layers().stream()
                .filter(
                    layer -> Set.of("provinces", "prefectures", "counties").contains(layer.id()))
                .flatMap(layer -> atlas.zones(layer.id()).stream())
                .anyMatch(
                    zone ->
                        zone.id().equals(adcode) || adcode.equals(zone.attributes().get("adcode")));
    if (!known) {
      throw Fault.BAD_FACT
          .because(
              "There is no division '%s'; give the six digits of a province, prefecture or county, such as 441900.",
              adcode)
          .at(pointer);
    }
    Set<String> codes = new TreeSet<>();
    codes.add(adcode);
    codes.add(adcode.substring(0, 4) + "00");
    codes.add(adcode.substring(0, 2) + "0000");
    return codes;
  }

  private Set<String> codesAt(Coordinate at) {
    Point point = Grid.SHAPES.createPoint(at);
    Optional<Zone> county =
        atlas.near("counties", point.getEnvelopeInternal()).stream()
            .filter(zone -> zone.shape().covers(point))
            .findFirst();
    return county
        .map(Faces::codesOf)
        .orElseThrow(
            () ->
                Fault.BAD_FACT
                    .because(
                        "No county polygon lies at the origin %.5f, %.5f; give its adcode instead.",
                        at.x, at.y)
                    .at("/from"));
  }
}
