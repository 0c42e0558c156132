package luodi.report;

/**
 * One shape of a drawing. Holes wind with their ring under the even-odd rule.
 *
 * @param fill colour as {@code #rrggbb}; empty for none
 * @param opacity of the fill, 0 to 1
 * @param line colour of the outline; empty for none
 * @param width of the outline in the drawing's units
 * @param dashed true for what is not real
 * @param closed whether each path returns to its beginning
 * @param paths x, y, x, y … in the drawing's units, y downwards
 */
public record Figure(
    String fill,
    double opacity,
    String line,
    double width,
    boolean dashed,
    boolean closed,
    int[][] paths) {
  private static final int CORNERS_OF_A_DISC = 24;

  static Figure area(
      String fill, double opacity, String line, double width, boolean dashed, int[][] rings) {
    return new Figure(fill, opacity, line, width, dashed, true, rings);
  }

  static Figure line(String line, double width, boolean dashed, int[][] paths) {
    return new Figure("", 0, line, width, dashed, false, paths);
  }

  /** A rectangle without an outline. */
  static Figure block(String fill, int x, int y, int width, int height) {
    return area(fill, 1, "", 0, false, new int[][] {corners(x, y, width, height)});
  }

  /** A rectangle's outline. */
  static Figure frame(String line, double width, int x, int y, int across, int down) {
    return area("", 0, line, width, false, new int[][] {corners(x, y, across, down)});
  }

  /** A disc around a middle. */
  static Figure disc(String fill, String line, double width, int x, int y, int radius) {
    int[] ring = new int[2 * CORNERS_OF_A_DISC];
    for (int i = 0; i < CORNERS_OF_A_DISC; i++) {
      double angle = 2 * Math.PI * i / CORNERS_OF_A_DISC;
      ring[2 * i] = (int) Math.round(x + radius * Math.cos(angle));
      ring[2 * i + 1] = (int) Math.round(y + radius * Math.sin(angle));
    }
    return area(fill, 1, line, width, false, new int[][] {ring});
  }

  private static int[] corners(int x, int y, int width, int height) {
    return new int[] {x, y, x + width, y, x + width, y + height, x, y + height};
  }
}
