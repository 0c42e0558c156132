package luodi.ingest.shapefile;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import luodi.geo.Grid;
import luodi.ingest.format.Row;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.LineString;

/** The content of one record of a {@code .shp}: its shape without Z and M. */
final class ShapeRecord {
  private static final int POINT_BYTES = 16;
  private static final int BOX_BYTES = 32;

  private final ByteBuffer content;

  private ShapeRecord(ByteBuffer content) {
    this.content = content;
  }

  /**
   * Reads a record's content, little-endian; whatever it holds, the answer is a shape or why not.
   */
  static Row.Shape read(ByteBuffer content) {
    if (content.remaining() < Integer.BYTES) {
      return Row.Shape.none("the record is empty");
    }
    ShapeRecord record = new ShapeRecord(content);
    return switch (content.getInt()) {
      case 0 -> Row.Shape.none("the record has no shape (null shape)");
      case 1, 11, 21 -> record.point();
      case 8, 18, 28 -> record.points();
      case 3, 13, 23 -> record.lines();
      case 5, 15, 25 -> record.polygons();
      case 31 -> Row.Shape.none("the record is a multipatch, which is no shape on a map");
      default ->
          Row.Shape.none("the record's type " + content.getInt(0) + " is none of a shapefile");
    };
  }

  private Row.Shape point() {
    if (content.remaining() < POINT_BYTES) {
      return broken();
    }
    Coordinate at = position();
    if (Double.isNaN(at.x) && Double.isNaN(at.y)) {
      return Row.Shape.none("the record is an empty point");
    }
    return isFinite(at) ? Row.Shape.of(Grid.SHAPES.createPoint(at), List.of()) : notFinite();
  }

  private Row.Shape points() {
    if (content.remaining() < BOX_BYTES + Integer.BYTES) {
      return broken();
    }
    content.position(content.position() + BOX_BYTES);
    int count = content.getInt();
    if (count < 1 || count > content.remaining() / POINT_BYTES) {
      return broken();
    }
    Coordinate[] points = positions(count);
    return areFinite(points)
        ? Row.Shape.of(Grid.SHAPES.createMultiPointFromCoords(points), List.of())
        : notFinite();
  }

  private Row.Shape lines() {
    int[] ends = parts();
    if (ends == null) {
      return broken();
    }
    LineString[] lines = new LineString[ends.length];
    int from = 0;
    for (int i = 0; i < ends.length; i++) {
      Coordinate[] points = positions(ends[i] - from);
      if (!areFinite(points)) {
        return notFinite();
      }
      if (points.length == 1) {
        return Row.Shape.none("a line of it has one position only");
      }
      lines[i] = Grid.SHAPES.createLineString(points);
      from = ends[i];
    }
    if (lines.length == 0) {
      return Row.Shape.none("the record has no shape (no parts)");
    }
    return Row.Shape.of(
        lines.length == 1 ? lines[0] : Grid.SHAPES.createMultiLineString(lines), List.of());
  }

  private Row.Shape polygons() {
    int[] ends = parts();
    if (ends == null) {
      return broken();
    }
    if (ends.length == 0) {
      return Row.Shape.none("the record has no shape (no parts)");
    }
    Rings rings = new Rings();
    int from = 0;
    for (int end : ends) {
      Coordinate[] points = positions(end - from);
      if (!areFinite(points)) {
        return notFinite();
      }
      rings.add(points);
      from = end;
    }
    return rings.polygons();
  }

  /** Where each part ends among the positions, which come next; null when the table is broken. */
  private int[] parts() {
    if (content.remaining() < BOX_BYTES + 2 * Integer.BYTES) {
      return null;
    }
    content.position(content.position() + BOX_BYTES);
    int parts = content.getInt();
    int points = content.getInt();
    long wanted = (long) parts * Integer.BYTES + (long) points * POINT_BYTES;
    if (parts < 0 || points < 0 || wanted > content.remaining() || parts > points) {
      return null;
    }
    int[] starts = new int[parts];
    for (int i = 0; i < parts; i++) {
      starts[i] = content.getInt();
      if (i == 0 ? starts[i] != 0 : starts[i] <= starts[i - 1] || starts[i] >= points) {
        return null;
      }
    }
    int[] ends = new int[parts];
    for (int i = 0; i < parts; i++) {
      ends[i] = i + 1 < parts ? starts[i + 1] : points;
    }
    return ends;
  }

  private Coordinate[] positions(int count) {
    Coordinate[] points = new Coordinate[count];
    for (int i = 0; i < count; i++) {
      points[i] = position();
    }
    return points;
  }

  private Coordinate position() {
    return new Coordinate(content.getDouble(), content.getDouble());
  }

  private static boolean areFinite(Coordinate[] points) {
    return Arrays.stream(points).allMatch(ShapeRecord::isFinite);
  }

  private static boolean isFinite(Coordinate at) {
    return Double.isFinite(at.x) && Double.isFinite(at.y);
  }

  private static Row.Shape broken() {
    return Row.Shape.none("the record's counts of parts and positions do not fit its length");
  }

  private static Row.Shape notFinite() {
    return Row.Shape.none("a position of it is no number");
  }
}
