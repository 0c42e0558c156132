package luodi.ingest.flatgeobuf;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import luodi.fault.Fault;
import luodi.ingest.format.Found;
import luodi.ingest.format.Row;
import luodi.ingest.format.Source;
import luodi.ingest.format.Window;
import org.wololo.flatgeobuf.generated.Feature;

/** The features of a FlatGeobuf file, one after the other. */
final class FlatGeobufSource implements Source {
  private static final int MAGIC = 8;
  private static final int LARGEST_HEADER = 16 << 20;
  private static final int LARGEST_FEATURE = 256 << 20;

  private final Window file;
  private final FlatGeobufHead head;
  private long at;
  private long number;

  private FlatGeobufSource(Window file, FlatGeobufHead head, long at) {
    this.file = file;
    this.head = head;
    this.at = at;
  }

  static Source open(Path path) {
    Window file = Window.open(path);
    try {
      int length = length(file, MAGIC, LARGEST_HEADER);
      FlatGeobufHead head = FlatGeobufHead.read(piece(file, MAGIC + 4L, length), file.name());
      return new FlatGeobufSource(file, head, MAGIC + 4L + length + head.indexBytes());
    } catch (RuntimeException broken) {
      file.close();
      throw broken;
    }
  }

  @Override
  public Found found() {
    return new Found(
        "FlatGeobuf",
        head.crs(),
        head.columns().stream().map(FeatureValues.Column::name).toList(),
        "UTF-8 (as the standard says)",
        List.of());
  }

  @Override
  public Optional<Row> next() {
    if (at >= file.size()) {
      if (head.count() > 0 && number != head.count()) {
        throw broken(file, "it ends after %d of %d features".formatted(number, head.count()));
      }
      return Optional.empty();
    }
    int length = length(file, at, LARGEST_FEATURE);
    ByteBuffer feature = piece(file, at + 4, length);
    at += 4L + length;
    number++;
    return Optional.of(row(feature, length));
  }

  @Override
  public double done() {
    return Math.min(1, (double) at / file.size());
  }

  @Override
  public void close() {
    file.close();
  }

  private Row row(ByteBuffer bytes, int length) {
    try {
      Feature feature = Feature.getRootAsFeature(bytes);
      ByteBuffer properties = feature.propertiesAsByteBuffer();
      Map<String, String> values =
          properties == null ? Map.of() : FeatureValues.read(properties.slice(), head.columns());
      return feature.geometry() == null
          ? Row.of(number, Row.Shape.none("the feature has no geometry"), values)
          : Row.of(number, FeatureShape.read(feature.geometry(), head.type(), length), values);
    } catch (IndexOutOfBoundsException
        | IllegalArgumentException
        | BufferUnderflowException
        | AssertionError offsets) {
      throw broken(file, "feature %d does not fit its length".formatted(number));
    }
  }

  private static int length(Window file, long at, int most) {
    long length = Integer.toUnsignedLong(piece(file, at, 4).getInt());
    if (length > most) {
      throw Fault.TOO_LARGE.because(
          "A piece of '%s' is %d bytes long; at most %d are read.", file.name(), length, most);
    }
    return (int) length;
  }

  private static ByteBuffer piece(Window file, long at, int length) {
    return file.piece(at, length, ByteOrder.LITTLE_ENDIAN);
  }

  private static RuntimeException broken(Window file, String why) {
    return Fault.BAD_FILE.because("'%s' is broken: %s. Export it again.", file.name(), why);
  }
}
