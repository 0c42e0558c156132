package luodi.geo;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;
import org.locationtech.jts.geom.Geometry;

/** A shape with each of its positions elsewhere. */
public final class Moved {
  private Moved() {}

  /** Where a position goes. */
  @FunctionalInterface
  public interface Move {
    Coordinate of(double x, double y);
  }

  /** The shape moved; its coordinates keep the precision they are given. */
  public static Geometry by(Move move, Geometry shape) {
    Geometry moved = Grid.SHAPES.createGeometry(shape); // a copy, which need not fit the grid
    moved.apply(
        new CoordinateSequenceFilter() {
          @Override
          public void filter(CoordinateSequence points, int i) {
            Coordinate to = move.of(points.getX(i), points.getY(i));
            points.setOrdinate(i, 0, to.x);
            points.setOrdinate(i, 1, to.y);
          }

          @Override
          public boolean isDone() {
            return false;
          }

          @Override
          public boolean isGeometryChanged() {
            return true;
          }
        });
    return moved;
  }
}
