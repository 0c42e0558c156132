package luodi.siting;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import luodi.score.Weights;
import org.locationtech.jts.geom.Coordinate;

/**
 * A project as somebody asks about it.
 *
 * @param industry a GB/T 4754-2017 code as told; empty when a product was told instead
 * @param product free text; empty when a code was told
 * @param parts the pieces of ground
 * @param crs the CRS that the site came in, by name
 * @param origin where it moves from; empty for no move
 * @param originSaid false when nobody said whether it moves
 * @param facts by key as told
 * @param declared ground as the asker states it
 * @param adcode the county of declared ground that has no site
 * @param asOf the day of the law
 * @param weights what the asker thinks that criteria weigh
 * @param scenario rules that are supposed to be law too
 */
public record Proposal(
    Optional<String> industry,
    Optional<String> product,
    List<Part> parts,
    String crs,
    Optional<Origin> origin,
    boolean originSaid,
    Map<String, Object> facts,
    List<Declared> declared,
    Optional<String> adcode,
    LocalDate asOf,
    Weights weights,
    Optional<Scenario> scenario) {

  /** Where a project moves from: a division by its code, or a position in degrees. */
  public record Origin(Optional<String> adcode, Optional<Coordinate> position) {}

  public Proposal {
    parts = List.copyOf(parts);
    facts = new TreeMap<>(facts);
    declared = List.copyOf(declared);
  }

  /** The same for another industry; a product is not told any more. */
  Proposal of(String otherIndustry) {
    return new Proposal(
        Optional.of(otherIndustry),
        Optional.empty(),
        parts,
        crs,
        origin,
        originSaid,
        facts,
        declared,
        adcode,
        asOf,
        weights,
        scenario);
  }
}
