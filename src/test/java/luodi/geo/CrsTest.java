package luodi.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import luodi.Postgis;
import luodi.fault.Fault;
import luodi.fault.FaultException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

class CrsTest {
  private static final double MILLIMETRE = 1e-8; // degrees

  /** Every Gauss-Krüger CRS of CGCS2000. */
  static Stream<Integer> gaussKrueger() {
    return IntStream.rangeClosed(4491, 4554).boxed();
  }

  @ParameterizedTest
  @MethodSource("gaussKrueger")
  void a_gauss_krueger_zone_of_cgcs2000_is_where_proj_has_it(int code) throws SQLException {
    try (Connection postgis = Postgis.connect();
        PreparedStatement oracle =
            postgis.prepareStatement(
                "SELECT ST_X(p), ST_Y(p) FROM ST_Transform(ST_SetSRID(ST_MakePoint(?, ?), 4490), "
                    + code
                    + ") AS p")) {
      for (Coordinate at : spotsIn(code)) {
        Coordinate planar = asked(oracle, at);
        Coordinate back = degrees("EPSG:" + code, planar);
        assertThat(back.x).as("longitude of " + at).isCloseTo(at.x, within(MILLIMETRE));
        assertThat(back.y).as("latitude of " + at).isCloseTo(at.y, within(MILLIMETRE));
      }
    }
  }

  @Test
  void web_mercator_is_where_proj_has_it() throws SQLException {
    RandomShapes random = new RandomShapes(21);

    try (Connection postgis = Postgis.connect();
        PreparedStatement oracle =
            postgis.prepareStatement(
                "SELECT ST_X(p), ST_Y(p) FROM ST_Transform(ST_SetSRID(ST_MakePoint(?, ?), 4326), 3857) AS p")) {
      for (int i = 0; i < 100; i++) {
        Coordinate at = random.place();
        Coordinate back = degrees("EPSG:3857", asked(oracle, at));
        assertThat(back.x).isCloseTo(at.x, within(MILLIMETRE));
        assertThat(back.y).isCloseTo(at.y, within(MILLIMETRE));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CRS84",
        "EPSG:4490",
        "epsg:4326",
        "http://www.opengis.net/def/crs/OGC/1.3/CRS84",
        "http://www.opengis.net/def/crs/EPSG/0/4490"
      })
  void geographic_coordinates_stay_as_they_are_longitude_first(String name) {
    assertThat(degrees(name, new Coordinate(114.3, 30.6))).isEqualTo(new Coordinate(114.3, 30.6));
  }

  @ParameterizedTest
  @ValueSource(strings = {"EPSG:4214", "EPSG:4610", "EPSG:2327", "EPSG:2401", "EPSG:21418"})
  void beijing_54_and_xian_80_are_refused_because_their_shift_is_not_public(String name) {
    assertThatThrownBy(() -> Crs.named(name))
        .isInstanceOfSatisfying(
            FaultException.class,
            refused -> {
              assertThat(refused.fault()).isEqualTo(Fault.UNKNOWN_CRS);
              assertThat(refused).hasMessageContaining("not public").hasMessageContaining(name);
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"EPSG:4490.5", "EPSG:25832", "EPSG:4555", "EPSG:4556", "WGS84", "", "4490"})
  void an_unknown_crs_is_refused_with_those_that_can_be_used(String name) {
    assertThatThrownBy(() -> Crs.named(name))
        .isInstanceOfSatisfying(
            FaultException.class,
            refused -> assertThat(refused.fault()).isEqualTo(Fault.UNKNOWN_CRS))
        .hasMessageContaining("EPSG:4490");
  }

  /** Places within the zone and half a degree beyond, from the south to the north. */
  private static List<Coordinate> spotsIn(int code) {
    double meridian = meridian(code);
    double half = code <= 4512 ? 3 : 1.5;
    List<Coordinate> spots = new ArrayList<>();
    for (double lat : new double[] {4, 18.3, 31.17, 40.05, 53.5}) {
      for (double aside : new double[] {-half - 0.5, -half, -0.7, 0, 1.1, half, half + 0.5}) {
        spots.add(new Coordinate(meridian + aside, lat));
      }
    }
    return spots;
  }

  /** Central meridians as the EPSG registry names the CRSs: zones 13 to 23 and 25 to 45. */
  private static double meridian(int code) {
    if (code <= 4501) {
      return (code - 4491) * 6 + 75;
    }
    if (code <= 4512) {
      return (code - 4502) * 6 + 75;
    }
    return (code <= 4533 ? code - 4513 : code - 4534) * 3 + 75;
  }

  private static Coordinate degrees(String crs, Coordinate at) {
    Geometry moved = Crs.named(crs).toDegrees(Grid.SHAPES.createPoint(at));
    return moved.getCoordinate();
  }

  private static Coordinate asked(PreparedStatement oracle, Coordinate at) throws SQLException {
    oracle.setDouble(1, at.x);
    oracle.setDouble(2, at.y);
    try (ResultSet row = oracle.executeQuery()) {
      row.next();
      return new Coordinate(row.getDouble(1), row.getDouble(2));
    }
  }
}
