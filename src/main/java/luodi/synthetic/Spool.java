package luodi.synthetic;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import luodi.atlas.Zone;
import luodi.fault.Fault;
import luodi.geo.Grid;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.locationtech.jts.io.WKBWriter;

/**
 * Zones on disk between drawing and storing: they are drawn province by province and stored layer
 * by layer. One file for each layer in a directory that goes when the spool is closed. Used by one
 * thread at a time.
 */
public final class Spool implements SyntheticGround.Receiver, AutoCloseable {
  private static final int BUFFER = 1 << 16;

  private final Path folder;
  private final Map<String, DataOutputStream> written = new TreeMap<>();
  private final WKBWriter shapes = new WKBWriter();

  private Spool(Path folder) {
    this.folder = folder;
  }

  /** An empty spool in a new directory beside a file. */
  public static Spool beside(Path file) {
    try {
      Path parent = file.toAbsolutePath().getParent();
      Files.createDirectories(parent);
      return new Spool(Files.createTempDirectory(parent, "making"));
    } catch (IOException unwritable) {
      throw full(unwritable);
    }
  }

  @Override
  public void take(String layer, List<Zone> zones) {
    try {
      DataOutputStream out = written.get(layer);
      if (out == null) {
        out =
            new DataOutputStream(
                new BufferedOutputStream(Files.newOutputStream(file(layer)), BUFFER));
        written.put(layer, out);
      }
      for (Zone zone : zones) {
        write(zone, out);
      }
    } catch (IOException unwritable) {
      throw full(unwritable);
    }
  }

  /** Hands over a layer's zones as they came, each before the next is read. */
  public void read(String layer, Consumer<Zone> each) {
    try {
      written.get(layer).flush();
      try (DataInputStream in =
          new DataInputStream(new BufferedInputStream(Files.newInputStream(file(layer)), BUFFER))) {
        for (Optional<Zone> zone = next(in); zone.isPresent(); zone = next(in)) {
          each.accept(zone.get());
        }
      }
    } catch (IOException | ParseException unreadable) {
      throw full(unreadable);
    }
  }

  @Override
  public void close() {
    try {
      for (Map.Entry<String, DataOutputStream> layer : written.entrySet()) {
        layer.getValue().close();
        Files.deleteIfExists(file(layer.getKey()));
      }
      Files.deleteIfExists(folder);
    } catch (IOException stuck) {
      throw full(stuck);
    }
  }

  private Path file(String layer) {
    return folder.resolve(layer);
  }

  private void write(Zone zone, DataOutputStream out) throws IOException {
    text(zone.id(), out);
    text(zone.name(), out);
    bytes(shapes.write(zone.shape()), out);
    out.writeInt(zone.attributes().size());
    for (Map.Entry<String, String> attribute : zone.attributes().entrySet()) {
      text(attribute.getKey(), out);
      text(attribute.getValue(), out);
    }
    text(zone.from().map(LocalDate::toString).orElse(""), out);
    text(zone.to().map(LocalDate::toString).orElse(""), out);
    text(zone.source(), out);
    text(zone.confidence(), out);
  }

  private static Optional<Zone> next(DataInputStream in) throws IOException, ParseException {
    String id;
    try {
      id = text(in);
    } catch (EOFException end) {
      return Optional.empty();
    }
    String name = text(in);
    byte[] shape = bytes(in);
    TreeMap<String, String> attributes = new TreeMap<>();
    for (int left = in.readInt(); left > 0; left--) {
      attributes.put(text(in), text(in));
    }
    Optional<LocalDate> from = day(text(in));
    Optional<LocalDate> to = day(text(in));
    return Optional.of(
        new Zone(
            id,
            name,
            new WKBReader(Grid.COMPACT).read(shape),
            attributes,
            from,
            to,
            text(in),
            text(in)));
  }

  private static Optional<LocalDate> day(String text) {
    return text.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text));
  }

  private static void text(String text, DataOutputStream out) throws IOException {
    bytes(text.getBytes(StandardCharsets.UTF_8), out);
  }

  private static String text(DataInputStream in) throws IOException {
    return new String(bytes(in), StandardCharsets.UTF_8);
  }

  private static void bytes(byte[] bytes, DataOutputStream out) throws IOException {
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  private static byte[] bytes(DataInputStream in) throws IOException {
    return in.readNBytes(in.readInt());
  }

  private static RuntimeException full(Exception cause) {
    return Fault.UNAVAILABLE
        .because(
            "The ground cannot be made in the data directory: %s. Free some space or name another directory.",
            cause.getMessage())
        .causedBy(cause);
  }
}
