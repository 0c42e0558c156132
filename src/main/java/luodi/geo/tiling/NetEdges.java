package luodi.geo.tiling;

import java.util.Arrays;
import luodi.geo.Grid;
import org.locationtech.jts.algorithm.Area;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;

/**
 * How often each edge of the grid is run along, counted by direction: with the polygon on its left
 * it is +1 for the edge as it is stored and -1 for its reverse. A map of its own, for there are
 * millions.
 */
final class NetEdges {
  private static final int FIRST = 1 << 12;

  private long[] from = new long[FIRST];
  private long[] to = new long[FIRST];
  private int[] net = new int[FIRST];
  private int size;

  /** Receives edges as grid positions, each with its net count. */
  interface Visitor {
    void edge(long from, long to, int net);
  }

  /** Receives the edges of a polygon, which lies on their left. */
  private interface Directed {
    void edge(long from, long to);
  }

  /** A position of the grid as one number. */
  static long position(Coordinate at) {
    long x = Math.round(at.x * Grid.LINES_PER_DEGREE);
    long y = Math.round(at.y * Grid.LINES_PER_DEGREE);
    return x << 32 | y & 0xFFFF_FFFFL;
  }

  static int x(long position) {
    return (int) (position >> 32);
  }

  static int y(long position) {
    return (int) position;
  }

  /** How many edges a shape has. */
  static long count(Geometry shape) {
    return shape.getNumPoints();
  }

  /** Adds those edges of a shape's polygons that fall to one of several parts. */
  void add(Geometry shape, int part, int parts) {
    each(
        shape,
        (a, b) -> {
          boolean forward = a < b;
          long low = forward ? a : b;
          long high = forward ? b : a;
          if (parts == 1 || Math.floorMod(hash(low, high) >>> 20, parts) == part) {
            add(low, high, forward ? 1 : -1);
          }
        });
  }

  void add(long low, long high, int count) {
    if (2 * size >= from.length) {
      grow();
    }
    int at = slot(low, high);
    if (from[at] == 0 && to[at] == 0) {
      from[at] = low;
      to[at] = high;
      size++;
    }
    net[at] += count;
  }

  /** Hands out the edges that did not cancel out. */
  void visit(Visitor visitor) {
    for (int i = 0; i < from.length; i++) {
      if (net[i] != 0) {
        visitor.edge(from[i], to[i], net[i]);
      }
    }
  }

  int size() {
    return size;
  }

  private static void each(Geometry shape, Directed to) {
    for (int i = 0; i < shape.getNumGeometries(); i++) {
      if (shape.getGeometryN(i) instanceof Polygon polygon) {
        ring(polygon.getExteriorRing(), true, to);
        for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
          ring(polygon.getInteriorRingN(hole), false, to);
        }
      }
    }
  }

  private static void ring(LineString ring, boolean counterClockwise, Directed to) {
    Coordinate[] points = ring.getCoordinates();
    boolean turned = Area.ofRingSigned(points) < 0 != counterClockwise; // positive is clockwise
    long last = position(points[0]);
    for (int i = 1; i < points.length; i++) {
      long next = position(points[i]);
      if (next != last) {
        to.edge(turned ? next : last, turned ? last : next);
      }
      last = next;
    }
  }

  private int slot(long low, long high) {
    int mask = from.length - 1;
    int at = (int) hash(low, high) & mask;
    while ((from[at] != low || to[at] != high) && (from[at] != 0 || to[at] != 0)) {
      at = at + 1 & mask;
    }
    return at;
  }

  private void grow() {
    NetEdges larger = new NetEdges();
    int length = 2 * from.length;
    larger.from = new long[length];
    larger.to = new long[length];
    larger.net = new int[length];
    for (int i = 0; i < from.length; i++) {
      if (from[i] != 0 || to[i] != 0) {
        int at = larger.slot(from[i], to[i]);
        larger.from[at] = from[i];
        larger.to[at] = to[i];
        larger.net[at] = net[i];
      }
    }
    from = larger.from;
    to = larger.to;
    net = larger.net;
  }

  /** Forgets all edges. */
  void clear() {
    Arrays.fill(from, 0);
    Arrays.fill(to, 0);
    Arrays.fill(net, 0);
    size = 0;
  }

  private static long hash(long low, long high) {
    long hash = low * 0x9E3779B97F4A7C15L ^ Long.rotateLeft(high * 0xC2B2AE3D27D4EB4FL, 31);
    hash = (hash ^ (hash >>> 29)) * 0xBF58476D1CE4E5B9L;
    return hash ^ (hash >>> 32);
  }
}
