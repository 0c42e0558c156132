package luodi.ogc.items;

import com.google.flatbuffers.FlatBufferBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import luodi.atlas.Zone;
import luodi.geo.PublishedCrs;
import luodi.ogc.Link;
import luodi.ogc.Schema;
import org.locationtech.jts.geom.Geometry;
import org.wololo.flatgeobuf.ColumnMeta;
import org.wololo.flatgeobuf.Constants;
import org.wololo.flatgeobuf.GeometryConversions;
import org.wololo.flatgeobuf.HeaderMeta;
import org.wololo.flatgeobuf.generated.ColumnType;
import org.wololo.flatgeobuf.generated.Feature;
import org.wololo.flatgeobuf.generated.GeometryType;

/**
 * Features as FlatGeobuf without its index, which would need all of them in memory. Coordinates run
 * x, y as GIS programs of this format expect, whatever the authority's axis order.
 *
 * @see <a href="https://flatgeobuf.org">FlatGeobuf</a>
 */
public final class FlatGeobufItems {
  private static final int CGCS2000 = 4490;

  private final List<Schema.Property> properties;
  private final OutputStream out;

  private FlatGeobufItems(List<Schema.Property> properties, OutputStream out) {
    this.properties = properties;
    this.out = out;
  }

  public static void file(ItemsPage page, List<Link> links, OutputStream out) throws IOException {
    FlatGeobufItems file = new FlatGeobufItems(page.query().selection().properties(), out);
    Positions positions = new Positions(page.query().crs());
    file.header(page);
    for (Zone zone : page.zones()) {
      file.feature(zone, xFirst(positions.of(zone.shape()), page.query().crs()));
    }
    out.flush();
  }

  private static Geometry xFirst(Geometry shape, PublishedCrs crs) {
    return crs.northFirst() ? PublishedCrs.swapped(shape) : shape;
  }

  private void header(ItemsPage page) throws IOException {
    HeaderMeta header = new HeaderMeta();
    header.name = page.collection().id();
    header.geometryType = (byte) GeometryType.Unknown;
    String crs = page.query().crs().name();
    header.srid = crs.startsWith("EPSG:") ? Integer.parseInt(crs.substring(5)) : CGCS2000;
    header.featuresCount = page.zones().size();
    header.columns = new ArrayList<>(List.of(column("id", ColumnType.String)));
    properties.forEach(
        property -> header.columns.add(column(property.name(), type(property.type()))));
    out.write(Constants.MAGIC_BYTES);
    HeaderMeta.write(header, out, new FlatBufferBuilder());
  }

  private static ColumnMeta column(String name, int type) {
    ColumnMeta column = new ColumnMeta();
    column.name = name;
    column.type = (byte) type;
    column.nullable = true;
    return column;
  }

  private static int type(Schema.Type type) {
    return switch (type) {
      case TEXT -> ColumnType.String;
      case BOOLEAN -> ColumnType.Bool;
      case INTEGER -> ColumnType.Long;
      case NUMBER -> ColumnType.Double;
      case DAY -> ColumnType.DateTime;
      case STRUCTURE -> ColumnType.Json;
    };
  }

  private void feature(Zone zone, Geometry shape) throws IOException {
    FlatBufferBuilder builder = new FlatBufferBuilder(1 << 12);
    int values = Feature.createPropertiesVector(builder, values(zone));
    // Unknown makes each geometry carry its own type
    int geometry = GeometryConversions.serialize(builder, shape, (byte) GeometryType.Unknown);
    int feature = Feature.createFeature(builder, geometry, values, 0);
    builder.finishSizePrefixed(feature);
    ByteBuffer bytes = builder.dataBuffer();
    out.write(bytes.array(), bytes.arrayOffset() + bytes.position(), bytes.remaining());
  }

  /** Each known value after the number of its column; what is not known is left out. */
  private byte[] values(Zone zone) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    text(all, 0, zone.id());
    for (int i = 0; i < properties.size(); i++) {
      String value = properties.get(i).of().apply(zone);
      if (value != null) {
        value(all, i + 1, value, properties.get(i).type());
      }
    }
    return all.toByteArray();
  }

  private static void value(ByteArrayOutputStream all, int column, String value, Schema.Type type) {
    switch (type) {
      case TEXT, DAY, STRUCTURE -> text(all, column, value);
      case BOOLEAN ->
          all.writeBytes(
              little(3)
                  .putShort((short) column)
                  .put((byte) (value.equals("true") ? 1 : 0))
                  .array());
      case INTEGER ->
          all.writeBytes(
              little(10).putShort((short) column).putLong(Long.parseLong(value)).array());
      case NUMBER ->
          all.writeBytes(
              little(10).putShort((short) column).putDouble(Double.parseDouble(value)).array());
    }
  }

  private static void text(ByteArrayOutputStream all, int column, String value) {
    byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
    all.writeBytes(
        little(6 + bytes.length).putShort((short) column).putInt(bytes.length).put(bytes).array());
  }

  private static ByteBuffer little(int size) {
    return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
  }
}
