package luodi.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Coordinate;

class Gcj02Test {
  private static final double MILLIMETRE = 1e-8; // degrees

  /** The pairs that googollee/eviltransform publishes with its formulas, in all its languages. */
  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "Shanghai, 121.531541859215, 31.17530398364597, 121.5272106, 31.1774276",
    "Shenzhen, 113.9171764808363, 22.540796131694766, 113.912316, 22.543847",
    "Beijing, 116.38404722455657, 39.91334545536069, 116.377817, 39.911954"
  })
  void a_published_gcj_02_position_lies_where_its_wgs84_position_is_published(
      String city, double gcjLon, double gcjLat, double lon, double lat) {
    Coordinate found = moved("GCJ-02", gcjLon, gcjLat);

    assertThat(found.x).isCloseTo(lon, within(MILLIMETRE));
    assertThat(found.y).isCloseTo(lat, within(MILLIMETRE));
  }

  /** The pair that wandergis/coordtransform publishes in its README: GCJ-02, then BD-09. */
  @Test
  void a_published_bd_09_position_lies_where_its_gcj_02_position_does() {
    Coordinate baidu = moved("BD-09", 116.41036949371029, 39.92133699351021);
    Coordinate gcj = moved("GCJ-02", 116.404, 39.915);

    assertThat(baidu.x).isCloseTo(gcj.x, within(MILLIMETRE));
    assertThat(baidu.y).isCloseTo(gcj.y, within(MILLIMETRE));
  }

  /** The other way of the same README, whose way back is good to a metre only. */
  @Test
  void a_published_way_back_from_bd_09_is_within_a_metre_of_ours() {
    Coordinate baidu = moved("BD-09", 116.404, 39.915);
    Coordinate gcj = moved("GCJ-02", 116.39762729119315, 39.90865673957631);

    assertThat(Geodesic.distanceM(baidu.x, baidu.y, gcj.x, gcj.y)).isLessThan(1);
  }

  @Test
  void the_way_back_ends_within_a_millimetre_of_where_it_began() {
    RandomShapes random = new RandomShapes(31);

    for (int i = 0; i < 10_000; i++) {
      Coordinate at = random.place();
      double[] there = Gcj02.fromWgs84(at.x, at.y);
      Coordinate back = moved("GCJ-02", there[0], there[1]);

      assertThat(back.x).isCloseTo(at.x, within(MILLIMETRE));
      assertThat(back.y).isCloseTo(at.y, within(MILLIMETRE));
      double[] further = Gcj02.toBaidu(there[0], there[1]);
      Coordinate fromBaidu = moved("BD-09", further[0], further[1]);
      assertThat(fromBaidu.x).isCloseTo(at.x, within(MILLIMETRE));
      assertThat(fromBaidu.y).isCloseTo(at.y, within(MILLIMETRE));

      double metres = Geodesic.distanceM(at.x, at.y, there[0], there[1]);
      assertThat(metres).as("the offset at " + at).isBetween(10.0, 1500.0);
    }
  }

  private static Coordinate moved(String crs, double lon, double lat) {
    return Crs.named(crs)
        .toDegrees(Grid.SHAPES.createPoint(new Coordinate(lon, lat)))
        .getCoordinate();
  }
}
