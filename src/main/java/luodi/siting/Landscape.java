package luodi.siting;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import luodi.atlas.County;
import luodi.fabric.Fabric;
import luodi.fabric.Patchwork;
import luodi.fault.Fault;
import luodi.rule.Judge;
import luodi.rule.Judgement;
import luodi.rule.Rule;
import luodi.tile.Tile;
import luodi.tile.TileAddress;
import org.locationtech.jts.geom.Envelope;

/** All ground at once: what a project may do in every division. Safe for many threads. */
public final class Landscape {
  /** Borders of zones and bands that one answer with polygons may cross. */
  private static final int MOST_EDGES = 400_000;

  /** The first zoom at which verdicts are drawn as polygons. */
  public static final int FIRST_WITH_SHAPES = VerdictTiles.FIRST_WITH_SHAPES;

  private final Screener screener;
  private final VerdictMap map;
  private final VerdictTiles tiles;
  private final DivisionVicinities vicinities;

  public Landscape(Screener screener, Fabric fabric) {
    this.screener = screener;
    this.map = new VerdictMap(fabric, screener.rulebook());
    this.tiles = new VerdictTiles(map, screener.regions());
    this.vicinities = new DivisionVicinities(screener);
  }

  /**
   * How much ground of each division a project may use.
   *
   * @param proposal a project; its site is not read
   * @param within a division that the answer is limited to
   * @param strict true when also what does not depend on the place counts
   * @throws luodi.fault.FaultException {@code BAD_FACT} when there is no such division
   */
  public Verdicts verdicts(
      Proposal proposal, Verdicts.By by, Optional<String> within, boolean strict) {
    within.ifPresent(adcode -> screener.divisions().withCodes(adcode, "/within"));
    return verdicts(screener, map, proposal, by, within, strict);
  }

  static Verdicts verdicts(
      Screener screener,
      VerdictMap map,
      Proposal proposal,
      Verdicts.By by,
      Optional<String> within,
      boolean strict) {
    Judge judge = screener.standing(proposal).judge();
    Coloured coloured = map.colour(judge, strict);
    return new Verdicts(
        preconditions(judge),
        Verdicts.rows(map, coloured, by, within, screener.divisions()),
        screener.warnings());
  }

  /** Looks around every prefecture, so that the first question about moves need not wait for it. */
  public void prepare(LocalDate day) {
    prefectures(Optional.empty()).parallelStream()
        .forEach(prefecture -> vicinities.of(prefecture, day));
  }

  /**
   * The codes of all prefectures, and of counties under their province directly.
   *
   * @param within a division that they are limited to
   * @throws luodi.fault.FaultException {@code BAD_FACT} when there is no such division
   */
  public SortedSet<String> prefectures(Optional<String> within) {
    within.ifPresent(adcode -> screener.divisions().withCodes(adcode, "/within"));
    return map.counties().stream()
        .filter(county -> within.isEmpty() || county.codes().contains(within.get()))
        .map(MoveSearch::prefectureOf)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /**
   * Where a project may move to from its origin.
   *
   * @param proposal a project with an origin; its site is not read
   * @param to the division whose parks are told too; empty for every prefecture
   * @param strict true when also what does not depend on the place counts
   * @throws luodi.fault.FaultException {@code BAD_FACT} when there is no such division
   */
  public Moves moves(Proposal proposal, Places places, Optional<String> to, boolean strict) {
    to.ifPresent(adcode -> screener.divisions().withCodes(adcode, "/to"));
    MoveSearch search =
        new MoveSearch(screener, map, vicinities, screener.standing(proposal), strict);
    return search.moves(
        to.map(adcode -> search.to(adcode, places)).orElseGet(search::everywhere),
        screener.warnings());
  }

  /** A project's verdicts as a PNG tile of 256 by 256 pixels; its site is not read. */
  public byte[] png(Proposal proposal, boolean strict, TileAddress tile) {
    return tiles.png(screener.standing(proposal).judge(), strict, tile);
  }

  /** A project's verdicts as a vector tile, from zoom 8 on; its site is not read. */
  public Tile mvt(Proposal proposal, boolean strict, TileAddress tile) {
    return tiles.mvt(screener.standing(proposal).judge(), strict, tile);
  }

  /**
   * A project's verdicts as polygons, exact to a grid cell.
   *
   * @param ground a window in degrees
   * @param within a division that the answer is limited to
   * @throws luodi.fault.FaultException {@code TOO_MUCH_WORK} when too many borders cross the window
   */
  public VerdictGround geometry(
      Proposal proposal, Optional<String> within, Optional<Envelope> ground, boolean strict) {
    List<Patchwork.Patch> patches = patches(within, ground);
    Judge judge = screener.standing(proposal).judge();
    List<VerdictArea> areas =
        new VerdictShapes(map, map.colour(judge, strict))
            .byVerdict(patches, word -> within.isEmpty() || lies(word, within.get())).stream()
                .map(shape -> VerdictArea.of(shape, Patchwork.CELLS))
                .toList();
    return new VerdictGround(preconditions(judge), areas, screener.warnings());
  }

  /**
   * The ground that a rule speaks of, whatever the project, exact to a grid cell.
   *
   * @param ground a window in degrees
   * @param within a division that the answer is limited to
   * @throws luodi.fault.FaultException {@code TOO_MUCH_WORK} when too many borders cross the window
   */
  public RuleGround ground(
      Rule rule, Optional<String> within, Optional<Envelope> ground, LocalDate day) {
    List<Patchwork.Patch> patches =
        !rule.standsOn(day)
            ? List.of()
            : patches(within, ground).stream()
                .filter(patch -> map.countyOf(patch.word()) >= 0)
                .filter(patch -> within.isEmpty() || lies(patch.word(), within.get()))
                .toList();
    return new RuleGround(
        rule,
        rule.standsOn(day),
        RuleGround.areas(rule, patches, map.fabric(), screener.rulebook(), screener.profile(), day),
        screener.warnings());
  }

  private List<Patchwork.Patch> patches(Optional<String> within, Optional<Envelope> ground) {
    Optional<County> division =
        within.map(adcode -> screener.divisions().withCodes(adcode, "/within"));
    Envelope window =
        ground.orElseGet(() -> division.orElseThrow().zone().shape().getEnvelopeInternal());
    return Patchwork.of(map.fabric(), screener.regions(), window, Patchwork.CELLS, MOST_EDGES)
        .orElseThrow(
            () ->
                Fault.TOO_MUCH_WORK.because(
                    "More than %d borders cross that ground; ask for one county, or for a smaller bbox. Whole provinces are in /verdicts and in the tiles.",
                    MOST_EDGES));
  }

  private boolean lies(int word, String adcode) {
    return map.counties().get(map.countyOf(word)).codes().contains(adcode);
  }

  /** What the colours of verdict tiles stand for, as {@code #rrggbb}. */
  public static Map<String, String> legend() {
    return VerdictTiles.legend();
  }

  /** The rules that weigh on a project wherever it stands. */
  static List<String> preconditions(Judge judge) {
    List<Judgement.Entry> entries =
        judge.rules().stream()
            .filter(rule -> !rule.readsThePlace())
            .map(rule -> new Judgement.Entry(rule, "plot", judge.findAnywhere(rule)))
            .toList();
    return Judgement.of(entries).preconditions().stream().map(entry -> entry.rule().id()).toList();
  }
}
