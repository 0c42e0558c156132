package luodi.web;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.algorithm.Area;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/** A Mapbox vector tile read by the letter of the specification, for tests. */
record DecodedTile(List<Layer> layers) {
  private static final GeometryFactory FACTORY = new GeometryFactory();

  record Layer(String name, int version, int extent, List<Feature> features) {}

  /** A feature with its shape in tile units, y downwards. */
  record Feature(Map<String, Object> attributes, Geometry shape) {}

  static DecodedTile read(byte[] bytes) {
    List<Layer> layers = new ArrayList<>();
    for (Field field : fields(ByteBuffer.wrap(bytes))) {
      if (field.number() != 3) {
        throw new AssertionError("field " + field.number() + " in a tile");
      }
      layers.add(layer(field.bytes()));
    }
    return new DecodedTile(layers);
  }

  private record Field(int number, long value, ByteBuffer bytes) {}

  private static Layer layer(ByteBuffer bytes) {
    String name = "";
    int version = 0;
    int extent = 0;
    List<String> keys = new ArrayList<>();
    List<Object> values = new ArrayList<>();
    List<ByteBuffer> features = new ArrayList<>();
    for (Field field : fields(bytes)) {
      switch (field.number()) {
        case 1 -> name = text(field.bytes());
        case 2 -> features.add(field.bytes());
        case 3 -> keys.add(text(field.bytes()));
        case 4 -> values.add(value(field.bytes()));
        case 5 -> extent = (int) field.value();
        case 15 -> version = (int) field.value();
        default -> throw new AssertionError("field " + field.number() + " in a layer");
      }
    }
    return new Layer(
        name, version, extent, features.stream().map(one -> feature(one, keys, values)).toList());
  }

  private static Object value(ByteBuffer bytes) {
    Field field = fields(bytes).get(0);
    return switch (field.number()) {
      case 1 -> text(field.bytes());
      case 3 -> Double.longBitsToDouble(field.value());
      default -> field.value();
    };
  }

  private static Feature feature(ByteBuffer bytes, List<String> keys, List<Object> values) {
    Map<String, Object> attributes = new LinkedHashMap<>();
    int type = 0;
    Geometry shape = null;
    for (Field field : fields(bytes)) {
      switch (field.number()) {
        case 2 -> {
          List<Integer> tags = packed(field.bytes());
          for (int i = 0; i < tags.size(); i += 2) {
            attributes.put(keys.get(tags.get(i)), values.get(tags.get(i + 1)));
          }
        }
        case 3 -> type = (int) field.value();
        case 4 -> shape = shape(type, packed(field.bytes()));
        default -> throw new AssertionError("field " + field.number() + " in a feature");
      }
    }
    return new Feature(attributes, shape);
  }

  private static Geometry shape(int type, List<Integer> commands) {
    List<List<Coordinate>> paths = paths(type, commands);
    return switch (type) {
      case 1 ->
          FACTORY.createMultiPointFromCoords(
              paths.stream().flatMap(List::stream).toArray(Coordinate[]::new));
      case 2 ->
          FACTORY.buildGeometry(
              paths.stream()
                  .map(path -> FACTORY.createLineString(path.toArray(Coordinate[]::new)))
                  .toList());
      case 3 -> polygons(paths);
      default -> throw new AssertionError("geometry type " + type);
    };
  }

  private static List<List<Coordinate>> paths(int type, List<Integer> commands) {
    List<List<Coordinate>> paths = new ArrayList<>();
    int x = 0;
    int y = 0;
    int at = 0;
    while (at < commands.size()) {
      int command = commands.get(at) & 7;
      int count = commands.get(at++) >> 3;
      if (command == 7) {
        List<Coordinate> ring = paths.get(paths.size() - 1);
        ring.add(ring.get(0).copy());
        continue;
      }
      for (int i = 0; i < count; i++) {
        int dx = commands.get(at++);
        int dy = commands.get(at++);
        x += dx >> 1 ^ -(dx & 1);
        y += dy >> 1 ^ -(dy & 1);
        if (command == 1) {
          paths.add(new ArrayList<>());
        } else if (dx == 0 && dy == 0) {
          throw new AssertionError("a line that goes nowhere");
        }
        paths.get(paths.size() - 1).add(new Coordinate(x, y));
      }
    }
    return paths;
  }

  /** A ring of positive area begins a polygon, one of negative area is a hole of the last. */
  private static Geometry polygons(List<List<Coordinate>> rings) {
    List<Polygon> polygons = new ArrayList<>();
    LinearRing shell = null;
    List<LinearRing> holes = new ArrayList<>();
    for (List<Coordinate> points : rings) {
      LinearRing ring = FACTORY.createLinearRing(points.toArray(Coordinate[]::new));
      // The specification's surveyor formula; JTS counts the other way round
      double area = -Area.ofRingSigned(ring.getCoordinates());
      if (area == 0 || shell == null && area < 0) {
        throw new AssertionError("a ring of area " + area + " where an outer ring is wanted");
      }
      if (area > 0) {
        if (shell != null) {
          polygons.add(FACTORY.createPolygon(shell, holes.toArray(LinearRing[]::new)));
        }
        shell = ring;
        holes = new ArrayList<>();
      } else {
        holes.add(ring);
      }
    }
    polygons.add(FACTORY.createPolygon(shell, holes.toArray(LinearRing[]::new)));
    return FACTORY.buildGeometry(polygons);
  }

  private static List<Integer> packed(ByteBuffer bytes) {
    List<Integer> all = new ArrayList<>();
    while (bytes.hasRemaining()) {
      all.add((int) varint(bytes));
    }
    return all;
  }

  private static List<Field> fields(ByteBuffer bytes) {
    List<Field> fields = new ArrayList<>();
    while (bytes.hasRemaining()) {
      int head = (int) varint(bytes);
      if ((head & 7) == 2) {
        int length = (int) varint(bytes);
        fields.add(new Field(head >> 3, 0, bytes.slice(bytes.position(), length)));
        bytes.position(bytes.position() + length);
      } else if ((head & 7) == 1) {
        long bits = bytes.order(ByteOrder.LITTLE_ENDIAN).getLong();
        fields.add(new Field(head >> 3, bits, null));
      } else {
        fields.add(new Field(head >> 3, varint(bytes), null));
      }
    }
    return fields;
  }

  private static long varint(ByteBuffer bytes) {
    long value = 0;
    for (int shift = 0; ; shift += 7) {
      byte next = bytes.get();
      value |= (long) (next & 0x7F) << shift;
      if (next >= 0) {
        return value;
      }
    }
  }

  private static String text(ByteBuffer bytes) {
    return StandardCharsets.UTF_8.decode(bytes).toString();
  }
}
