package luodi.ingest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import luodi.atlas.LayerEdition;
import luodi.atlas.Zone;
import org.apache.commons.csv.CSVRecord;
import org.locationtech.jts.geom.Geometry;

/**
 * Views of region lists on the map: one zone for each member that has a polygon. The law reads the
 * lists, not these.
 */
final class RegionViews {
  private final FactTables facts;
  private final Divisions divisions;
  private final Map<String, Optional<Geometry>> polygons = new HashMap<>();

  private RegionViews(FactTables facts, Divisions divisions) {
    this.facts = facts;
    this.divisions = divisions;
  }

  static List<LayerEdition> read(FactTables facts, Divisions divisions) {
    RegionViews views = new RegionViews(facts, divisions);
    return List.of(
        views.view(
            "old-revolutionary",
            "革命老区县",
            "Old revolutionary base counties",
            "old_revolutionary_base_counties",
            "county",
            List.of("region", "scope")),
        views.view(
            "border",
            "边境县",
            "Border counties",
            "border_counties",
            "county",
            List.of("touches_land_border_geom")),
        views.view(
            "city-clusters",
            "城市群",
            "City clusters",
            "city_clusters",
            "city",
            List.of("cluster", "tier")),
        views.view(
            "macro-regions",
            "四大板块",
            "Macro regions",
            "macro_regions",
            "province",
            List.of("region", "region_en")),
        views.view(
            "air-regions",
            "大气污染防治重点区域",
            "Key air regions",
            "air_regions",
            "city",
            List.of("region")),
        views.view(
            "basin",
            "流域（按地市）",
            "River basins (by prefecture)",
            "basins",
            "name",
            List.of("basin", "part")));
  }

  private LayerEdition view(
      String id, String zh, String en, String table, String name, List<String> attributes) {
    List<Zone> zones = new ArrayList<>();
    List<CSVRecord> rows = facts.rows(table);
    for (int i = 0; i < rows.size(); i++) {
      CSVRecord row = rows.get(i);
      Optional<Geometry> polygon = polygonOf(row);
      if (polygon.isEmpty()) {
        facts.leaveOut(
            table, row, row.get("adcode") + " " + row.get(name), "no polygon of this division");
        continue;
      }
      Map<String, String> kept = new LinkedHashMap<>();
      kept.put("adcode", row.get("adcode"));
      attributes.stream()
          .filter(column -> !row.get(column).isEmpty())
          .forEach(column -> kept.put(column, row.get(column)));
      zones.add(
          Zone.of(
              "%s-%04d".formatted(id, i + 1),
              row.get(name),
              polygon.get(),
              kept,
              row.get("source"),
              row.get("confidence")));
    }
    return new LayerEdition(
        Manifests.divisions(id, zh, en, false, divisions.country(), "facts/" + table + ".csv"),
        zones);
  }

  private Optional<Geometry> polygonOf(CSVRecord row) {
    String code =
        row.isMapped("polygon_adcode") && !row.get("polygon_adcode").isEmpty()
            ? row.get("polygon_adcode")
            : row.get("adcode");
    return polygons.computeIfAbsent(code, divisions::polygon);
  }
}
