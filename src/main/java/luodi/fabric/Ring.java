package luodi.fabric;

import luodi.geo.Grid;
import luodi.geo.GridSequence;
import org.locationtech.jts.geom.CoordinateSequence;

/** A closed sequence of positions in grid cells of 1e-7°. */
interface Ring {
  /** How many positions it has; the last is the first. */
  int count();

  double x(int position);

  double y(int position);

  /** A ring on the grid: x before y. */
  record OnGrid(int[] cells) implements Ring {
    static OnGrid of(CoordinateSequence points) {
      return new OnGrid(GridSequence.cellsOf(points));
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
