package luodi.geo;

/**
 * Areas under edges near one latitude, in grid cells of 1e-7°: what {@link Authalic} computes, by a
 * polynomial of the strip that is cheap to evaluate. For windows of up to two degrees of latitude
 * the two agree to 1e-12.
 */
public final class AuthalicStrip {
  private static final int DEGREE = 6;
  private static final double WIDEST_DEGREES = 2;
  private static final double RADIANS_PER_CELL = Math.toRadians(1 / Grid.LINES_PER_DEGREE);

  // Three-point Gauss-Legendre on [0, 1]: exact for polynomials of degree five along an edge.
  private static final double NODE = Math.sqrt(0.6) / 2;
  private static final double OUTER = 5.0 / 18;
  private static final double INNER = 8.0 / 18;

  private final double middle; // grid cells
  private final double half;
  private final double[] polynomial = new double[DEGREE + 1]; // of (y - middle) / half, m² per cell

  /** The strip for latitudes between two, in grid cells. */
  public AuthalicStrip(double from, double to) {
    if (to - from > WIDEST_DEGREES * Grid.LINES_PER_DEGREE) {
      throw new IllegalArgumentException("a strip of " + (to - from) + " cells is too wide");
    }
    middle = (from + to) / 2;
    half = Math.max((to - from) / 2, 1);
    interpolate();
  }

  /**
   * The signed ground between the window's middle parallel and an edge, m²: positive when the edge
   * lies to the north and runs east. What lies between two edges is the difference of theirs.
   */
  public double underM2(double ax, double ay, double bx, double by) {
    double mid = (ay + by) / 2;
    double reach = (by - ay) * NODE;
    return (bx - ax) * (OUTER * (at(mid - reach) + at(mid + reach)) + INNER * at(mid));
  }

  /** The ground of a rectangle, m². */
  public double rectangleM2(double x0, double y0, double x1, double y1) {
    return (x1 - x0) * (at(y1) - at(y0));
  }

  private double at(double y) {
    double t = (y - middle) / half;
    double sum = polynomial[DEGREE];
    for (int i = DEGREE - 1; i >= 0; i--) {
      sum = sum * t + polynomial[i];
    }
    return sum;
  }

  /** Newton's interpolation at Chebyshev's nodes, written out in powers. */
  private void interpolate() {
    double[] node = new double[DEGREE + 1];
    double[] divided = new double[DEGREE + 1];
    double base = Authalic.stripM2(middle / Grid.LINES_PER_DEGREE);
    for (int i = 0; i <= DEGREE; i++) {
      node[i] = Math.cos(Math.PI * (2 * i + 1) / (2 * DEGREE + 2));
      double latitude = (middle + half * node[i]) / Grid.LINES_PER_DEGREE;
      divided[i] = (Authalic.stripM2(latitude) - base) * RADIANS_PER_CELL;
    }
    for (int order = 1; order <= DEGREE; order++) {
      for (int i = DEGREE; i >= order; i--) {
        divided[i] = (divided[i] - divided[i - 1]) / (node[i] - node[i - order]);
      }
    }
    for (int i = DEGREE; i >= 0; i--) {
      for (int power = DEGREE; power > 0; power--) {
        polynomial[power] = polynomial[power - 1] - node[i] * polynomial[power];
      }
      polynomial[0] = divided[i] - node[i] * polynomial[0];
    }
  }
}
