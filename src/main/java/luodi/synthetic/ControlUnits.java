package luodi.synthetic;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import luodi.atlas.Zone;
import luodi.geo.Authalic;
import luodi.geo.Grid;
import luodi.synthetic.draw.Dice;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/**
 * The control units of a province. Every county is tiled; then the units nearest to seats and parks
 * become key units until they hold their share of the province, and the most mountainous and those
 * along waters and reserves become priority units until they hold theirs.
 */
final class ControlUnits {
  /** A unit may overshoot its class's share of the area by this fraction of it. */
  private static final double OVERSHOOT = 0.003;

  private final Province province;
  private final Surroundings surroundings;
  private final Dice dice;

  private ControlUnits(Province province) {
    this.province = province;
    this.surroundings = Surroundings.of(province);
    this.dice = province.dice("unit-class");
  }

  private record Draft(Basis.County county, Geometry shape, double areaM2) {}

  private record Scored(Draft draft, double key, double priority) {}

  /** The province's units in the order of their codes. */
  static List<Unit> of(Province province) {
    List<Draft> drafts = new ArrayList<>();
    for (Basis.County county : province.counties()) {
      Coordinate seat = province.country().seatOf(county);
      Dice dice = province.dice("env-unit").on(county.adcode());
      int count = province.country().units(county.adcode());
      for (Geometry unit : Tiling.of(county, seat, count, province.vertices(), dice)) {
        drafts.add(new Draft(county, unit, Authalic.areaM2(unit)));
      }
    }
    return new ControlUnits(province).classed(drafts);
  }

  /** The units as zones of layer {@code env-unit}. */
  static List<Zone> zones(Province province, List<Unit> units) {
    List<Zone> zones = new ArrayList<>();
    for (Unit unit : units) {
      Dice dice = province.dice("access-list").on(unit.code());
      String items = province.country().accessLists().draw(unit.kind(), dice);
      zones.add(
          province.zone(
              unit.code(),
              unit.county().name() + unit.kind().title() + unit.code().substring(9) + "（合成）",
              unit.shape(),
              Map.of("class", unit.kind().word(), "code", unit.code(), "items", items)));
    }
    return zones;
  }

  private List<Unit> classed(List<Draft> drafts) {
    double whole = drafts.stream().mapToDouble(Draft::areaM2).sum();
    List<Scored> rest = new ArrayList<>(drafts.stream().map(this::scored).toList());
    Map<UnitClass, List<Draft>> chosen = new EnumMap<>(UnitClass.class);
    rest.sort(Comparator.comparingDouble(Scored::key).reversed());
    chosen.put(UnitClass.KEY, take(rest, whole * UnitClass.KEY.areaShare()));
    rest.sort(Comparator.comparingDouble(Scored::priority).reversed());
    chosen.put(UnitClass.PRIORITY, take(rest, whole * UnitClass.PRIORITY.areaShare()));
    chosen.put(UnitClass.GENERAL, rest.stream().map(Scored::draft).toList());
    List<Unit> units = new ArrayList<>();
    chosen.forEach((kind, its) -> units.addAll(coded(kind, its)));
    units.sort(Comparator.comparing(Unit::code));
    return units;
  }

  private Scored scored(Draft draft) {
    Coordinate middle = draft.shape().getCentroid().getCoordinate();
    double people = surroundings.people(draft.shape(), middle);
    double waters = surroundings.waters(middle);
    double reserves = surroundings.reserves(middle);
    double mountain = province.country().mountain(middle);
    return new Scored(
        draft,
        people + 0.1 * dice.unit(),
        2 * mountain + 0.4 * waters + 0.5 * reserves - 0.4 * people + 0.2 * dice.unit());
  }

  /** Takes from the front those that still fit into the area. */
  private static List<Draft> take(List<Scored> from, double areaM2) {
    List<Draft> taken = new ArrayList<>();
    List<Scored> left = new ArrayList<>();
    double sum = 0;
    for (Scored scored : from) {
      if (sum + scored.draft().areaM2() <= areaM2 * (1 + OVERSHOOT)) {
        sum += scored.draft().areaM2();
        taken.add(scored.draft());
      } else {
        left.add(scored);
      }
    }
    from.clear();
    from.addAll(left);
    return taken;
  }

  private static List<Unit> coded(UnitClass kind, List<Draft> drafts) {
    List<Draft> inOrder = new ArrayList<>(drafts);
    inOrder.sort(
        Comparator.comparing((Draft draft) -> draft.county().adcode())
            .thenComparing(draft -> draft.shape().getEnvelopeInternal().getMinX())
            .thenComparing(draft -> draft.shape().getEnvelopeInternal().getMinY()));
    List<Unit> units = new ArrayList<>();
    int number = 0;
    String county = "";
    for (Draft draft : inOrder) {
      number = draft.county().adcode().equals(county) ? number + 1 : 1;
      county = draft.county().adcode();
      String code = String.format(Locale.ROOT, "ZH%s%d%04d", county, kind.digit(), number);
      draft.shape().setSRID(Grid.SHAPES.getSRID());
      units.add(new Unit(code, kind, draft.county(), draft.shape(), draft.areaM2()));
    }
    return units;
  }
}
