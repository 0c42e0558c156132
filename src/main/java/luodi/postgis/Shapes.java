package luodi.postgis;

import luodi.fault.Fault;
import luodi.geo.Grid;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ByteOrderValues;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.locationtech.jts.io.WKBWriter;

/** Shapes on their way to the database and back, as WKB. EPSG:4490, on the grid. */
final class Shapes {
  private Shapes() {}

  static byte[] wkb(Geometry shape) {
    return new WKBWriter(2, ByteOrderValues.LITTLE_ENDIAN).write(shape);
  }

  static Geometry of(byte[] wkb) {
    try {
      return new WKBReader(Grid.COMPACT).read(wkb);
    } catch (ParseException broken) {
      throw Fault.BAD_DATA
          .because("A geometry of the database is not WKB: %s.", broken.getMessage())
          .causedBy(broken);
    }
  }
}
