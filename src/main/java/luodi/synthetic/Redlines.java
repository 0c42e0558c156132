package luodi.synthetic;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import luodi.atlas.Zone;
import luodi.geo.Grid;
import luodi.synthetic.draw.Dice;
import luodi.synthetic.draw.Enclave;
import luodi.synthetic.draw.Knife;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;

/**
 * The ecological redline: the greater part of most priority units, cut off by a ragged line, some
 * with an enclave, some in two pieces, some split into core and other ground.
 */
final class Redlines {
  private static final double UNITS_WITH_REDLINE = 0.72;
  private static final double IN_TWO_PIECES = 0.08;
  private static final double WITH_ENCLAVE = 0.15;
  private static final double SPLIT = 0.15;
  private static final double CORE = 0.45;
  private static final double KM2 = 1e6;

  private final Province province;
  private final List<Zone> zones = new ArrayList<>();
  private final Map<String, Polygon> rest = new TreeMap<>();

  private Redlines(Province province) {
    this.province = province;
  }

  /**
   * What was drawn.
   *
   * @param zones of layer {@code eco-redline}
   * @param rest by unit code, the ground of a priority unit that lies in no redline
   */
  record Drawn(List<Zone> zones, Map<String, Polygon> rest) {}

  static Drawn of(Province province, List<Unit> units) {
    Redlines redlines = new Redlines(province);
    for (Unit unit : units) {
      if (unit.kind() == UnitClass.PRIORITY) {
        redlines.draw(unit, province.dice("eco-redline").on(unit.code()));
      }
    }
    return new Drawn(redlines.zones, redlines.rest);
  }

  private void draw(Unit unit, Dice dice) {
    Polygon body = Province.largest(unit.shape());
    double spacingM = Tiling.spacingM(unit.areaM2(), province.vertices());
    if (!dice.hits(UNITS_WITH_REDLINE)) {
      rest.put(unit.code(), body);
      return;
    }
    Optional<MultiPolygon> pieces =
        dice.hits(IN_TWO_PIECES) ? twoPieces(body, spacingM, dice) : Optional.empty();
    if (pieces.isPresent()) {
      add(unit, 1, pieces.get(), dice.hits(CORE));
      return;
    }
    Optional<Knife.Cut> cut = Knife.cut(body, dice.between(0.68, 0.92), spacingM, dice);
    cut.ifPresent(parts -> rest.put(unit.code(), parts.second()));
    Polygon redline = cut.map(Knife.Cut::first).orElse(body);
    if (dice.hits(WITH_ENCLAVE)) {
      redline = Enclave.punched(redline, dice.logBetween(0.3, 3) * KM2, dice);
    }
    Optional<Knife.Cut> split =
        dice.hits(SPLIT)
            ? Knife.cut(redline, dice.between(0.35, 0.6), spacingM, dice)
            : Optional.empty();
    if (split.isPresent()) {
      add(unit, 1, split.get().first(), true);
      add(unit, 2, split.get().second(), false);
    } else {
      add(unit, 1, redline, dice.hits(CORE));
    }
  }

  /** Two ends of a unit with a strip between them; none when they come to touch. */
  private static Optional<MultiPolygon> twoPieces(Polygon body, double spacingM, Dice dice) {
    Optional<Knife.Cut> end = Knife.cut(body, 0.4, spacingM, dice);
    Optional<Knife.Cut> other = end.flatMap(cut -> Knife.cut(cut.second(), 0.25, spacingM, dice));
    return other
        .map(cut -> new Polygon[] {end.get().first(), cut.second()})
        .map(Grid.SHAPES::createMultiPolygon)
        .filter(Geometry::isValid);
  }

  private void add(Unit unit, int number, Geometry shape, boolean core) {
    zones.add(
        province.zone(
            "RL-" + unit.code().substring(2) + "-" + number,
            unit.county().name() + "生态保护红线" + unit.code().substring(9) + "-" + number + "（合成）",
            shape,
            Map.of("zone", core ? "core-protection" : "other")));
  }
}
