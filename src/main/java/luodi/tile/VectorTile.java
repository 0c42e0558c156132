package luodi.tile;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/**
 * One layer of one vector tile while it is being written.
 *
 * @see <a href="https://github.com/mapbox/vector-tile-spec/tree/master/2.1">Vector Tile 2.1</a>
 */
final class VectorTile {
  private static final int MOVE_TO = 1;
  private static final int LINE_TO = 2;
  private static final int CLOSE_PATH = 7;

  /** Field numbers and lengths around a feature or a value. */
  private static final int FRAME_BYTES = 12;

  private final String layer;
  private final Protobuf features = new Protobuf();
  private final Map<String, Integer> keys = new LinkedHashMap<>();
  private final Map<Object, Integer> values = new LinkedHashMap<>();
  private int tableBytes;

  // The pen: positions are written as steps from the last one.
  private int penX;
  private int penY;

  VectorTile(String layer) {
    this.layer = layer;
  }

  /**
   * Adds a shape in whole tile units with its attributes, texts and numbers.
   *
   * @return false when the layer would grow beyond so many bytes, and the shape was left out
   */
  boolean add(Geometry shape, Map<String, ?> attributes, int mostBytes) {
    Protobuf path = path(shape);
    int tableGrows = 0;
    for (Map.Entry<String, ?> attribute : attributes.entrySet()) {
      tableGrows += growth(keys, attribute.getKey()) + growth(values, attribute.getValue());
    }
    int grown = path.size() + 4 * attributes.size() + FRAME_BYTES + tableGrows;
    if (features.size() + tableBytes + grown > mostBytes) {
      return false;
    }
    tableBytes += tableGrows;
    Protobuf tags = new Protobuf();
    attributes.forEach(
        (key, value) -> {
          tags.varint(keys.computeIfAbsent(key, added -> keys.size()));
          tags.varint(values.computeIfAbsent(value, added -> values.size()));
        });
    Protobuf feature = new Protobuf();
    feature.block(2, tags);
    feature.number(3, shape.getDimension() + 1); // POINT 1, LINESTRING 2, POLYGON 3
    feature.block(4, path);
    features.block(2, feature);
    return true;
  }

  private static int growth(Map<?, Integer> table, Object word) {
    return table.containsKey(word)
        ? 0
        : word.toString().getBytes(StandardCharsets.UTF_8).length + FRAME_BYTES;
  }

  /** The tile, not gzipped; no bytes when it has no feature. */
  byte[] bytes() {
    if (features.size() == 0) {
      return new byte[0];
    }
    Protobuf all = new Protobuf();
    all.text(1, layer);
    all.raw(features);
    keys.keySet().forEach(key -> all.text(3, key));
    for (Object value : values.keySet()) {
      Protobuf written = new Protobuf();
      if (value instanceof Double number) {
        written.real(3, number);
      } else {
        written.text(1, value.toString());
      }
      all.block(4, written);
    }
    all.number(5, TileShape.EXTENT);
    all.number(15, 2);
    Protobuf tile = new Protobuf();
    tile.block(3, all);
    return tile.bytes();
  }

  private Protobuf path(Geometry shape) {
    penX = 0;
    penY = 0;
    Protobuf path = new Protobuf();
    if (shape.getDimension() == 0) {
      path.varint(MOVE_TO | shape.getNumGeometries() << 3);
    }
    for (int i = 0; i < shape.getNumGeometries(); i++) {
      Geometry part = shape.getGeometryN(i);
      if (part instanceof Polygon polygon) {
        ring(path, polygon.getExteriorRing(), true);
        for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
          ring(path, polygon.getInteriorRingN(hole), false);
        }
      } else if (part instanceof LineString line) {
        CoordinateSequence points = line.getCoordinateSequence();
        line(path, points, points.size(), false);
      } else if (part instanceof Point point) {
        step(path, point.getCoordinateSequence(), 0);
      }
    }
    return path;
  }

  /** Outer rings run clockwise on the screen, whose y grows downwards; holes the other way. */
  private void ring(Protobuf path, LineString ring, boolean outer) {
    CoordinateSequence points = ring.getCoordinateSequence();
    boolean clockwiseOnScreen = Orientation.isCCW(points);
    line(path, points, points.size() - 1, clockwiseOnScreen != outer);
    path.varint(CLOSE_PATH | 1 << 3);
  }

  private void line(Protobuf path, CoordinateSequence points, int count, boolean backwards) {
    int last = count - 1;
    path.varint(MOVE_TO | 1 << 3);
    step(path, points, backwards ? last : 0);
    path.varint(LINE_TO | last << 3);
    for (int i = 1; i <= last; i++) {
      step(path, points, backwards ? last - i : i);
    }
  }

  private void step(Protobuf path, CoordinateSequence points, int at) {
    int x = (int) Math.rint(points.getX(at));
    int y = (int) Math.rint(points.getY(at));
    path.varint(zigzag(x - penX));
    path.varint(zigzag(y - penY));
    penX = x;
    penY = y;
  }

  private static int zigzag(int step) {
    return step << 1 ^ step >> 31;
  }
}
