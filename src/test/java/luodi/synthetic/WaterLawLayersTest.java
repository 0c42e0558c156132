package luodi.synthetic;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import luodi.atlas.Zone;
import luodi.geo.Authalic;
import luodi.geo.Geodesic;
import luodi.geo.Grid;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;

/** Layers that the law of one water or of the air reads: reaches, shores, bans, receptors. */
class WaterLawLayersTest {
  private static final MadeGround GROUND = MadeGround.get();
  private static final Map<String, List<Zone>> RIVERS =
      GROUND.layer("river-reach").zones().stream()
          .collect(groupingBy(reach -> reach.attributes().get("river"), TreeMap::new, toList()));

  @Test
  void the_rivers_that_the_law_of_taihu_names_have_reaches() {
    assertThat(RIVERS.keySet()).contains("taipu", "xinmeng", "wangyu").hasSizeGreaterThan(10);
    assertThat(RIVERS.get("taipu").get(0).attributes()).containsEntry("inflow", "none");
    assertThat(RIVERS.get("wangyu").get(0).attributes()).containsEntry("inflow", "taihu");
  }

  /** Ten and fifty kilometres from the mouth end the stretches of 太湖流域管理条例 29 and 30. */
  @Test
  void no_reach_crosses_the_end_of_a_stretch_that_the_law_counts() {
    for (Zone reach : GROUND.layer("river-reach").zones()) {
      double from = km(reach, "from_km");
      double to = km(reach, "to_km");
      assertThat(from % 10).as(reach.id()).isZero();
      assertThat(to - from).as(reach.id()).isPositive().isLessThanOrEqualTo(10);
    }
  }

  @Test
  void a_reach_is_as_long_as_its_kilometres_say() {
    int whole = 0;
    for (Zone reach : GROUND.layer("river-reach").zones()) {
      if (reach.shape() instanceof LineString line && isWhole(reach)) {
        double wanted = (km(reach, "to_km") - km(reach, "from_km")) * 1000;
        assertThat(lengthM(line)).as(reach.id()).isCloseTo(wanted, within(1.0));
        whole++;
      }
    }
    assertThat(whole).isGreaterThan(20);
  }

  @Test
  void kilometres_are_counted_from_the_shore_of_the_lake() {
    Zone lake = GROUND.atlas().zone("lake-control", "LC-32-taihu").orElseThrow();
    for (List<Zone> reaches : RIVERS.values()) {
      Zone first = reaches.get(0);
      if (km(first, "from_km") == 0 && isWhole(first)) {
        assertThat(first.shape().distance(lake.shape())).as(first.id()).isZero();
        Coordinate mouth = first.shape().getCoordinates()[0];
        assertThat(lake.shape().getBoundary().distance(Grid.SHAPES.createPoint(mouth)))
            .as(first.id())
            .isLessThan(1e-6);
      }
    }
  }

  @Test
  void the_control_range_of_the_yellow_river_holds_its_shorelines() {
    List<Zone> controls = GROUND.layer("yellow-river-shore-control").zones();
    assertThat(controls).isNotEmpty();
    int shores = 0;
    for (Zone shore : GROUND.layer("river-shoreline").zones()) {
      if (shore.attributes().get("river").equals("yellow")) {
        shores++;
        Geometry range =
            Grid.union(
                GROUND
                    .atlas()
                    .near("yellow-river-shore-control", shore.shape().getEnvelopeInternal())
                    .stream()
                    .map(Zone::shape)
                    .toList());
        assertThat(Grid.difference(shore.shape(), range).isEmpty()).as(shore.id()).isTrue();
      }
    }
    assertThat(shores).isPositive();
    assertThat(ranks(controls)).isSubsetOf("main", "key-tributary", "tributary");
  }

  @Test
  void pieces_of_a_shore_have_one_function_each() {
    List<Zone> pieces = GROUND.layer("shoreline-zone").zones();

    assertThat(
            pieces.stream()
                .map(piece -> piece.attributes().get("zone"))
                .collect(Collectors.toSet()))
        .containsExactlyInAnyOrder("protect", "reserve", "control", "use");
    Map<String, List<Zone>> byRiver =
        pieces.stream()
            .collect(groupingBy(piece -> piece.id().substring(0, piece.id().length() - 4)));
    for (List<Zone> along : byRiver.values()) {
      for (int i = 0; i < along.size(); i++) {
        for (int j = i + 1; j < along.size(); j++) {
          Geometry both = Grid.intersection(along.get(i).shape(), along.get(j).shape());
          assertThat(Authalic.areaM2(both)).isZero();
        }
      }
    }
  }

  @Test
  void nobody_lives_in_a_park_and_receptors_do_not_overlap() {
    for (Zone receptor : GROUND.layer("residential").zones()) {
      for (String layer : List.of("industrial-park", "residential")) {
        assertThat(GROUND.atlas().near(layer, receptor.shape().getEnvelopeInternal()))
            .filteredOn(other -> !other.id().equals(receptor.id()))
            .allSatisfy(other -> assertThat(other.shape().disjoint(receptor.shape())).isTrue());
      }
    }
    assertThat(
            GROUND.layer("residential").zones().stream()
                .map(zone -> zone.attributes().get("kind"))
                .collect(Collectors.toSet()))
        .containsExactlyInAnyOrder("residential", "school", "hospital", "care-home");
  }

  @Test
  void most_seats_lie_in_a_zone_of_banned_fuels() {
    long counties = GROUND.layer("udb").zones().size();

    assertThat(GROUND.layer("fuel-ban-zone").zones().size() / (double) counties)
        .isBetween(0.75, 0.95);
  }

  private static List<String> ranks(List<Zone> zones) {
    return zones.stream().map(zone -> zone.attributes().get("rank")).distinct().toList();
  }

  /** True when no border of a province cut the reach. */
  private static boolean isWhole(Zone reach) {
    Geometry outline = GROUND.layer("river-reach").layer().coverage().orElseThrow().getBoundary();
    return outline.distance(reach.shape()) > 1e-6;
  }

  private static double km(Zone reach, String attribute) {
    return Double.parseDouble(reach.attributes().get(attribute));
  }

  private static double lengthM(LineString line) {
    double length = 0;
    Coordinate[] at = line.getCoordinates();
    for (int i = 1; i < at.length; i++) {
      length += Geodesic.distanceM(at[i - 1].x, at[i - 1].y, at[i].x, at[i].y);
    }
    return length;
  }
}
