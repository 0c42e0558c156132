package luodi.ingest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import luodi.fault.Fault;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** The fact tables under {@code geodata/facts}, and every row of them that joins to no place. */
final class FactTables {
  private static final CSVFormat CSV =
      CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();

  private final Path folder;
  private final List<Unjoined> unjoined = new ArrayList<>();
  private final List<Counted> counted = new ArrayList<>();

  /** A row that has no place on the map, and why. */
  record Unjoined(String table, long row, String what, String why) {}

  /** How many rows a table has. */
  record Counted(String table, int rows) {}

  FactTables(Path folder) {
    this.folder = folder;
  }

  /** All rows of a table. */
  List<CSVRecord> rows(String table) {
    Path file = folder.resolve(table + ".csv");
    try (var reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      List<CSVRecord> rows = CSV.parse(reader).getRecords();
      if (counted.stream().noneMatch(count -> count.table().equals(table))) {
        counted.add(new Counted(table, rows.size()));
      }
      return rows;
    } catch (IOException unreadable) {
      throw Fault.UNAVAILABLE
          .because("geodata/facts/%s.csv cannot be read.", table)
          .causedBy(unreadable);
    }
  }

  /** Lists a row that was left out. */
  void leaveOut(String table, CSVRecord row, String what, String why) {
    unjoined.add(new Unjoined(table, row.getRecordNumber() + 1, what, why));
  }

  List<Unjoined> unjoined() {
    return List.copyOf(unjoined);
  }

  List<Counted> counted() {
    return List.copyOf(counted);
  }
}
