package luodi.atlas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import java.util.Random;
import luodi.geo.Grid;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

class CoverageTest {
  private static final int WINDOWS = 4000;

  @Test
  void of_any_window_as_much_is_known_as_jts_finds_in_it() throws ParseException {
    Geometry extent =
        new WKTReader()
            .read(
                "MULTIPOLYGON (((100 30, 101.33 30.05, 101.1 31.2, 100.4 31.17, 100 30), (100.51 30.41, 100.9 30.5, 100.6 30.8, 100.51 30.41)),"
                    + " ((-0.31 -0.27, 0.44 -0.2, 0.1 0.36, -0.31 -0.27)))");
    Coverage coverage = Coverage.of(Optional.of(extent));
    Random chance = new Random(20261201);
    int[] found = new int[3];
    for (int i = 0; i < WINDOWS; i++) {
      boolean east = i % 3 > 0;
      double west = (east ? 99.8 : -0.5) + chance.nextDouble() * (east ? 1.8 : 1.2);
      double south = (east ? 29.8 : -0.5) + chance.nextDouble() * (east ? 1.7 : 1.1);
      double side = Math.pow(chance.nextDouble(), 3) * 0.3;
      Envelope window = new Envelope(west, west + side, south, south + side);
      Geometry shape = Grid.SHAPES.toGeometry(window);

      Coverage.Extent known = coverage.over(window);

      Coverage.Extent wanted =
          extent.covers(shape)
              ? Coverage.Extent.FULL
              : extent.intersects(shape) ? Coverage.Extent.PARTIAL : Coverage.Extent.NONE;
      assertThat(known).as("%s", window).isEqualTo(wanted);
      found[known.ordinal()]++;
    }
    for (int count : found) {
      assertThat(count).isGreaterThan(WINDOWS / 20);
    }
  }

  @Test
  void all_of_the_edge_that_comes_into_a_window_lies_in_its_lines() {
    Geometry extent = Grid.SHAPES.createPoint(new Coordinate(100, 30)).buffer(1, 200);
    Coverage coverage = Coverage.of(Optional.of(extent));
    Random chance = new Random(7);
    for (int i = 0; i < 500; i++) {
      double west = 98.8 + chance.nextDouble() * 2.2;
      double south = 28.8 + chance.nextDouble() * 2.2;
      Envelope window = new Envelope(west, west + 0.2, south, south + 0.2);
      Geometry shape = Grid.SHAPES.toGeometry(window);

      double told =
          coverage.edgeNear(window).stream()
              .mapToDouble(line -> line.intersection(shape).getLength())
              .sum();

      assertThat(told)
          .isCloseTo(extent.getBoundary().intersection(shape).getLength(), within(1e-9));
    }
  }
}
