package luodi.ogc.items;

import luodi.geo.Grid;
import luodi.geo.PublishedCrs;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;
import org.locationtech.jts.geom.Geometry;

/** Shapes of the atlas in the CRS that was asked for. Used by one thread. */
final class Positions {
  private final PublishedCrs crs;
  private final PublishedCrs.Way way;

  Positions(PublishedCrs crs) {
    this.crs = crs;
    this.way = crs.fromDegrees();
  }

  /** The shape itself when it needs no move. */
  Geometry of(Geometry degrees) {
    if (crs == PublishedCrs.CRS84) {
      return degrees;
    }
    // The atlas may keep whole numbers of the grid, which could not hold what comes now
    Geometry moved = Grid.SHAPES.createGeometry(degrees);
    double[] position = new double[2];
    moved.apply(
        new CoordinateSequenceFilter() {
          @Override
          public void filter(CoordinateSequence points, int i) {
            position[0] = points.getX(i);
            position[1] = points.getY(i);
            way.apply(position);
            points.setOrdinate(i, 0, position[0]);
            points.setOrdinate(i, 1, position[1]);
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
