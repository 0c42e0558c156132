package luodi.report;

import java.util.ArrayList;
import java.util.List;
import luodi.geo.LocalFrame;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.simplify.DouglasPeuckerSimplifier;

/**
 * The window of a sketch: from degrees to tenths of a millimetre on paper, y downwards.
 *
 * @param plane metres around the middle of the site
 * @param scale the denominator
 */
record Frame(LocalFrame plane, int scale) {
  /** The text of an A4 page with margins of 18 mm, tenths of a millimetre. */
  static final int WIDTH = 1740;

  static final int HEIGHT = 1100;

  /** Kept free around what must be seen. */
  private static final int MARGIN = 80;

  private static final int EDGE = 20;

  private static final double UNITS_PER_METRE = 10_000;

  /** What rounding to a unit does not show. */
  private static final double SIMPLIFIED_UNITS = 0.7;

  private static final int[] STEPS = {100, 200, 250, 500};
  private static final int LARGEST = 2_000;
  private static final int SMALLEST = 100_000_000;

  /** The largest round scale at which so many metres east or west, north or south, can be seen. */
  static Frame seeing(LocalFrame plane, double eastM, double northM) {
    double least =
        Math.max(
            eastM * UNITS_PER_METRE / (WIDTH / 2.0 - MARGIN),
            northM * UNITS_PER_METRE / (HEIGHT / 2.0 - MARGIN));
    for (int tens = 10; tens <= SMALLEST / 100; tens *= 10) {
      for (int step : STEPS) {
        if (step * tens >= Math.max(least, LARGEST)) {
          return new Frame(plane, step * tens);
        }
      }
    }
    return new Frame(plane, SMALLEST);
  }

  /** The frame in degrees. */
  Envelope window() {
    return window(0);
  }

  /** The frame and a little around it, so that edges of what is cut lie outside. */
  Envelope windowAndEdge() {
    return window(EDGE);
  }

  private Envelope window(int edge) {
    double eastM = (WIDTH / 2.0 + edge) * scale / UNITS_PER_METRE;
    double northM = (HEIGHT / 2.0 + edge) * scale / UNITS_PER_METRE;
    Envelope window = new Envelope(plane.toDegrees(new Coordinate(-eastM, -northM)));
    window.expandToInclude(plane.toDegrees(new Coordinate(eastM, northM)));
    return window;
  }

  /** The longest round length that takes no more than a fifth of the frame, metres. */
  int barM() {
    double mostM = WIDTH / 5.0 * scale / UNITS_PER_METRE;
    int power = 1;
    while (power * 10L <= mostM) {
      power *= 10;
    }
    return mostM >= 5L * power ? 5 * power : mostM >= 2L * power ? 2 * power : power;
  }

  int units(double metres) {
    return (int) Math.round(metres * UNITS_PER_METRE / scale);
  }

  /** A position on paper: x, y. */
  int[] onPaper(Coordinate degrees) {
    Geometry point = plane.toMetres(luodi.geo.Grid.SHAPES.createPoint(degrees));
    return onPaperOfMetres(point.getCoordinate());
  }

  private int[] onPaperOfMetres(Coordinate metres) {
    return new int[] {WIDTH / 2 + units(metres.x), HEIGHT / 2 - units(metres.y)};
  }

  /** Rings of an area, or the paths of a line, on paper; what lies within a unit is left out. */
  int[][] paths(Geometry degrees) {
    Geometry metres =
        DouglasPeuckerSimplifier.simplify(
            plane.toMetres(degrees), SIMPLIFIED_UNITS * scale / UNITS_PER_METRE);
    List<int[]> paths = new ArrayList<>();
    for (int i = 0; i < metres.getNumGeometries(); i++) {
      if (metres.getGeometryN(i) instanceof Polygon polygon && !polygon.isEmpty()) {
        paths.add(path(polygon.getExteriorRing().getCoordinateSequence(), true));
        for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
          paths.add(path(polygon.getInteriorRingN(hole).getCoordinateSequence(), true));
        }
      } else if (metres.getGeometryN(i) instanceof LineString line) {
        paths.add(path(line.getCoordinateSequence(), false));
      } else if (metres.getGeometryN(i) instanceof Point point) {
        paths.add(path(point.getCoordinateSequence(), false));
      }
    }
    return paths.toArray(int[][]::new);
  }

  private int[] path(CoordinateSequence points, boolean ring) {
    int count = ring ? points.size() - 1 : points.size();
    int[] path = new int[2 * count];
    for (int i = 0; i < count; i++) {
      int[] at = onPaperOfMetres(points.getCoordinate(i));
      path[2 * i] = at[0];
      path[2 * i + 1] = at[1];
    }
    return path;
  }
}
