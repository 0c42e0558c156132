package luodi.gpkg;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import luodi.fault.Fault;
import luodi.geo.Grid;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ByteOrderValues;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.locationtech.jts.io.WKBWriter;

/** A geometry as GeoPackage stores it: a header with SRID and envelope, then WKB. EPSG:4490. */
final class GeometryBlob {
  private static final int SRID = 4490;
  private static final int HEADER = 8;
  private static final int ENVELOPE = 32;
  private static final byte FLAGS = 0b0000_0011; // envelope of x and y, little-endian

  private GeometryBlob() {}

  static byte[] of(Geometry shape) {
    byte[] wkb = new WKBWriter(2, ByteOrderValues.LITTLE_ENDIAN).write(shape);
    Envelope box = shape.getEnvelopeInternal();
    return ByteBuffer.allocate(HEADER + ENVELOPE + wkb.length)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put((byte) 'G')
        .put((byte) 'P')
        .put((byte) 0)
        .put(FLAGS)
        .putInt(SRID)
        .putDouble(box.getMinX())
        .putDouble(box.getMaxX())
        .putDouble(box.getMinY())
        .putDouble(box.getMaxY())
        .put(wkb)
        .array();
  }

  /** How many bytes stand before the WKB; {@code BAD_DATA} when it is no GeoPackage geometry. */
  static int headerLength(byte[] blob) {
    if (blob.length < HEADER || blob[0] != 'G' || blob[1] != 'P') {
      throw Fault.BAD_DATA.because("A geometry has no GeoPackage header.");
    }
    int envelope =
        switch ((blob[3] >> 1) & 7) {
          case 0 -> 0;
          case 1 -> 32;
          case 2, 3 -> 48;
          case 4 -> 64;
          default ->
              throw Fault.BAD_DATA.because("A geometry's GeoPackage header has no such envelope.");
        };
    if (HEADER + envelope > blob.length) {
      throw Fault.BAD_DATA.because("A geometry ends within its GeoPackage header.");
    }
    return HEADER + envelope;
  }

  static Geometry shape(byte[] blob) {
    byte[] wkb = java.util.Arrays.copyOfRange(blob, headerLength(blob), blob.length);
    try {
      return new WKBReader(Grid.COMPACT).read(wkb);
    } catch (ParseException broken) {
      throw Fault.BAD_DATA
          .because("A geometry is not WKB: %s.", broken.getMessage())
          .causedBy(broken);
    }
  }
}
