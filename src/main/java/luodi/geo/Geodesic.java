package luodi.geo;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.distance.DistanceOp;

/** Distances along the GRS80 ellipsoid, in metres. */
public final class Geodesic {
  private static final net.sf.geographiclib.Geodesic GRS80 =
      new net.sf.geographiclib.Geodesic(6378137.0, 1 / 298.257222101);

  private Geodesic() {}

  /**
   * The nearest points of two shapes.
   *
   * @param distanceM 0 when the shapes meet
   * @param from on the first shape, degrees
   * @param to on the second shape, degrees
   */
  public record Nearest(double distanceM, Coordinate from, Coordinate to) {}

  /** The distance between two positions in degrees. */
  public static double distanceM(double lon1, double lat1, double lon2, double lat2) {
    return GRS80.Inverse(lat1, lon1, lat2, lon2).s12;
  }

  /**
   * The distance between two shapes and where it is measured. The nearest points are found in a
   * local plane around the first shape, the distance between them is geodesic.
   */
  public static Nearest between(Geometry a, Geometry b) {
    LocalFrame frame = LocalFrame.around(a);
    Coordinate[] ends = DistanceOp.nearestPoints(frame.toMetres(a), frame.toMetres(b));
    Coordinate from = frame.toDegrees(ends[0]);
    Coordinate to = frame.toDegrees(ends[1]);
    return new Nearest(
        ends[0].equals2D(ends[1]) ? 0 : distanceM(from.x, from.y, to.x, to.y), from, to);
  }
}
