package luodi.geo;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.buffer.BufferOp;
import org.locationtech.jts.operation.buffer.BufferParameters;

/**
 * A plane in metres around one place, for buffers and nearest points: longitude and latitude scaled
 * by the ellipsoid's radii at its centre. Within 10 km of the centre lengths are true to 0.1 %;
 * what must be exact is measured by {@link Geodesic}.
 */
public final class LocalFrame {
  static final double A = 6378137.0;
  static final double E2 = 0.006694380022900787;

  /** By this share a length may be wrong within some 10 km of the centre. */
  static final double ERROR = 0.001;

  private final double lon;
  private final double lat;
  private final double metresPerLon;
  private final double metresPerLat;

  private LocalFrame(double lon, double lat) {
    this.lon = lon;
    this.lat = lat;
    double sin = Math.sin(Math.toRadians(lat));
    double w = Math.sqrt(1 - E2 * sin * sin);
    metresPerLon = Math.toRadians(1) * A / w * Math.cos(Math.toRadians(lat));
    metresPerLat = Math.toRadians(1) * A * (1 - E2) / (w * w * w);
  }

  /** The frame around a position in degrees. */
  public static LocalFrame at(double lon, double lat) {
    return new LocalFrame(lon, lat);
  }

  /** The frame around the middle of a shape's envelope. */
  public static LocalFrame around(Geometry shape) {
    Coordinate middle = shape.getEnvelopeInternal().centre();
    return new LocalFrame(middle.x, middle.y);
  }

  /** Metres east of the centre, of degrees of longitude. */
  double x(double degrees) {
    return (degrees - lon) * metresPerLon;
  }

  /** Metres north of the centre, of degrees of latitude. */
  double y(double degrees) {
    return (degrees - lat) * metresPerLat;
  }

  /** Metres of a degree of longitude at the centre. */
  public double metresPerLon() {
    return metresPerLon;
  }

  /** Metres of a degree of latitude at the centre. */
  public double metresPerLat() {
    return metresPerLat;
  }

  /** The shape in metres east and north of the frame's centre. */
  public Geometry toMetres(Geometry degrees) {
    return Moved.by(
        (x, y) -> new Coordinate((x - lon) * metresPerLon, (y - lat) * metresPerLat), degrees);
  }

  /** The shape in degrees. */
  public Geometry toDegrees(Geometry metres) {
    return Moved.by(
        (x, y) -> new Coordinate(lon + x / metresPerLon, lat + y / metresPerLat), metres);
  }

  /** The position in degrees of a point in metres. */
  public Coordinate toDegrees(Coordinate metres) {
    return new Coordinate(lon + metres.x / metresPerLon, lat + metres.y / metresPerLat);
  }

  /**
   * All ground within a distance of the shape, or, when negative, what lies deeper inside it;
   * degrees in and out.
   */
  public Geometry buffer(Geometry degrees, double metres) {
    return toDegrees(BufferOp.bufferOp(toMetres(degrees), metres, round()));
  }

  /** Arcs so fine that the chord error at 1 km is 0.3 m, below 0.1 %. */
  static BufferParameters round() {
    return new BufferParameters(32);
  }

  /** The envelope grown by a distance on every side; degrees in and out. */
  public Envelope grow(Envelope degrees, double metres) {
    Envelope grown = new Envelope(degrees);
    grown.expandBy(metres / metresPerLon * 1.01, metres / metresPerLat * 1.01);
    return grown;
  }

  /**
   * True when something of the area remains after erosion by the depth in metres. Lines count by
   * length, points always.
   */
  public boolean deeper(Geometry degrees, double depthM) {
    if (degrees.isEmpty()) {
      return false;
    }
    if (degrees.getDimension() == 0) {
      return true;
    }
    Geometry metres = toMetres(degrees);
    if (degrees.getDimension() == 1) {
      return metres.getLength() > depthM;
    }
    // The inradius is at least area over perimeter, so most shapes need no erosion.
    return metres.getArea() > depthM * metres.getLength()
        || !BufferOp.bufferOp(metres, -depthM, new BufferParameters(4)).isEmpty();
  }
}
