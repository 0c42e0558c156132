package luodi.atlas;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import luodi.geo.Grid;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.geom.util.LinearComponentExtracter;
import org.locationtech.jts.index.strtree.STRtree;

/**
 * Where a layer is declared to be complete: only there does "no zone" mean that there is none. Safe
 * for many threads.
 */
public final class Coverage {
  private static final Coverage NOWHERE = new Coverage(null);

  private static final double SQUARE = 0.1; // degrees
  private static final int SEGMENTS = 32; // of a short line of the edge

  private final PreparedGeometry extent;
  private final Map<Long, Extent> squares = new ConcurrentHashMap<>(); // seen when first asked for
  private STRtree edge; // of short lines, made when first asked for

  private Coverage(PreparedGeometry extent) {
    this.extent = extent;
  }

  /** How much of a shape a layer knows. */
  public enum Extent {
    FULL,
    PARTIAL,
    NONE
  }

  static Coverage of(Optional<Geometry> extent) {
    return extent
        .map(shape -> new Coverage(PreparedGeometryFactory.prepare(shape)))
        .orElse(NOWHERE);
  }

  /** How much of the shape lies in the declared coverage. */
  public Extent over(Geometry shape) {
    if (extent == null || !extent.intersects(shape)) {
      return Extent.NONE;
    }
    return extent.covers(shape) ? Extent.FULL : Extent.PARTIAL;
  }

  /** The declared coverage, degrees; empty when there is none. */
  public Geometry extent() {
    return extent == null ? Grid.SHAPES.createPolygon() : extent.getGeometry();
  }

  /**
   * How much of a window of degrees lies in the declared coverage. Most windows lie in squares that
   * are known to be covered wholly or not at all.
   */
  public Extent over(Envelope window) {
    if (extent == null) {
      return Extent.NONE;
    }
    long east = (long) Math.floor(window.getMaxX() / SQUARE);
    long north = (long) Math.floor(window.getMaxY() / SQUARE);
    Extent all = null;
    for (long y = (long) Math.floor(window.getMinY() / SQUARE); y <= north; y++) {
      for (long x = (long) Math.floor(window.getMinX() / SQUARE); x <= east; x++) {
        Extent one = squares.computeIfAbsent(y << Integer.SIZE | x & 0xFFFFFFFFL, this::square);
        if (one == Extent.PARTIAL || all != null && all != one) {
          return over(Grid.SHAPES.toGeometry(window));
        }
        all = one;
      }
    }
    return all;
  }

  private Extent square(long number) {
    double west = (int) number * SQUARE;
    double south = (int) (number >> Integer.SIZE) * SQUARE;
    return over(Grid.SHAPES.toGeometry(new Envelope(west, west + SQUARE, south, south + SQUARE)));
  }

  /** The coverage's edge where it may come into a window of degrees, in short lines. */
  public List<LineString> edgeNear(Envelope window) {
    List<LineString> near = new ArrayList<>();
    edge().query(window, line -> near.add((LineString) line));
    near.sort(null);
    return near;
  }

  private synchronized STRtree edge() {
    if (edge == null) {
      STRtree tree = new STRtree();
      for (Object ring : LinearComponentExtracter.getLines(extent())) {
        CoordinateSequence points = ((LineString) ring).getCoordinateSequence();
        for (int from = 0; from + 1 < points.size(); from += SEGMENTS) {
          LineString line = line(points, from, Math.min(points.size() - 1, from + SEGMENTS));
          tree.insert(line.getEnvelopeInternal(), line);
        }
      }
      tree.build();
      edge = tree;
    }
    return edge;
  }

  private static LineString line(CoordinateSequence points, int from, int to) {
    Coordinate[] line = new Coordinate[to - from + 1];
    for (int i = 0; i < line.length; i++) {
      line[i] = points.getCoordinate(from + i);
    }
    return Grid.SHAPES.createLineString(line);
  }
}
