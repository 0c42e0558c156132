package luodi.fabric;

import luodi.geo.AuthalicStrip;
import luodi.geo.Grid;
import org.locationtech.jts.geom.Envelope;

/**
 * A rectangle of ground in grid cells of 1e-7°. Its borders lie half a cell beside the grid, so no
 * vertex of a zone lies on them.
 */
record Window(double x0, double y0, double x1, double y1) {
  /** The least such rectangle around an envelope in degrees. */
  static Window around(Envelope degrees) {
    return new Window(
        Math.floor(degrees.getMinX() * Grid.LINES_PER_DEGREE) - 0.5,
        Math.floor(degrees.getMinY() * Grid.LINES_PER_DEGREE) - 0.5,
        Math.ceil(degrees.getMaxX() * Grid.LINES_PER_DEGREE) + 0.5,
        Math.ceil(degrees.getMaxY() * Grid.LINES_PER_DEGREE) + 0.5);
  }

  Envelope degrees() {
    return new Envelope(
        x0 / Grid.LINES_PER_DEGREE,
        x1 / Grid.LINES_PER_DEGREE,
        y0 / Grid.LINES_PER_DEGREE,
        y1 / Grid.LINES_PER_DEGREE);
  }

  /** The ground in it, m². */
  double areaM2() {
    return new AuthalicStrip(y0, y1).rectangleM2(x0, y0, x1, y1);
  }

  boolean meets(Window other) {
    return x0 <= other.x1 && other.x0 <= x1 && y0 <= other.y1 && other.y0 <= y1;
  }

  double width() {
    return x1 - x0;
  }

  double height() {
    return y1 - y0;
  }

  /** False when a quarter would be no larger than a grid cell. */
  boolean canBeQuartered() {
    return width() > 4 && height() > 4;
  }

  /** Quarters: south-west, south-east, north-west, north-east. */
  Window[] quarters() {
    double xm = Math.floor((x0 + x1) / 2) + 0.5;
    double ym = Math.floor((y0 + y1) / 2) + 0.5;
    return new Window[] {
      new Window(x0, y0, xm, ym),
      new Window(xm, y0, x1, ym),
      new Window(x0, ym, xm, y1),
      new Window(xm, ym, x1, y1)
    };
  }

  /** True when both ends of an edge lie in it. */
  boolean contains(double ax, double ay, double bx, double by) {
    return Math.min(ax, bx) >= x0
        && Math.max(ax, bx) <= x1
        && Math.min(ay, by) >= y0
        && Math.max(ay, by) <= y1;
  }

  /** False only when the edge surely stays outside. */
  boolean mayMeet(double ax, double ay, double bx, double by) {
    if (ax < x0 && bx < x0 || ax > x1 && bx > x1 || ay < y0 && by < y0 || ay > y1 && by > y1) {
      return false;
    }
    double dx = bx - ax;
    double dy = by - ay;
    double sw = dx * (y0 - ay) - dy * (x0 - ax);
    double se = dx * (y0 - ay) - dy * (x1 - ax);
    double nw = dx * (y1 - ay) - dy * (x0 - ax);
    double ne = dx * (y1 - ay) - dy * (x1 - ax);
    double near = 1e-3 * (Math.abs(dx) + Math.abs(dy)); // far more than any rounding error
    boolean left = sw > near && se > near && nw > near && ne > near;
    boolean right = sw < -near && se < -near && nw < -near && ne < -near;
    return !left && !right;
  }
}
