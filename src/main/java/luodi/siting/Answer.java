package luodi.siting;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import luodi.atlas.Atlas;
import luodi.atlas.County;
import luodi.atlas.Coverage;
import luodi.atlas.Layer;
import luodi.atlas.Zone;
import luodi.geo.Authalic;
import luodi.industry.Industry;
import luodi.rule.Judge;
import luodi.rule.Judgement;
import luodi.rule.Outcome;
import luodi.rule.Project;
import luodi.rule.Question;
import luodi.rule.Rulebook;
import luodi.score.Scorecard;
import org.locationtech.jts.geom.Geometry;

/** Writes what was judged and measured as a {@link Screening}. */
final class Answer {
  /** Named in every answer; it changes when the same inputs could give another answer. */
  static final String ENGINE = "luodi 0.1.0";

  private static final List<String> DISCLAIMER =
      List.of(
          "初步筛查结论，不替代行政许可",
          "A preliminary screening; it does not replace administrative permission.");

  private final Atlas atlas;
  private final Rulebook rulebook;
  private final Optional<String> indicators;
  private final Screener.Judged judged;
  private final Judge judge;
  private final Judgement judgement;
  private final List<Layer> asked;

  /**
   * @param indicators which edition of users' indicators the score rests on
   */
  Answer(Atlas atlas, Rulebook rulebook, Optional<String> indicators, Screener.Judged judged) {
    this.atlas = atlas;
    this.rulebook = rulebook;
    this.indicators = indicators;
    this.judged = judged;
    this.judge = judged.standing().judge();
    this.judgement = judged.judgement();
    this.asked = asked();
  }

  Screening screening(
      List<Question> questions, Optional<Scorecard> score, Optional<Screening.Trim> trim) {
    List<Screening.Reason> reasons = new Reasons(judged).all();
    Screening.Checked coverage = coverage();
    Screening.Understood project = understood();
    Screening.SiteSeen site = site();
    return new Screening(
        id(project),
        decision(reasons, score),
        project,
        site,
        reasons,
        judgement.preconditions().stream().map(entry -> entry.rule().id()).distinct().toList(),
        questions.stream().map(Answer::asked).toList(),
        Incentives.of(reasons),
        score,
        trim,
        coverage,
        Warnings.of(reasons, coverage, rulebook, judged.standing()),
        DISCLAIMER.get(0),
        DISCLAIMER.get(1),
        new Screening.Links(Optional.empty(), Optional.empty()));
  }

  private Screening.Decision decision(List<Screening.Reason> reasons, Optional<Scorecard> score) {
    Headline headline = Headline.of(judged, reasons);
    boolean robust =
        reasons.stream()
            .filter(
                reason ->
                    reason.place() && List.of("prohibit", "restrict").contains(reason.effect()))
            .flatMap(reason -> reason.evidence().stream())
            .allMatch(evidence -> evidence.robust());
    return new Screening.Decision(
        judgement.verdict(),
        judgement.placeVerdict(),
        judgement.bestCase(),
        judgement.worstCase(),
        robust,
        judgement.basisUnverified(judge.project().day()),
        headline.zh(),
        headline.en(),
        score.map(Scorecard::value),
        judge.project().day().toString(),
        dataAsOf(),
        judge.profile().name(),
        rulebook.name(),
        atlas.name(),
        editions(),
        ENGINE);
  }

  /**
   * The newest edition's day is not known for layers made by us; the atlas speaks for the day of
   * its making.
   */
  private String dataAsOf() {
    return atlas.day().toString();
  }

  private SortedMap<String, String> editions() {
    SortedMap<String, String> editions = new TreeMap<>();
    asked.forEach(layer -> editions.put(layer.id(), layer.edition()));
    atlas.layer("counties").ifPresent(layer -> editions.put(layer.id(), layer.edition()));
    indicators.ifPresent(edition -> editions.put("indicators", edition));
    return editions;
  }

  /** The layers that the law asks for and this atlas has. */
  private List<Layer> asked() {
    SortedSet<String> ids = new TreeSet<>();
    rulebook.asks(java.util.OptionalDouble.empty()).forEach(ask -> ids.add(ask.layer()));
    return atlas.layers().stream()
        .filter(layer -> ids.contains(layer.id()) && !declaredEverywhere(layer.id()))
        .toList();
  }

  /** True when the asker's word stood in the place of the layer under every part. */
  private boolean declaredEverywhere(String layer) {
    DeclaredGround declared = new DeclaredGround(judged.standing().proposal().declared());
    return judged.ground().stream().allMatch(under -> declared.of(under.kind()).speaksOf(layer));
  }

  private Screening.Understood understood() {
    Proposal proposal = judged.standing().proposal();
    Industry industry = judged.standing().industry();
    SortedMap<String, Screening.ToldFact> facts = new TreeMap<>();
    for (Map.Entry<String, Project.Fact> fact : judge.project().facts().entrySet()) {
      facts.put(
          fact.getKey(),
          new Screening.ToldFact(fact.getValue().value().plain(), fact.getValue().presumed()));
    }
    return new Screening.Understood(
        industry.code(),
        industry.zh(),
        industry.en(),
        rulebook.tags().all().stream()
            .filter(tag -> tag.codes().match(industry.code()).yes())
            .map(tag -> tag.id())
            .toList(),
        proposal.product(),
        new Screening.From(
            proposal.origin().flatMap(Proposal.Origin::adcode).or(this::originOfPosition),
            Optional.empty(),
            !proposal.originSaid()),
        facts);
  }

