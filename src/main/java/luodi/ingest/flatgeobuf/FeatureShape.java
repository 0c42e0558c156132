package luodi.ingest.flatgeobuf;

import java.util.List;
import luodi.geo.Grid;
import luodi.ingest.format.Row;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.wololo.flatgeobuf.generated.Geometry;
import org.wololo.flatgeobuf.generated.GeometryType;

/**
 * A feature's geometry, without Z and M; its counts are believed only as far as its bytes reach.
 */
final class FeatureShape {
  private static final int DEEPEST = 8;

  private final int bytes;

  private FeatureShape(int bytes) {
    this.bytes = bytes;
  }

  /**
   * The shape of a geometry.
   *
   * @param type of all features of the file, where the geometry does not tell its own
   * @param bytes of the whole feature
   */
  static Row.Shape read(Geometry geometry, int type, int bytes) {
    try {
      org.locationtech.jts.geom.Geometry shape =
          new FeatureShape(bytes)
              .shape(geometry, type == GeometryType.Unknown ? geometry.type() : type, 0);
      return shape.isEmpty()
          ? Row.Shape.none("its geometry is empty")
          : Row.Shape.of(shape, List.of());
    } catch (IllegalArgumentException broken) {
      return Row.Shape.none(broken.getMessage());
    } catch (IndexOutOfBoundsException | NegativeArraySizeException broken) {
      return Row.Shape.none("its offsets lead out of the feature");
    }
  }

  private org.locationtech.jts.geom.Geometry shape(Geometry geometry, int type, int depth) {
    if (depth > DEEPEST) {
      throw new IllegalArgumentException("it is nested deeper than " + DEEPEST);
    }
    return switch (type) {
      case GeometryType.Point -> point(geometry);
      case GeometryType.MultiPoint ->
          Grid.SHAPES.createMultiPointFromCoords(positions(geometry, 0, count(geometry)));
      case GeometryType.LineString ->
          Grid.SHAPES.createLineString(positions(geometry, 0, count(geometry)));
      case GeometryType.MultiLineString -> Grid.SHAPES.createMultiLineString(lines(geometry));
      case GeometryType.Polygon -> polygon(geometry);
      case GeometryType.MultiPolygon -> Grid.SHAPES.createMultiPolygon(polygons(geometry));
      case GeometryType.GeometryCollection -> collection(geometry, depth);
      default ->
          throw new IllegalArgumentException(
              "its type is not a point, line or polygon; curves must be made lines first");
    };
  }

  private org.locationtech.jts.geom.Geometry point(Geometry geometry) {
    return count(geometry) == 0
        ? Grid.SHAPES.createPoint()
        : Grid.SHAPES.createPoint(positions(geometry, 0, 1)[0]);
  }

  private Polygon polygon(Geometry geometry) {
    int[] ends = ends(geometry);
    if (ends.length == 0) {
      return Grid.SHAPES.createPolygon();
    }
    LinearRing[] rings = new LinearRing[ends.length];
    for (int i = 0; i < ends.length; i++) {
      rings[i] =
          Grid.SHAPES.createLinearRing(positions(geometry, i == 0 ? 0 : ends[i - 1], ends[i]));
    }
    return Grid.SHAPES.createPolygon(
        rings[0], java.util.Arrays.copyOfRange(rings, 1, rings.length));
  }

  private Polygon[] polygons(Geometry geometry) {
    Polygon[] polygons = new Polygon[within(geometry.partsLength())];
    for (int i = 0; i < polygons.length; i++) {
      polygons[i] = polygon(geometry.parts(i));
    }
    return polygons;
  }

  private LineString[] lines(Geometry geometry) {
    int[] ends = ends(geometry);
    LineString[] lines = new LineString[ends.length];
    for (int i = 0; i < ends.length; i++) {
      lines[i] =
          Grid.SHAPES.createLineString(positions(geometry, i == 0 ? 0 : ends[i - 1], ends[i]));
    }
    return lines;
  }

  private org.locationtech.jts.geom.Geometry collection(Geometry geometry, int depth) {
    var parts = new org.locationtech.jts.geom.Geometry[within(geometry.partsLength())];
    for (int i = 0; i < parts.length; i++) {
      parts[i] = shape(geometry.parts(i), geometry.parts(i).type(), depth + 1);
    }
    return Grid.SHAPES.createGeometryCollection(parts);
  }

  /** Where each ring or line ends, in positions; one end where the file leaves it out. */
  private int[] ends(Geometry geometry) {
    int count = count(geometry);
    int length = within(geometry.endsLength());
    if (length == 0) {
      return count == 0 ? new int[0] : new int[] {count};
    }
    int[] ends = new int[length];
    for (int i = 0; i < length; i++) {
      long end = geometry.ends(i);
      if (end > count || end <= (i == 0 ? 0 : ends[i - 1])) {
        throw new IllegalArgumentException("its rings end outside of its positions");
      }
      ends[i] = (int) end;
    }
    return ends;
  }

  private int count(Geometry geometry) {
    return within(geometry.xyLength()) / 2;
  }

  private int within(int length) {
    if (length < 0 || length > bytes / Integer.BYTES) {
      throw new IllegalArgumentException(
          "it tells of %d numbers in %d bytes".formatted(length, bytes));
    }
    return length;
  }

  private static Coordinate[] positions(Geometry geometry, int from, int to) {
    Coordinate[] points = new Coordinate[to - from];
    for (int i = 0; i < points.length; i++) {
      points[i] = new Coordinate(geometry.xy(2 * (from + i)), geometry.xy(2 * (from + i) + 1));
      if (!Double.isFinite(points[i].x) || !Double.isFinite(points[i].y)) {
        throw new IllegalArgumentException("a position of it is no number");
      }
    }
    return points;
  }
}
