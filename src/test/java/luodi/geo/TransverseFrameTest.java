package luodi.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.sf.geographiclib.Geodesic;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/** Buffers against geodesics of GeographicLib, from the south of the country to its north. */
class TransverseFrameTest {
  @ParameterizedTest
  @CsvSource({"18.2, 500", "31, 1000", "46.4, 1000", "53.4, 1000", "53.4, 5000"})
  void the_edge_of_a_buffer_lies_at_its_distance(double lat, double metres) {
    double east = 120.35;
    // Wide, and high enough for four frames.
    Coordinate[] corners = {
      new Coordinate(120, lat), new Coordinate(east, lat + 0.3), new Coordinate(east, lat + 0.31)
    };
    for (Coordinate corner : corners) {
      Geometry point = Grid.SHAPES.createPoint(corner);
      edgeLiesAt(TransverseFrame.buffers(point, metres), corner, metres);
    }
    Geometry line = Grid.SHAPES.createLineString(corners);
    for (Geometry piece : TransverseFrame.buffers(line, metres)) {
      for (Coordinate spot : piece.getCoordinates()) {
        double off = leastM(corners, spot) - metres;
        assertThat(off).isLessThan(Math.max(1, metres / 1000));
      }
    }
    Geometry all = Grid.SHAPES.buildGeometry(TransverseFrame.buffers(line, metres)).union();
    for (Coordinate spot : all.getCoordinates()) {
      assertThat(leastM(corners, spot)).isCloseTo(metres, within(Math.max(1, metres / 1000)));
    }
  }

  private static void edgeLiesAt(List<Geometry> buffers, Coordinate centre, double metres) {
    for (Geometry buffer : buffers) {
      for (Coordinate spot : buffer.getCoordinates()) {
        assertThat(metres(centre.x, centre.y, spot)).isCloseTo(metres, within(metres * 1e-5));
      }
    }
  }

  /** The distance to a line that is straight in degrees, looked for at many of its spots. */
  private static double leastM(Coordinate[] line, Coordinate spot) {
    double least = Double.POSITIVE_INFINITY;
    for (int i = 1; i < line.length; i++) {
      double best = 0;
      double reach = 1;
      for (int round = 0; round < 5; round++) {
        double from = Math.max(0, best - reach);
        double to = Math.min(1, best + reach);
        for (int step = 0; step <= 40; step++) {
          double share = from + (to - from) * step / 40;
          double far = along(line[i - 1], line[i], share, spot);
          if (far < along(line[i - 1], line[i], best, spot)) {
            best = share;
          }
        }
        reach = (to - from) / 40;
      }
      least = Math.min(least, along(line[i - 1], line[i], best, spot));
    }
    return least;
  }

  private static double along(Coordinate from, Coordinate to, double share, Coordinate spot) {
    return metres(from.x + share * (to.x - from.x), from.y + share * (to.y - from.y), spot);
  }

  private static double metres(double lon, double lat, Coordinate spot) {
    return Geodesic.WGS84.Inverse(lat, lon, spot.y, spot.x).s12;
  }
}
