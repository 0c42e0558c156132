package luodi.synthetic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import luodi.geo.Grid;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/** The real ground straight from the committed files, as plainly as can be. */
final class GeodataFiles {
  private static final Path ROOT = Path.of("geodata");
  private static final ObjectMapper JSON = new ObjectMapper();
  private static RealGround read;

  private GeodataFiles() {}

  static synchronized RealGround real() {
    if (read == null) {
      try {
        read =
            new RealGround(
                counties(),
                rivers(),
                lakes(),
                seats(),
                zones(),
                chemicalParks(),
                reserves(),
                parkCounties());
      } catch (IOException unreadable) {
        throw new AssertionError(unreadable);
      }
    }
    return read;
  }

  private static List<RealGround.County> counties() throws IOException {
    JsonNode file = json("boundaries/counties_echarts_mit_wgs84.topojson");
    List<Coordinate[]> arcs = arcs(file);
    List<RealGround.County> counties = new ArrayList<>();
    for (JsonNode county : file.at("/objects/counties/geometries")) {
      JsonNode is = county.get("properties");
      List<Polygon> parts = new ArrayList<>();
      if (county.get("type").textValue().equals("Polygon")) {
        parts.add(polygon(county.get("arcs"), arcs));
      } else {
        county.get("arcs").forEach(part -> parts.add(polygon(part, arcs)));
      }
      Geometry shape =
          parts.size() == 1
              ? parts.get(0)
              : Grid.SHAPES.createMultiPolygon(parts.toArray(new Polygon[0]));
      if (!shape.isValid()) {
        shape = Grid.snap(shape.buffer(0));
      }
      counties.add(
          new RealGround.County(
              is.get("adcode").textValue(),
              is.get("name").textValue(),
              is.get("pref").textValue(),
              is.get("prov").textValue(),
              shape));
    }
    return counties;
  }

  private static List<Coordinate[]> arcs(JsonNode file) {
    JsonNode scale = file.at("/transform/scale");
    JsonNode shift = file.at("/transform/translate");
    List<Coordinate[]> arcs = new ArrayList<>();
    for (JsonNode arc : file.get("arcs")) {
      Coordinate[] points = new Coordinate[arc.size()];
      long x = 0;
      long y = 0;
      for (int i = 0; i < points.length; i++) {
        x += arc.get(i).get(0).longValue();
        y += arc.get(i).get(1).longValue();
        points[i] =
            new Coordinate(
                Grid.snap(x * scale.get(0).doubleValue() + shift.get(0).doubleValue()),
                Grid.snap(y * scale.get(1).doubleValue() + shift.get(1).doubleValue()));
      }
      arcs.add(points);
    }
    return arcs;
  }

  private static Polygon polygon(JsonNode rings, List<Coordinate[]> arcs) {
    List<LinearRing> made = new ArrayList<>();
    for (JsonNode ring : rings) {
      List<Coordinate> points = new ArrayList<>();
      for (JsonNode number : ring) {
        int at = number.intValue();
        Coordinate[] arc = arcs.get(at >= 0 ? at : ~at);
        for (int i = points.isEmpty() ? 0 : 1; i < arc.length; i++) {
          points.add(arc[at >= 0 ? i : arc.length - 1 - i].copy());
        }
      }
      made.add(Grid.SHAPES.createLinearRing(points.toArray(new Coordinate[0])));
    }
    return Grid.SHAPES.createPolygon(
        made.get(0), made.subList(1, made.size()).toArray(new LinearRing[0]));
  }

  private static List<RealGround.River> rivers() throws IOException {
    List<RealGround.River> rivers = new ArrayList<>();
    for (JsonNode river : json("waters/rivers_gshhg.geojson").get("features")) {
      JsonNode is = river.get("properties");
      rivers.add(
          new RealGround.River(
              is.get("class").asText(),
              is.path("name_zh").asText("").replace("null", ""),
              is.path("basin").asText("").replace("null", ""),
              Grid.SHAPES.createLineString(points(river.at("/geometry/coordinates")))));
    }
    return rivers;
  }

