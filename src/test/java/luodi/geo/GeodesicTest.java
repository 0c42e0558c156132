package luodi.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import luodi.Postgis;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

class GeodesicTest {
  private static final String BETWEEN_SPOTS =
      "SELECT ST_Distance(ST_GeomFromText(?, 4490)::geography, ST_GeomFromText(?, 4490)::geography)";

  /**
   * In a plane that keeps distances from its middle, and others within 10 km to 1e-6. PostGIS looks
   * for nearest points of geographies on a sphere, which is some decimetres off at 4 km.
   */
  private static final String BETWEEN_SHAPES =
      """
      WITH given AS (SELECT ST_Segmentize(ST_GeomFromText(?), 0.0002) a, ST_Segmentize(ST_GeomFromText(?), 0.0002) b),
      plane AS (SELECT a, b, format('+proj=aeqd +ellps=GRS80 +lon_0=%s +lat_0=%s', ST_X(ST_Centroid(a)), ST_Y(ST_Centroid(a))) p
        FROM given)
      SELECT ST_Distance(ST_Transform(a, '+proj=longlat +ellps=GRS80', p), ST_Transform(b, '+proj=longlat +ellps=GRS80', p))
      FROM plane
      """;

  @Test
  void distances_between_positions_are_those_of_postgis() throws SQLException {
    RandomShapes random = new RandomShapes(11);

    try (Connection postgis = Postgis.connect();
        PreparedStatement oracle = postgis.prepareStatement(BETWEEN_SPOTS)) {
      for (int i = 0; i < 500; i++) {
        Coordinate from = random.place();
        Coordinate to =
            i % 2 == 0
                ? random.place()
                : new Coordinate(
                    from.x + random.between(-0.01, 0.01), from.y + random.between(-0.01, 0.01));
        double wanted = asked(oracle, spot(from), spot(to));
        assertThat(Geodesic.distanceM(from.x, from.y, to.x, to.y))
            .isCloseTo(wanted, within(wanted * 1e-9 + 1e-6));
      }
    }
  }

  @Test
  void distances_between_shapes_are_those_of_postgis_to_a_centimetre() throws SQLException {
    RandomShapes random = new RandomShapes(12);

    try (Connection postgis = Postgis.connect();
        PreparedStatement oracle = postgis.prepareStatement(BETWEEN_SHAPES)) {
      for (int i = 0; i < 300; i++) {
        Coordinate middle = random.place();
        Geometry plot = random.polygon(middle, 0.004);
        Geometry zone =
            random.polygon(
                new Coordinate(
                    middle.x + random.between(0.012, 0.05), middle.y + random.between(-0.05, 0.05)),
                random.between(0.001, 0.01));
        double wanted = asked(oracle, plot, zone);
        assertThat(Geodesic.between(plot, zone).distanceM()).isCloseTo(wanted, within(0.01));
      }
    }
  }

  @Test
  void the_nearest_points_lie_on_their_shapes_as_far_apart_as_the_distance_says() {
    RandomShapes random = new RandomShapes(13);

    for (int i = 0; i < 300; i++) {
      Coordinate middle = random.place();
      Geometry plot = random.polygon(middle, 0.004);
      Geometry zone = random.polygon(new Coordinate(middle.x + 0.02, middle.y), 0.01);
      Geodesic.Nearest nearest = Geodesic.between(plot, zone);

      assertThat(spot(nearest.from()).distance(plot)).isLessThan(1e-9);
      assertThat(spot(nearest.to()).distance(zone)).isLessThan(1e-9);
      assertThat(
              Geodesic.distanceM(
                  nearest.from().x, nearest.from().y, nearest.to().x, nearest.to().y))
          .isCloseTo(nearest.distanceM(), within(1e-6));
    }
  }

  @Test
  void shapes_that_touch_are_no_distance_apart() {
    Geometry west =
        Grid.SHAPES.toGeometry(new org.locationtech.jts.geom.Envelope(114, 115, 30, 31));
    Geometry east =
        Grid.SHAPES.toGeometry(new org.locationtech.jts.geom.Envelope(115, 116, 30, 31));

    assertThat(Geodesic.between(west, east).distanceM()).isZero();
  }

  private static Geometry spot(Coordinate at) {
    return Grid.SHAPES.createPoint(at);
  }

  private static double asked(PreparedStatement oracle, Geometry from, Geometry to)
      throws SQLException {
    oracle.setString(1, from.toText());
    oracle.setString(2, to.toText());
    try (ResultSet row = oracle.executeQuery()) {
      row.next();
      return row.getDouble(1);
    }
  }
}
