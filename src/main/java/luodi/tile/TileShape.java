package luodi.tile;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.precision.GeometryPrecisionReducer;

/**
 * Shapes on a tile's own grid of 4096 units. Vertices are rounded to a grid that grows coarser at
 * low zooms; rounding is the same for both sides of a shared border, so neighbours stay neighbours.
 */
final class TileShape {
  static final int EXTENT = 4096;

  /** How far shapes reach over the tile's edge, so that outlines drawn there are hidden. */
  static final int BUFFER = 80;

  private static final GeometryFactory FACTORY = new GeometryFactory();
  private static final PrecisionModel WHOLE = new PrecisionModel(1);
  private static final Geometry WINDOW =
      FACTORY.toGeometry(new Envelope(-BUFFER, EXTENT + BUFFER, -BUFFER, EXTENT + BUFFER));

  private TileShape() {}

  /**
   * The shape in whole units of the tile, clipped and valid; empty when nothing of it can be seen.
   */
  static Geometry of(Geometry degrees, TileAddress tile) {
    int step = step(tile.z());
    Geometry units = projected(degrees, tile, step);
    if (units.isEmpty()) {
      return units;
    }
    if (units.getDimension() == 2) {
      return polygons(units, degrees, tile);
    }
    if (units.getDimension() == 0) {
      return units.intersection(WINDOW);
    }
    return OverlayNG.overlay(units, WINDOW, OverlayNG.INTERSECTION, WHOLE);
  }

  /**
   * The rounding grid: half a pixel of a 512-pixel tile where shapes are many, one unit where they
   * are few.
   */
  private static int step(int zoom) {
    return zoom <= 9 ? 4 : zoom <= 12 ? 2 : 1;
  }

  private static Geometry polygons(Geometry rounded, Geometry degrees, TileAddress tile) {
    boolean inside = WINDOW.getEnvelopeInternal().contains(rounded.getEnvelopeInternal());
    if (inside && rounded.isValid()) {
      return rounded;
    }
    Geometry exact = inside ? rounded : projected(degrees, tile, 0);
    Geometry valid = exact.isValid() ? exact : GeometryFixer.fix(exact);
    Geometry clipped =
        inside ? valid : OverlayNG.overlay(valid, WINDOW, OverlayNG.INTERSECTION, WHOLE);
    return onlyAreas(inside ? GeometryPrecisionReducer.reduce(clipped, WHOLE) : clipped);
  }

  private static Geometry onlyAreas(Geometry shape) {
    List<Geometry> areas = new ArrayList<>();
    for (int i = 0; i < shape.getNumGeometries(); i++) {
      if (shape.getGeometryN(i) instanceof Polygon polygon && !polygon.isEmpty()) {
        areas.add(polygon);
      }
    }
    return FACTORY.buildGeometry(areas);
  }

  private static Geometry projected(Geometry degrees, TileAddress tile, int step) {
    List<Geometry> parts = new ArrayList<>();
    for (int i = 0; i < degrees.getNumGeometries(); i++) {
      Geometry part = part(degrees.getGeometryN(i), tile, step);
      if (!part.isEmpty()) {
        parts.add(part);
      }
    }
    return FACTORY.buildGeometry(parts);
  }

  private static Geometry part(Geometry degrees, TileAddress tile, int step) {
    if (degrees instanceof Polygon polygon) {
      LinearRing shell = ring(polygon.getExteriorRing(), tile, step);
      if (shell.isEmpty()) {
        return FACTORY.createPolygon();
      }
      List<LinearRing> holes = new ArrayList<>();
      for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
        LinearRing hole = ring(polygon.getInteriorRingN(i), tile, step);
        if (!hole.isEmpty()) {
          holes.add(hole);
        }
      }
      return FACTORY.createPolygon(shell, holes.toArray(LinearRing[]::new));
    }
    Coordinate[] points = points(degrees.getCoordinates(), tile, step);
    if (degrees instanceof Point) {
      return FACTORY.createPoint(points[0]);
    }
    return points.length < 2 ? FACTORY.createLineString() : FACTORY.createLineString(points);
  }

  private static LinearRing ring(LineString degrees, TileAddress tile, int step) {
    Coordinate[] points = points(degrees.getCoordinates(), tile, step);
    return points.length < 4 ? FACTORY.createLinearRing() : FACTORY.createLinearRing(points);
  }

  private static Coordinate[] points(Coordinate[] degrees, TileAddress tile, int step) {
    List<Coordinate> points = new ArrayList<>(degrees.length);
    for (Coordinate at : degrees) {
      Coordinate unit =
          new Coordinate(
              rounded(tile.column(at.x, EXTENT), step), rounded(tile.row(at.y, EXTENT), step));
      if (points.isEmpty() || !points.get(points.size() - 1).equals2D(unit)) {
        points.add(unit);
      }
    }
    return points.toArray(Coordinate[]::new);
  }

  private static double rounded(double units, int step) {
    return step == 0 ? units : Math.rint(units / step) * step;
  }
}
