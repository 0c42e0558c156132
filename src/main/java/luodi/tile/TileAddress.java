package luodi.tile;

import luodi.fault.Fault;
import org.locationtech.jts.geom.Envelope;

/**
 * One tile of WebMercatorQuad: zoom, column from the west, row from the north.
 *
 * @see <a href="https://docs.ogc.org/is/17-083r4/17-083r4.html">OGC Two Dimensional Tile Matrix
 *     Set, WebMercatorQuad</a>
 */
public record TileAddress(int z, int x, int y) {
  public static final int DEEPEST = 22;

  public TileAddress {
    if (z < 0 || z > DEEPEST || x < 0 || y < 0 || x >= 1 << z || y >= 1 << z) {
      throw Fault.NOT_FOUND.because(
          "There is no tile %d/%d/%d; zoom goes from 0 to %d, and x and y from 0 to 2^zoom - 1.",
          z, x, y, DEEPEST);
    }
  }

  /** Reads three whole numbers. */
  public static TileAddress parse(String z, String x, String y) {
    try {
      return new TileAddress(Integer.parseInt(z), Integer.parseInt(x), Integer.parseInt(y));
    } catch (NumberFormatException noNumber) {
      throw Fault.NOT_FOUND
          .because("There is no tile %s/%s/%s; zoom, x and y are whole numbers.", z, x, y)
          .causedBy(noNumber);
    }
  }

  /** The tile's ground in degrees, grown by a share of its own width on every side. */
  Envelope degrees(double margin) {
    return new Envelope(lon(x - margin), lon(x + 1 + margin), lat(y + 1 + margin), lat(y - margin));
  }

  /** Where a position lies in the tile: 0 at its west edge, {@code extent} at its east edge. */
  double column(double lon, int extent) {
    return ((lon + 180) / 360 * (1 << z) - x) * extent;
  }

  /** Where a position lies in the tile: 0 at its north edge, {@code extent} at its south edge. */
  double row(double lat, int extent) {
    double sin = Math.sin(Math.toRadians(lat));
    double mercator = 0.5 - Math.log((1 + sin) / (1 - sin)) / (4 * Math.PI);
    return (mercator * (1 << z) - y) * extent;
  }

  private double lon(double column) {
    return column / (1 << z) * 360 - 180;
  }

  private double lat(double row) {
    double n = Math.PI * (1 - 2 * row / (1 << z));
    return Math.toDegrees(Math.atan(Math.sinh(n)));
  }
}
