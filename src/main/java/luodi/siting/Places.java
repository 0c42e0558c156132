package luodi.siting;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import luodi.atlas.Atlas;
import luodi.atlas.Zone;
import luodi.rule.Judge;
import luodi.rule.Judgement;
import luodi.rule.Outcome;
import luodi.rule.Project;
import luodi.rule.Verdict;
import luodi.score.Scorecard;
import org.locationtech.jts.geom.Coordinate;

/**
 * Ranks the industrial parks for a project: by what the place decides, then by score. The ground
 * under a park is read once for each span of days on which no zone begins or ends; the law is asked
 * anew each time.
 */
public final class Places {
  private static final String PARKS = "industrial-park";

  private final Screener screener;
  private final TreeSet<LocalDate> turns = new TreeSet<>();
  private final Map<LocalDate, Map<String, GroundUnderPart>> ground = new ConcurrentHashMap<>();

  public Places(Screener screener) {
    this.screener = screener;
    Atlas atlas = screener.atlas();
    atlas.layers().stream()
        .flatMap(layer -> atlas.zones(layer.id()).stream())
        .forEach(
            zone -> {
              zone.from().ifPresent(turns::add);
              zone.to().ifPresent(turns::add);
            });
  }

  /**
   * The ranking.
   *
   * @param preconditions rules that weigh on the project wherever it stands
   * @param failures parks that a rule prohibits, with the first such rule
   */
  public record Ranking(
      List<String> preconditions,
      List<Place> places,
      List<NearMiss> nearMisses,
      List<Failure> failures,
      List<String> warnings) {}

  /** One park, with its county's full name; the range of its rank is not told yet. */
  public record Place(
      String id,
      String name,
      String adcode,
      String county,
      Verdict verdict,
      Double score,
      int rank,
      Optional<Integer> rankBest,
      Optional<Integer> rankWorst,
      List<String> conditions,
      Optional<Double> vacantHa,
      double lon,
      double lat,
      boolean synthetic,
      Scorecard scoreDetail) {}

  /** A park that fails one criterion only. */
  public record NearMiss(String id, String criterion, double shortfall) {}

  /** A park that a rule prohibits. */
  public record Failure(String id, String name, String rule) {}

  /** All parks for a project, best first; the proposal's own site is not read. */
  public Ranking rank(Proposal proposal, int limit) {
    Screener.Standing standing = screener.standing(proposal);
    Judge judge = standing.judge();
    List<Weighed> weighed = weigh(judge, proposal.weights());
    List<Weighed> standingOnes =
        weighed.stream()
            .filter(park -> park.verdict() != Verdict.PROHIBITED)
            .sorted(BEST_FIRST)
            .toList();
    List<Place> places = new ArrayList<>();
    for (Weighed park : standingOnes.subList(0, Math.min(limit, standingOnes.size()))) {
      places.add(place(park, places.size() + 1));
    }
    List<Failure> failures =
        weighed.stream()
            .filter(park -> park.verdict() == Verdict.PROHIBITED)
            .map(park -> new Failure(park.zone().id(), park.zone().name(), firstViolated(park)))
            .toList();
    return new Ranking(preconditions(weighed), places, List.of(), failures, warnings());
  }

  /**
   * Reads the ground under all parks for a day, so that the first question need not wait for it.
   */
  public void prepare(LocalDate day) {
    groundOn(day);
  }

  /** What all rules say of each of these parks. */
  Map<String, Judgement> judged(List<Zone> parks, Judge judge) {
    Map<String, GroundUnderPart> under = groundOn(judge.project().day());
    Map<String, Judgement> judged = new ConcurrentHashMap<>();
    parks.parallelStream()
        .forEach(
            park -> judged.put(park.id(), screener.judge(judge, List.of(under.get(park.id())))));
    return judged;
  }

  private record Weighed(Zone zone, Judgement judgement, Scorecard score) {
    Verdict verdict() {
      return judgement.placeVerdict();
    }
  }