  private static List<RealGround.Lake> lakes() throws IOException {
    List<RealGround.Lake> lakes = new ArrayList<>();
    for (JsonNode lake : json("waters/lakes_gshhg.geojson").get("features")) {
      List<LinearRing> rings = new ArrayList<>();
      lake.at("/geometry/coordinates")
          .forEach(ring -> rings.add(Grid.SHAPES.createLinearRing(points(ring))));
      Geometry shape =
          Grid.SHAPES.createPolygon(
              rings.get(0), rings.subList(1, rings.size()).toArray(new LinearRing[0]));
      lakes.add(
          new RealGround.Lake(
              lake.at("/properties/name_en").asText("").replace("null", ""),
              shape.isValid() ? shape : Grid.snap(shape.buffer(0))));
    }
    return lakes;
  }

  private static Coordinate[] points(JsonNode positions) {
    Coordinate[] points = new Coordinate[positions.size()];
    for (int i = 0; i < points.length; i++) {
      points[i] =
          new Coordinate(
              Grid.snap(positions.get(i).get(0).doubleValue()),
              Grid.snap(positions.get(i).get(1).doubleValue()));
    }
    return points;
  }

  private static List<RealGround.Seat> seats() throws IOException {
    List<RealGround.Seat> seats = new ArrayList<>();
    for (CSVRecord row : rows("divisions_2024")) {
      seat(row, "lon_wgs84", "lat_wgs84")
          .ifPresent(at -> seats.add(new RealGround.Seat(row.get("adcode"), at)));
    }
    return seats;
  }

  private static List<RealGround.DevelopmentZone> zones() throws IOException {
    List<RealGround.DevelopmentZone> zones = new ArrayList<>();
    for (CSVRecord row : rows("development_zones_gbt37028_2018")) {
      zones.add(
          new RealGround.DevelopmentZone(
              row.get("zone_code"),
              row.get("name"),
              row.get("grade"),
              row.get("type"),
              row.get("adcode_located"),
              seat(row, "lon_wgs84", "lat_wgs84")));
    }
    return zones;
  }

  private static List<RealGround.ChemicalPark> chemicalParks() throws IOException {
    List<RealGround.ChemicalPark> parks = new ArrayList<>();
    for (CSVRecord row : rows("chemical_parks_sample")) {
      seat(row, "lon_wgs84", "lat_wgs84")
          .ifPresent(at -> parks.add(new RealGround.ChemicalPark(row.get("name"), at)));
    }
    return parks;
  }

  private static List<RealGround.Reserve> reserves() throws IOException {
    List<RealGround.Reserve> reserves = new ArrayList<>();
    for (CSVRecord row : rows("nature_reserves_national")) {
      seat(row, "lon", "lat")
          .ifPresent(
              at ->
                  reserves.add(
                      new RealGround.Reserve(
                          row.get("name"), row.get("category"), row.get("grade"), at)));
    }
    return reserves;
  }

  private static List<RealGround.ParkCounty> parkCounties() throws IOException {
    Map<String, RealGround.ParkCounty> parks = new TreeMap<>();
    for (CSVRecord row : rows("national_parks_counties")) {
      parks.put(
          row.get("park") + row.get("polygon_adcode"),
          new RealGround.ParkCounty(row.get("park"), row.get("polygon_adcode")));
    }
    return List.copyOf(parks.values());
  }

  private static Optional<Coordinate> seat(CSVRecord row, String lon, String lat) {
    return row.get(lon).isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Coordinate(
                Grid.snap(Double.parseDouble(row.get(lon))),
                Grid.snap(Double.parseDouble(row.get(lat)))));
  }

  private static List<CSVRecord> rows(String file) throws IOException {
    Path path = ROOT.resolve("facts").resolve(file + ".csv");
    CSVFormat format = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();
    try (var reader = Files.newBufferedReader(path, StandardCharsets.UTF_8)) {
      return format.parse(reader).getRecords();
    }
  }

  private static JsonNode json(String file) throws IOException {
    return JSON.readTree(ROOT.resolve(file).toFile());
  }
}
