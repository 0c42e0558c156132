package luodi.siting;

import java.util.List;
import java.util.Optional;

/**
 * What one region lets go beside what another takes in, cell by cell.
 *
 * @param exits what the transfer catalogue lets go at the origin
 * @param entries what it takes in first, or no longer takes, at the destination
 * @param cells every exit against every entry
 * @param pairings official pairings of the two
 * @param catalogueComplete false as long as rows of the catalogue are missing: an empty list then
 *     says nothing
 */
public record Complementarity(
    Moves.End from,
    Moves.End to,
    String asOf,
    List<Moves.Listed> exits,
    List<Moves.Listed> entries,
    List<Cell> cells,
    List<Moves.Pairing> pairings,
    boolean catalogueComplete,
    List<String> warnings) {

  /** How near two rows of the catalogue are by their codes. */
  public enum Relation {
    SAME_INDUSTRY,
    SAME_DIVISION,
    NONE
  }

  /**
   * One exit against one entry; without an entry, against the destination's parks alone.
   *
   * @param link parks at the destination that lead in the exit's division
   */
  public record Cell(
      Moves.Listed exit, Optional<Moves.Listed> entry, Relation relation, Optional<Link> link) {}

  /** A link of a supply chain, the rule that speaks of it, and its words. */
  public record Link(
      String rule, String quote, Moves.Source citation, List<Moves.LeadingPark> parks) {}
}
