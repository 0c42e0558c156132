package luodi.tile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateXY;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.locationtech.jts.operation.overlayng.LineLimiter;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.RingClipper;
import org.locationtech.jts.precision.GeometryPrecisionReducer;

/**
 * Shapes on a tile's own grid of 4096 units. Vertices are rounded to a grid that grows coarser at
 * low zooms; rounding is the same for both sides of a shared border, so neighbours stay neighbours.
 *
 * <p>Rings are clipped one by one, which leaves seams along the window's edge where a shape leaves
 * it twice; such shapes, and those that rounding made cross themselves, are mended.
 */
final class TileShape {
  static final int EXTENT = Tile.EXTENT;

  /** How far shapes reach over the tile's edge, so that outlines drawn there are hidden. */
  static final int BUFFER = 80;

  private static final GeometryFactory FACTORY = new GeometryFactory();
  private static final Envelope WINDOW =
      new Envelope(-BUFFER, EXTENT + BUFFER, -BUFFER, EXTENT + BUFFER);

  private final TileAddress tile;
  private final int step;
  private final PrecisionModel rounding;

  private TileShape(TileAddress tile) {
    this.tile = tile;
    this.step = step(tile);
    this.rounding = new PrecisionModel(1.0 / step);
  }

  /**
   * The shape in whole units of the tile, clipped and valid; empty when nothing of it can be seen.
   */
  static Geometry of(Geometry degrees, TileAddress tile) {
    TileShape shape = new TileShape(tile);
    return switch (degrees.getDimension()) {
      case 2 -> shape.areas(degrees);
      case 1 -> shape.lines(degrees);
      default -> shape.points(degrees);
    };
  }

  /** The size of an envelope in square units of the tile, as seen before anything is drawn. */
  static double area(Envelope degrees, TileAddress tile) {
    double width = tile.column(degrees.getMaxX(), EXTENT) - tile.column(degrees.getMinX(), EXTENT);
    double height = tile.row(degrees.getMinY(), EXTENT) - tile.row(degrees.getMaxY(), EXTENT);
    return width * height;
  }

  /**
   * The rounding grid: half a pixel of a 512-pixel tile where shapes are many, one unit where they
   * are few.
   */
  private static int step(TileAddress tile) {
    int zoom = tile.z() - tile.grid().first();
    return zoom <= 9 ? 4 : zoom <= 12 ? 2 : 1;
  }

  private Geometry areas(Geometry degrees) {
    List<Polygon> areas = new ArrayList<>();
    for (int i = 0; i < degrees.getNumGeometries(); i++) {
      if (degrees.getGeometryN(i) instanceof Polygon polygon) {
        area(polygon, areas);
      }
    }
    Geometry all = FACTORY.buildGeometry(areas);
    return all.isValid() ? all : mended(all);
  }

  private void area(Polygon degrees, List<Polygon> areas) {
    Coordinate[] shell = rounded(clipped(degrees.getExteriorRing()), true);
    if (shell.length < 4) {
      return;
    }
    List<LinearRing> holes = new ArrayList<>();
    for (int i = 0; i < degrees.getNumInteriorRing(); i++) {
      Coordinate[] hole = rounded(clipped(degrees.getInteriorRingN(i)), true);
      if (hole.length >= 4) {
        holes.add(FACTORY.createLinearRing(hole));
      }
    }
    areas.add(
        FACTORY.createPolygon(FACTORY.createLinearRing(shell), holes.toArray(LinearRing[]::new)));
  }

  /** Rounding makes rings touch or cross themselves; they are cut apart on the rounding grid. */
  private Geometry mended(Geometry rounded) {
    return ofDimension(GeometryPrecisionReducer.reduce(GeometryFixer.fix(rounded), rounding), 2);
  }

