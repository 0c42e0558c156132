package luodi.geo;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

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

  /** The distance between two shapes and where it is measured, as {@link Nearness} finds it. */
  public static Nearest between(Geometry a, Geometry b) {
    return Nearness.of(a).to(b);
  }
}
