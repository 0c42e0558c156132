package luodi.fabric;

import luodi.geo.Grid;
import luodi.geo.GridSequence;
import org.locationtech.jts.geom.CoordinateSequence;

/** A closed sequence of positions in grid cells of 1e-7°. */
interface Ring {
  /** So many edges of a ring are passed over together where none of them can matter. */
  int STRETCH = 32;

  /** How many positions it has; the last is the first. */
  int count();

  double x(int position);

  double y(int position);

  /** False only when none of the edges of a stretch can meet a window. */
  boolean mayMeet(int stretch, Window window);

  /** True only when all edges of a stretch that cannot meet a window lie west of it. */
  boolean isWest(int stretch, Window window);

  /** A ring on the grid: x before y. */
  final class OnGrid implements Ring {
    private final int[] cells;
    private int[] boxes; // of each stretch: west, south, east, north; made when first asked for

    private OnGrid(int[] cells) {
      this.cells = cells;
    }

    static OnGrid of(CoordinateSequence points) {
      return new OnGrid(GridSequence.cellsOf(points));
    }

    @Override
    public boolean mayMeet(int stretch, Window window) {
      int[] known = boxes();
      int box = 4 * stretch;
      return known[box] <= window.x1()
          && known[box + 2] >= window.x0()
          && known[box + 1] <= window.y1()
          && known[box + 3] >= window.y0();
    }

    @Override
    public boolean isWest(int stretch, Window window) {
      return boxes()[4 * stretch + 2] < window.x0();
    }

    /** Whichever thread makes them, they are the same. */
    private int[] boxes() {
      int[] known = boxes;
      if (known == null) {
        int stretches = (count() - 1 + STRETCH - 1) / STRETCH;
        known = new int[4 * stretches];
        for (int i = 0; i < stretches; i++) {
          box(i, known);
        }
        boxes = known;
      }
      return known;
    }

    private void box(int stretch, int[] into) {
      int at = 4 * stretch;
      into[at] = into[at + 1] = Integer.MAX_VALUE;
      into[at + 2] = into[at + 3] = Integer.MIN_VALUE;
      int last = Math.min(count() - 1, (stretch + 1) * STRETCH);
      for (int i = stretch * STRETCH; i <= last; i++) {
        into[at] = Math.min(into[at], cells[2 * i]);
        into[at + 1] = Math.min(into[at + 1], cells[2 * i + 1]);
        into[at + 2] = Math.max(into[at + 2], cells[2 * i]);
        into[at + 3] = Math.max(into[at + 3], cells[2 * i + 1]);
      }
    }

    @Override
    public int count() {
      return cells.length / 2;
    }

    @Override
    public double x(int position) {
      return cells[2 * position];
    }

    @Override
    public double y(int position) {
      return cells[2 * position + 1];
    }
  }

  /**
   * A ring as an asker drew it, finer than the grid: to 2^-10 of a cell, a hundredth of a
   * millimetre.
   */
  record Fine(double[] cells) implements Ring {
    static final double STEPS = 1024;

    @Override
    public boolean mayMeet(int stretch, Window window) {
      return true; // an asker's shape lies where he asks
    }

    @Override
    public boolean isWest(int stretch, Window window) {
      return false;
    }

    static Fine of(CoordinateSequence points) {
      double[] cells = new double[2 * points.size()];
      for (int i = 0; i < points.size(); i++) {
        cells[2 * i] = cell(points.getX(i));
        cells[2 * i + 1] = cell(points.getY(i));
      }
      return new Fine(cells);
    }

    static double cell(double degrees) {
      return Math.rint(degrees * Grid.LINES_PER_DEGREE * STEPS) / STEPS;
    }

    @Override
    public int count() {
      return cells.length / 2;
    }

    @Override
    public double x(int position) {
      return cells[2 * position];
    }

    @Override
    public double y(int position) {
      return cells[2 * position + 1];
    }
  }
}
