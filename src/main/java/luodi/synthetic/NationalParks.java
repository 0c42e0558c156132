package luodi.synthetic;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import luodi.atlas.Zone;
import luodi.geo.Authalic;
import luodi.synthetic.draw.Dice;
import luodi.synthetic.draw.Knife;
import org.locationtech.jts.geom.Polygon;

/** National parks: a part of each county that a park touches, split in its two zones. */
final class NationalParks {
  private NationalParks() {}

  static List<Zone> of(Province province) {
    List<Zone> zones = new ArrayList<>();
    int number = 0;
    for (Basis.ParkCounty row : province.country().real().parkCounties()) {
      String id = String.format(Locale.ROOT, "NP-%s-%03d", row.adcode(), ++number);
      province.counties().stream()
          .filter(county -> county.adcode().equals(row.adcode()))
          .forEach(county -> zones.addAll(inCounty(province, county, row.park(), id)));
    }
    return zones;
  }

  private static List<Zone> inCounty(
      Province province, Basis.County county, String park, String id) {
    Dice dice = province.dice("national-park").on(park).on(county.adcode());
    Polygon body = Province.largest(county.shape());
    double spacingM = Tiling.spacingM(Authalic.areaM2(body) / 3, province.vertices());
    Optional<Knife.Cut> inside =
        Knife.cut(body, dice.between(0.2, 0.45), spacingM, dice)
            .flatMap(cut -> Knife.cut(cut.first(), dice.between(0.4, 0.6), spacingM, dice));
    String name = park + "（" + county.name() + "，";
    return inside
        .map(
            cut ->
                List.of(
                    province.zone(
                        id + "-core",
                        name + "核心保护区，合成）",
                        cut.first(),
                        Map.of("zone", "core-protection")),
                    province.zone(
                        id + "-general",
                        name + "一般控制区，合成）",
                        cut.second(),
                        Map.of("zone", "general-control"))))
        .orElse(List.of());
  }
}
