package luodi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What {@code ground check} tells, against the tables as they lie in {@code geodata/facts}. */
class GroundCheckTest {
  private static final Path FACTS = Path.of("geodata/facts");

  /** Tables that say what an industry is, or how many units the country has. */
  private static final Set<String> NO_PLACES = Set.of("gbt4754_2017", "env_control_units_counts");

  private static List<String> told;

  @BeforeAll
  static void check_the_ground() {
    LuodiProcess check = LuodiProcess.run("ground", "check");
    assertThat(check.exitCode()).as(check.err()).isZero();
    told = check.out().lines().toList();
  }

  @Test
  void every_table_is_counted_with_its_rows() throws IOException {
    for (String table : joined()) {
      assertThat(told)
          .as(table)
          .anyMatch(line -> line.startsWith(table + ".csv: " + rows(table).size() + " rows, "));
    }
  }

  @Test
  void every_row_without_coordinates_is_listed_with_its_line() throws IOException {
    for (String table : joined()) {
      List<CSVRecord> rows = rows(table);
      if (table.equals("divisions_2024") || !rows.get(0).isMapped("lon_wgs84")) {
        continue; // a division has its polygon, not a point
      }
      for (CSVRecord row : rows) {
        boolean listed = listed(table, row);
        assertThat(listed).as(table + " " + row).isEqualTo(row.get("lon_wgs84").isEmpty());
      }
    }
  }

  @Test
  void every_county_without_a_polygon_is_listed() throws IOException {
    Set<String> withPolygon = new HashSet<>();
    for (CSVRecord row : rows("polygon_to_2024")) {
      withPolygon.addAll(List.of(row.get("adcodes_2024").split(";")));
    }
    for (CSVRecord row : rows("divisions_2024")) {
      boolean wanted =
          row.get("level").equals("county") && !withPolygon.contains(row.get("adcode"));
      assertThat(listed("divisions_2024", row)).as(row.get("name")).isEqualTo(wanted);
    }
  }

  @Test
  void every_polygon_without_a_county_of_2024_is_listed() throws IOException {
    for (CSVRecord row : rows("polygon_to_2024")) {
      assertThat(listed("polygon_to_2024", row))
          .as(row.get("polygon_name"))
          .isEqualTo(row.get("adcode_2024_main").isEmpty());
    }
  }

  @Test
  void every_member_of_a_region_list_has_a_polygon_or_is_listed() throws IOException {
    Set<String> polygons = new HashSet<>();
    for (CSVRecord row : rows("polygon_to_2024")) {
      polygons.add(row.get("polygon_adcode"));
      for (String code : row.get("adcodes_2024").split(";")) {
        polygons.add(code);
        polygons.add(code.isEmpty() ? "" : code.substring(0, 4) + "00");
        polygons.add(code.isEmpty() ? "" : code.substring(0, 2) + "0000");
      }
    }
    for (String table :
        List.of(
            "old_revolutionary_base_counties",
            "border_counties",
            "city_clusters",
            "macro_regions",
            "air_regions",
            "basins")) {
      for (CSVRecord row : rows(table)) {
        String code =
            row.isMapped("polygon_adcode") && !row.get("polygon_adcode").isEmpty()
                ? row.get("polygon_adcode")
                : row.get("adcode");
        assertThat(listed(table, row)).as(table + " " + row).isNotEqualTo(polygons.contains(code));
      }
    }
  }

  @Test
  void as_many_rows_are_listed_as_are_counted_without_a_place() {
    Map<String, Integer> counted = new TreeMap<>();
    for (String line : told) {
      if (line.matches("\\w+\\.csv: \\d+ rows, \\d+ without a place")) {
        counted.put(
            line.substring(0, line.indexOf(':')),
            Integer.parseInt(line.replaceAll(".*, (\\d+) .*", "$1")));
      }
    }
    assertThat(counted).isNotEmpty();
    counted.forEach(
        (table, rows) ->
            assertThat(
                    told.stream()
                        .filter(line -> line.matches(table.replace(".", "\\.") + ":\\d+: .*"))
                        .count())
                .as(table)
                .isEqualTo(rows.longValue()));
  }

  /** Every table that says where something is. */
  private static List<String> joined() throws IOException {
    List<String> tables = new ArrayList<>();
    try (var files = Files.list(FACTS)) {
      for (Path file : files.sorted().toList()) {
        String table = file.getFileName().toString().replace(".csv", "");
        if (file.toString().endsWith(".csv") && !NO_PLACES.contains(table)) {
          tables.add(table);
        }
      }
    }
    return tables;
  }

  private static boolean listed(String table, CSVRecord row) {
    String start = table + ".csv:" + (row.getRecordNumber() + 1) + ": ";
    return told.stream().anyMatch(line -> line.startsWith(start));
  }

  private static List<CSVRecord> rows(String table) {
    CSVFormat format = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();
    try (var reader =
        Files.newBufferedReader(FACTS.resolve(table + ".csv"), StandardCharsets.UTF_8)) {
      return format.parse(reader).getRecords();
    } catch (IOException unreadable) {
      throw new AssertionError(unreadable);
    }
  }
}
