package luodi.siting;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import luodi.atlas.Atlas;
import luodi.atlas.County;
import luodi.atlas.Zone;
import luodi.ground.Signature;
import luodi.rule.Judge;
import luodi.rule.Judgement;
import luodi.rule.Rule;
import luodi.rule.SiteMeasures;

/** Finds where a project may move to, and judges each move as the law judges any project. */
final class MoveSearch {
  private final Screener screener;
  private final VerdictMap map;
  private final DivisionVicinities vicinities;
  private final ParksByDivision parks;
  private final Screener.Standing standing;
  private final Judge judge;
  private final Set<String> ofTheMove;
  private final Predicate<Rule> strict;

  MoveSearch(
      Screener screener,
      VerdictMap map,
      DivisionVicinities vicinities,
      Screener.Standing standing,
      boolean strictly) {
    this.screener = screener;
    this.map = map;
    this.vicinities = vicinities;
    this.parks = screener.parks();
    this.standing = standing;
    this.judge = standing.judge().about(Part.Kind.PLOT.word());
    this.ofTheMove =
        judge.rules().stream()
            .filter(screener.rulebook()::judgesTheMove)
            .map(Rule::id)
            .collect(Collectors.toSet());
    this.strict = rule -> strictly || ofTheMove.contains(rule.id());
  }

  /** To every prefecture. */
  List<Destination> everywhere() {
    return divisions(county -> Optional.of(prefectureOf(county)));
  }

  /** The code of a county's prefecture; of a county under its province directly, its own. */
  static String prefectureOf(County county) {
    return county.zone().attributes().getOrDefault("prefecture", county.adcode());
  }

  /** To one division, and to each park in it. */
  List<Destination> to(String adcode, Places places) {
    List<Destination> all =
        new ArrayList<>(divisions(county -> Optional.of(adcode).filter(county.codes()::contains)));
    List<Zone> there =
        parks.in(adcode).stream().filter(park -> park.validOn(judge.project().day())).toList();
    Map<String, Judgement> judged = places.judged(there, standing.judge());
    there.forEach(park -> all.add(park(park, judged.get(park.id()))));
    return all;
  }

  Moves moves(List<Destination> destinations, List<String> warnings) {
    Atlas atlas = screener.atlas();
    boolean synthetic =
        atlas.layer(ParksByDivision.PARKS).map(layer -> layer.synthetic()).orElse(false);
    MoveScore score = new MoveScore(screener.goodSense(), judge, standing.proposal().weights());
    MoveRows writing =
        new MoveRows(screener.rulebook(), judge, ofTheMove, strict, score, synthetic);
    List<Moves.Row> rows =
        destinations.parallelStream().map(writing::row).sorted(MoveRows.BEST_FIRST).toList();
    Optional<String> from = standing.proposal().origin().flatMap(Proposal.Origin::adcode);
    return new Moves(
        new Moves.End(
            from,
            from.map(this::nameOf),
            from.map(vicinities::middle).map(at -> at.x),
            from.map(vicinities::middle).map(at -> at.y),
            writing.catalogued(judge.project().origin().orElse(Set.of()))),
        standing.industry().code(),
        judge.project().day().toString(),
        Landscape.preconditions(standing.judge()),
        rows,
        writing.rules(),
        judge.profile().name(),
        screener.rulebook().name(),
        atlas.name(),
        warnings);
  }

  private List<Destination> divisions(Function<County, Optional<String>> divisionOf) {
    Coloured coloured = map.colour(judge, strict);
    return BestGround.of(map, coloured, divisionOf).entrySet().parallelStream()
        .filter(entry -> entry.getValue().word() >= 0)
        .map(entry -> division(entry.getKey(), entry.getValue()))
        .toList();
  }

  private Destination division(String adcode, BestGround best) {
    Set<String> codes = best.county().codes();
    Signature signature = map.fabric().signatures().get(map.fabric().signatureOf(best.word()));
    List<Judgement.Entry> entries = new ArrayList<>();
    for (Rule rule : judge.rules()) {
      if (judge.mayApply(rule) && List.of("any", "plot").contains(rule.part())) {
        entries.add(
            new Judgement.Entry(
                rule,
                Part.Kind.PLOT.word(),
                judge.find(rule, signature, Optional.of(codes), SiteMeasures.NONE)));
      }
    }
    return new Destination(
        adcode,
        nameOf(adcode),
        screener.divisions().named(adcode).map(Divisions.Division::level).orElse("prefecture"),
        Optional.empty(),
        vicinities.middle(adcode),
        codes,
        Judgement.of(entries),
        parks.in(adcode),
        () -> vicinities.of(adcode, judge.project().day()),
        Optional.of(best.km2()));
  }

  private Destination park(Zone park, Judgement judgement) {
    County county = parks.countyOf(park);
    return new Destination(
        county.adcode(),
        park.name(),
        "park",
        Optional.of(park),
        DivisionVicinities.inside(park),
        county.codes(),
        judgement,
        List.of(park),
        () ->
            Vicinity.of(
                screener.atlas(),
                park.shape(),
                Optional.of(county),
                Optional.of(park.id()),
                judge.project().day()),
        Optional.empty());
  }

  private String nameOf(String adcode) {
    return screener.divisions().named(adcode).map(Divisions.Division::fullName).orElse(adcode);
  }
}
