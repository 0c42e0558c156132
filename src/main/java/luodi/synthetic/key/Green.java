package luodi.synthetic.key;

/**
 * Areas and lengths near one latitude of GRS80, of rings in grid cells relative to a corner. The
 * area is Green's integral: longitude times the ground between the corner's parallel and the edge,
 * by Simpson's rule along the edge and Gauss's (three points) across it; for edges of a few
 * kilometres both are exact to rounding.
 */
final class Green {
  private static final double A = 6378137.0;
  private static final double F = 1 / 298.257222101;
  private static final double E2 = F * (2 - F);
  private static final double GAUSS = StrictMath.sqrt(0.6);
  private static final double RADIANS_PER_CELL = StrictMath.toRadians(1e-7);

  private final double latitude;

  /**
   * @param latitudeDegrees of the point that coordinates are relative to
   */
  Green(double latitudeDegrees) {
    this.latitude = StrictMath.toRadians(latitudeDegrees);
  }

  /** The area within a ring, whose first point is not repeated. */
  double areaM2(double[] x, double[] y) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      int next = (i + 1) % x.length;
      double mean = (below(y[i]) + 4 * below((y[i] + y[next]) / 2) + below(y[next])) / 6;
      sum += (x[next] - x[i]) * RADIANS_PER_CELL * mean;
    }
    return Math.abs(sum);
  }

  double perimeterM(double[] x, double[] y) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      int next = (i + 1) % x.length;
      sum += lengthM(x[i], y[i], x[next], y[next]);
    }
    return sum;
  }

  /** A short distance, with the radii of its middle latitude. */
  double lengthM(double ax, double ay, double bx, double by) {
    double middle = latitude + (ay + by) / 2 * RADIANS_PER_CELL;
    double sin = StrictMath.sin(middle);
    double w2 = 1 - E2 * sin * sin;
    double w = StrictMath.sqrt(w2);
    double east = (bx - ax) * RADIANS_PER_CELL * A / w * StrictMath.cos(middle);
    double north = (by - ay) * RADIANS_PER_CELL * A * (1 - E2) / (w2 * w);
    return StrictMath.sqrt(east * east + north * north);
  }

  /** Ground between the corner's parallel and another, m² per radian of longitude. */
  private double below(double y) {
    double half = y * RADIANS_PER_CELL / 2;
    double middle = latitude + half;
    double sum =
        5 * density(middle - GAUSS * half)
            + 8 * density(middle)
            + 5 * density(middle + GAUSS * half);
    return sum * half / 9;
  }

  private static double density(double phi) {
    double sin = StrictMath.sin(phi);
    double w2 = 1 - E2 * sin * sin;
    return A * A * (1 - E2) * StrictMath.cos(phi) / (w2 * w2);
  }
}
