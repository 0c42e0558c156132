package luodi.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import luodi.atlas.LayerEdition;
import luodi.atlas.Zone;
import luodi.geo.Grid;
import org.apache.commons.csv.CSVRecord;
import org.locationtech.jts.geom.Coordinate;

/**
 * Railways, roads, waterways and corridors: lines through the nodes that a table names, so
 * schematic.
 */
final class Lines {
  private static final String TABLE = "transport_corridors_nodes";

  private Lines() {}

  static List<LayerEdition> read(FactTables facts) {
    return List.of(
        new LayerEdition(
            Manifests.schematic("rail", "铁路（示意）", "Railways (schematic)"),
            zones(facts, "rail_trunk", Map.of())),
        new LayerEdition(
            Manifests.schematic("road", "高速公路（示意）", "Expressways (schematic)"),
            zones(facts, "expressway", Map.of("class", "expressway"))),
        new LayerEdition(
            Manifests.schematic("waterway", "内河航道（示意）", "Waterways (schematic)"),
            zones(facts, "waterway", Map.of())),
        new LayerEdition(
            Manifests.schematic(
                "logistics-corridor", "综合运输通道（示意）", "Transport corridors (schematic)"),
            zones(facts, "corridor", Map.of())));
  }

  private static List<Zone> zones(FactTables facts, String kind, Map<String, String> attributes) {
    Map<String, List<CSVRecord>> byName = new TreeMap<>();
    for (CSVRecord row : facts.rows(TABLE)) {
      if (!row.get("kind").equals(kind)) {
        continue;
      }
      if (row.get("lon_wgs84").isEmpty()) {
        facts.leaveOut(
            TABLE,
            row,
            row.get("name") + ": " + row.get("node"),
            "the node has no coordinates; the line passes it by");
        continue;
      }
      byName.computeIfAbsent(row.get("name"), name -> new ArrayList<>()).add(row);
    }
    List<Zone> zones = new ArrayList<>();
    byName.forEach(
        (name, nodes) -> {
          nodes.sort(java.util.Comparator.comparingInt(row -> Integer.parseInt(row.get("seq"))));
          if (nodes.size() < 2) {
            facts.leaveOut(TABLE, nodes.get(0), name, "a line needs two nodes");
            return;
          }
          zones.add(line(name, nodes, attributes));
        });
    return zones;
  }

  private static Zone line(String name, List<CSVRecord> nodes, Map<String, String> attributes) {
    Coordinate[] points =
        nodes.stream()
            .map(row -> Points.point(row.get("lon_wgs84"), row.get("lat_wgs84")).getCoordinate())
            .toArray(Coordinate[]::new);
    return Zone.of(
        name,
        name,
        Grid.SHAPES.createLineString(points),
        attributes,
        nodes.get(0).get("source"),
        nodes.get(0).get("confidence"));
  }
}
