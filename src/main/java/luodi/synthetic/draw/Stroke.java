package luodi.synthetic.draw;

import java.util.Arrays;
import org.locationtech.jts.geom.Coordinate;

/**
 * A ragged line across a polygon: a straight one whose middles are pushed sideways again and again.
 * It always advances along its axis, so it cannot cross itself.
 *
 * @param plane metres around the polygon
 * @param axisX the direction in which it advances, of length one
 * @param along metres along the axis, ascending
 * @param across metres to the left of the axis
 */
record Stroke(Plane plane, double axisX, double axisY, double[] along, double[] across) {
  private static final double ROUGHNESS = 0.17;
  private static final double LARGEST_TURN = 0.5;
  private static final int HALVINGS = 24;

  /** A stroke that leaves about the given share of the ring's area on its right. */
  static Stroke across(Coordinate[] ring, double share, double spacingM, Dice dice) {
    Plane plane = Plane.at(ring[0].x, ring[0].y);
    double angle = shortAxis(plane, ring) + dice.between(-LARGEST_TURN, LARGEST_TURN);
    double axisX = StrictMath.cos(angle);
    double axisY = StrictMath.sin(angle);
    double[] u = new double[ring.length];
    double[] v = new double[ring.length];
    for (int i = 0; i < ring.length; i++) {
      double x = plane.x(ring[i]);
      double y = plane.y(ring[i]);
      u[i] = x * axisX + y * axisY;
      v[i] = y * axisX - x * axisY;
    }
    double level = level(u, v, share);
    double low = Arrays.stream(u).min().orElseThrow();
    double high = Arrays.stream(u).max().orElseThrow();
    double margin = (high - low) * 0.02 + spacingM;
    double[][] line = ragged(low - margin, high + margin, level, spacingM, dice);
    return new Stroke(plane, axisX, axisY, line[0], line[1]);
  }

  double alongOf(Coordinate degrees) {
    return plane.x(degrees) * axisX + plane.y(degrees) * axisY;
  }

  double acrossOf(Coordinate degrees) {
    return plane.y(degrees) * axisX - plane.x(degrees) * axisY;
  }

  /** The line's vertex, on the grid. */
  Coordinate vertex(int i) {
    return plane.degrees(
        along[i] * axisX - across[i] * axisY, along[i] * axisY + across[i] * axisX);
  }

  private static double shortAxis(Plane plane, Coordinate[] ring) {
    double weight = 0;
    double meanX = 0;
    double meanY = 0;
    double xx = 0;
    double xy = 0;
    double yy = 0;
    for (int i = 1; i < ring.length; i++) {
      double w = plane.distance(ring[i - 1], ring[i]);
      double x = (plane.x(ring[i - 1]) + plane.x(ring[i])) / 2;
      double y = (plane.y(ring[i - 1]) + plane.y(ring[i])) / 2;
      weight += w;
      meanX += w * x;
      meanY += w * y;
      xx += w * x * x;
      xy += w * x * y;
      yy += w * y * y;
    }
    double covXX = xx / weight - meanX / weight * (meanX / weight);
    double covXY = xy / weight - meanX / weight * (meanY / weight);
    double covYY = yy / weight - meanY / weight * (meanY / weight);
    return StrictMath.atan2(2 * covXY, covXX - covYY) / 2 + Math.PI / 2;
  }

  /** The height below which that share of the ring's area lies. */
  private static double level(double[] u, double[] v, double share) {
    double low = Arrays.stream(v).min().orElseThrow();
    double high = Arrays.stream(v).max().orElseThrow();
    double wanted = below(u, v, high) * share;
    for (int i = 0; i < HALVINGS; i++) {
      double middle = (low + high) / 2;
      if (below(u, v, middle) < wanted) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return (low + high) / 2;
  }

  /** The area of the part of the ring with {@code v <= level}. */
  private static double below(double[] u, double[] v, double level) {
    double area = 0;
    for (int i = 1; i < u.length; i++) {
      // Integral of the height under each edge, heights above the level cut off.
      double a = Math.min(v[i - 1], level) - level;
      double b = Math.min(v[i], level) - level;
      double width = u[i] - u[i - 1];
      if (a < 0 != b < 0) {
        width *= Math.abs((a < 0 ? a : b) / (v[i] - v[i - 1]));
      }
      area += width * (a + b) / 2;
    }
    return Math.abs(area);
  }

  private static double[][] ragged(
      double from, double to, double level, double spacingM, Dice dice) {
    double[] along = {from, to};
    double[] across = {level, level};
    while ((to - from) / (along.length - 1) > spacingM) {
      int segments = along.length - 1;
      double[] finerAlong = new double[2 * segments + 1];
      double[] finerAcross = new double[2 * segments + 1];
      for (int i = 0; i < segments; i++) {
        double length = along[i + 1] - along[i];
        double t = dice.between(0.4, 0.6);
        finerAlong[2 * i] = along[i];
        finerAcross[2 * i] = across[i];
        finerAlong[2 * i + 1] = along[i] + t * length;
        finerAcross[2 * i + 1] =
            across[i]
                + t * (across[i + 1] - across[i])
                + dice.between(-ROUGHNESS, ROUGHNESS) * 2 * length;
      }
      finerAlong[2 * segments] = along[segments];
      finerAcross[2 * segments] = across[segments];
      along = finerAlong;
      across = finerAcross;
    }
    return new double[][] {along, across};
  }
}
