package luodi.siting;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import luodi.atlas.County;
import luodi.industry.Industries;
import luodi.industry.Industry;
import luodi.rule.Effect;
import luodi.rule.Judgement;
import luodi.rule.Outcome;
import luodi.rule.Verdict;

/**
 * Which industries fit a place: the ground is read once, and the law is asked for every class of
 * GB/T 4754.
 */
public final class Fits {
  private static final int CLASS = 4; // the level of four digits

  private final Screener screener;
  private final Industries industries;

  public Fits(Screener screener, Industries industries) {
    this.screener = screener;
    this.industries = industries;
  }

  /**
   * All industries by what the place decides for them, each group in the order of the codes.
   *
   * @param adcodes the counties under the place
   */
  public record Groups(
      List<String> adcodes,
      List<Fit> permittedAsChecked,
      List<Fit> conditional,
      List<Fit> insufficient,
      List<Fit> prohibited,
      List<String> warnings) {}

  /**
   * One industry.
   *
   * @param rules the rules that its verdict rests on
   * @param encouraged the rules that encourage it there
   */
  public record Fit(
      String code, String name, String nameEn, List<String> rules, List<String> encouraged) {}

  /** One industry's fit with its verdict. */
  private record Found(Verdict verdict, Fit fit) {}

  /**
   * Judges all industries on a proposal's site; its own industry is not read.
   *
   * @throws luodi.fault.FaultException {@code OUTSIDE_COVERAGE} when no county polygon lies under
   *     any part, and as {@link Screener#screen} for its facts
   */
  public Groups of(Proposal proposal) {
    List<Industry> classes =
        industries.all().stream().filter(industry -> industry.level() == CLASS).toList();
    Screener.Standing anybody = screener.standing(proposal.of(classes.get(0).code()));
    List<GroundUnderPart> ground = screener.ground(proposal, anybody.judge().project());
    GroundUnderPart.mustLieSomewhere(ground);
    Map<Verdict, List<Fit>> groups = new EnumMap<>(Verdict.class);
    List<Found> found =
        classes.parallelStream().map(industry -> found(industry, proposal, ground)).toList();
    for (Verdict verdict : Verdict.values()) {
      groups.put(
          verdict, found.stream().filter(one -> one.verdict() == verdict).map(Found::fit).toList());
    }
    return new Groups(
        adcodes(ground),
        groups.get(Verdict.PERMITTED_AS_CHECKED),
        groups.get(Verdict.CONDITIONAL),
        groups.get(Verdict.INSUFFICIENT),
        groups.get(Verdict.PROHIBITED),
        screener.warnings());
  }

  private static List<String> adcodes(List<GroundUnderPart> ground) {
    return ground.stream()
        .flatMap(under -> under.faces().stream())
        .flatMap(face -> face.county().stream())
        .map(County::adcode)
        .distinct()
        .sorted()
        .toList();
  }

  private Found found(Industry industry, Proposal proposal, List<GroundUnderPart> ground) {
    Screener.Standing standing = screener.standing(proposal.of(industry.code()));
    Judgement judgement = screener.judge(standing.judge(), ground);
    Verdict verdict = judgement.placeVerdict();
    return new Found(
        verdict,
        new Fit(
            industry.code(),
            industry.zh(),
            industry.en(),
            rules(judgement, verdict),
            ids(judgement, entry -> entry.finding().outcome() == Outcome.ENCOURAGED)));
  }

  /** The rules without which the verdict would be milder. */
  private static List<String> rules(Judgement judgement, Verdict verdict) {
    return switch (verdict) {
      case PROHIBITED -> ids(judgement, entry -> entry.finding().best() == Effect.PROHIBIT);
      case INSUFFICIENT ->
          ids(
              judgement,
              entry ->
                  entry.rule().readsThePlace() && entry.finding().placeWorst() == Effect.PROHIBIT);
      case CONDITIONAL ->
          ids(
              judgement,
              entry ->
                  entry.rule().readsThePlace() && entry.finding().placeWorst() == Effect.RESTRICT);
      case PERMITTED_AS_CHECKED -> List.of();
    };
  }

  private static List<String> ids(Judgement judgement, Predicate<Judgement.Entry> wanted) {
    return judgement.entries().stream()
        .filter(wanted)
        .map(entry -> entry.rule().id())
        .distinct()
        .toList();
  }
}
