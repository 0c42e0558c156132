package luodi.siting;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import luodi.atlas.Layer;
import luodi.fabric.Fabric;
import luodi.ground.Signature;
import luodi.rule.Judge;
import luodi.rule.Judgement;
import luodi.rule.Rule;
import luodi.rule.SiteMeasures;
import luodi.tile.TileAddress;

/** All ground at once: what a project may do in every division. Safe for many threads. */
public final class Landscape {
  private final Screener screener;
  private final VerdictMap map;
  private final VerdictTiles tiles;

  public Landscape(Screener screener, Fabric fabric) {
    this.screener = screener;
    this.map = new VerdictMap(fabric, screener.rulebook());
    this.tiles = new VerdictTiles(map);
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
    Judge judge = screener.standing(proposal).judge();
    Coloured coloured = map.colour(judge, strict);
    return new Verdicts(
        preconditions(judge),
        Verdicts.rows(map, coloured, by, within, screener.divisions()),
        warnings());
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
    MoveSearch search = new MoveSearch(screener, map, screener.standing(proposal), strict);
    return search.moves(
        to.map(adcode -> search.to(adcode, places)).orElseGet(search::everywhere), warnings());
  }

  /** A project's verdicts as a PNG tile of 256 by 256 pixels; its site is not read. */
  public byte[] png(Proposal proposal, boolean strict, TileAddress tile) {
    return tiles.png(screener.standing(proposal).judge(), strict, tile);
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
            .map(rule -> new Judgement.Entry(rule, "plot", anywhere(rule, judge)))
            .toList();
    return Judgement.of(entries).preconditions().stream().map(entry -> entry.rule().id()).toList();
  }

  private static luodi.rule.Finding anywhere(Rule rule, Judge judge) {
    return judge.find(rule, Signature.of(Set.of()), Optional.of(Set.of()), SiteMeasures.NONE);
  }

  private List<String> warnings() {
    List<String> synthetic =
        map.fabric().asks().stream()
            .map(ask -> screener.atlas().layer(ask.layer()))
            .flatMap(Optional::stream)
            .filter(Layer::synthetic)
            .map(Layer::id)
            .toList();
    return synthetic.isEmpty() ? List.of() : List.of(Warnings.synthetic(synthetic));
  }
}
