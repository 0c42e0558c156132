package luodi.ingest.shapefile;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Optional;
import luodi.fault.Fault;
import luodi.ingest.format.Row;
import luodi.ingest.format.Window;

/** The records of a {@code .shp}, found by its {@code .shx} when there is one. */
final class ShpFile implements AutoCloseable {
  private static final int HEADER = 100;
  private static final int FILE_CODE = 9994;
  private static final int LARGEST_RECORD = 256 << 20; // 16 million positions

  private final Window shp;
  private final Optional<Window> shx;
  private final long end;
  private long next = HEADER;
  private int read;

  private ShpFile(Window shp, Optional<Window> shx) {
    this.shp = shp;
    this.shx = shx;
    this.end = headerLength(shp);
    shx.ifPresent(ShpFile::headerLength);
  }

  static ShpFile open(Path shp, Optional<Path> shx) {
    return new ShpFile(Window.open(shp), shx.map(Window::open));
  }

  /** How many records the index has; -1 without an index. */
  long count() {
    return shx.map(index -> (index.size() - HEADER) / 8).orElse(-1L);
  }

  /** The next record's shape; empty at the end. */
  Optional<Row.Shape> next() {
    if (shx.isPresent() ? read >= count() : next >= end) {
      return Optional.empty();
    }
    long offset = shx.map(index -> 2L * word(index, HEADER + 8L * read)).orElse(next);
    int length = content(offset);
    read++;
    next = offset + 8 + length;
    if (length == 0) {
      return Optional.of(Row.Shape.none("the record is empty"));
    }
    return Optional.of(ShapeRecord.read(shp.piece(offset + 8, length, ByteOrder.LITTLE_ENDIAN)));
  }

  double done() {
    return end == HEADER ? 1 : Math.min(1, (double) (next - HEADER) / (end - HEADER));
  }

  @Override
  public void close() {
    shp.close();
    shx.ifPresent(Window::close);
  }

  /** The length of a record's content in bytes. */
  private int content(long offset) {
    if (offset < HEADER) {
      throw broken("record " + (read + 1) + " would begin within the header");
    }
    long length = 2L * word(shp, offset + 4);
    if (length < 0 || length > end - offset - 8) {
      throw broken("record %d would be %d bytes long".formatted(read + 1, length));
    }
    if (length > LARGEST_RECORD) {
      throw Fault.TOO_LARGE.because(
          "Record %d of '%s' is larger than %d MB; split its shape.",
          read + 1, shp.name(), LARGEST_RECORD >> 20);
    }
    return (int) length;
  }

  private static int word(Window file, long offset) {
    return file.piece(offset, Integer.BYTES, ByteOrder.BIG_ENDIAN).getInt();
  }

  /** Where the file ends by its own account; a file that is shorter has lost rows. */
  private static long headerLength(Window file) {
    if (file.size() < HEADER) {
      throw Fault.BAD_FILE.because(
          "'%s' is no shapefile: it has %d bytes and its header alone has %d.",
          file.name(), file.size(), HEADER);
    }
    ByteBuffer header = file.piece(0, HEADER, ByteOrder.BIG_ENDIAN);
    if (header.getInt(0) != FILE_CODE) {
      throw Fault.BAD_FILE.because("'%s' is no shapefile: it does not begin as one.", file.name());
    }
    long told = 2L * header.getInt(24);
    if (told > file.size() || told < HEADER) {
      throw Fault.BAD_FILE.because(
          "'%s' is cut off: its header tells of %d bytes and it has %d. Send the whole file again.",
          file.name(), told, file.size());
    }
    return told;
  }

  private RuntimeException broken(String why) {
    return Fault.BAD_FILE.because(
        "'%s' is broken: %s, and the file has %d. Export it again, or repair it in a GIS.",
        shp.name(), why, shp.size());
  }
}
