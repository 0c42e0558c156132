package luodi.score;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import luodi.fault.Fault;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Reads indicators from CSV with the columns {@code place,factor,value,unit,source,year}. All that
 * is wrong is told with its line; then nothing is taken.
 */
final class IndicatorTable {
  static final List<String> COLUMNS = List.of("place", "factor", "value", "unit", "source", "year");

  private static final int MOST_TOLD = 20;
  private static final int MOST_ROWS = 1_000_000;
  private static final CSVFormat CSV =
      CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).setTrim(true).get();

  private final List<Indicator> read = new ArrayList<>();
  private final List<String> faults = new ArrayList<>();
  private final Map<List<Object>, Long> lines = new HashMap<>();

  private IndicatorTable() {}

  /** All rows, or {@code BAD_FILE} with what is wrong in which line. */
  static List<Indicator> read(String name, String text) {
    IndicatorTable table = new IndicatorTable();
    String plain = text.startsWith("\uFEFF") ? text.substring(1) : text;
    try (CSVParser rows = CSVParser.parse(new StringReader(plain), CSV)) {
      if (!new TreeSet<>(rows.getHeaderNames()).equals(new TreeSet<>(COLUMNS))) {
        throw Fault.BAD_FILE.because(
            "'%s' has the columns %s; indicators have %s.",
            name, String.join(",", rows.getHeaderNames()), String.join(",", COLUMNS));
      }
      for (CSVRecord row : rows) {
        table.add(row, rows.getCurrentLineNumber());
      }
    } catch (IOException | UncheckedIOException | IllegalArgumentException broken) {
      throw Fault.BAD_FILE
          .because("'%s' is no CSV: %s.", name, broken.getMessage())
          .causedBy(broken);
    }
    return table.all(name);
  }

  private List<Indicator> all(String name) {
    if (read.isEmpty() && faults.isEmpty()) {
      throw Fault.BAD_FILE.because("'%s' has no rows below its head.", name);
    }
    if (!faults.isEmpty()) {
      int more = faults.size() - MOST_TOLD;
      throw Fault.BAD_FILE.because(
          "'%s' was not taken:\n%s%s",
          name,
          String.join("\n", faults.subList(0, Math.min(MOST_TOLD, faults.size()))),
          more > 0 ? "\nand " + more + " more" : "");
    }
    return List.copyOf(read);
  }

  private void add(CSVRecord row, long line) {
    int before = faults.size();
    if (row.size() != COLUMNS.size()) {
      faults.add("line %d: %d values, %d wanted".formatted(line, row.size(), COLUMNS.size()));
      return;
    }
    if (read.size() >= MOST_ROWS) {
      faults.add("line %d: more than %d rows".formatted(line, MOST_ROWS));
      return;
    }
    Criterion factor = factor(row.get("factor"), line);
    String place = filled(row, "place", line);
    String source = filled(row, "source", line);
    String unit = row.get("unit");
    double value = number(row.get("value"), line);
    int year = year(row.get("year"), line);
    if (factor != null) {
      checkUnit(factor, unit, value, line);
    }
    if (faults.size() == before) {
      keep(new Indicator(place, factor, value, unit, source, year), line);
    }
  }

  private void keep(Indicator indicator, long line) {
    Long first =
        lines.putIfAbsent(
            List.of(indicator.place(), indicator.factor(), indicator.unit(), indicator.year()),
            line);
    if (first == null) {
      read.add(indicator);
    } else {
      faults.add(
          "line %d: the same place, factor, unit and year as line %d".formatted(line, first));
    }
  }

  private Criterion factor(String text, long line) {
    Criterion factor = Criterion.named(text).orElse(null);
    if (factor == null) {
      faults.add(
          "line %d: there is no factor '%s'; there are %s"
              .formatted(line, text, Criterion.ids().replace("policy, ", "")));
    } else if (factor == Criterion.POLICY) {
      faults.add("line %d: policy is what rules say and cannot be brought".formatted(line));
      return null;
    }
    return factor;
  }

  private String filled(CSVRecord row, String column, long line) {
    String text = row.get(column);
    if (text.isEmpty()) {
      faults.add("line %d: %s is empty".formatted(line, column));
    }
    return text;
  }

  private double number(String text, long line) {
    if (text.matches("[-+]?\\d{1,15}(\\.\\d{1,15})?")) {
      return Double.parseDouble(text);
    }
    faults.add("line %d: '%s' is no number, such as 12500 or 0.42".formatted(line, text));
    return 0;
  }

  private int year(String text, long line) {
    if (text.matches("(19|20)\\d\\d")) {
      return Integer.parseInt(text);
    }
    faults.add("line %d: '%s' is no year, such as 2024".formatted(line, text));
    return 0;
  }

  private void checkUnit(Criterion factor, String unit, double value, long line) {
    if (Yardstick.of(factor, unit).isEmpty()) {
      faults.add(
          "line %d: %s is not told in '%s'; its units are %s"
              .formatted(line, factor.id(), unit, Yardstick.unitsOf(factor)));
    } else if (unit.equals(Yardstick.MERIT) && !(value >= 0 && value <= 1)) {
      faults.add("line %d: unit 1 is a merit from 0 to 1; %s came".formatted(line, value));
    } else if (value < 0) {
      faults.add("line %d: %s is below 0".formatted(line, value));
    }
  }
}
