package luodi.geo;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.algorithm.RayCrossingCounter;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/**
 * From one shape to others: where they come nearest. The nearest points are found in a plane around
 * the first shape, the distance between them is geodesic. Most edges of the other shape are passed
 * over by their boxes. Safe for many threads.
 */
public final class Nearness {
  private final LocalFrame frame;
  private final Geometry from;
  private final List<double[]> own = new ArrayList<>(); // paths in metres, x before y
  private double west = Double.POSITIVE_INFINITY;
  private double south = Double.POSITIVE_INFINITY;
  private double east = Double.NEGATIVE_INFINITY;
  private double north = Double.NEGATIVE_INFINITY;

  private Nearness(Geometry from) {
    this.frame = LocalFrame.around(from);
    this.from = from;
    paths(from).forEach(this::add);
  }

  /**
   * From a shape.
   *
   * @param from not empty, degrees
   */
  public static Nearness of(Geometry from) {
    return new Nearness(from);
  }

  /** Where another shape comes nearest, however far. */
  public Geodesic.Nearest to(Geometry other) {
    return to(other, Double.POSITIVE_INFINITY)
        .orElseThrow(() -> new IllegalArgumentException("an empty shape is nowhere"));
  }

  /** Where another shape comes nearest, when that is within a distance or a little more, metres. */
  public Optional<Geodesic.Nearest> to(Geometry other, double withinM) {
    Optional<Coordinate> shared = shared(other);
    if (shared.isPresent()) {
      return Optional.of(new Geodesic.Nearest(0, shared.get(), shared.get()));
    }
    Search search = new Search(withinM * (1 + LocalFrame.ERROR) + LocalFrame.ERROR);
    if (search.mayReach(other.getEnvelopeInternal())) {
      paths(other).forEach(search::along);
    }
    return search.found();
  }

  private void add(CoordinateSequence path) {
    double[] metres = new double[2 * path.size()];
    for (int i = 0; i < path.size(); i++) {
      metres[2 * i] = frame.x(path.getX(i));
      metres[2 * i + 1] = frame.y(path.getY(i));
      west = Math.min(west, metres[2 * i]);
      east = Math.max(east, metres[2 * i]);
      south = Math.min(south, metres[2 * i + 1]);
      north = Math.max(north, metres[2 * i + 1]);
    }
    own.add(metres);
  }

  /** A position of one shape inside the other, unless all they share are edges. */
  private Optional<Coordinate> shared(Geometry other) {
    if (!from.getEnvelopeInternal().intersects(other.getEnvelopeInternal())) {
      return Optional.empty();
    }
    return firstInside(from, other).or(() -> firstInside(other, from));
  }

  private static Optional<Coordinate> firstInside(Geometry inner, Geometry area) {
    if (area.getDimension() < 2) {
      return Optional.empty();
    }
    for (int i = 0; i < inner.getNumGeometries(); i++) {
      Coordinate at = inner.getGeometryN(i).getCoordinate();
      if (at != null && holds(area, at)) {
        return Optional.of(at);
      }
    }
    return Optional.empty();
  }

  /** True when one of the polygons holds the position; they may overlap. */
  private static boolean holds(Geometry area, Coordinate at) {
    if (!area.getEnvelopeInternal().intersects(at)) {
      return false;
    }
    if (!(area instanceof Polygon)) {
      for (int i = 0; i < area.getNumGeometries(); i++) {
        if (area.getGeometryN(i) != area && holds(area.getGeometryN(i), at)) {
          return true;
        }
      }
      return false;
    }
    RayCrossingCounter ray = new RayCrossingCounter(at);
    Coordinate a = new Coordinate();
    Coordinate b = new Coordinate();
    for (CoordinateSequence path : paths(area)) {
      for (int i = 1; i < path.size(); i++) {
        path.getCoordinate(i - 1, a);
        path.getCoordinate(i, b);
        ray.countSegment(a, b);
      }
    }
    return ray.getLocation() != Location.EXTERIOR;
  }

