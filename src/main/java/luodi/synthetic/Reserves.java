package luodi.synthetic;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import luodi.atlas.Zone;
import luodi.geo.Grid;
import luodi.synthetic.draw.Blob;
import luodi.synthetic.draw.Dice;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/**
 * Nature reserves around the real points, in both zonings: core, buffer, experimental ground and
 * for some a peripheral belt until the revised regulations came into force, core protection and
 * general control from that day.
 */
final class Reserves {
  /** First day of the zoning in two. */
  static final LocalDate REZONED = LocalDate.of(2026, 3, 15);

  private static final double KM2 = 1e6;
  private static final double WITH_BELT = 0.3;
  private static final double CORE = 0.35;
  private static final double BUFFER = 0.6;
  private static final double BELT = 1.25;

  private final Province province;
  private final List<Zone> zones = new ArrayList<>();

  private Reserves(Province province) {
    this.province = province;
  }

  static List<Zone> of(Province province) {
    Reserves reserves = new Reserves(province);
    int number = 0;
    for (Basis.Reserve reserve : province.country().real().reserves()) {
      number++;
      if (province
          .country()
          .countyAt(reserve.at())
          .filter(county -> county.province().equals(province.code()))
          .isPresent()) {
        String id = String.format(Locale.ROOT, "NR-%s-%04d", province.prefix(), number);
        reserves.draw(reserve, id, province.dice("nature-reserve").on(id));
      }
    }
    return reserves.zones;
  }

  private void draw(Basis.Reserve reserve, String id, Dice dice) {
    Blob blob = Blob.of(100, 0.3, dice);
    double areaM2 = dice.logBetween(40, 600) * KM2;
    Polygon core = blob.at(reserve.at(), areaM2 * CORE);
    Polygon buffer = blob.at(reserve.at(), areaM2 * BUFFER);
    Polygon all = blob.at(reserve.at(), areaM2);
    Optional<LocalDate> day = Optional.of(REZONED);
    Optional<LocalDate> open = Optional.empty();
    add(reserve, id, "core", "核心区", core, open, day);
    add(reserve, id, "buffer", "缓冲区", ring(buffer, core), open, day);
    add(reserve, id, "experimental", "实验区", ring(all, buffer), open, day);
    if (dice.hits(WITH_BELT)) {
      Polygon belt = ring(blob.at(reserve.at(), areaM2 * BELT), all);
      add(reserve, id, "peripheral-belt", "外围保护地带", belt, open, day);
    }
    add(reserve, id, "core-protection", "核心保护区", buffer, day, open);
    add(reserve, id, "general-control", "一般控制区", ring(all, buffer), day, open);
  }

  private void add(
      Basis.Reserve reserve,
      String id,
      String zone,
      String title,
      Polygon shape,
      Optional<LocalDate> from,
      Optional<LocalDate> to) {
    Geometry inProvince = province.clipped(shape);
    if (inProvince.isEmpty()) {
      return;
    }
    Map<String, String> attributes = new TreeMap<>(Map.of("zone", zone));
    if (!reserve.grade().isEmpty()) {
      attributes.put("grade", reserve.grade().startsWith("国家") ? "national" : "provincial");
    }
    zones.add(
        province.zone(
            id + "-" + zone, reserve.name() + title + "（合成）", inProvince, attributes, from, to));
  }

  private static Polygon ring(Polygon outer, Polygon inner) {
    Coordinate[] hole = inner.getExteriorRing().getCoordinates();
    return Grid.SHAPES.createPolygon(
        outer.getExteriorRing(), new LinearRing[] {Grid.SHAPES.createLinearRing(hole)});
  }
}
