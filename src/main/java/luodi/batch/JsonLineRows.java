package luodi.batch;

import java.io.IOException;
import java.util.Optional;
import luodi.fault.FaultException;

/** A project a line; blank lines are no rows. A line that is no JSON is one bad row. */
final class JsonLineRows implements Rows {
  private static final int BYTE_ORDER_MARK = 0xFEFF;

  private final MeteredText text;
  private int number;

  JsonLineRows(MeteredText text) {
    this.text = text;
  }

  @Override
  public Optional<Row> next() {
    try {
      String line = line();
      while (line != null && line.isBlank()) {
        line = line();
      }
      return line == null ? Optional.empty() : Optional.of(row(line));
    } catch (IOException broken) {
      throw Table.broken(number + 1, broken);
    }
  }

  @Override
  public void close() {
    Table.close(text);
  }

  private Row row(String line) {
    number++;
    try {
      return Row.of(number, BatchJson.read(line, "The line", ""));
    } catch (FaultException noJson) {
      return Row.bad(number, Optional.empty(), noJson);
    }
  }

  /** The next line without its end; null after the last. */
  private String line() throws IOException {
    text.nextRow();
    StringBuilder line = new StringBuilder();
    int character = text.read();
    if (character < 0) {
      return null;
    }
    for (; character >= 0 && character != '\n'; character = text.read()) {
      if (character != BYTE_ORDER_MARK || number > 0 || !line.isEmpty()) {
        line.append((char) character);
      }
    }
    return line.toString();
  }
}
