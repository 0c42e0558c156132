package luodi.synthetic;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import luodi.atlas.Zone;
import luodi.geo.Grid;
import luodi.synthetic.draw.Blob;
import luodi.synthetic.draw.Dice;
import luodi.synthetic.draw.Enclave;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/**
 * Protection zones of drinking water sources: at rivers and lakes where the county has any, else
 * around an invented reservoir. Level 1 lies in level 2, level 2 in the quasi-protection zone; none
 * overlaps the next.
 */
final class WaterSources {
  private static final double KM2 = 1e6;
  private static final double SECOND_SOURCE = 0.4;
  private static final double RESERVOIR = 0.6;
  private static final double WITH_QUASI = 0.5;

  private final Province province;
  private final List<Zone> zones = new ArrayList<>();

  private WaterSources(Province province) {
    this.province = province;
  }

  static List<Zone> of(Province province) {
    WaterSources sources = new WaterSources(province);
    for (Basis.County county : province.counties()) {
      sources.inCounty(county, province.dice("water-source").on(county.adcode()));
    }
    return sources.zones;
  }

  private void inCounty(Basis.County county, Dice dice) {
    List<Coordinate> banks = Banks.riversIn(province, county);
    banks.addAll(Banks.lakesIn(province, county));
    if (!banks.isEmpty()) {
      int count = dice.hits(SECOND_SOURCE) ? 2 : 1;
      for (int number = 1; number <= count; number++) {
        draw(county, number, banks.get(dice.below(banks.size())), "", dice);
      }
    } else if (dice.hits(RESERVOIR)) {
      Enclave.inside(county.shape(), KM2, dice)
          .ifPresent(shore -> draw(county, 1, shore.getCentroid().getCoordinate(), "水库", dice));
    }
  }

  private void draw(Basis.County county, int number, Coordinate intake, String kind, Dice dice) {
    Blob blob = Blob.of(80, 0.25, dice);
    double firstM2 = dice.logBetween(0.4, 2.5) * KM2;
    double secondM2 = firstM2 * dice.between(5, 12);
    Polygon first = blob.at(intake, firstM2);
    Polygon second = blob.at(intake, secondM2);
    String name = county.name() + kind + "饮用水水源" + number;
    String id = String.format(Locale.ROOT, "WS-%s-%d", county.adcode(), number);
    add(id, name + "一级保护区（合成）", "1", first);
    add(id, name + "二级保护区（合成）", "2", ring(second, first));
    if (dice.hits(WITH_QUASI)) {
      Polygon quasi = blob.at(intake, secondM2 * dice.between(2.5, 4));
      add(id, name + "准保护区（合成）", "quasi", ring(quasi, second));
    }
  }

  private void add(String id, String name, String level, Polygon shape) {
    Geometry inProvince = province.clipped(shape);
    if (!inProvince.isEmpty()) {
      zones.add(province.zone(id + "-" + level, name, inProvince, Map.of("level", level)));
    }
  }

  private static Polygon ring(Polygon outer, Polygon inner) {
    return Grid.SHAPES.createPolygon(
        outer.getExteriorRing(), new LinearRing[] {inner.getExteriorRing()});
  }
}
