package luodi.rule;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import luodi.fault.FaultException;
import luodi.ground.Interval;
import luodi.industry.CodeSet;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Reads the rulebook's tables: facts, dated sets of divisions, pairings. A row that cannot be read
 * becomes a mistake with its line, and reading goes on.
 */
final class TableReader {
  private static final CSVFormat CSV =
      CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();

  private final Mistakes mistakes;
  private final Map<String, Integer> factLines = new TreeMap<>();

  TableReader(Mistakes mistakes) {
    this.mistakes = mistakes;
  }

  FactTable facts(String file, byte[] bytes) {
    return new FactTable(
        each(
            file,
            bytes,
            (row, line) -> {
              factLines.put(row.get("key"), line);
              return fact(row);
            }));
  }

  /** The line on which a fact stands. */
  int lineOfFact(String key) {
    return factLines.getOrDefault(key, 1);
  }

  Makes makes(String file, byte[] bytes) {
    Makes makes = new Makes();
    each(
        file,
        bytes,
        (row, line) -> {
          String others = row.get("other_names");
          List<String> names = others.isEmpty() ? List.of() : List.of(others.split(";"));
          makes.add(row.get("fact"), row.get("word"), names, CodeSet.parse(row.get("codes")));
          return line;
        });
    return makes;
  }

  /** The members of all sets, in the order of their table. */
  Map<String, List<Regions.Row>> members(String file, byte[] bytes) {
    Map<String, List<Regions.Row>> bySet = new LinkedHashMap<>();
    each(
        file,
        bytes,
        (row, line) -> {
          Regions.Row member = member(row);
          bySet.computeIfAbsent(row.get("set"), set -> new ArrayList<>()).add(member);
          return line;
        });
    return bySet;
  }

  List<Regions.Table> sets(String file, byte[] bytes, Map<String, List<Regions.Row>> members) {
    return each(
        file,
        bytes,
        (row, line) ->
            new Regions.Table(
                row.get("set"),
                Boolean.parseBoolean(row.get("complete")),
                members.getOrDefault(row.get("set"), List.of())));
  }

  List<Regions.Pairing> pairings(String file, byte[] bytes) {
    return each(file, bytes, (row, line) -> pairing(row));
  }

  private <T> List<T> each(String file, byte[] bytes, BiFunction<CSVRecord, Integer, T> reading) {
    List<T> read = new ArrayList<>();
    try (CSVParser parser = CSV.parse(reader(bytes))) {
      for (CSVRecord row : parser) {
        int line = (int) parser.getCurrentLineNumber();
        try {
          read.add(reading.apply(row, line));
        } catch (IllegalArgumentException | DateTimeException | FaultException wrong) {
          mistakes.add(new Mistake(file, line, "", "", wrong.getMessage()));
        }
      }
    } catch (IOException | UncheckedIOException broken) {
      mistakes.add(new Mistake(file, 1, "", "", "not CSV: " + broken.getMessage()));
    }
    return read;
  }

  private static InputStreamReader reader(byte[] bytes) {
    return new InputStreamReader(new ByteArrayInputStream(bytes), StandardCharsets.UTF_8);
  }

  private static FactTable.Entry fact(CSVRecord row) {
    String choices = row.get("choices");
    return new FactTable.Entry(
        row.get("key"),
        type(row.get("type")),
        row.get("unit"),
        choices.isEmpty() ? List.of() : List.of(choices.split("\\|")),
        row.get("presumed"),
        row.get("decides"),
        row.get("question_zh"),
        row.get("question_en"));
  }

  private static FactTable.Type type(String word) {
    for (FactTable.Type type : FactTable.Type.values()) {
      if (type.name().equalsIgnoreCase(word)) {
        return type;
      }
    }
    throw new IllegalArgumentException(
        "no fact is a '%s'; it is one of %s"
            .formatted(word, Arrays.toString(FactTable.Type.values()).toLowerCase(Locale.ROOT)));
  }

  private static Regions.Row member(CSVRecord row) {
    TreeMap<String, String> attributes = new TreeMap<>();
    for (String pair : row.get("attributes").split(";")) {
      if (!pair.isEmpty() && !pair.contains("=")) {
        throw new IllegalArgumentException("attribute=value wanted, '" + pair + "' came");
      }
      if (!pair.isEmpty()) {
        attributes.put(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
      }
    }
    return new Regions.Row(
        row.get("adcode"),
        row.get("name"),
        attributes,
        Interval.parse(row.get("from"), row.get("to")),
        row.get("source"),
        row.get("confidence"));
  }

  private static Regions.Pairing pairing(CSVRecord row) {
    return new Regions.Pairing(
        row.get("kind"),
        LocalDate.parse(row.get("from")),
        row.get("supporter"),
        row.get("supporter_name"),
        row.get("partner"),
        row.get("partner_name"),
        row.get("document"),
        row.get("confidence"));
  }

  static List<CSVRecord> rows(byte[] bytes) {
    try (InputStreamReader reader = reader(bytes)) {
      return CSV.parse(reader).getRecords();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible); // the bytes are in memory
    }
  }
}
