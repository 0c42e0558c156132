package luodi.geo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import luodi.fault.Fault;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/**
 * GeoJSON geometries (RFC 7946), in whatever CRS their numbers are; a third coordinate is dropped.
 */
public final class GeoJson {
  private static final GeometryFactory SHAPES = Grid.SHAPES;
  private static final int DEEPEST_COLLECTION = 8;

  private GeoJson() {}

  /**
   * Reads one geometry; {@code BAD_SITE} with a JSON pointer when it is none.
   *
   * @param pointer where the node stands in the request
   */
  public static Geometry read(JsonNode node, String pointer) {
    return read(node, pointer, 0);
  }

  private static Geometry read(JsonNode node, String pointer, int depth) {
    String type = node.path("type").asText("");
    JsonNode at = node.path("coordinates");
    String where = pointer + "/coordinates";
    return switch (type) {
      case "Point" -> SHAPES.createPoint(position(at, where));
      case "LineString" -> line(at, where);
      case "Polygon" -> polygon(at, where);
      case "MultiPoint" -> SHAPES.createMultiPointFromCoords(positions(at, where, 1));
      case "MultiLineString" ->
          SHAPES.createMultiLineString(each(at, where, GeoJson::line).toArray(LineString[]::new));
      case "MultiPolygon" ->
          SHAPES.createMultiPolygon(each(at, where, GeoJson::polygon).toArray(Polygon[]::new));
      case "GeometryCollection" ->
          collection(node.path("geometries"), pointer + "/geometries", depth);
      default ->
          throw bad(
              pointer,
              "'"
                  + type
                  + "' is no GeoJSON geometry; give a Point, LineString, Polygon or a Multi of them");
    };
  }

  /** The geometry as GeoJSON, positions on the 1e-7° grid. */
  public static ObjectNode write(Geometry shape) {
    return write(shape, Grid::snap);
  }

  /** The geometry as GeoJSON with its numbers as they are, in whatever CRS. */
  public static ObjectNode writeExactly(Geometry shape) {
    return write(shape, DoubleUnaryOperator.identity());
  }

  private static ObjectNode write(Geometry shape, DoubleUnaryOperator rounding) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put(
        "type",
        shape.getGeometryType().equals("LinearRing") ? "LineString" : shape.getGeometryType());
    if (shape.getGeometryType().equals("GeometryCollection")) {
      ArrayNode parts = node.putArray("geometries");
      for (int i = 0; i < shape.getNumGeometries(); i++) {
        parts.add(write(shape.getGeometryN(i), rounding));
      }
    } else {
      node.set("coordinates", coordinates(shape, rounding));
    }
    return node;
  }

  private static ArrayNode coordinates(Geometry shape, DoubleUnaryOperator rounding) {
    if (shape instanceof Point point) {
      return point.isEmpty() ? array() : position(point.getCoordinate(), rounding);
    }
    if (shape instanceof LineString line) {
      return positions(line, rounding);
    }
    ArrayNode parts = array();
    if (shape instanceof Polygon polygon) {
      if (!polygon.isEmpty()) {
        parts.add(positions(polygon.getExteriorRing(), rounding));
      }
      for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
        parts.add(positions(polygon.getInteriorRingN(i), rounding));
      }
      return parts;
    }
    for (int i = 0; i < shape.getNumGeometries(); i++) {
      parts.add(coordinates(shape.getGeometryN(i), rounding));
    }
    return parts;
  }

  private static ArrayNode positions(LineString line, DoubleUnaryOperator rounding) {
    ArrayNode all = array();
    for (Coordinate at : line.getCoordinates()) {
      all.add(position(at, rounding));
    }
    return all;
  }

  private static ArrayNode position(Coordinate at, DoubleUnaryOperator rounding) {
    return array().add(rounding.applyAsDouble(at.x)).add(rounding.applyAsDouble(at.y));
  }

  private static ArrayNode array() {
    return JsonNodeFactory.instance.arrayNode();
  }

  private static Geometry collection(JsonNode parts, String pointer, int depth) {
    if (depth >= DEEPEST_COLLECTION) {
      throw bad(pointer, "collections are nested deeper than " + DEEPEST_COLLECTION);
    }
    List<Geometry> all = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      all.add(read(parts.get(i), pointer + "/" + i, depth + 1));
    }
    return SHAPES.buildGeometry(all);
  }

  private interface Reader<T> {
    T read(JsonNode node, String pointer);
  }

  private static <T> List<T> each(JsonNode nodes, String pointer, Reader<T> reader) {
    List<T> all = new ArrayList<>();
    for (int i = 0; i < nodes.size(); i++) {
      all.add(reader.read(nodes.get(i), pointer + "/" + i));
    }
    return all;
  }

  private static LineString line(JsonNode node, String pointer) {
    return SHAPES.createLineString(positions(node, pointer, 2));
  }

  private static Polygon polygon(JsonNode node, String pointer) {
    List<LinearRing> rings = each(node, pointer, GeoJson::ring);
    if (rings.isEmpty()) {
      throw bad(pointer, "a Polygon needs at least one ring");
    }
    return SHAPES.createPolygon(
        rings.get(0), rings.subList(1, rings.size()).toArray(LinearRing[]::new));
  }

  private static LinearRing ring(JsonNode node, String pointer) {
    Coordinate[] at = positions(node, pointer, 4);
    if (!at[0].equals2D(at[at.length - 1])) {
      throw bad(
          pointer, "the ring does not end where it began; repeat its first position at the end");
    }
    return SHAPES.createLinearRing(at);
  }

  private static Coordinate[] positions(JsonNode node, String pointer, int fewest) {
    if (!node.isArray() || node.size() < fewest) {
      throw bad(pointer, "at least " + fewest + " positions wanted, " + node.size() + " came");
    }
    return each(node, pointer, GeoJson::position).toArray(Coordinate[]::new);
  }

  private static Coordinate position(JsonNode node, String pointer) {
    if (!node.isArray() || node.size() < 2 || !node.get(0).isNumber() || !node.get(1).isNumber()) {
      throw bad(pointer, "a position is [longitude, latitude] in numbers");
    }
    Coordinate at = new Coordinate(node.get(0).asDouble(), node.get(1).asDouble());
    if (!Double.isFinite(at.x) || !Double.isFinite(at.y)) {
      throw bad(pointer, "a position needs finite numbers");
    }
    return at;
  }

  private static RuntimeException bad(String pointer, String why) {
    return Fault.BAD_SITE.because("The geometry cannot be read: %s.", why).at(pointer);
  }
}