  private Geometry lines(Geometry degrees) {
    List<LineString> near = new ArrayList<>();
    for (int i = 0; i < degrees.getNumGeometries(); i++) {
      if (degrees.getGeometryN(i) instanceof LineString line) {
        for (Coordinate[] section : new LineLimiter(WINDOW).limit(projected(line))) {
          Coordinate[] points = rounded(section, false);
          if (points.length > 1) {
            near.add(FACTORY.createLineString(points));
          }
        }
      }
    }
    Geometry all = FACTORY.buildGeometry(near);
    return all.isEmpty() || WINDOW.contains(all.getEnvelopeInternal())
        ? all
        : ofDimension(
            OverlayNG.overlay(all, FACTORY.toGeometry(WINDOW), OverlayNG.INTERSECTION, rounding),
            1);
  }

  private Geometry points(Geometry degrees) {
    List<Geometry> inside = new ArrayList<>();
    for (Coordinate at : degrees.getCoordinates()) {
      double x = Math.rint(tile.column(at.x, EXTENT));
      double y = Math.rint(tile.row(at.y, EXTENT));
      if (WINDOW.contains(x, y)) {
        inside.add(FACTORY.createPoint(new CoordinateXY(x, y)));
      }
    }
    return FACTORY.buildGeometry(inside);
  }

  private static Geometry ofDimension(Geometry shape, int dimension) {
    List<Geometry> parts = new ArrayList<>();
    for (int i = 0; i < shape.getNumGeometries(); i++) {
      Geometry part = shape.getGeometryN(i);
      if (part.getDimension() == dimension && !part.isEmpty()) {
        parts.add(part);
      }
    }
    return FACTORY.buildGeometry(parts);
  }

  private Coordinate[] clipped(LineString ring) {
    Envelope degrees = ring.getEnvelopeInternal();
    Envelope units =
        new Envelope(
            tile.column(degrees.getMinX(), EXTENT),
            tile.column(degrees.getMaxX(), EXTENT),
            tile.row(degrees.getMaxY(), EXTENT),
            tile.row(degrees.getMinY(), EXTENT));
    if (!WINDOW.intersects(units)) {
      return new Coordinate[0];
    }
    Coordinate[] points = projected(ring);
    return WINDOW.contains(units) ? points : new RingClipper(WINDOW).clip(points);
  }

  private Coordinate[] projected(LineString line) {
    CoordinateSequence points = line.getCoordinateSequence();
    Coordinate[] projected = new Coordinate[points.size()];
    for (int i = 0; i < projected.length; i++) {
      projected[i] =
          new CoordinateXY(tile.column(points.getX(i), EXTENT), tile.row(points.getY(i), EXTENT));
    }
    return projected;
  }

  /**
   * On the rounding grid, without points that repeat or lie on the way to the next, and without
   * spikes that go out and come back the same way.
   */
  private Coordinate[] rounded(Coordinate[] exact, boolean closed) {
    Coordinate[] kept = new Coordinate[exact.length];
    int size = 0;
    for (Coordinate at : exact) {
      Coordinate unit =
          new CoordinateXY(Math.rint(at.x / step) * step, Math.rint(at.y / step) * step);
      while (size > 1 && isNeedless(kept[size - 2], kept[size - 1], unit, closed)) {
        size--;
      }
      if (size == 0 || !kept[size - 1].equals2D(unit)) {
        kept[size++] = unit;
      }
    }
    return closed ? closed(kept, size) : Arrays.copyOf(kept, size);
  }

  /** The ring without needless points where it begins and ends. */
  private static Coordinate[] closed(Coordinate[] kept, int size) {
    int first = 0;
    int end = size;
    while (end - first > 3 && isNeedless(kept[end - 2], kept[first], kept[first + 1], true)) {
      first++;
      kept[end - 1] = kept[first];
      while (end - first > 3 && kept[end - 2].equals2D(kept[first])) {
        end--;
      }
    }
    return Arrays.copyOfRange(kept, first, end);
  }

  /** True when the middle point lies on the straight way, or the way turns back at it. */
  private static boolean isNeedless(
      Coordinate from, Coordinate middle, Coordinate to, boolean turningBackToo) {
    double ax = middle.x - from.x;
    double ay = middle.y - from.y;
    double bx = to.x - middle.x;
    double by = to.y - middle.y;
    return ax * by == ay * bx && (turningBackToo || ax * bx + ay * by > 0);
  }
}
