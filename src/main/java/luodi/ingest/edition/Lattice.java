package luodi.ingest.edition;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;

/** Places on a lattice that is the same for all shapes of about one latitude. */
final class Lattice {
  private static final int MOST = 20_000;

  private Lattice() {}

  /** The places of the lattice within an area, degrees; none in one smaller than its mesh. */
  static List<Coordinate> within(Geometry area, double spacingM) {
    Envelope box = area.getEnvelopeInternal();
    double degreesNorth = spacingM / 111_000;
    double degreesEast = degreesNorth / Math.cos(Math.toRadians(Math.rint(box.centre().y)));
    List<Coordinate> places = new ArrayList<>();
    IndexedPointInAreaLocator locator = new IndexedPointInAreaLocator(area);
    for (double y = Math.ceil(box.getMinY() / degreesNorth) * degreesNorth;
        y < box.getMaxY() && places.size() < MOST;
        y += degreesNorth) {
      for (double x = Math.ceil(box.getMinX() / degreesEast) * degreesEast;
          x < box.getMaxX() && places.size() < MOST;
          x += degreesEast) {
        Coordinate at = new Coordinate(x, y);
        if (locator.locate(at) == Location.INTERIOR) {
          places.add(at);
        }
      }
    }
    return places;
  }
}
