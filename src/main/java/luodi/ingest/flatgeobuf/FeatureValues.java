package luodi.ingest.flatgeobuf;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import luodi.ingest.format.Plain;
import org.wololo.flatgeobuf.generated.ColumnType;

/** A feature's values: the column's number, then the value, one after the other. */
final class FeatureValues {
  private final ByteBuffer bytes;

  private FeatureValues(ByteBuffer bytes) {
    this.bytes = bytes;
  }

  /** A column's name and type. */
  record Column(String name, int type) {}

  /** The values by column; {@link BufferUnderflowException} when they end early. */
  static Map<String, String> read(ByteBuffer properties, List<Column> columns) {
    FeatureValues values = new FeatureValues(properties.order(ByteOrder.LITTLE_ENDIAN));
    Map<String, String> read = new LinkedHashMap<>();
    while (properties.hasRemaining()) {
      int number = Short.toUnsignedInt(properties.getShort());
      if (number >= columns.size()) {
        throw new BufferUnderflowException();
      }
      String value = values.value(columns.get(number).type());
      if (value != null) {
        read.put(columns.get(number).name(), value);
      }
    }
    return read;
  }

  /** The next value; null for bytes that are no text. */
  private String value(int type) {
    return switch (type) {
      case ColumnType.Byte -> String.valueOf(bytes.get());
      case ColumnType.UByte -> String.valueOf(Byte.toUnsignedInt(bytes.get()));
      case ColumnType.Bool -> bytes.get() == 0 ? "false" : "true";
      case ColumnType.Short -> String.valueOf(bytes.getShort());
      case ColumnType.UShort -> String.valueOf(Short.toUnsignedInt(bytes.getShort()));
      case ColumnType.Int -> String.valueOf(bytes.getInt());
      case ColumnType.UInt -> Integer.toUnsignedString(bytes.getInt());
      case ColumnType.Long -> String.valueOf(bytes.getLong());
      case ColumnType.ULong -> Long.toUnsignedString(bytes.getLong());
      case ColumnType.Float -> Plain.number(Float.toString(bytes.getFloat()));
      case ColumnType.Double -> Plain.number(bytes.getDouble());
      case ColumnType.String, ColumnType.Json -> new String(piece(), StandardCharsets.UTF_8);
      // The format knows no days; GDAL writes them as midnights without a time zone.
      case ColumnType.DateTime ->
          new String(piece(), StandardCharsets.UTF_8).replaceFirst("T00:00:00$", "");
      case ColumnType.Binary -> {
        piece();
        yield null;
      }
      default -> throw new BufferUnderflowException();
    };
  }

  private byte[] piece() {
    int length = bytes.getInt();
    if (length < 0 || length > bytes.remaining()) {
      throw new BufferUnderflowException();
    }
    byte[] piece = new byte[length];
    bytes.get(piece);
    return piece;
  }
}