  /** All spots, lines and rings of a shape. */
  private static List<CoordinateSequence> paths(Geometry shape) {
    List<CoordinateSequence> paths = new ArrayList<>();
    for (int i = 0; i < shape.getNumGeometries(); i++) {
      Geometry part = shape.getGeometryN(i);
      if (part instanceof Polygon polygon && !polygon.isEmpty()) {
        paths.add(polygon.getExteriorRing().getCoordinateSequence());
        for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
          paths.add(polygon.getInteriorRingN(hole).getCoordinateSequence());
        }
      } else if (part instanceof LineString line && !line.isEmpty()) {
        paths.add(line.getCoordinateSequence());
      } else if (part instanceof Point point && !point.isEmpty()) {
        paths.add(point.getCoordinateSequence());
      } else if (part != shape) {
        paths.addAll(paths(part)); // a collection in a collection
      }
    }
    return paths;
  }

  /** One search for the nearest points; metres in the plane. */
  private final class Search {
    private double best; // squared
    private boolean any;
    private double fromX;
    private double fromY;
    private double toX;
    private double toY;

    Search(double withinM) {
      this.best = withinM * withinM;
    }

    boolean mayReach(Envelope box) {
      double dx = gap(frame.x(box.getMinX()), frame.x(box.getMaxX()), west, east);
      double dy = gap(frame.y(box.getMinY()), frame.y(box.getMaxY()), south, north);
      return dx * dx + dy * dy <= best;
    }

    void along(CoordinateSequence path) {
      double nextX = frame.x(path.getX(0));
      double nextY = frame.y(path.getY(0));
      if (path.size() == 1) {
        segment(nextX, nextY, nextX, nextY);
      }
      for (int i = 1; i < path.size(); i++) {
        double x = nextX;
        double y = nextY;
        nextX = frame.x(path.getX(i));
        nextY = frame.y(path.getY(i));
        double dx = gap(Math.min(x, nextX), Math.max(x, nextX), west, east);
        double dy = gap(Math.min(y, nextY), Math.max(y, nextY), south, north);
        if (dx * dx + dy * dy <= best) {
          segment(x, y, nextX, nextY);
        }
      }
    }

    private double gap(double low, double high, double ownLow, double ownHigh) {
      return Math.max(0, Math.max(low - ownHigh, ownLow - high));
    }

    private void segment(double ax, double ay, double bx, double by) {
      for (double[] path : own) {
        if (path.length == 2) {
          spot(path[0], path[1], ax, ay, bx, by, false);
        }
        for (int i = 2; i < path.length; i += 2) {
          pair(path[i - 2], path[i - 1], path[i], path[i + 1], ax, ay, bx, by);
        }
      }
    }

    private void pair(
        double px, double py, double qx, double qy, double ax, double ay, double bx, double by) {
      if (cross(px, py, qx, qy, ax, ay, bx, by)) {
        return;
      }
      spot(px, py, ax, ay, bx, by, false);
      spot(qx, qy, ax, ay, bx, by, false);
      spot(ax, ay, px, py, qx, qy, true);
      spot(bx, by, px, py, qx, qy, true);
    }

    private boolean cross(
        double px, double py, double qx, double qy, double ax, double ay, double bx, double by) {
      double dx = qx - px;
      double dy = qy - py;
      double ex = bx - ax;
      double ey = by - ay;
      double turn = dx * ey - dy * ex;
      double along = ((ax - px) * ey - (ay - py) * ex) / turn; // not a number when parallel
      double across = ((ax - px) * dy - (ay - py) * dx) / turn;
      boolean crosses = along >= 0 && along <= 1 && across >= 0 && across <= 1;
      if (crosses) {
        take(0, px + along * dx, py + along * dy, px + along * dx, py + along * dy);
      }
      return crosses;
    }

    /** From a spot to a segment; the spot is of the other shape when {@code others}. */
    private void spot(
        double x, double y, double ax, double ay, double bx, double by, boolean others) {
      double dx = bx - ax;
      double dy = by - ay;
      double length = dx * dx + dy * dy;
      double along = length == 0 ? 0 : ((x - ax) * dx + (y - ay) * dy) / length;
      double share = Math.max(0, Math.min(1, along));
      double nearX = ax + share * dx;
      double nearY = ay + share * dy;
      double squared = (x - nearX) * (x - nearX) + (y - nearY) * (y - nearY);
      if (squared < best || !any && squared <= best) {
        if (others) {
          take(squared, nearX, nearY, x, y);
        } else {
          take(squared, x, y, nearX, nearY);
        }
      }
    }

    private void take(double squared, double ownX, double ownY, double otherX, double otherY) {
      best = squared;
      any = true;
      fromX = ownX;
      fromY = ownY;
      toX = otherX;
      toY = otherY;
    }

    Optional<Geodesic.Nearest> found() {
      if (!any) {
        return Optional.empty();
      }
      Coordinate start = frame.toDegrees(new Coordinate(fromX, fromY));
      Coordinate end = frame.toDegrees(new Coordinate(toX, toY));
      double metres = best == 0 ? 0 : Geodesic.distanceM(start.x, start.y, end.x, end.y);
      return Optional.of(new Geodesic.Nearest(metres, start, end));
    }
  }
}
