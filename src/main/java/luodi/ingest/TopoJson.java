package luodi.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import luodi.fault.Fault;
import luodi.geo.Grid;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.polygonize.Polygonizer;

/**
 * Polygons that share their borders arc by arc (TopoJSON). Arcs are decoded once, on the 1e-7°
 * grid, so that neighbours' borders are the same to the bit; a union drops the arcs that two of its
 * polygons share.
 *
 * @see <a href="https://github.com/topojson/topojson-specification">TopoJSON specification</a>
 */
final class TopoJson {
  private final List<Coordinate[]> arcs = new ArrayList<>();
  private final List<Shape> shapes = new ArrayList<>();

  /** One object with its properties; arcs by ring by polygon, a reversed arc as {@code ~index}. */
  record Shape(Map<String, String> properties, List<List<List<Integer>>> polygons) {}

  private TopoJson() {}

  /** Reads one object collection of a file. */
  static TopoJson read(Path file, String object) {
    try {
      JsonNode root = new ObjectMapper().readTree(file.toFile());
      TopoJson topology = new TopoJson();
      topology.readArcs(root);
      for (JsonNode geometry : root.path("objects").path(object).path("geometries")) {
        topology.shapes.add(shape(geometry));
      }
      return topology;
    } catch (IOException unreadable) {
      throw Fault.UNAVAILABLE
          .because("%s cannot be read as TopoJSON.", file.getFileName())
          .causedBy(unreadable);
    }
  }

  List<Shape> shapes() {
    return shapes;
  }

  /** The shape's own polygon or polygons, degrees. */
  Geometry geometry(Shape shape) {
    List<Polygon> polygons = new ArrayList<>();
    for (List<List<Integer>> rings : shape.polygons()) {
      LinearRing shell = ring(rings.get(0));
      LinearRing[] holes =
          rings.subList(1, rings.size()).stream().map(this::ring).toArray(LinearRing[]::new);
      polygons.add(Grid.SHAPES.createPolygon(shell, holes));
    }
    return polygons.size() == 1
        ? polygons.get(0)
        : Grid.SHAPES.createMultiPolygon(polygons.toArray(Polygon[]::new));
  }

  /** All shapes as one: only arcs that one shape alone uses remain. */
  Geometry union(List<Shape> group) {
    Map<Integer, Integer> uses = new TreeMap<>();
    for (Shape shape : group) {
      shape
          .polygons()
          .forEach(
              rings ->
                  rings.forEach(
                      ring -> ring.forEach(arc -> uses.merge(index(arc), 1, Integer::sum))));
    }
    Polygonizer polygonizer = new Polygonizer(true);
    uses.forEach(
        (arc, count) -> {
          if (count == 1) {
            polygonizer.add(Grid.SHAPES.createLineString(arcs.get(arc)));
          }
        });
    return polygonizer.getGeometry().norm(); // its order hangs on where objects lie in memory
  }

  private LinearRing ring(List<Integer> references) {
    List<Coordinate> points = new ArrayList<>();
    for (int reference : references) {
      Coordinate[] arc = arcs.get(index(reference));
      for (int i = 0; i < arc.length; i++) {
        Coordinate at = reference >= 0 ? arc[i] : arc[arc.length - 1 - i];
        if (points.isEmpty() || !points.get(points.size() - 1).equals2D(at)) {
          points.add(at);
        }
      }
    }
    return Grid.SHAPES.createLinearRing(points.toArray(Coordinate[]::new));
  }

  private static int index(int reference) {
    return reference >= 0 ? reference : ~reference;
  }

  private void readArcs(JsonNode root) {
    JsonNode scale = root.path("transform").path("scale");
    JsonNode origin = root.path("transform").path("translate");
    for (JsonNode arc : root.path("arcs")) {
      Coordinate[] points = new Coordinate[arc.size()];
      long x = 0;
      long y = 0;
      for (int i = 0; i < points.length; i++) {
        x += arc.get(i).get(0).asLong();
        y += arc.get(i).get(1).asLong();
        points[i] =
            new Coordinate(
                Grid.snap(x * scale.get(0).asDouble() + origin.get(0).asDouble()),
                Grid.snap(y * scale.get(1).asDouble() + origin.get(1).asDouble()));
      }
      arcs.add(points);
    }
  }

  private static Shape shape(JsonNode geometry) {
    Map<String, String> properties = new LinkedHashMap<>();
    geometry
        .path("properties")
        .properties()
        .forEach(entry -> properties.put(entry.getKey(), entry.getValue().asText("")));
    List<List<List<Integer>>> polygons = new ArrayList<>();
    if (geometry.path("type").asText().equals("Polygon")) {
      polygons.add(rings(geometry.path("arcs")));
    } else {
      geometry.path("arcs").forEach(polygon -> polygons.add(rings(polygon)));
    }
    return new Shape(new HashMap<>(properties), polygons);
  }

  private static List<List<Integer>> rings(JsonNode nodes) {
    List<List<Integer>> rings = new ArrayList<>();
    for (JsonNode node : nodes) {
      List<Integer> arcs = new ArrayList<>();
      node.forEach(arc -> arcs.add(arc.asInt()));
      rings.add(arcs);
    }
    return rings;
  }
}
