package luodi.ingest;

import java.util.List;
import org.apache.commons.csv.CSVRecord;

/**
 * Tables that name divisions by their codes and become no layer: the law and the score read them.
 * Their rows must join all the same.
 */
final class Memberships {
  /** A table, and the columns of its codes: the first that is filled counts. */
  private record Joined(String table, String name, List<String> codes) {}

  private static final List<Joined> TABLES =
      List.of(
          new Joined("national_parks_counties", "county", List.of("polygon_adcode", "adcode")),
          new Joined(
              "river_main_stem_counties_derived", "county", List.of("polygon_adcode", "adcode")),
          new Joined("region_sets", "name", List.of("adcode")),
          new Joined("pairings", "supporter", List.of("adcode_supporter")),
          new Joined("pairings", "partner", List.of("adcode_partner")));

  private Memberships() {}

  /** Lists every row whose code is of no division that has a polygon. */
  static void check(FactTables facts, Divisions divisions) {
    for (Joined joined : TABLES) {
      for (CSVRecord row : facts.rows(joined.table())) {
        String code =
            joined.codes().stream()
                .map(row::get)
                .filter(one -> !one.isEmpty())
                .findFirst()
                .orElse("");
        if (!divisions.hasPolygon(code)) {
          facts.leaveOut(
              joined.table(),
              row,
              code + " " + row.get(joined.name()),
              code.isEmpty() ? "no division code" : "no polygon of this division");
        }
      }
    }
  }
}
