package luodi.ingest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import luodi.atlas.Layer;
import luodi.atlas.LayerEdition;
import luodi.atlas.Zone;
import luodi.geo.Grid;
import org.apache.commons.csv.CSVRecord;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/** Point layers of the fact tables: hubs, rail nodes, ports, airports, zones, reserves. */
final class Points {
  private Points() {}

  /**
   * How a table becomes a layer: the column of names, of longitude and latitude, and the columns
   * kept as attributes.
   */
  private record Recipe(
      Layer layer, String table, String name, String lon, String lat, List<String> attributes) {}

  private static final List<Recipe> RECIPES =
      List.of(
          new Recipe(
              Manifests.points("logistics-hub", "国家物流枢纽", "National logistics hubs", 5000),
              "national_logistics_hubs",
              "hub",
              "lon_wgs84",
              "lat_wgs84",
              List.of("type", "adcode", "city", "province")),
          new Recipe(
              Manifests.points("cr-express", "中欧班列节点", "China-Europe rail nodes", 5000),
              "cr_express_nodes",
              "node",
              "lon_wgs84",
              "lat_wgs84",
              List.of("type", "adcode", "province")),
          new Recipe(
              Manifests.points("port", "港口", "Ports", 5000),
              "ports",
              "port",
              "lon_wgs84",
              "lat_wgs84",
              List.of("kind", "adcode", "county", "province")),
          new Recipe(
              Manifests.points("airport", "机场", "Airports", 5000),
              "airports",
              "name_en",
              "lon_wgs84",
              "lat_wgs84",
              List.of("iata", "type")),
          new Recipe(
              Manifests.points(
                  "development-zones", "开发区（驻地点）", "Development zones (seat points)", 20_000),
              "development_zones_gbt37028_2018",
              "name",
              "lon_wgs84",
              "lat_wgs84",
              List.of(
                  "zone_code",
                  "grade",
                  "type",
                  "province",
                  "adcode_located",
                  "located_name",
                  "located_level",
                  "match_how")),
          new Recipe(
              Manifests.points(
                  "chemical-parks", "化工园区（样本，驻地点）", "Chemical parks (sample, seat points)", 20_000),
              "chemical_parks_sample",
              "name",
              "lon_wgs84",
              "lat_wgs84",
              List.of("class", "adcode", "county", "province")),
          new Recipe(
              Manifests.points(
                  "nature-reserve-points",
                  "国家级自然保护区（点）",
                  "National nature reserves (points)",
                  20_000),
              "nature_reserves_national",
              "name",
              "lon",
              "lat",
              List.of("category", "grade", "adcode", "county", "province")));

  static List<LayerEdition> read(FactTables facts) {
    return RECIPES.stream().map(recipe -> layer(recipe, facts)).toList();
  }

  static Geometry point(String lon, String lat) {
    return Grid.SHAPES.createPoint(
        new Coordinate(Grid.snap(Double.parseDouble(lon)), Grid.snap(Double.parseDouble(lat))));
  }

  private static LayerEdition layer(Recipe recipe, FactTables facts) {
    List<Zone> zones = new ArrayList<>();
    Map<String, Integer> seen = new HashMap<>();
    for (CSVRecord row : facts.rows(recipe.table())) {
      String name = row.get(recipe.name());
      if (row.get(recipe.lon()).isEmpty()) {
        facts.leaveOut(recipe.table(), row, name, "no coordinates");
        continue;
      }
      String id = row.isMapped("zone_code") ? row.get("zone_code") : name;
      int nth = seen.merge(id, 1, Integer::sum);
      zones.add(
          Zone.of(
              nth == 1 ? id : id + "#" + nth,
              name,
              point(row.get(recipe.lon()), row.get(recipe.lat())),
              attributes(row, recipe),
              row.get("source"),
              row.get("confidence")));
    }
    zones.sort(java.util.Comparator.comparing(Zone::id));
    return new LayerEdition(recipe.layer(), zones);
  }

  private static Map<String, String> attributes(CSVRecord row, Recipe recipe) {
    Map<String, String> attributes = new LinkedHashMap<>();
    for (String column : recipe.attributes()) {
      if (!row.get(column).isEmpty()) {
        attributes.put(column, row.get(column));
      }
    }
    return attributes;
  }
}
