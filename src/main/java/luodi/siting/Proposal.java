package luodi.siting;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
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
 * @param asOf the day of the law
 */
public record Proposal(
    Optional<String> industry,
    Optional<String> product,
    List<Part> parts,
    String crs,
    Optional<Origin> origin,
    boolean originSaid,
    Map<String, Object> facts,
    LocalDate asOf) {

  /** Where a project moves from: a division by its code, or a position in degrees. */
  public record Origin(Optional<String> adcode, Optional<Coordinate> position) {}

  public Proposal {
    parts = List.copyOf(parts);
    facts = new TreeMap<>(facts);
  }

  /** The same project on other ground. */
  public Proposal on(List<Part> ground) {
    return new Proposal(industry, product, ground, crs, origin, originSaid, facts, asOf);
  }
}
