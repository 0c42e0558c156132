package luodi.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import luodi.Postgis;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

class AuthalicTest {
  /**
   * The oracle of DESIGN.md §4; good to some 1e-8 of the area, as PROJ rounds and the edges are
   * cut.
   */
  private static final String ORACLE =
      """
      SELECT ST_Area(ST_Transform(ST_Segmentize(ST_GeomFromText(?), 0.0002),
        '+proj=longlat +ellps=GRS80 +no_defs', '+proj=cea +ellps=GRS80 +units=m +no_defs'))
      """;

  @Test
  void areas_are_those_of_postgis_on_an_equal_area_cylinder() throws SQLException {
    RandomShapes random = new RandomShapes(1);

    try (Connection postgis = Postgis.connect();
        PreparedStatement oracle = postgis.prepareStatement(ORACLE)) {
      for (int i = 0; i < 400; i++) {
        Geometry shape = random.area();
        double wanted = asked(oracle, shape);
        assertThat(Authalic.areaM2(shape)).isCloseTo(wanted, within(wanted * 3e-8 + 1e-4));
      }
    }
  }

  /** Computed from the definition with fifty digits. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "POLYGON ((114.3 30.6, 114.3011 30.6002, 114.3004 30.6009, 114.3 30.6)) | 4837.446017538",
        "POLYGON ((100 40, 102 40.5, 101.7 42, 99.5 41.3, 100 40))          | 29725799938.26357",
        "POLYGON ((109.5 4.1, 109.5001 4.1, 109.5001 4.1001, 109.5 4.1001, 109.5 4.1)) | 122.784100860"
      })
  void areas_are_those_of_the_definition(String shape, double wanted) throws ParseException {
    assertThat(Authalic.areaM2(new WKTReader(Grid.SHAPES).read(shape)))
        .isCloseTo(wanted, within(wanted * 1e-10 + 1e-6));
  }

  @Test
  void the_whole_ellipsoid_has_the_area_that_geodesy_knows() {
    Geometry everything = Grid.SHAPES.toGeometry(new Envelope(-180, 180, -90, 90));

    // GRS80: the authalic sphere has a radius of 6 371 007.1809 m (Moritz, Geodetic Reference
    // System 1980).
    double wanted = 4 * Math.PI * 6_371_007.1809 * 6_371_007.1809;
    assertThat(Authalic.areaM2(everything)).isCloseTo(wanted, within(wanted * 1e-10));
  }

  @Test
  void areas_add_up_when_a_shape_is_cut_from_corner_to_corner() {
    RandomShapes random = new RandomShapes(2);

    for (int i = 0; i < 2_000; i++) {
      LinearRing ring = random.ring(random.place(), random.between(0.0005, 0.5), 40);
      int from = random.chance().nextInt(20);
      int to = from + 2 + random.chance().nextInt(18);
      double whole = signedM2(ring.getCoordinates());
      double first = signedM2(part(ring.getCoordinates(), from, to));
      double second = signedM2(part(ring.getCoordinates(), to, 40 + from));
      assertThat(first + second).isCloseTo(whole, within(Math.abs(whole) * 1e-9));
    }
  }

  @Test
  void areas_add_up_when_a_shape_is_cut_along_a_parallel() {
    RandomShapes random = new RandomShapes(3);

    for (int i = 0; i < 2_000; i++) {
      Coordinate middle = random.place();
      Coordinate[] ring = random.ring(middle, random.between(0.0005, 0.5), 30).getCoordinates();
      double whole = Math.abs(signedM2(ring));
      double north = Math.abs(signedM2(halved(ring, middle.y, true)));
      double south = Math.abs(signedM2(halved(ring, middle.y, false)));
      assertThat(north + south).isCloseTo(whole, within(whole * 1e-9));
    }
  }

  @Test
  void points_and_lines_have_no_area() {
    assertThat(Authalic.areaM2(Grid.SHAPES.createPoint(new Coordinate(114, 30)))).isZero();
    assertThat(
            Authalic.areaM2(
                new RandomShapes(4).polygon(new Coordinate(114, 30), 1).getExteriorRing()))
        .isZero();
  }

  private static double asked(PreparedStatement oracle, Geometry shape) throws SQLException {
    oracle.setString(1, shape.toText());
    try (ResultSet row = oracle.executeQuery()) {
      row.next();
      return row.getDouble(1);
    }
  }

  /** The area of a ring, negative when it runs clockwise: so cuts that cross themselves add up. */
  private static double signedM2(Coordinate[] ring) {
    Polygon polygon = Grid.SHAPES.createPolygon(ring);
    boolean left = org.locationtech.jts.algorithm.Area.ofRingSigned(ring) < 0;
    return (left ? 1 : -1) * Authalic.areaM2(polygon);
  }

  /** The ring's corners from one to another, closed by the chord. */
  private static Coordinate[] part(Coordinate[] ring, int from, int to) {
    int corners = ring.length - 1;
    List<Coordinate> part = new ArrayList<>();
    for (int i = from; i <= to; i++) {
      part.add(ring[i % corners]);
    }
    part.add(ring[from % corners]);
    return part.toArray(Coordinate[]::new);
  }

  /** What of a ring lies on one side of a parallel; runs along the parallel where it leaves. */
  private static Coordinate[] halved(Coordinate[] ring, double latitude, boolean north) {
    List<Coordinate> half = new ArrayList<>();
    for (int i = 0; i + 1 < ring.length; i++) {
      Coordinate a = ring[i];
      Coordinate b = ring[i + 1];
      if (a.y > latitude == north) {
        half.add(a);
      }
      if (a.y > latitude != b.y > latitude) {
        double t = (latitude - a.y) / (b.y - a.y);
        half.add(new Coordinate(a.x + t * (b.x - a.x), latitude));
      }
    }
    half.add(half.get(0));
    assertThat(half).hasSizeGreaterThan(3).doesNotContainNull();
    return Arrays.copyOf(half.toArray(Coordinate[]::new), half.size());
  }
}
