package luodi.rule;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import luodi.ground.Interval;
import luodi.industry.CodeSet;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** Reads the rulebook's tables: facts, dated sets of divisions, pairings. */
final class TableReader {
  private static final CSVFormat CSV =
      CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();

  private TableReader() {}

  static FactTable facts(byte[] bytes) {
    return new FactTable(rows(bytes).stream().map(TableReader::fact).toList());
  }

  static Makes makes(byte[] bytes) {
    Makes makes = new Makes();
    for (CSVRecord row : rows(bytes)) {
      List<String> names =
          row.get("other_names").isEmpty() ? List.of() : List.of(row.get("other_names").split(";"));
      makes.add(row.get("fact"), row.get("word"), names, CodeSet.parse(row.get("codes")));
    }
    return makes;
  }

  static Regions regions(byte[] members, byte[] sets, byte[] pairings) {
    Map<String, List<Regions.Row>> bySet = new LinkedHashMap<>();
    for (CSVRecord row : rows(members)) {
      bySet.computeIfAbsent(row.get("set"), set -> new ArrayList<>()).add(member(row));
    }
    List<Regions.Table> tables =
        rows(sets).stream()
            .map(
                row ->
                    new Regions.Table(
                        row.get("set"),
                        Boolean.parseBoolean(row.get("complete")),
                        bySet.getOrDefault(row.get("set"), List.of())))
            .toList();
    return new Regions(tables, rows(pairings).stream().map(TableReader::pairing).toList());
  }

  private static FactTable.Entry fact(CSVRecord row) {
    String choices = row.get("choices");
    return new FactTable.Entry(
        row.get("key"),
        FactTable.Type.valueOf(row.get("type").toUpperCase(Locale.ROOT)),
        row.get("unit"),
        choices.isEmpty() ? List.of() : List.of(choices.split("\\|")),
        row.get("presumed"),
        row.get("decides"),
        row.get("question_zh"),
        row.get("question_en"));
  }

  private static Regions.Row member(CSVRecord row) {
    TreeMap<String, String> attributes = new TreeMap<>();
    for (String pair : row.get("attributes").split(";")) {
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
    try (InputStreamReader reader =
        new InputStreamReader(new ByteArrayInputStream(bytes), StandardCharsets.UTF_8)) {
      return CSV.parse(reader).getRecords();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible); // the bytes are in memory
    }
  }
}
