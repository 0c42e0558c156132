package luodi.geo;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/**
 * A shape whose every position was moved to the nearest one of the grid, each by itself: positions
 * that neighbours share are still the same, so shared edges stay shared. The shape may have become
 * invalid by it; rings and lines that shrank to nothing are gone.
 */
final class Snapped {
  private static final double METRES_PER_DEGREE = 111_320;

  private double farthest;
  private int collapsed;

  private Snapped() {}

  /**
   * A snapped shape.
   *
   * @param farthestM the longest way that a position was moved, metres, measured generously
   * @param collapsed how many rings, lines or polygons shrank to nothing
   */
  record Result(Geometry shape, double farthestM, int collapsed) {}

  /** Snaps a shape of one dimension; parts of a collection come out as a multi-part shape. */
  static Result of(Geometry shape) {
    Snapped snapping = new Snapped();
    List<Geometry> parts = new ArrayList<>();
    for (int i = 0; i < shape.getNumGeometries(); i++) {
      snapping.add(shape.getGeometryN(i), parts);
    }
    Geometry whole =
        parts.isEmpty()
            ? Grid.SHAPES.createEmpty(shape.getDimension())
            : parts.size() == 1 && shape.getNumGeometries() == 1
                ? parts.get(0)
                : Grid.SHAPES.buildGeometry(parts);
    return new Result(whole, snapping.farthest * METRES_PER_DEGREE, snapping.collapsed);
  }

  private void add(Geometry part, List<Geometry> parts) {
    if (part.isEmpty()) {
      return;
    }
    if (part.getNumGeometries() > 1
        || part instanceof org.locationtech.jts.geom.GeometryCollection) {
      for (int i = 0; i < part.getNumGeometries(); i++) {
        add(part.getGeometryN(i), parts);
      }
    } else if (part instanceof Point point) {
      parts.add(Grid.SHAPES.createPoint(snap(point.getCoordinate())));
    } else if (part instanceof Polygon polygon) {
      addPolygon(polygon, parts);
    } else {
      Coordinate[] points = positions((LineString) part);
      if (points.length < 2) {
        collapsed++;
      } else {
        parts.add(Grid.SHAPES.createLineString(points));
      }
    }
  }

  private void addPolygon(Polygon polygon, List<Geometry> parts) {
    Coordinate[] shell = positions(polygon.getExteriorRing());
    if (shell.length < 4) {
      collapsed++;
      return;
    }
    List<LinearRing> holes = new ArrayList<>();
    for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
      Coordinate[] hole = positions(polygon.getInteriorRingN(i));
      if (hole.length < 4) {
        collapsed++;
      } else {
        holes.add(Grid.SHAPES.createLinearRing(hole));
      }
    }
    parts.add(
        Grid.SHAPES.createPolygon(
            Grid.SHAPES.createLinearRing(shell), holes.toArray(LinearRing[]::new)));
  }

  /** The line's positions on the grid, each that repeats the one before left out. */
  private Coordinate[] positions(LineString line) {
    List<Coordinate> points = new ArrayList<>(line.getNumPoints());
    for (int i = 0; i < line.getNumPoints(); i++) {
      Coordinate at = snap(line.getCoordinateN(i));
      if (points.isEmpty() || !points.get(points.size() - 1).equals2D(at)) {
        points.add(at);
      }
    }
    return points.toArray(Coordinate[]::new);
  }

  private Coordinate snap(Coordinate at) {
    Coordinate to = new Coordinate(Grid.snap(at.x), Grid.snap(at.y));
    farthest = Math.max(farthest, Math.hypot(to.x - at.x, to.y - at.y));
    return to;
  }
}
