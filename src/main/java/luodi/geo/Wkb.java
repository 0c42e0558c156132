package luodi.geo;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import luodi.fault.Fault;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/**
 * Well-Known Binary from strangers: counts are checked against the bytes that are there, nesting is
 * bounded, open rings are closed. Z and M are dropped. Reads ISO WKB and PostGIS's EWKB.
 */
public final class Wkb {
  private static final int DEEPEST = 8;
  private static final int LEAST_BYTES = 5; // byte order and type of the smallest geometry
  private static final int EWKB_Z = 0x8000_0000;
  private static final int EWKB_M = 0x4000_0000;
  private static final int EWKB_SRID = 0x2000_0000;

  private final ByteBuffer bytes;
  private int dimensions;

  private Wkb(ByteBuffer bytes) {
    this.bytes = bytes;
  }

  /** Reads one geometry; {@code BAD_SITE} when the bytes are none. */
  public static Geometry read(ByteBuffer bytes) {
    try {
      return new Wkb(bytes.slice()).geometry(0);
    } catch (BufferUnderflowException cutOff) {
      throw bad("it ends early");
    } catch (IllegalArgumentException noShape) {
      throw bad(noShape.getMessage());
    }
  }

  private Geometry geometry(int depth) {
    if (depth > DEEPEST) {
      throw bad("it is nested deeper than " + DEEPEST);
    }
    return switch (type()) {
      case 1 -> point();
      case 2 -> Grid.SHAPES.createLineString(positions());
      case 3 -> polygon();
      case 4 -> Grid.SHAPES.createMultiPoint(parts(depth, Point[]::new));
      case 5 -> Grid.SHAPES.createMultiLineString(parts(depth, LineString[]::new));
      case 6 -> Grid.SHAPES.createMultiPolygon(parts(depth, Polygon[]::new));
      case 7 -> Grid.SHAPES.createGeometryCollection(parts(depth, Geometry[]::new));
      default ->
          throw bad("its type is not a point, line or polygon; curves must be made lines first");
    };
  }

  /** Reads byte order, type and how many numbers a position has. */
  private int type() {
    bytes.order(bytes.get() == 0 ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
    int type = bytes.getInt();
    if ((type & EWKB_SRID) != 0) {
      bytes.getInt();
    }
    int iso = (type & 0x0FFF_FFFF) / 1000;
    boolean z = (type & EWKB_Z) != 0 || iso == 1 || iso == 3;
    boolean m = (type & EWKB_M) != 0 || iso == 2 || iso == 3;
    dimensions = 2 + (z ? 1 : 0) + (m ? 1 : 0);
    return iso > 3 ? -1 : (type & 0x0FFF_FFFF) % 1000;
  }

  private Point point() {
    Coordinate at = position();
    return Double.isNaN(at.x) && Double.isNaN(at.y)
        ? Grid.SHAPES.createPoint()
        : Grid.SHAPES.createPoint(finite(at));
  }

  private Polygon polygon() {
    int rings = count(Integer.BYTES);
    if (rings == 0) {
      return Grid.SHAPES.createPolygon();
    }
    LinearRing shell = ring();
    LinearRing[] holes = new LinearRing[rings - 1];
    for (int i = 0; i < holes.length; i++) {
      holes[i] = ring();
    }
    return Grid.SHAPES.createPolygon(shell, holes);
  }

  private LinearRing ring() {
    Coordinate[] points = positions();
    if (points.length > 0 && !points[0].equals2D(points[points.length - 1])) {
      points = java.util.Arrays.copyOf(points, points.length + 1);
      points[points.length - 1] = points[0].copy();
    }
    return Grid.SHAPES.createLinearRing(points);
  }

  private Coordinate[] positions() {
    Coordinate[] points = new Coordinate[count(dimensions * Double.BYTES)];
    for (int i = 0; i < points.length; i++) {
      points[i] = finite(position());
    }
    return points;
  }

  private Coordinate position() {
    Coordinate at = new Coordinate(bytes.getDouble(), bytes.getDouble());
    bytes.position(bytes.position() + (dimensions - 2) * Double.BYTES);
    return at;
  }

  private interface Maker<T> {
    T[] of(int length);
  }

  private <T extends Geometry> T[] parts(int depth, Maker<T> maker) {
    T[] parts = maker.of(count(LEAST_BYTES));
    try {
      for (int i = 0; i < parts.length; i++) {
        parts[i] = cast(parts, geometry(depth + 1));
      }
    } catch (ClassCastException | ArrayStoreException mixed) {
      throw bad("a part of it is of another type than the whole");
    }
    return parts;
  }

  @SuppressWarnings("unchecked") // the array refuses what is not of its type
  private static <T extends Geometry> T cast(T[] parts, Geometry part) {
    return (T) part;
  }

  private int count(int leastBytesEach) {
    int count = bytes.getInt();
    if (count < 0 || count > bytes.remaining() / leastBytesEach) {
      throw bad("it tells of %d parts in %d bytes".formatted(count, bytes.remaining()));
    }
    return count;
  }

  private static Coordinate finite(Coordinate at) {
    if (!Double.isFinite(at.x) || !Double.isFinite(at.y)) {
      throw bad("a position of it is no number");
    }
    return at;
  }

  private static RuntimeException bad(String why) {
    return Fault.BAD_SITE.because("The geometry cannot be read as Well-Known Binary: %s.", why);
  }
}
