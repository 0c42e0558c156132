package luodi.synthetic.key;

import org.locationtech.jts.geom.Coordinate;

/** The distance from a spot to a shape, edge by edge. */
final class Nearest {
  private static final int REFINEMENTS = 40;

  private Nearest() {}

  /** Metres along the ellipsoid, for distances of a few kilometres; 0 inside an area. */
  static double distanceM(Coordinate at, GridShape shape) {
    long x = GridShape.cells(at.x);
    long y = GridShape.cells(at.y);
    if (shape.isArea() && shape.side(x, y) != GridShape.Side.OUTSIDE) {
      return 0;
    }
    Green green = new Green(at.y);
    double least = Double.MAX_VALUE;
    for (GridShape.Ring ring : shape.rings()) {
      for (int i = 1; i < ring.count(); i++) {
        least =
            Math.min(
                least,
                toEdge(
                    green,
                    ring.x(i - 1) - x,
                    ring.y(i - 1) - y,
                    ring.x(i) - x,
                    ring.y(i) - y,
                    least));
      }
    }
    return least;
  }

  /** The distance from the origin to an edge, by narrowing it down (it has one minimum). */
  private static double toEdge(
      Green green, double ax, double ay, double bx, double by, double least) {
    double toA = green.lengthM(0, 0, ax, ay);
    if (toA - green.lengthM(ax, ay, bx, by) > least) {
      return least;
    }
    double from = 0;
    double to = 1;
    for (int i = 0; i < REFINEMENTS; i++) {
      double lower = from + (to - from) / 3;
      double upper = to - (to - from) / 3;
      if (on(green, ax, ay, bx, by, lower) < on(green, ax, ay, bx, by, upper)) {
        to = upper;
      } else {
        from = lower;
      }
    }
    return on(green, ax, ay, bx, by, (from + to) / 2);
  }

  private static double on(Green green, double ax, double ay, double bx, double by, double t) {
    return green.lengthM(0, 0, ax + t * (bx - ax), ay + t * (by - ay));
  }
}
