package luodi.batch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import luodi.fault.Fault;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** The rows of a CSV with a header. A row with more or fewer fields than the header is bad. */
final class CsvRows implements Rows {
  private final MeteredText text;
  private final CSVParser parser;
  private final Iterator<CSVRecord> records;
  private final List<String> columns;
  private int number;

  private CsvRows(
      MeteredText text, CSVParser parser, Iterator<CSVRecord> records, List<String> columns) {
    this.text = text;
    this.parser = parser;
    this.records = records;
    this.columns = columns;
  }

  static Rows open(MeteredText text) throws IOException {
    // Text behind a closed quotation mark spoils its own row and no other.
    CSVFormat format = CSVFormat.DEFAULT.builder().setTrailingData(true).get();
    try {
      CSVParser parser = CSVParser.builder().setReader(text).setFormat(format).get();
      Iterator<CSVRecord> records = parser.iterator();
      if (!records.hasNext()) {
        throw Fault.BAD_BODY.because("The table is empty; a CSV needs a header and rows.");
      }
      List<String> columns = CsvProject.columns(records.next().toList());
      return new CsvRows(text, parser, records, columns);
    } catch (UncheckedIOException | IllegalStateException broken) {
      throw Table.broken(0, broken);
    }
  }

  @Override
  public Optional<Row> next() {
    try {
      text.nextRow();
      return records.hasNext() ? Optional.of(row(records.next())) : Optional.empty();
    } catch (UncheckedIOException | IllegalStateException broken) {
      throw Table.broken(number + 1, broken);
    }
  }

  @Override
  public void close() {
    Table.close(parser);
  }

  private Row row(CSVRecord row) {
    number++;
    Map<String, String> fields = new LinkedHashMap<>();
    for (int i = 0; i < Math.min(row.size(), columns.size()); i++) {
      if (!row.get(i).isBlank()) {
        fields.put(columns.get(i), row.get(i).strip());
      }
    }
    Optional<String> id = Optional.ofNullable(fields.remove("id"));
    if (row.size() != columns.size()) {
      return Row.bad(
          number,
          id,
          Fault.BAD_BODY.because(
              "The row has %d fields and the header %d; put fields that hold commas into quotation marks, and double the quotation marks in them.",
              row.size(), columns.size()));
    }
    return new Row(number, id, () -> CsvProject.of(new ArrayList<>(fields.entrySet())));
  }
}
