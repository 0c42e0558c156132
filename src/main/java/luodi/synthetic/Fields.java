package luodi.synthetic;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import luodi.atlas.Zone;
import luodi.geo.Grid;
import luodi.synthetic.draw.Blob;
import luodi.synthetic.draw.Dice;
import luodi.synthetic.draw.Enclave;
import luodi.synthetic.draw.Knife;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;

/**
 * Farmland, and the permanent basic farmland inside it: pieces of units outside the redline, more
 * of them in the plains. In one place of the province the basic farmland is not known: a gap of ten
 * square kilometres in the layer's coverage, without zones.
 */
final class Fields {
  private static final double KM2 = 1e6;
  private static final double GAP_M2 = 10 * KM2;
  private static final double GRADE_UNKNOWN = 0.05;
  private static final double CLUSTER_UNKNOWN = 0.10;
  private static final double CLUSTER = 0.5;
  private static final double BASIC = 0.85;
  private static final int GRADES = 10;

  private final Province province;
  private final OpenWater water;
  private final List<Zone> farmland = new ArrayList<>();
  private final List<Zone> basic = new ArrayList<>();

  private Fields(Province province) {
    this.province = province;
    this.water = new OpenWater(province);
  }

  /**
   * What was drawn.
   *
   * @param gap where permanent basic farmland is not known
   */
  record Drawn(List<Zone> farmland, List<Zone> basic, Optional<Polygon> gap) {}

  static Drawn of(Province province, List<Unit> units, Map<String, Polygon> rest) {
    Fields fields = new Fields(province);
    for (Unit unit : units) {
      Dice dice = province.dice("farmland").on(unit.code());
      switch (unit.kind()) {
        case GENERAL -> fields.plough(unit, Province.largest(unit.shape()), 1, dice);
        case KEY -> fields.plough(unit, Province.largest(unit.shape()), 0.35, dice);
        case PRIORITY ->
            Optional.ofNullable(rest.get(unit.code()))
                .ifPresent(ground -> fields.plough(unit, ground, 0.5, dice));
      }
    }
    Optional<Polygon> gap = fields.gap();
    return new Drawn(fields.farmland, gap.map(fields::outside).orElse(fields.basic), gap);
  }

  /** Makes a field of the ground by chance, more likely in plains than in mountains. */
  private void plough(Unit unit, Polygon ground, double willingness, Dice dice) {
    Coordinate middle = ground.getCentroid().getCoordinate();
    double plain = (0.85 - province.country().mountain(middle)) * 1.7;
    if (water.holds(middle) || !dice.hits(Math.min(Math.max(plain, 0.1), 0.9) * willingness)) {
      return;
    }
    double spacingM = Tiling.spacingM(unit.areaM2(), province.vertices());
    Optional<Knife.Cut> cut = Knife.cut(ground, dice.between(0.5, 0.9), spacingM, dice);
    Polygon field = cut.map(Knife.Cut::first).orElse(ground);
    for (int village = dice.below(3); village > 0; village--) {
      field = Enclave.punched(field, dice.logBetween(0.2, 2) * KM2, dice);
    }
    add(unit, field, dice);
    if (dice.hits(BASIC)) {
      Knife.cut(field, dice.between(0.65, 0.95), spacingM, dice)
          .ifPresent(parts -> addBasic(unit, parts.first(), dice));
    }
  }

  private void add(Unit unit, Polygon field, Dice dice) {
    Map<String, String> attributes = new TreeMap<>();
    String grade = Integer.toString(1 + dice.below(GRADES));
    if (!dice.hits(GRADE_UNKNOWN)) {
      attributes.put("grade", grade);
    }
    String name = unit.county().name() + "耕地" + unit.code().substring(8) + "（合成）";
    farmland.add(province.zone("FL-" + unit.code().substring(2), name, field, attributes));
  }

  private void addBasic(Unit unit, Polygon field, Dice dice) {
    Map<String, String> attributes = new TreeMap<>();
    boolean cluster = dice.hits(CLUSTER);
    if (!dice.hits(CLUSTER_UNKNOWN)) {
      attributes.put("cluster", Boolean.toString(cluster));
    }
    String name = unit.county().name() + "永久基本农田" + unit.code().substring(8) + "（合成）";
    basic.add(province.zone("BF-" + unit.code().substring(2), name, field, attributes));
  }

  /** A place in the midst of some basic farmland, within one county. */
  private Optional<Polygon> gap() {
    Dice dice = province.dice("gap");
    for (int i = 0; i < basic.size(); i++) {
      Zone field = basic.get(dice.below(basic.size()));
      Polygon gap =
          Blob.of(60, 0.2, dice).at(field.shape().getInteriorPoint().getCoordinate(), GAP_M2);
      boolean inOneCounty = province.counties().stream().anyMatch(c -> c.shape().contains(gap));
      if (inOneCounty && field.shape().getArea() > 2 * gap.getArea()) {
        return Optional.of(gap);
      }
    }
    return Optional.empty();
  }

  private List<Zone> outside(Polygon gap) {
    List<Zone> kept = new ArrayList<>();
    for (Zone zone : basic) {
      Geometry shape = Grid.difference(zone.shape(), gap);
      if (!shape.isEmpty()) {
        kept.add(province.zone(zone.id(), zone.name(), shape, zone.attributes()));
      }
    }
    return kept;
  }
}