  private static final Comparator<Weighed> BEST_FIRST =
      Comparator.comparing(Weighed::verdict)
          .thenComparing(park -> -park.score().value())
          .thenComparing(park -> park.zone().id());

  private List<Weighed> weigh(Judge judge, luodi.score.Weights weights) {
    Map<String, GroundUnderPart> parks = groundOn(judge.project().day());
    Function<Zone, Weighed> weighing =
        zone -> {
          List<GroundUnderPart> under = List.of(parks.get(zone.id()));
          Judgement judgement = screener.judge(judge, under);
          Vicinity around =
              Vicinity.of(
                  screener.atlas(),
                  zone.shape(),
                  screener.divisions().holding(zone.shape().getInteriorPoint().getCoordinate()),
                  Optional.of(zone.id()),
                  judge.project().day());
          return new Weighed(
              zone, judgement, screener.goodSense().of(around, judge, judgement, weights));
        };
    return parksOn(judge.project().day()).parallelStream().map(weighing).toList();
  }

  private List<Zone> parksOn(LocalDate day) {
    return screener.atlas().zones(PARKS).stream().filter(park -> park.validOn(day)).toList();
  }

  private Map<String, GroundUnderPart> groundOn(LocalDate day) {
    LocalDate span = Optional.ofNullable(turns.floor(day)).orElse(LocalDate.MIN);
    return ground.computeIfAbsent(
        span,
        start -> {
          Map<String, GroundUnderPart> read = new ConcurrentHashMap<>();
          Project anybody = new Project("", new java.util.TreeMap<>(), Optional.empty(), day);
          parksOn(day).parallelStream()
              .forEach(
                  park ->
                      read.put(
                          park.id(),
                          screener
                              .survey(
                                  List.of(new Part(Part.Kind.PLOT, park.shape())),
                                  DeclaredGround.NONE,
                                  anybody)
                              .get(0)));
          return read;
        });
  }

  private Place place(Weighed park, int rank) {
    Coordinate middle = park.zone().shape().getInteriorPoint().getCoordinate();
    return new Place(
        park.zone().id(),
        park.zone().name(),
        park.zone().attributes().getOrDefault("adcode", adcode(park)),
        county(park).map(Divisions::fullName).orElse(""),
        park.verdict(),
        park.score().value(),
        rank,
        Optional.empty(),
        Optional.empty(),
        park.judgement().entries().stream()
            .filter(entry -> entry.finding().outcome() == Outcome.CONDITION)
            .map(entry -> entry.rule().id())
            .toList(),
        Optional.empty(),
        luodi.geo.Grid.snap(middle.x),
        luodi.geo.Grid.snap(middle.y),
        screener.atlas().layer(PARKS).map(layer -> layer.synthetic()).orElse(false),
        park.score());
  }

  private String adcode(Weighed park) {
    return county(park).map(Divisions::codeOf).orElse("");
  }

  private Optional<Zone> county(Weighed park) {
    return screener.atlas().near("counties", park.zone().shape().getEnvelopeInternal()).stream()
        .filter(county -> county.shape().contains(park.zone().shape().getInteriorPoint()))
        .findFirst();
  }

  private static String firstViolated(Weighed park) {
    return park.judgement().entries().stream()
        .filter(entry -> entry.finding().outcome() == Outcome.VIOLATED)
        .map(entry -> entry.rule().id())
        .findFirst()
        .orElse("");
  }

  private static List<String> preconditions(List<Weighed> weighed) {
    return weighed.stream()
        .findFirst()
        .map(
            park ->
                park.judgement().preconditions().stream()
                    .map(entry -> entry.rule().id())
                    .distinct()
                    .toList())
        .orElse(List.of());
  }

  private List<String> warnings() {
    return screener.atlas().layer(PARKS).filter(layer -> layer.synthetic()).isPresent()
        ? List.of("synthetic data: park outlines are made by a generator and are not real")
        : List.of();
  }
}
