package luodi.fabric;

import java.nio.IntBuffer;

/**
 * From a corner of a cell east and then north to a position in it: whoever crosses a region's edges
 * an odd number of times changes sides.
 */
final class Walk {
  private Walk() {}

  /**
   * Whether the walk crosses an odd number of edges that follow each other.
   *
   * @param cells x before y
   * @param first where the first vertex stands
   * @param count how many edges there are
   */
  static boolean crossesOdd(
      IntBuffer cells, int first, int count, double x0, double y0, double x, double y) {
    boolean odd = false;
    double nextX = cells.get(first);
    double nextY = cells.get(first + 1);
    for (int i = 1; i <= count; i++) {
      double fromX = nextX;
      double fromY = nextY;
      nextX = cells.get(first + 2 * i);
      nextY = cells.get(first + 2 * i + 1);
      if (Side.crossesParallel(fromY, nextY, y0)) {
        odd ^=
            Side.west(fromX, fromY, nextX, nextY, x, y0)
                && !Side.west(fromX, fromY, nextX, nextY, x0, y0);
      }
      if (Side.crossesMeridian(fromX, nextX, x)) {
        odd ^=
            Side.south(fromX, fromY, nextX, nextY, x, y)
                && !Side.south(fromX, fromY, nextX, nextY, x, y0);
      }
    }
    return odd;
  }
}
