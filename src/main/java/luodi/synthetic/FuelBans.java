package luodi.synthetic;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import luodi.atlas.Zone;
import luodi.geo.Grid;
import luodi.synthetic.draw.Blob;
import luodi.synthetic.draw.Dice;
import org.locationtech.jts.geom.Geometry;

/** Zones where fuels that pollute highly are banned: around most seats, about the town's size. */
final class FuelBans {
  private static final double KM2 = 1e6;
  private static final double WITH_BAN = 0.85;

  private FuelBans() {}

  static List<Zone> of(Province province) {
    List<Zone> zones = new ArrayList<>();
    for (Basis.County county : province.counties()) {
      Dice dice = province.dice("fuel-ban-zone").on(county.adcode());
      if (dice.hits(WITH_BAN)) {
        Geometry around =
            Blob.of(80, 0.3, dice)
                .at(province.country().seatOf(county), dice.logBetween(6, 50) * KM2);
        Geometry zone = Grid.intersection(around, county.shape());
        if (!zone.isEmpty()) {
          String name = county.name() + "高污染燃料禁燃区（合成）";
          zones.add(province.zone("FB-" + county.adcode(), name, zone, Map.of()));
        }
      }
    }
    return zones;
  }
}
