package luodi.ingest.shapefile;

import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import luodi.ingest.format.Columns;
import luodi.ingest.format.TextEncoding;
import luodi.ingest.format.Window;

/**
 * The rows of a {@code .dbf} (dBase III to IV, as shapefiles have them).
 *
 * @see <a href="https://www.loc.gov/preservation/digital/formats/fdd/fdd000325.shtml">dBASE table
 *     file format</a>
 */
final class DbfFile implements AutoCloseable {
  private static final int SAMPLE_ROWS = 2000;

  private final Window file;
  private final DbfHeader header;
  private final TextEncoding encoding;
  private final List<DbfField> fields;
  private long read;
  private long cut;
  private long broken;

  /** A row; {@code deleted} ones are still in the file, but not of the table. */
  record Values(Map<String, String> values, boolean deleted) {}

  private DbfFile(Window file, DbfHeader header, TextEncoding encoding, List<DbfField> fields) {
    this.file = file;
    this.header = header;
    this.encoding = encoding;
    this.fields = fields;
  }

  /** Opens a table; {@code cpg} is the text of the file beside it that names the encoding. */
  static DbfFile open(Path path, Optional<String> cpg, Optional<String> wished) {
    Window file = Window.open(path);
    try {
      DbfHeader header = DbfHeader.read(file);
      TextEncoding encoding =
          wished
              .map(TextEncoding::wished)
              .orElseGet(() -> encoding(cpg, header, sample(file, header)));
      return new DbfFile(file, header, encoding, fields(header, encoding));
    } catch (RuntimeException broken) {
      file.close();
      throw broken;
    }
  }

  long rows() {
    return header.rows();
  }

  TextEncoding encoding() {
    return encoding;
  }

  List<DbfField> fields() {
    return fields;
  }

  /** The next row; {@code BAD_FILE} when there is none. */
  Values next() {
    byte[] row = row(file, header, read++);
    Map<String, String> values = new LinkedHashMap<>();
    for (DbfField field : fields) {
      if (field.isReadable()) {
        TextEncoding.Text text = encoding.decode(row, field.offset(), field.length());
        cut += text.cut() ? 1 : 0;
        broken += text.broken() ? 1 : 0;
        field.value(text.value()).ifPresent(value -> values.put(field.name(), value));
      }
    }
    return new Values(values, row[0] == '*');
  }

  /** What came to light while reading. */
  List<String> remarks() {
    List<String> remarks = new ArrayList<>();
    if (cut > 0) {
      remarks.add(
          "%d texts end within a character, as fields of fixed width do; the half character was left out"
              .formatted(cut));
    }
    if (broken > 0) {
      remarks.add(
          "%d texts hold bytes that are not %s; U+FFFD stands in their place"
              .formatted(broken, encoding.charset().name()));
    }
    return remarks;
  }

  @Override
  public void close() {
    file.close();
  }

  private static byte[] row(Window file, DbfHeader header, long number) {
    byte[] row = new byte[header.rowLength()];
    file.piece(header.length() + number * row.length, row.length, ByteOrder.LITTLE_ENDIAN).get(row);
    return row;
  }

  private static TextEncoding encoding(
      Optional<String> cpg, DbfHeader header, List<byte[]> sample) {
    Optional<String> told = cpg.filter(text -> !text.isBlank());
    return told.isPresent()
        ? TextEncoding.of(told, "the .cpg", sample)
        : TextEncoding.of(ofLanguage(header.language()), "the .dbf's language byte", sample);
  }

  /** The language drivers that occur in China; 0x57 only says that it was some Windows. */
  private static Optional<String> ofLanguage(int language) {
    return switch (language) {
      case 0x4D, 0x7A -> Optional.of("GBK");
      case 0x4F, 0x78 -> Optional.of("Big5");
      case 0x03 -> Optional.of("1252");
      default -> Optional.empty();
    };
  }

  /** Names and texts of the first rows that hold more than ASCII. */
  private static List<byte[]> sample(Window file, DbfHeader header) {
    List<byte[]> texts = new ArrayList<>();
    for (DbfHeader.Field field : header.fields()) {
      addUnlessAscii(texts, field.name());
    }
    for (long number = 0; number < Math.min(header.rows(), SAMPLE_ROWS); number++) {
      byte[] row = row(file, header, number);
      for (DbfHeader.Field field : header.fields()) {
        if (field.type() == 'C') {
          addUnlessAscii(
              texts, Arrays.copyOfRange(row, field.offset(), field.offset() + field.length()));
        }
      }
    }
    return texts;
  }

  private static void addUnlessAscii(List<byte[]> texts, byte[] text) {
    if (!TextEncoding.isAscii(text, 0, text.length)) {
      texts.add(text);
    }
  }

  private static List<DbfField> fields(DbfHeader header, TextEncoding encoding) {
    List<String> names =
        Columns.distinct(
            header.fields().stream()
                .map(field -> encoding.decode(field.name(), 0, field.name().length).value())
                .toList());
    List<DbfField> fields = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      DbfHeader.Field raw = header.fields().get(i);
      fields.add(new DbfField(names.get(i), raw.type(), raw.offset(), raw.length()));
    }
    return fields;
  }
}
