package luodi.siting;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import luodi.atlas.Layer;
import luodi.geo.Grid;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/**
 * The drawing on which all cases play, in metres east and north of 114.3 E, 30.5 N: <em>the
 * zone</em> is a field of 2 km by 2 km whose straight east edge runs through that spot, <em>the
 * next zone</em> the same field on the other side of that edge, <em>the wide zone</em> both
 * together. A line or a point called "the zone" lies on the edge. A plot is a square of 200 m; it
 * moves only from west to east, so every distance is plain.
 */
final class CaseShapes {
  private static final double LON = 114.3;
  private static final double LAT = 30.5;

  /** Of GRS80 at 30.5 N: prime-vertical and meridional radius of curvature, metres per degree. */
  private static final double METRES_PER_LON = 95_998.93;

  private static final double METRES_PER_LAT = 110_860.91;

  private static final double PLOT_M = 200;
  private static final double ZONE_M = 2000;

  private static final Map<String, double[]> FIELDS =
      Map.of(
          "the zone", new double[] {-ZONE_M, 0},
          "the next zone", new double[] {0, ZONE_M},
          "the wide zone", new double[] {-ZONE_M, ZONE_M});

  private static final Pattern SITE =
      Pattern.compile(
          "(plot|outfall|intake|stack|berth|road|well) (?:(in|across the edge of|touching|inside, touching the edge of|beside) the zone"
              + "|([0-9.]+) m (from|into|out of|inside) the zone)");

  private CaseShapes() {}

  /** Where all ground of a case lies: one county, all layers complete. */
  static Geometry everywhere() {
    return Grid.SHAPES.toGeometry(new Envelope(110, 120, 25, 35));
  }

  /** A zone of a layer by its name. */
  static Geometry zone(String name, Layer.Shape shape) {
    if (name.equals("everywhere")) {
      return everywhere();
    }
    double[] field = FIELDS.get(name);
    if (field == null) {
      throw new IllegalArgumentException("no zone '" + name + "'; there are " + FIELDS.keySet());
    }
    return switch (shape) {
      case POLYGON -> box(field[0], field[1], ZONE_M / 2);
      case LINE ->
          Grid.SHAPES.createLineString(new Coordinate[] {at(0, -ZONE_M / 2), at(0, ZONE_M / 2)});
      case POINT -> Grid.SHAPES.createPoint(at(0, 0));
    };
  }

  /** A part by its phrase, such as {@code plot 999 m from the zone}. */
  static Part part(String phrase) {
    Matcher said = SITE.matcher(phrase.trim());
    if (!said.matches()) {
      throw new IllegalArgumentException("no site is meant by '" + phrase + "'; see CaseShapes");
    }
    Part.Kind kind = Part.Kind.valueOf(said.group(1).toUpperCase(java.util.Locale.ROOT));
    double size = kind == Part.Kind.PLOT || kind == Part.Kind.ROAD ? PLOT_M : 0;
    double west =
        said.group(2) != null
            ? west(said.group(2), size)
            : west(said.group(4), Double.parseDouble(said.group(3)), size);
    return new Part(
        kind, size == 0 ? Grid.SHAPES.createPoint(at(west, 0)) : box(west, west + size, size / 2));
  }

  /** The shape of a part in words, as a GeoJSON polygon. */
  static JsonNode geoJson(String phrase) {
    ObjectNode polygon = new ObjectMapper().createObjectNode().put("type", "Polygon");
    ArrayNode ring = polygon.putArray("coordinates").addArray();
    for (Coordinate corner : part(phrase).shape().getCoordinates()) {
      ring.addArray().add(corner.x).add(corner.y);
    }
    return polygon;
  }

  private static double west(String relation, double size) {
    return switch (relation) {
      case "in" -> -ZONE_M / 2 - size / 2;
      case "across the edge of" -> -size / 2;
      case "touching" -> 0;
      case "inside, touching the edge of" -> -size;
      default -> ZONE_M / 2 - size / 2; // beside: a kilometre east of the edge
    };
  }

  private static double west(String relation, double metres, double size) {
    return switch (relation) {
      case "from" -> metres;
      case "into" -> -metres;
      case "out of" -> metres - size;
      default -> -metres - size; // inside: its nearest side so far from the edge
    };
  }

  private static Geometry box(double west, double east, double halfHeight) {
    return Grid.SHAPES.createPolygon(
        new Coordinate[] {
          at(west, -halfHeight),
          at(east, -halfHeight),
          at(east, halfHeight),
          at(west, halfHeight),
          at(west, -halfHeight)
        });
  }

  private static Coordinate at(double eastM, double northM) {
    return new Coordinate(
        onGrid(LON + eastM / METRES_PER_LON), onGrid(LAT + northM / METRES_PER_LAT));
  }

  private static double onGrid(double degrees) {
    return Math.rint(degrees * Grid.LINES_PER_DEGREE) / Grid.LINES_PER_DEGREE;
  }
}
