package luodi.synthetic;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import luodi.atlas.Zone;
import luodi.geo.Authalic;
import luodi.geo.Grid;
import luodi.synthetic.draw.Blob;
import luodi.synthetic.draw.Dice;
import luodi.synthetic.draw.Enclave;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;

/**
 * Urban development boundaries: one per county around its seat, larger where there are parks, some
 * with a satellite town, some with a hole.
 */
final class Towns {
  private static final double KM2 = 1e6;
  private static final double GROWTH_PER_PARK_M2 = 14 * KM2;
  private static final double LARGEST_SHARE_OF_COUNTY = 0.6;
  private static final double WITH_SATELLITE = 0.35;
  private static final double WITH_HOLE = 0.25;

  private Towns() {}

  /** The town of each county, by the county's code. */
  static Map<String, Geometry> of(Province province, Map<String, Integer> parksByCounty) {
    Map<String, Geometry> towns = new TreeMap<>();
    for (Basis.County county : province.counties()) {
      Dice dice = province.dice("udb").on(county.adcode());
      Geometry town = town(province, county, parksByCounty.getOrDefault(county.adcode(), 0), dice);
      if (!town.isEmpty()) {
        towns.put(county.adcode(), town);
      }
    }
    return towns;
  }

  static List<Zone> zones(Province province, Map<String, Geometry> towns) {
    List<Zone> zones = new ArrayList<>();
    for (Basis.County county : province.counties()) {
      if (towns.containsKey(county.adcode())) {
        zones.add(
            province.zone(
                "UDB-" + county.adcode(),
                county.name() + "城镇开发边界（合成）",
                towns.get(county.adcode()),
                Map.of()));
      }
    }
    return zones;
  }

  private static Geometry town(Province province, Basis.County county, int parks, Dice dice) {
    double most = Authalic.areaM2(county.shape()) * LARGEST_SHARE_OF_COUNTY;
    double areaM2 = Math.min(dice.logBetween(8, 60) * KM2 + parks * GROWTH_PER_PARK_M2, most);
    Polygon core = Blob.of(90, 0.3, dice).at(province.country().seatOf(county), areaM2);
    if (dice.hits(WITH_HOLE)) {
      core = Enclave.punched(core, areaM2 * dice.between(0.02, 0.08), dice);
    }
    List<Geometry> parts = new ArrayList<>(List.of(core));
    if (dice.hits(WITH_SATELLITE)) {
      Enclave.inside(county.shape(), Math.min(dice.logBetween(2, 15) * KM2, most / 4), dice)
          .ifPresent(parts::add);
    }
    return Grid.intersection(Grid.union(parts), county.shape());
  }
}
