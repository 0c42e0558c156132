package luodi.fabric;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import luodi.atlas.County;
import luodi.ground.Letter;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;

/**
 * Ground under the same letters, or of one county: all spots within an odd number of its rings. So
 * rings need be neither valid nor in order, and a hole is one more ring. Two regions are equal only
 * when they are the same object.
 */
final class Region {
  private final List<Letter> letters;
  private final Optional<County> county;
  private final List<Ring> rings;

  private Region(List<Letter> letters, Optional<County> county, List<Ring> rings) {
    this.letters = List.copyOf(letters);
    this.county = county;
    this.rings = rings;
  }

  /** All ground of an area under these letters. */
  static Region of(List<Letter> letters, Geometry area) {
    return new Region(letters, Optional.empty(), rings(area, Ring.OnGrid::of));
  }

  static Region ofCounty(County county) {
    return new Region(
        List.of(), Optional.of(county), rings(county.zone().shape(), Ring.OnGrid::of));
  }

  /** The ground of a project's part, which need not lie on the grid. */
  static Region ofPart(Geometry part) {
    return new Region(List.of(), Optional.empty(), rings(part, Ring.Fine::of));
  }

  /** What lies on all of it. */
  List<Letter> letters() {
    return letters;
  }

  /** The county that it is. */
  Optional<County> county() {
    return county;
  }

  List<Ring> rings() {
    return rings;
  }

  private static List<Ring> rings(Geometry area, Function<CoordinateSequence, Ring> ring) {
    List<Ring> rings = new ArrayList<>();
    for (int i = 0; i < area.getNumGeometries(); i++) {
      if (area.getGeometryN(i) instanceof Polygon polygon && !polygon.isEmpty()) {
        rings.add(ring.apply(polygon.getExteriorRing().getCoordinateSequence()));
        for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
          rings.add(ring.apply(polygon.getInteriorRingN(hole).getCoordinateSequence()));
        }
      }
    }
    return rings;
  }
}