  private Optional<String> originOfPosition() {
    return judge.project().origin().stream()
        .flatMap(Collection::stream)
        .filter(code -> !code.endsWith("00"))
        .sorted()
        .findFirst();
  }

  private Screening.SiteSeen site() {
    TreeMap<String, String> counties = new TreeMap<>();
    double areaM2 = 0;
    for (GroundUnderPart under : judged.ground()) {
      areaM2 += Authalic.areaM2(under.shape());
      countiesUnder(under)
          .forEach(county -> counties.put(Divisions.codeOf(county), Divisions.fullName(county)));
    }
    return new Screening.SiteSeen(
        Math.rint(areaM2 * 10) / 10,
        List.copyOf(counties.keySet()),
        List.copyOf(counties.values()),
        judged.standing().proposal().crs(),
        judged.ground().stream().map(under -> under.kind().word()).toList());
  }

  /** Those that a part only touches as well. */
  private Stream<Zone> countiesUnder(GroundUnderPart under) {
    Geometry shape = under.shape();
    if (shape.isEmpty()) {
      return judged.standing().proposal().adcode().stream().flatMap(this::countiesOf);
    }
    Set<Zone> surely = Collections.newSetFromMap(new IdentityHashMap<>());
    under.faces().forEach(face -> face.county().ifPresent(county -> surely.add(county.zone())));
    return atlas.near(County.LAYER, shape.getEnvelopeInternal()).stream()
        .filter(county -> surely.contains(county) || county.shape().intersects(shape));
  }

  /** The county of a code; of a prefecture or province none, for it does not tell which. */
  private Stream<Zone> countiesOf(String adcode) {
    return atlas.zones("counties").stream()
        .filter(county -> adcode.equals(county.attributes().get("adcode")))
        .limit(1);
  }

  private Screening.Checked coverage() {
    int checked = 0;
    int notApplicable = 0;
    SortedSet<String> noData = new TreeSet<>();
    SortedSet<String> notCheckable = new TreeSet<>();
    SortedSet<String> outside = new TreeSet<>();
    Map<Coverage, Coverage.Extent> extents = new IdentityHashMap<>();
    for (Judgement.Entry entry : judgement.entries()) {
      Outcome outcome = entry.finding().outcome();
      if (outcome == Outcome.NOT_APPLICABLE) {
        notApplicable++;
        continue;
      }
      checked += outcome == Outcome.OUTSIDE_PROFILE || outcome == Outcome.NOT_CHECKABLE ? 0 : 1;
      noData.addAll(entry.finding().data());
      (outcome == Outcome.NOT_CHECKABLE ? notCheckable : outside)
          .addAll(judge.outsideProfile(entry.rule()));
    }
    return new Screening.Checked(
        checked,
        notApplicable,
        List.copyOf(noData),
        List.copyOf(notCheckable),
        List.copyOf(outside),
        asked.stream().map(layer -> seen(layer, extents)).toList());
  }

  /**
   * @param extents of coverages that were looked at; many layers share one
   */
  private Screening.LayerSeen seen(Layer layer, Map<Coverage, Coverage.Extent> extents) {
    Coverage.Extent extent =
        extents.computeIfAbsent(atlas.coverage(layer.id()), this::underAllParts);
    return new Screening.LayerSeen(
        layer.id(), layer.edition(), extent.name().toLowerCase(Locale.ROOT), layer.synthetic());
  }

  private Coverage.Extent underAllParts(Coverage coverage) {
    Set<Coverage.Extent> extents = EnumSet.noneOf(Coverage.Extent.class);
    judged.ground().forEach(under -> extents.add(coverage.over(under.shape())));
    return extents.size() == 1 ? extents.iterator().next() : Coverage.Extent.PARTIAL;
  }

  private static Screening.Asked asked(Question question) {
    return new Screening.Asked(
        question.fact().key(),
        question.fact().questionZh(),
        question.fact().questionEn(),
        question.fact().unit(),
        new ArrayList<>(question.verdicts().keySet()),
        List.copyOf(question.closes()),
        question.verdicts());
  }

  /** SHA-256 over project, day, profile, rulebook, atlas and engine. */
  private String id(Screening.Understood project) {
    StringBuilder all = new StringBuilder();
    all.append(project.industry()).append('\n').append(project.from()).append('\n');
    project.facts().forEach((key, fact) -> all.append(key).append('=').append(fact).append('\n'));
    all.append(judged.standing().proposal().crs()).append('\n');
    for (GroundUnderPart under : judged.ground()) {
      all.append(under.kind()).append(under.shape().toText()).append('\n');
    }
    all.append(judged.standing().proposal().declared()).append('\n');
    all.append(judged.standing().proposal().adcode()).append('\n');
    all.append(judged.standing().proposal().weights().asked()).append('\n');
    all.append(indicators).append('\n');
    all.append(judge.project().day()).append('\n').append(judge.profile().name()).append('\n');
    all.append(rulebook.name()).append('\n').append(atlas.name()).append('\n').append(ENGINE);
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256")
              .digest(all.toString().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
