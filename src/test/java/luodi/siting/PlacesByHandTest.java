package luodi.siting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import luodi.atlas.Atlas;
import luodi.atlas.Layer;
import luodi.atlas.LayerEdition;
import luodi.atlas.Zone;
import luodi.geo.Grid;
import luodi.industry.Industries;
import luodi.rule.Rulebook;
import luodi.score.Factor;
import luodi.score.Indicators;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/**
 * Three parks due north and south of one hub. Their merits, by hand:
 *
 * <table>
 * <caption>A garment works (1811), which needs no port, rail or air</caption>
 * <tr><td>park</td><td>hub</td><td>e^(-km/100)</td><td>logistics: with an unknown trunk line</td><td>land</td></tr>
 * <tr><td>far</td><td>99.8 km</td><td>0.3686</td><td>0.4343</td><td>90 ha: 1</td></tr>
 * <tr><td>mid</td><td>24.9 km</td><td>0.7796</td><td>0.6398</td><td>50 ha: ½</td></tr>
 * <tr><td>near</td><td>49.9 km</td><td>0.6071</td><td>0.5536</td><td>10 ha: 0</td></tr>
 * </table>
 *
 * <p>They are alike in all the rest. So far leads mid by ½ − 0.2055 = 0.2945 over 8, and by no
 * fewer than 0.8·½ − 1.2·0.2055 = 0.1534 over the sum of the weights.
 */
class PlacesByHandTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 24);
  private static final double HUB_LAT = 30.5;
  private static final double LON = 114;

  private final Places places = places();

  @Test
  void more_land_outweighs_a_longer_way_whatever_the_weights_within_a_fifth() {
    Ranking ranking = rank(new TreeMap<>(), Map.of());

    assertThat(ranking.places())
        .extracting(Ranking.Place::id)
        .containsExactly("far", "mid", "near");
    assertThat(ranking.places().get(0).score() - ranking.places().get(1).score())
        .isEqualTo((0.5 - 0.2055) / 8, within(1e-4));
    assertThat(ranking.places())
        .allSatisfy(
            place ->
                assertThat(List.of(place.rankBest(), place.rankWorst()))
                    .containsOnly(place.rank()));
    assertThat(logistics(ranking, "far")).isEqualTo(0.4343, within(1e-3));
    assertThat(logistics(ranking, "mid")).isEqualTo(0.6398, within(1e-3));
    assertThat(logistics(ranking, "near")).isEqualTo(0.5536, within(1e-3));
    assertThat(ranking.places().get(0).vacantHa()).hasValue(90.0);
  }

  /** 0.8·½ − 1.2·2·0.2055 is below 0: mid may lead; near leads nobody, being worse in both. */
  @Test
  void who_finds_the_way_twice_as_weighty_sees_two_parks_change_places() {
    Ranking ranking = rank(new TreeMap<>(), Map.of("logistics", "2"));

    assertThat(ranking.places())
        .extracting(Ranking.Place::id, Ranking.Place::rankBest, Ranking.Place::rankWorst)
        .containsExactly(tuple("far", 1, 2), tuple("mid", 1, 2), tuple("near", 3, 3));
  }

  @Test
  void a_park_that_is_40_ha_short_is_a_near_miss_and_one_that_is_also_too_far_is_none() {
    TreeMap<String, String> needs = new TreeMap<>();
    needs.put("need.vacant_ha", "90");
    needs.put("need.hub_km", "40");

    Ranking ranking = rank(needs, Map.of());

    assertThat(ranking.places()).isEmpty();
    assertThat(ranking.nearMisses())
        .extracting(Ranking.NearMiss::id, Ranking.NearMiss::criterion)
        .containsExactly(tuple("mid", "vacant_ha"), tuple("far", "hub_km"));
    assertThat(ranking.nearMisses().get(0).shortfall()).hasValue(40.0);
    assertThat(ranking.nearMisses().get(1).shortfall().orElseThrow()).isEqualTo(59.8, within(0.05));
    assertThat(ranking.counts().others()).isEqualTo(1);
  }

  private Ranking rank(TreeMap<String, String> wishes, Map<String, String> weights) {
    ObjectNode project = JsonNodeFactory.instance.objectNode().put("industry", "1811");
    ObjectNode told = project.putObject("weights");
    weights.forEach(told::put);
    Proposal proposal = ProposalReader.readWithoutSite(project, DAY);
    return places.rank(new Places.Question(proposal, wishes, 10));
  }

  private static double logistics(Ranking ranking, String park) {
    return ranking.places().stream()
        .filter(place -> place.id().equals(park))
        .flatMap(place -> place.scoreDetail().factors().stream())
        .filter(factor -> factor.id().equals("logistics"))
        .map(Factor::sub)
        .findFirst()
        .orElseThrow()
        .orElseThrow();
  }

  private static Places places() {
    Rulebook rulebook = Rulebook.load();
    Atlas atlas =
        Atlas.of(
            1,
            List.of(
                edition("counties", Layer.Shape.POLYGON, List.of(county())),
                edition("logistics-hub", Layer.Shape.POINT, List.of(hub())),
                edition(
                    "industrial-park",
                    Layer.Shape.POLYGON,
                    List.of(
                        park("far", HUB_LAT + 0.9),
                        park("mid", HUB_LAT - 0.225 - 0.01),
                        park("near", HUB_LAT + 0.45)))));
    Indicators land =
        Indicators.parse(
            "land.csv",
            "place,factor,value,unit,source,year\nfar,land,90,ha,park,2025\nmid,land,50,ha,park,2025\nnear,land,10,ha,park,2025\n");
    return new Places(
        new Screener(atlas, rulebook, Industries.load(), rulebook.profile("none"), land));
  }

  private static Zone county() {
    return zone("420106", new Envelope(113, 115, 29, 32), Map.of("adcode", "420106"));
  }

  private static Zone hub() {
    Geometry at = Grid.SHAPES.createPoint(new Coordinate(LON, HUB_LAT));
    return Zone.of("hub", "hub", at, Map.of(), "by hand", "source");
  }

  /** A hundredth of a degree wide, its south edge at a latitude. */
  private static Zone park(String id, double south) {
    return zone(
        id,
        new Envelope(LON - 0.005, LON + 0.005, south, south + 0.01),
        Map.of("leading_industries", "13"));
  }

  private static Zone zone(String id, Envelope extent, Map<String, String> attributes) {
    Geometry shape = Grid.snap(Grid.SHAPES.toGeometry(extent));
    return Zone.of(id, id, shape, attributes, "by hand", "source");
  }

  private static LayerEdition edition(String id, Layer.Shape shape, List<Zone> zones) {
    return new LayerEdition(
        new Layer(
            id,
            id,
            id,
            shape,
            "1",
            "by hand",
            "CC0-1.0",
            "EPSG:4490",
            1,
            true,
            false,
            Optional.empty()),
        zones);
  }
}
