package luodi.ingest.edition;

import java.util.Optional;

/**
 * How well something fits for every shift of a square of shifts, counted in several groups. Its top
 * is found by a paraboloid through all counts, so that it is more exact than the steps; how exact,
 * the groups tell, each left out once (jackknife).
 */
final class FitSurface {
  /** Shifts on each side of the middle. */
  static final int STEPS = 6;

  private static final int SIDE = 2 * STEPS + 1;

  private final Offset middle;
  private final double stepM;
  private final int[][] counts;

  /** Counts for one shift. */
  interface Count {
    int[] at(Offset shift);
  }

  /** A top and its standard error in metres. */
  record Top(Offset at, double errorM) {}

  private FitSurface(Offset middle, double stepM, int[][] counts) {
    this.middle = middle;
    this.stepM = stepM;
    this.counts = counts;
  }

  /** Counts over a square of shifts around a middle. */
  static FitSurface around(Offset middle, double stepM, Count count) {
    int[][] counts = new int[SIDE * SIDE][];
    for (int i = 0; i < counts.length; i++) {
      counts[i] = count.at(middle.plus(east(i) * stepM, north(i) * stepM));
    }
    return new FitSurface(middle, stepM, counts);
  }

  /** The shift with the highest count, of several the one nearest to the middle. */
  Offset highest() {
    int best = 0;
    for (int i = 1; i < counts.length; i++) {
      double higher = height(i, -1) - height(best, -1);
      if (higher > 0 || higher == 0 && away(i) < away(best)) {
        best = i;
      }
    }
    return middle.plus(east(best) * stepM, north(best) * stepM);
  }

  /** The top of the paraboloid; empty when it is no hill. */
  Optional<Top> top() {
    Optional<Offset> whole = vertex(-1);
    if (whole.isEmpty()) {
      return Optional.empty();
    }
    int groups = counts[0].length;
    double sum = 0;
    for (int group = 0; group < groups; group++) {
      Optional<Offset> without = vertex(group);
      if (without.isEmpty()) {
        return Optional.empty();
      }
      double off = without.get().minus(whole.get()).metres();
      sum += off * off;
    }
    return Optional.of(new Top(whole.get(), Math.sqrt(sum * (groups - 1) / groups)));
  }

  /** The vertex of the paraboloid of least squares, with one group left out. */
  private Optional<Offset> vertex(int leftOut) {
    int n = SIDE * SIDE;
    double mean2 = STEPS * (STEPS + 1) / 3.0; // of the squares of -STEPS … STEPS
    double sumX = 0;
    double sumY = 0;
    double sumXy = 0;
    double sumXx = 0;
    double sumYy = 0;
    double spread = 0;
    for (int i = 0; i < n; i++) {
      double z = height(i, leftOut);
      int x = east(i);
      int y = north(i);
      sumX += z * x;
      sumY += z * y;
      sumXy += z * x * y;
      sumXx += z * (x * x - mean2);
      sumYy += z * (y * y - mean2);
      spread += (x * x - mean2) * (x * x - mean2);
    }
    // On a square of steps the terms are independent, so each coefficient stands alone.
    double b = sumX / (n * mean2);
    double c = sumY / (n * mean2);
    double e = sumXy / (n * mean2 * mean2);
    double d = sumXx / spread;
    double f = sumYy / spread;
    double determinant = 4 * d * f - e * e;
    if (d >= 0 || determinant <= 0) {
      return Optional.empty();
    }
    double x = (e * c - 2 * f * b) / determinant;
    double y = (e * b - 2 * d * c) / determinant;
    return Optional.of(middle.plus(x * stepM, y * stepM));
  }

  private double height(int i, int leftOut) {
    int sum = 0;
    for (int group = 0; group < counts[i].length; group++) {
      sum += group == leftOut ? 0 : counts[i][group];
    }
    return sum;
  }

  private static double away(int i) {
    return Math.hypot(east(i), north(i));
  }

  private static int east(int i) {
    return i % SIDE - STEPS;
  }

  private static int north(int i) {
    return i / SIDE - STEPS;
  }
}
