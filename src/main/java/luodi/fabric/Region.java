package luodi.fabric;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import luodi.atlas.County;
import luodi.atlas.Zone;
import luodi.geo.Grid;
import luodi.ground.Letter;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;

/**
 * Ground under the same letters, or of one county: all spots within an odd number of its rings. So
 * rings need be neither valid nor in order, and a hole is one more ring. Two regions are equal only
 * when they are the same object.
 */
final class Region {
  private final List<Letter> letters;
  private final List<Letter> taken;
  private final Optional<County> county;
  private final Optional<Zone> zone;
  private final Envelope envelope;
  private final List<Ring> rings;

  private Region(
      List<Letter> letters,
      List<Letter> taken,
      Optional<County> county,
      Optional<Zone> zone,
      Geometry area,
      Function<CoordinateSequence, Ring> ring) {
    this.letters = List.copyOf(letters);
    this.taken = List.copyOf(taken);
    this.county = county;
    this.zone = zone;
    this.envelope = area.getEnvelopeInternal();
    this.rings = rings(area, ring);
  }

  /** All ground of an area under these letters. */
  static Region of(List<Letter> letters, Geometry area) {
    return new Region(
        letters, List.of(), Optional.empty(), Optional.empty(), area, Ring.OnGrid::of);
  }

  /** Ground on which these letters do not lie, whatever else says that they do. */
  static Region without(List<Letter> letters, Geometry area) {
    return new Region(
        List.of(), letters, Optional.empty(), Optional.empty(), area, Ring.OnGrid::of);
  }

  /** A zone's own ground. */
  static Region ofZone(Zone zone, Letter letter) {
    return new Region(
        List.of(letter),
        List.of(),
        Optional.empty(),
        Optional.of(zone),
        zone.shape(),
        Ring.OnGrid::of);
  }

  static Region ofCounty(County county) {
    return new Region(
        List.of(),
        List.of(),
        Optional.of(county),
        Optional.empty(),
        county.zone().shape(),
        Ring.OnGrid::of);
  }

  /** The ground of a project's part, which need not lie on the grid. */
  static Region ofPart(Geometry part) {
    return new Region(
        List.of(), List.of(), Optional.empty(), Optional.empty(), part, Ring.Fine::of);
  }

  /** A region that only says what lies there: its ground is known from a sheet. */
  static Region known(
      List<Letter> letters, List<Letter> taken, Optional<County> county, Optional<Zone> zone) {
    return new Region(letters, taken, county, zone, Grid.SHAPES.createPolygon(), Ring.OnGrid::of);
  }

  /** What lies on all of it. */
  List<Letter> letters() {
    return letters;
  }

  /** What does not lie on it, whatever other regions say. */
  List<Letter> taken() {
    return taken;
  }

  /** The county that it is. */
  Optional<County> county() {
    return county;
  }

  /** The zone whose ground it is; empty for bands, coverage and counties. */
  Optional<Zone> zone() {
    return zone;
  }

  /**
   * True when it is nobody's own ground and all that it says is said by others as well. Ground
   * within a distance of a zone is mostly within that distance of its neighbours too.
   */
  boolean saysNothingBeside(List<Region> others) {
    if (zone.isPresent() || county.isPresent() || letters.isEmpty() && taken.isEmpty()) {
      return false;
    }
    for (Letter letter : letters) {
      if (!said(letter, others, false)) {
        return false;
      }
    }
    for (Letter letter : taken) {
      if (!said(letter, others, true)) {
        return false;
      }
    }
    return true;
  }

  private static boolean said(Letter letter, List<Region> others, boolean taken) {
    for (int i = 0; i < others.size(); i++) {
      Region other = others.get(i);
      if ((taken ? other.taken : other.letters).contains(letter)) {
        return true;
      }
    }
    return false;
  }

  /** Its envelope in degrees. */
  Envelope envelope() {
    return envelope;
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
