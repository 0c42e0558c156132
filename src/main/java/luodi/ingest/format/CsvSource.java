package luodi.ingest.format;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import luodi.fault.Fault;
import luodi.ingest.format.Format.Wishes;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.csv.QuoteMode;

/** The rows of a CSV. A field that is empty without quotation marks is missing. */
final class CsvSource implements Source {
  private static final int MOST_COLUMNS = 2000;

  private final MeteredText text;
  private final CSVParser parser;
  private final Iterator<CSVRecord> rows;
  private final List<String> columns;
  private final CsvShape shape;
  private long number;
  private long ragged;

  private CsvSource(
      MeteredText text,
      CSVParser parser,
      Iterator<CSVRecord> rows,
      List<String> columns,
      CsvShape shape) {
    this.text = text;
    this.parser = parser;
    this.rows = rows;
    this.columns = columns;
    this.shape = shape;
  }

  static Source open(Path file, Wishes wishes) {
    char delimiter = CsvDelimiter.of(file, wishes.encoding());
    MeteredText text = MeteredText.open(file, wishes.encoding());
    // In this mode a quoted empty field is an empty text, and an unquoted one is null.
    CSVFormat format =
        CSVFormat.DEFAULT
            .builder()
            .setDelimiter(delimiter)
            .setNullString("")
            .setQuoteMode(QuoteMode.ALL_NON_NULL)
            .get();
    try {
      CSVParser parser = CSVParser.builder().setReader(text).setFormat(format).get();
      Iterator<CSVRecord> rows = parser.iterator();
      List<String> columns = header(rows, text);
      return new CsvSource(text, parser, rows, columns, CsvShape.of(columns, wishes, text.name()));
    } catch (IOException | UncheckedIOException | IllegalStateException broken) {
      throw broken(text, 1, broken);
    }
  }

  @Override
  public Found found() {
    List<String> values = new ArrayList<>(columns);
    values.removeAll(shape.columns());
    return new Found(
        "CSV with " + shape.shown(), Optional.empty(), values, text.encoding().shown(), List.of());
  }

  @Override
  public Optional<Row> next() {
    try {
      if (!rows.hasNext()) {
        return Optional.empty();
      }
      CSVRecord row = rows.next();
      text.nextRow();
      return Optional.of(row(row));
    } catch (UncheckedIOException | IllegalStateException broken) {
      throw broken(text, number + 1, broken);
    }
  }

  @Override
  public double done() {
    return text.done();
  }

  @Override
  public List<String> remarks() {
    return ragged == 0
        ? List.of()
        : List.of(
            "%d rows have more or fewer fields than the header; what is missing is missing, what is beyond was left out"
                .formatted(ragged));
  }

  @Override
  public void close() {
    try {
      parser.close();
    } catch (IOException unclosable) {
      throw broken(text, number, unclosable);
    }
  }

  private Row row(CSVRecord row) {
    number++;
    ragged += row.size() == columns.size() ? 0 : 1;
    Map<String, String> fields = new LinkedHashMap<>();
    for (int i = 0; i < Math.min(row.size(), columns.size()); i++) {
      if (row.get(i) != null) {
        fields.put(columns.get(i), row.get(i));
      }
    }
    Row.Shape read = shape.read(fields);
    fields.keySet().removeAll(shape.columns());
    return Row.of(number, read, fields);
  }

  private static List<String> header(Iterator<CSVRecord> rows, MeteredText text) {
    if (!rows.hasNext()) {
      throw Fault.BAD_FILE.because("'%s' is empty; a CSV needs a header and rows.", text.name());
    }
    List<String> names = new ArrayList<>();
    rows.next().forEach(name -> names.add(name == null ? "" : name));
    if (names.size() > MOST_COLUMNS) {
      throw Fault.BAD_FILE.because(
          "'%s' has %d columns; at most %d are read.", text.name(), names.size(), MOST_COLUMNS);
    }
    text.nextRow();
    return Columns.distinct(names);
  }

  private static RuntimeException broken(MeteredText text, long row, Exception cause) {
    Throwable root = cause;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    String why = String.valueOf(root.getMessage());
    return Fault.BAD_FILE
        .because(
            "'%s' cannot be read as CSV at row %d: %s",
            text.name(), row, why.length() > 200 ? why.substring(0, 200) + "…" : why)
        .causedBy(cause);
  }
}
