package luodi.synthetic.draw;

import luodi.geo.Grid;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;

/**
 * Metres east and north of one place. Like {@code luodi.geo.LocalFrame}, but with {@link
 * StrictMath}, so that the same seed gives the same last bit everywhere, and every position that
 * leaves it lies on the grid.
 *
 * @param lon degrees
 * @param lat degrees
 */
public record Plane(double lon, double lat, double metresPerLon, double metresPerLat) {
  private static final double A = 6378137.0;
  private static final double E2 = 0.006694380022900787;

  public static Plane at(double lon, double lat) {
    double phi = StrictMath.toRadians(lat);
    double sin = StrictMath.sin(phi);
    double w = StrictMath.sqrt(1 - E2 * sin * sin);
    double degree = StrictMath.toRadians(1) * A;
    return new Plane(lon, lat, degree / w * StrictMath.cos(phi), degree * (1 - E2) / (w * w * w));
  }

  public static Plane around(Envelope degrees) {
    return at(
        (degrees.getMinX() + degrees.getMaxX()) / 2, (degrees.getMinY() + degrees.getMaxY()) / 2);
  }

  public double x(Coordinate degrees) {
    return (degrees.x - lon) * metresPerLon;
  }

  public double y(Coordinate degrees) {
    return (degrees.y - lat) * metresPerLat;
  }

  /** The grid point at so many metres east and north. */
  public Coordinate degrees(double x, double y) {
    return new Coordinate(Grid.snap(lon + x / metresPerLon), Grid.snap(lat + y / metresPerLat));
  }

  public double distance(Coordinate a, Coordinate b) {
    double dx = (a.x - b.x) * metresPerLon;
    double dy = (a.y - b.y) * metresPerLat;
    return StrictMath.sqrt(dx * dx + dy * dy);
  }

  /** The envelope grown on every side. */
  public Envelope grown(Envelope degrees, double metres) {
    Envelope grown = new Envelope(degrees);
    grown.expandBy(metres / metresPerLon, metres / metresPerLat);
    return grown;
  }
}
