package luodi.fabric;

/**
 * On which side of an edge a corner lies, exactly. Positions are grid cells, or fractions of them
 * to 2^-10, so that differences are exact in a double; products are compared with their rounding
 * errors.
 *
 * <p>A corner (x, y) stands for the spot a hair east and a much smaller hair north of it. So it
 * lies on no edge, and windows that meet share no spot.
 */
final class Side {
  private static final double SURE = 4e-16; // of the products: more than their rounding errors

  private Side() {}

  /** True when the edge crosses the parallel of the corner. */
  static boolean crossesParallel(double ay, double by, double y) {
    return ay > y != by > y;
  }

  /** True when the edge crosses the meridian of the corner. */
  static boolean crossesMeridian(double ax, double bx, double x) {
    return ax > x != bx > x;
  }

  /** For an edge that crosses the parallel: true when it does so west of the corner. */
  static boolean west(double ax, double ay, double bx, double by, double x, double y) {
    double turn = turn(ax, ay, bx, by, x, y);
    return by > ay ? turn <= 0 : turn >= 0;
  }

  /** For an edge that crosses the meridian: true when it does so south of the corner. */
  static boolean south(double ax, double ay, double bx, double by, double x, double y) {
    double turn = turn(ax, ay, bx, by, x, y);
    if (turn == 0) {
      return bx > ax ? by <= ay : ay <= by;
    }
    return bx > ax ? turn > 0 : turn < 0;
  }

  /** Positive when the position lies to the left of the edge, 0 when on its line; exact in sign. */
  static double turn(double ax, double ay, double bx, double by, double x, double y) {
    double dx = bx - ax;
    double dy = by - ay;
    double ey = y - ay;
    double ex = x - ax;
    double left = dx * ey;
    double right = dy * ex;
    double turn = left - right;
    if (Math.abs(turn) > SURE * (Math.abs(left) + Math.abs(right))) {
      return turn;
    }
    // Near equality left - right is exact, and so are the products' errors.
    return turn + (Math.fma(dx, ey, -left) - Math.fma(dy, ex, -right));
  }
}
