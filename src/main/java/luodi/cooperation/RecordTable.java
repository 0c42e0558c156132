package luodi.cooperation;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import luodi.fault.Fault;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** Reads records from CSV; a table is known by its columns. Everything wrong is told at once. */
public final class RecordTable {
  private static final CSVFormat CSV =
      CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).setTrim(true).get();

  private static final int MOST_ROWS = 100_000;

  private final String file;
  private final List<String> wrong = new ArrayList<>();

  private RecordTable(String file) {
    this.file = file;
  }

  /**
   * The records of one table.
   *
   * @param file its name, for messages
   * @throws luodi.fault.FaultException {@code BAD_FILE} with every line that is wrong
   */
  public static Records read(String file, String text) {
    return new RecordTable(file).records(text.startsWith("\uFEFF") ? text.substring(1) : text);
  }

  private Records records(String text) {
    List<CSVRecord> rows = rows(text);
    if (rows.size() > MOST_ROWS) {
      throw Fault.TOO_LARGE.because("%s has more than %d rows.", file, MOST_ROWS);
    }
    Set<String> columns = rows.isEmpty() ? Set.of() : rows.get(0).toMap().keySet();
    Records read =
        switch (kind(columns)) {
          case AGREEMENTS ->
              new Records(all(rows, this::agreement), List.of(), List.of(), List.of());
          case SHARES -> new Records(List.of(), all(rows, this::share), List.of(), List.of());
          case ENTRIES -> new Records(List.of(), List.of(), all(rows, this::entry), List.of());
          case REGISTERS -> new Records(List.of(), List.of(), List.of(), all(rows, this::item));
        };
    if (!wrong.isEmpty()) {
      throw Fault.BAD_FILE.because(
          "%s has %d mistakes; nothing was taken in:%n%s",
          file, wrong.size(), String.join("\n", wrong));
    }
    return read;
  }

  private List<CSVRecord> rows(String text) {
    try (StringReader reader = new StringReader(text)) {
      return CSV.parse(reader).getRecords();
    } catch (IOException | UncheckedIOException | IllegalArgumentException broken) {
      throw Fault.BAD_FILE
          .because("%s is no CSV with a header: %s", file, broken.getMessage())
          .causedBy(broken);
    }
  }

  private RecordKind kind(Set<String> columns) {
    return List.of(RecordKind.values()).stream()
        .filter(kind -> columns.containsAll(kind.columns()))
        .findFirst()
        .orElseThrow(
            () ->
                Fault.BAD_FILE.because(
                    "%s has no rows, or its columns %s are those of no table of records; there are %s.",
                    file, columns, RecordKind.told()));
  }

  private <T> List<T> all(List<CSVRecord> rows, Function<CSVRecord, T> read) {
    List<T> all = new ArrayList<>();
    for (CSVRecord row : rows) {
      try {
        all.add(read.apply(row));
      } catch (IllegalArgumentException | ArithmeticException mistaken) {
        wrong.add("%s:%d: %s".formatted(file, row.getRecordNumber() + 1, mistaken.getMessage()));
      }
    }
    return all;
  }

  private Agreement agreement(CSVRecord row) {
    return new Agreement(
        id(row, "id"),
        filled(row, "title"),
        among(row, "mode", Agreement.MODES),
        text(row, "park"),
        adcode(row),
        day(row, "from").orElseThrow(() -> new IllegalArgumentException("'from' is empty")),
        day(row, "to"),
        filled(row, "source"),
        filled(row, "confidence"));
  }

  private Share share(CSVRecord row) {
    String percent = filled(row, "percent");
    if (!percent.matches("\\d{1,3}(\\.\\d{1,9})?")) {
      throw new IllegalArgumentException("'%s' is no percentage, such as 37.5".formatted(percent));
    }
    return new Share(id(row, "agreement"), indicator(row), adcode(row), new BigDecimal(percent));
  }

  private Entry entry(CSVRecord row) {
    Indicator indicator = indicator(row);
    String unit = filled(row, "unit");
    if (!unit.equals(indicator.unit())) {
      throw new IllegalArgumentException(
          "%s is kept in whole %s; '%s' came".formatted(indicator.word(), indicator.unit(), unit));
    }
    String year = filled(row, "year");
    if (!year.matches("(19|20)\\d\\d")) {
      throw new IllegalArgumentException("'%s' is no year".formatted(year));
    }
    return new Entry(
        id(row, "id"),
        id(row, "agreement"),
        Integer.parseInt(year),
        indicator,
        whole(row, "amount"),
        day(row, "recorded_on")
            .orElseThrow(() -> new IllegalArgumentException("'recorded_on' is empty")),
        text(row, "corrects"),
        text(row, "note").orElse(""),
        filled(row, "source"));
  }

  private RegisterItem item(CSVRecord row) {
    return new RegisterItem(
        id(row, "id"),
        among(row, "register", RegisterItem.REGISTERS),
        filled(row, "title"),
        adcode(row),
        text(row, "industry"),
        day(row, "from").orElseThrow(() -> new IllegalArgumentException("'from' is empty")),
        day(row, "to"),
        text(row, "amount_fen").isPresent()
            ? OptionalLong.of(whole(row, "amount_fen"))
            : OptionalLong.empty(),
        filled(row, "source"),
        filled(row, "confidence"));
  }

  private static Optional<String> text(CSVRecord row, String column) {
    String text = row.isSet(column) ? row.get(column).trim() : "";
    return text.isEmpty() ? Optional.empty() : Optional.of(text);
  }

  private static String filled(CSVRecord row, String column) {
    return text(row, column)
        .orElseThrow(() -> new IllegalArgumentException("'" + column + "' is empty"));
  }

  private static String id(CSVRecord row, String column) {
    String id = filled(row, column);
    if (!id.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,59}")) {
      throw new IllegalArgumentException(
          "'%s' is no id; letters, digits, '.', '_' and '-', 60 at most".formatted(id));
    }
    return id;
  }

  private static String adcode(CSVRecord row) {
    String adcode = filled(row, "adcode");
    if (!adcode.matches("\\d{6}")) {
      throw new IllegalArgumentException("'%s' is no code of six digits".formatted(adcode));
    }
    return adcode;
  }

  private static String among(CSVRecord row, String column, Set<String> words) {
    String word = filled(row, column);
    if (!words.contains(word)) {
      throw new IllegalArgumentException(
          "'%s' is no %s; it is one of %s".formatted(word, column, new java.util.TreeSet<>(words)));
    }
    return word;
  }

  private static Indicator indicator(CSVRecord row) {
    Map<String, Indicator> words =
        Map.of("output", Indicator.OUTPUT, "revenue", Indicator.REVENUE, "land", Indicator.LAND);
    return words.get(among(row, "indicator", words.keySet()).toLowerCase(Locale.ROOT));
  }

  private static long whole(CSVRecord row, String column) {
    String number = filled(row, column);
    if (!number.matches("-?\\d{1,18}")) {
      throw new IllegalArgumentException(
          "'%s' is no whole number; amounts are whole fen or square metres".formatted(number));
    }
    return Long.parseLong(number);
  }

  private static Optional<LocalDate> day(CSVRecord row, String column) {
    try {
      return text(row, column).map(LocalDate::parse);
    } catch (DateTimeParseException unreadable) {
      throw new IllegalArgumentException(
          "'%s' is no day; write it as 2026-11-23".formatted(row.get(column)), unreadable);
    }
  }
}
