package luodi.tile;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
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

  private final String layer;
  private final Protobuf features = new Protobuf();
  private final Map<String, Integer> keys = new LinkedHashMap<>();
  private final Map<String, Integer> values = new LinkedHashMap<>();

  // The pen: positions are written as steps from the last one.
  private int penX;
  private int penY;

  VectorTile(String layer) {
    this.layer = layer;
  }

  /** Adds a shape in whole tile units with its attributes. */
  void add(Geometry shape, Map<String, String> attributes) {
    penX = 0;
    penY = 0;
    List<Integer> tags = new ArrayList<>();
    attributes.forEach(
        (key, value) -> {
          tags.add(keys.computeIfAbsent(key, added -> keys.size()));
          tags.add(values.computeIfAbsent(value, added -> values.size()));
        });
    Protobuf feature = new Protobuf();
    feature.packed(2, tags);
    feature.number(3, shape.getDimension() + 1); // POINT 1, LINESTRING 2, POLYGON 3
    feature.packed(4, commands(shape));
    features.message(2, feature);
  }

  /** Bytes written so far, about. */
  int size() {
    return features.size();
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
    values
        .keySet()
        .forEach(
            value -> {
              Protobuf written = new Protobuf();
              written.text(1, value);
              all.message(4, written);
            });
    all.number(5, TileShape.EXTENT);
    all.number(15, 2);
    Protobuf tile = new Protobuf();
    tile.message(3, all);
    return tile.bytes();
  }

  private List<Integer> commands(Geometry shape) {
    List<Integer> commands = new ArrayList<>();
    if (shape.getDimension() == 0) {
      move(commands, shape.getCoordinates(), shape.getNumPoints());
      return commands;
    }
    for (int i = 0; i < shape.getNumGeometries(); i++) {
      if (shape.getGeometryN(i) instanceof Polygon polygon) {
        ring(commands, polygon.getExteriorRing(), true);
        for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
          ring(commands, polygon.getInteriorRingN(hole), false);
        }
      } else {
        path(
            commands, shape.getGeometryN(i).getCoordinates(), shape.getGeometryN(i).getNumPoints());
      }
    }
    return commands;
  }

  /** Outer rings run clockwise on the screen, whose y grows downwards; holes the other way. */
  private void ring(List<Integer> commands, LineString ring, boolean outer) {
    Coordinate[] points = ring.getCoordinates();
    boolean clockwiseOnScreen = Orientation.isCCW(points);
    if (clockwiseOnScreen != outer) {
      Coordinate[] turned = new Coordinate[points.length];
      for (int i = 0; i < points.length; i++) {
        turned[i] = points[points.length - 1 - i];
      }
      points = turned;
    }
    path(commands, points, points.length - 1);
    commands.add(CLOSE_PATH | 1 << 3);
  }

  private void path(List<Integer> commands, Coordinate[] points, int count) {
    move(commands, points, 1);
    commands.add(LINE_TO | count - 1 << 3);
    for (int i = 1; i < count; i++) {
      step(commands, points[i]);
    }
  }

  private void move(List<Integer> commands, Coordinate[] points, int count) {
    commands.add(MOVE_TO | count << 3);
    for (int i = 0; i < count; i++) {
      step(commands, points[i]);
    }
  }

  private void step(List<Integer> commands, Coordinate to) {
    int x = (int) Math.rint(to.x);
    int y = (int) Math.rint(to.y);
    commands.add(zigzag(x - penX));
    commands.add(zigzag(y - penY));
    penX = x;
    penY = y;
  }

  private static int zigzag(int step) {
    return step << 1 ^ step >> 31;
  }

  /** The few parts of the protobuf wire format that tiles need. */
  private static final class Protobuf {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    int size() {
      return out.size();
    }

    byte[] bytes() {
      return out.toByteArray();
    }

    void number(int field, int value) {
      varint(field << 3);
      varint(value);
    }

    void text(int field, String value) {
      block(field, value.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    void message(int field, Protobuf message) {
      block(field, message.bytes());
    }

    void packed(int field, List<Integer> values) {
      Protobuf packed = new Protobuf();
      values.forEach(packed::varint);
      message(field, packed);
    }

    void raw(Protobuf other) {
      out.writeBytes(other.bytes());
    }

    private void block(int field, byte[] bytes) {
      varint(field << 3 | 2);
      varint(bytes.length);
      out.writeBytes(bytes);
    }

    private void varint(int value) {
      int rest = value;
      while ((rest & ~0x7F) != 0) {
        out.write(rest & 0x7F | 0x80);
        rest >>>= 7;
      }
      out.write(rest);
    }
  }
}
