package luodi.synthetic;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import luodi.atlas.Zone;
import luodi.geo.Authalic;
import luodi.geo.Grid;
import luodi.synthetic.draw.Blob;
import luodi.synthetic.draw.Dice;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/** Wetlands: the lakes, and ragged patches along the rivers. */
final class Wetlands {
  private static final double KM2 = 1e6;
  private static final double LEAST_M2 = 0.5 * KM2;
  private static final double COUNTIES_WITH_PATCH = 0.6;
  private static final double NATIONAL_AMONG_NAMED = 0.5;
  private static final double PROVINCIAL = 0.4;

  private final Province province;
  private final List<Zone> zones = new ArrayList<>();

  private Wetlands(Province province) {
    this.province = province;
  }

  static List<Zone> of(Province province) {
    Wetlands wetlands = new Wetlands(province);
    wetlands.lakes();
    wetlands.patches();
    return wetlands.zones;
  }

  private void lakes() {
    for (Lakes.Lake lake : province.country().lakes()) {
      if (province.envelope().intersects(lake.shape().getEnvelopeInternal())) {
        Dice dice = province.country().dice().on("wetland").on(lake.id());
        String grade =
            !lake.name().isEmpty() && dice.hits(NATIONAL_AMONG_NAMED)
                ? "national"
                : provincialOrGeneral(dice);
        String name = lake.name().isEmpty() ? "无名湖" : lake.name();
        add(
            "WL-" + province.prefix() + "-L-" + lake.id(),
            name + "湿地（合成）",
            province.clipped(lake.shape()),
            grade);
      }
    }
  }

  private void patches() {
    for (Basis.County county : province.counties()) {
      Dice dice = province.dice("wetland").on(county.adcode());
      List<Coordinate> banks = Banks.riversIn(province, county);
      int number = 0;
      while (number < 3 && !banks.isEmpty() && dice.hits(COUNTIES_WITH_PATCH)) {
        Coordinate at = banks.get(dice.below(banks.size()));
        Geometry patch = Blob.of(70, 0.35, dice).at(at, dice.logBetween(1.5, 15) * KM2);
        String id = String.format(Locale.ROOT, "WL-%s-%d", county.adcode(), ++number);
        add(
            id,
            county.name() + "河流湿地" + number + "（合成）",
            Grid.intersection(patch, county.shape()),
            provincialOrGeneral(dice));
      }
    }
  }

  private static String provincialOrGeneral(Dice dice) {
    return dice.hits(PROVINCIAL) ? "provincial" : "general";
  }

  private void add(String id, String name, Geometry shape, String grade) {
    if (!shape.isEmpty() && Authalic.areaM2(shape) >= LEAST_M2) {
      zones.add(province.zone(id, name, shape, Map.of("grade", grade)));
    }
  }
}
