package luodi.ingest.shapefile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import luodi.geo.Grid;
import luodi.ingest.format.Row;
import org.locationtech.jts.algorithm.Area;
import org.locationtech.jts.algorithm.PointLocation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.index.strtree.STRtree;

/**
 * Polygons of rings that come in any order. A ring that lies in an odd number of others is a hole,
 * whatever its direction: files with wrong directions are common, and ArcGIS mends them so.
 */
final class Rings {
  /** Positions that may be looked at for one row: bounds the time that a hostile file can take. */
  private static final long MOST_WORK = 200_000_000;

  private final List<Ring> rings = new ArrayList<>();
  private final List<String> mended = new ArrayList<>();
  private long work;

  /** One ring; {@code signedArea} is positive when clockwise, as shells are in a shapefile. */
  private static final class Ring {
    private final LinearRing line;
    private final Envelope box;
    private final double signedArea;
    private int rank;
    private boolean twice;
    private Ring parent;
    private int depth;

    Ring(Coordinate[] points) {
      line = Grid.SHAPES.createLinearRing(points);
      box = line.getEnvelopeInternal();
      signedArea = Area.ofRingSigned(points);
    }

    double area() {
      return Math.abs(signedArea);
    }
  }

  /** Thrown within this class alone. */
  private static final class TooMuchWork extends RuntimeException {}

  /** Adds a ring; one that does not end where it began is closed, one without area is left out. */
  void add(Coordinate[] points) {
    Coordinate[] closed = points;
    if (points.length > 0 && !points[0].equals2D(points[points.length - 1])) {
      closed = Arrays.copyOf(points, points.length + 1);
      closed[points.length] = points[0].copy();
      mended.add("a ring that was not closed was closed");
    }
    if (closed.length < 4 || Area.ofRing(closed) == 0) {
      mended.add("a ring of %d positions without area was left out".formatted(points.length));
      return;
    }
    rings.add(new Ring(closed));
  }

  /** The polygons of all rings. */
  Row.Shape polygons() {
    try {
      return nested();
    } catch (TooMuchWork hostile) {
      return Row.Shape.none(
          "its %d rings lie in each other in too many ways".formatted(rings.size()));
    }
  }

  private Row.Shape nested() {
    rings.sort(Comparator.comparingDouble(Ring::area).reversed());
    STRtree index = new STRtree();
    for (int i = 0; i < rings.size(); i++) {
      rings.get(i).rank = i;
      index.insert(rings.get(i).box, rings.get(i));
    }
    List<Ring> kept = new ArrayList<>();
    for (Ring ring : rings) {
      if (place(ring, larger(ring, index))) {
        kept.add(ring);
      }
    }
    if (kept.isEmpty()) {
      return Row.Shape.none("it has no ring with an area");
    }
    long wrong = kept.stream().filter(ring -> ring.depth % 2 == 0 != ring.signedArea > 0).count();
    if (wrong > 0) {
      mended.add(
          "%d of %d rings had the wrong direction; which are holes was told from where they lie"
              .formatted(wrong, kept.size()));
    }
    return Row.Shape.of(assembled(kept), mended);
  }

  /** Rings whose boxes hold this one's, from the largest to the smallest. */
  private List<Ring> larger(Ring ring, STRtree index) {
    List<Ring> larger = new ArrayList<>();
    index.query(
        ring.box,
        found -> {
          spend(1);
          Ring other = (Ring) found;
          if (other.rank < ring.rank && !other.twice && other.box.covers(ring.box)) {
            larger.add(other);
          }
        });
    larger.sort(Comparator.comparingInt(other -> other.rank));
    return larger;
  }

  /** Finds the rings around this one; false when it is one of them again. */
  private boolean place(Ring ring, List<Ring> larger) {
    for (Ring other : larger) {
      int where = where(ring, other);
      if (where == Location.BOUNDARY && other.area() == ring.area()) {
        mended.add("a ring that came twice was left out once");
        ring.twice = true;
        return false;
      }
      if (where == Location.INTERIOR) {
        ring.depth++;
        ring.parent = other; // the last one is the smallest around it
      }
    }
    return true;
  }

  /** Where a ring lies in a larger one; on its boundary when all positions do. */
  private int where(Ring ring, Ring other) {
    Coordinate[] around = other.line.getCoordinates();
    for (Coordinate at : ring.line.getCoordinates()) {
      spend(around.length);
      int location = PointLocation.locateInRing(at, around);
      if (location != Location.BOUNDARY) {
        return location;
      }
    }
    if (other.area() == ring.area()) {
      return Location.BOUNDARY;
    }
    Coordinate within = Grid.SHAPES.createPolygon(ring.line).getInteriorPoint().getCoordinate();
    return PointLocation.locateInRing(within, around);
  }

  private void spend(int positions) {
    work += positions;
    if (work > MOST_WORK) {
      throw new TooMuchWork();
    }
  }

  private static Geometry assembled(List<Ring> rings) {
    Map<Ring, List<LinearRing>> holes = new IdentityHashMap<>();
    for (Ring ring : rings) {
      if (ring.depth % 2 == 1) {
        holes.computeIfAbsent(ring.parent, shell -> new ArrayList<>()).add(ring.line);
      }
    }
    Polygon[] polygons =
        rings.stream()
            .filter(ring -> ring.depth % 2 == 0)
            .map(ring -> polygon(ring, holes.getOrDefault(ring, List.of())))
            .toArray(Polygon[]::new);
    return polygons.length == 1 ? polygons[0] : Grid.SHAPES.createMultiPolygon(polygons);
  }

  private static Polygon polygon(Ring shell, List<LinearRing> holes) {
    return Grid.SHAPES.createPolygon(shell.line, holes.toArray(LinearRing[]::new));
  }
}
