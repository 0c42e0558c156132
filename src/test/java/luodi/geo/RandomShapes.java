package luodi.geo;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/** Ragged shapes anywhere in China, from ten metres to two degrees across; the same every time. */
final class RandomShapes {
  private final Random chance;

  RandomShapes(long seed) {
    this.chance = new Random(seed);
  }

  Random chance() {
    return chance;
  }

  /** A position on land or sea between Zengmu and Mohe. */
  Coordinate place() {
    return new Coordinate(between(74, 134), between(4, 53));
  }

  /** A star-shaped ring around a middle, on the grid. */
  LinearRing ring(Coordinate middle, double radiusDegrees, int corners) {
    List<Coordinate> ring = new ArrayList<>();
    for (int i = 0; i < corners; i++) {
      double angle = 2 * Math.PI * (i + between(0, 0.8)) / corners;
      double radius = radiusDegrees * between(0.5, 1);
      ring.add(
          new Coordinate(
              Grid.snap(middle.x + radius * Math.cos(angle)),
              Grid.snap(middle.y + radius * Math.sin(angle))));
    }
    ring.add(ring.get(0).copy());
    return Grid.SHAPES.createLinearRing(ring.toArray(Coordinate[]::new));
  }

  /** A polygon, every third with a hole. */
  Polygon polygon(Coordinate middle, double radiusDegrees) {
    LinearRing shell = ring(middle, radiusDegrees, 5 + chance.nextInt(60));
    LinearRing[] holes =
        chance.nextInt(3) == 0
            ? new LinearRing[] {ring(middle, radiusDegrees * 0.3, 4 + chance.nextInt(20))}
            : new LinearRing[0];
    Polygon polygon = Grid.SHAPES.createPolygon(shell, holes);
    return polygon.isValid() ? polygon : polygon(middle, radiusDegrees);
  }

  /** A polygon, or two that lie apart. */
  Geometry area() {
    double radius = 0.0001 * Math.pow(10_000, chance.nextDouble());
    Coordinate middle = place();
    Polygon one = polygon(middle, radius);
    if (chance.nextInt(4) != 0) {
      return one;
    }
    Polygon other = polygon(new Coordinate(middle.x + 2.5 * radius, middle.y), radius);
    return Grid.SHAPES.createMultiPolygon(new Polygon[] {one, other});
  }

  double between(double low, double high) {
    return low + chance.nextDouble() * (high - low);
  }
}
