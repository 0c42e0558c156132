package luodi.synthetic.key;

import java.util.ArrayList;
import java.util.List;

/**
 * A convex plot as a cutter: what of another ring lies in it, by cutting along one of its edges
 * after the other (Sutherland and Hodgman, 1974). Where a ring leaves and comes back the result
 * runs to and fro along the plot's edge, which adds nothing to the area.
 *
 * <p>Coordinates are grid cells relative to the plot's first corner, so doubles carry them exactly
 * before the cut.
 */
final class ConvexPlot {
  private final long originX;
  private final long originY;
  private final double[] x;
  private final double[] y;

  /** Corners counter-clockwise, the first not repeated. */
  ConvexPlot(long[] cornersX, long[] cornersY) {
    this.originX = cornersX[0];
    this.originY = cornersY[0];
    this.x = relative(cornersX, originX);
    this.y = relative(cornersY, originY);
  }

  /** True when every corner turns left by more than a hair. */
  boolean isConvex() {
    for (int i = 0; i < x.length; i++) {
      int b = (i + 1) % x.length;
      int c = (i + 2) % x.length;
      if ((x[b] - x[i]) * (y[c] - y[b]) - (y[b] - y[i]) * (x[c] - x[b]) <= 0) {
        return false;
      }
    }
    return true;
  }

  double areaM2() {
    return green().areaM2(x, y);
  }

  /**
   * What of an area lies in the plot.
   *
   * @param areaM2 0 when nothing does
   * @param widthM about the least width of it: twice its area over its perimeter
   */
  record Overlap(double areaM2, double widthM) {}

  Overlap overlap(GridShape shape) {
    double area = 0;
    double perimeter = 0;
    for (GridShape.Ring ring : shape.rings()) {
      double[][] cut = clip(ring);
      if (cut[0].length > 2) {
        area += (ring.hole() ? -1 : 1) * green().areaM2(cut[0], cut[1]);
        perimeter += green().perimeterM(cut[0], cut[1]);
      }
    }
    return new Overlap(area, perimeter == 0 ? 0 : 2 * area / perimeter);
  }

  /** How many metres of a line run through the plot. */
  double lengthM(GridShape line) {
    double length = 0;
    for (GridShape.Ring part : line.rings()) {
      for (int i = 1; i < part.count(); i++) {
        length +=
            inside(
                part.x(i - 1) - originX,
                part.y(i - 1) - originY,
                part.x(i) - originX,
                part.y(i) - originY);
      }
    }
    return length;
  }

  private Green green() {
    return new Green(GridShape.degrees(originY));
  }

  private double[][] clip(GridShape.Ring ring) {
    double[] px = new double[ring.count() - 1];
    double[] py = new double[px.length];
    for (int i = 0; i < px.length; i++) {
      px[i] = ring.x(i) - originX;
      py[i] = ring.y(i) - originY;
    }
    for (int edge = 0; edge < x.length && px.length > 0; edge++) {
      double[][] cut = behind(edge, px, py);
      px = cut[0];
      py = cut[1];
    }
    return new double[][] {px, py};
  }

  /** The part of the ring to the left of one edge of the plot. */
  private double[][] behind(int edge, double[] px, double[] py) {
    List<double[]> kept = new ArrayList<>();
    for (int i = 0; i < px.length; i++) {
      int next = (i + 1) % px.length;
      double here = left(edge, px[i], py[i]);
      double there = left(edge, px[next], py[next]);
      if (here >= 0) {
        kept.add(new double[] {px[i], py[i]});
      }
      if (here > 0 && there < 0 || here < 0 && there > 0) {
        double t = here / (here - there);
        kept.add(new double[] {px[i] + t * (px[next] - px[i]), py[i] + t * (py[next] - py[i])});
      }
    }
    double[][] cut = new double[2][kept.size()];
    for (int i = 0; i < kept.size(); i++) {
      cut[0][i] = kept.get(i)[0];
      cut[1][i] = kept.get(i)[1];
    }
    return cut;
  }

  /** Metres of a segment within the plot, by Cyrus and Beck. */
  private double inside(double ax, double ay, double bx, double by) {
    double from = 0;
    double to = 1;
    for (int edge = 0; edge < x.length; edge++) {
      double here = left(edge, ax, ay);
      double there = left(edge, bx, by);
      if (here < 0 && there < 0) {
        return 0;
      }
      if (here < 0) {
        from = Math.max(from, here / (here - there));
      } else if (there < 0) {
        to = Math.min(to, here / (here - there));
      }
    }
    return to <= from
        ? 0
        : green()
            .lengthM(
                ax + from * (bx - ax),
                ay + from * (by - ay),
                ax + to * (bx - ax),
                ay + to * (by - ay));
  }

  private double left(int edge, double px, double py) {
    int next = (edge + 1) % x.length;
    return (x[next] - x[edge]) * (py - y[edge]) - (y[next] - y[edge]) * (px - x[edge]);
  }

  private static double[] relative(long[] cells, long origin) {
    double[] relative = new double[cells.length];
    for (int i = 0; i < cells.length; i++) {
      relative[i] = cells[i] - origin;
    }
    return relative;
  }
}
