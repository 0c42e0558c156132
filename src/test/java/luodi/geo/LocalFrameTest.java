package luodi.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;

class LocalFrameTest {

  @Test
  void a_metre_within_ten_kilometres_is_a_metre_to_a_thousandth() {
    RandomShapes random = new RandomShapes(51);

    for (int i = 0; i < 1_000; i++) {
      Coordinate middle = random.place();
      LocalFrame frame = LocalFrame.at(middle.x, middle.y);
      double east = random.between(-7_000, 7_000);
      double north = random.between(-7_000, 7_000);
      Coordinate there = frame.toDegrees(new Coordinate(east, north));

      double measured = Geodesic.distanceM(middle.x, middle.y, there.x, there.y);
      assertThat(measured).isCloseTo(Math.hypot(east, north), within(measured * 1e-3));
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {20, 100, 500, 1_000, 5_000})
  void a_band_ends_at_its_distance_to_a_thousandth_or_a_metre(double widthM) {
    RandomShapes random = new RandomShapes(52);

    for (int i = 0; i < 20; i++) {
      Coordinate middle = random.place();
      Geometry zone = random.polygon(middle, 0.01);
      Geometry band = LocalFrame.around(zone).buffer(zone, widthM);
      double mayM = Math.max(1, widthM * 1e-3);
      for (Coordinate edge : band.getCoordinates()) {
        double awayM = Geodesic.between(Grid.SHAPES.createPoint(edge), zone).distanceM();
        assertThat(awayM).isCloseTo(widthM, within(mayM));
      }
    }
  }

  @Test
  void a_strip_is_as_deep_as_half_its_width() {
    LocalFrame frame = LocalFrame.at(114, 30);
    Geometry strip = frame.toDegrees(Grid.SHAPES.toGeometry(new Envelope(0, 500, 0, 1)));

    assertThat(frame.deeper(strip, 0)).isTrue();
    assertThat(frame.deeper(strip, 0.49)).isTrue();
    assertThat(frame.deeper(strip, 0.51)).isFalse();
  }

  @Test
  void a_line_is_as_deep_as_it_is_long_and_a_point_always_counts() {
    LocalFrame frame = LocalFrame.at(114, 30);
    LineString line =
        Grid.SHAPES.createLineString(new Coordinate[] {new Coordinate(0, 0), new Coordinate(3, 4)});

    assertThat(frame.deeper(frame.toDegrees(line), 4.99)).isTrue();
    assertThat(frame.deeper(frame.toDegrees(line), 5.01)).isFalse();
    assertThat(frame.deeper(Grid.SHAPES.createPoint(new Coordinate(114, 30)), 1_000)).isTrue();
    assertThat(frame.deeper(Grid.SHAPES.createPolygon(), 0)).isFalse();
  }

  @Test
  void a_grown_window_holds_all_that_lies_within_the_distance() {
    RandomShapes random = new RandomShapes(53);

    for (int i = 0; i < 200; i++) {
      Coordinate middle = random.place();
      Geometry zone = random.polygon(middle, 0.005);
      LocalFrame frame = LocalFrame.around(zone);
      Envelope grown = frame.grow(zone.getEnvelopeInternal(), 2_000);
      assertThat(grown.contains(frame.buffer(zone, 2_000).getEnvelopeInternal())).isTrue();
    }
  }
}
