package luodi.synthetic.draw;

import java.util.Optional;
import luodi.geo.Grid;
import org.locationtech.jts.geom.Coordinate;

/**
 * Grid points on edges. An edge between two grid points passes through few others, so a border that
 * meets it elsewhere leaves a crack or an overlap. Around the wanted place we look for a grid point
 * that lies nearer to the edge than a thousandth of a cell: the crack is then a hundredth of a
 * millimetre wide.
 */
public final class Lattice {
  /** A point is near enough when it lies this fraction of a cell off the edge. */
  private static final long CELL_FRACTION = 1000;

  /** Edges shorter than this, in grid cells, have too few points to choose from: ten metres. */
  private static final long SHORTEST = 1000;

  private Lattice() {}

  static long cells(double degrees) {
    return Math.round(degrees * Grid.LINES_PER_DEGREE);
  }

  /**
   * A grid point on the edge; none on short edges.
   *
   * @param t the wanted place, as a fraction of the edge's length
   * @param reach how far from there it may lie, as such a fraction
   */
  public static Optional<Coordinate> onEdge(Coordinate a, Coordinate b, double t, double reach) {
    long dx = cells(b.x) - cells(a.x);
    long dy = cells(b.y) - cells(a.y);
    boolean flat = Math.abs(dx) >= Math.abs(dy);
    long run = flat ? dx : dy;
    long rise = flat ? dy : dx;
    if (Math.abs(run) < SHORTEST) {
      return Optional.empty();
    }
    long along = best(Math.abs(run), rise, t, reach) * Long.signum(run);
    long across = Math.floorDiv(2 * along * rise + run, 2 * run);
    return Optional.of(
        flat
            ? at(cells(a.x) + along, cells(a.y) + across)
            : at(cells(a.x) + across, cells(a.y) + along));
  }

  /** The step in (0, run), outward from the wanted one, where the edge is nearest to the grid. */
  private static long best(long run, long rise, double t, double reach) {
    long middle = Math.min(Math.max(Math.round(t * run), 1), run - 1);
    long furthest = (long) (reach * run);
    long best = middle;
    long least = off(middle, run, rise);
    for (long away = 1; away <= furthest && least * CELL_FRACTION > run; away++) {
      for (long step = middle - away; step <= middle + away; step += 2 * away) {
        if (step > 0 && step < run && off(step, run, rise) < least) {
          least = off(step, run, rise);
          best = step;
        }
      }
    }
    return best;
  }

  /** How far the edge lies from the grid there, in cells divided by {@code run}. */
  private static long off(long step, long run, long rise) {
    long over = Math.floorMod(step * rise, run);
    return Math.min(over, run - over);
  }

  private static Coordinate at(long x, long y) {
    return new Coordinate(x / Grid.LINES_PER_DEGREE, y / Grid.LINES_PER_DEGREE);
  }
}
