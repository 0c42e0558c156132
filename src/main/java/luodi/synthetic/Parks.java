package luodi.synthetic;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import luodi.atlas.Zone;
import luodi.geo.Grid;
import luodi.synthetic.draw.Blob;
import luodi.synthetic.draw.Dice;
import luodi.synthetic.draw.Enclave;
import luodi.synthetic.draw.Plane;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;

/**
 * Outlines of industrial parks: spread over their county, most inside its town and its key units,
 * some across the edge of them, some over one another.
 */
final class Parks {
  private static final double STRADDLING = 0.15;
  private static final double OVERLAPPING = 0.10;
  private static final int TRIES_IN_TOWN = 45;
  private static final int TRIES = 90;
  private static final double SHRINK = 0.97;
  private static final int HOMES = 6;

  private final Province province;
  private final Map<String, Geometry> towns;
  private final Map<String, PreparedGeometry> keyUnits;
  private final OpenWater water;
  private final List<Polygon> placed = new ArrayList<>();

  private Parks(Province province, Map<String, Geometry> towns, List<Unit> units) {
    this.province = province;
    this.towns = towns;
    this.keyUnits = keyUnits(units);
    this.water = new OpenWater(province);
  }

  /** What was drawn, and which parks found no room. */
  record Drawn(List<Zone> zones, List<LeftOut> leftOut) {}

  /** How many parks have their seat in each county. */
  static Map<String, Integer> byCounty(Province province, List<ParkRoll.Park> parks) {
    Map<String, Integer> counts = new TreeMap<>();
    for (ParkRoll.Park park : parks) {
      province
          .country()
          .countyAt(park.seat())
          .ifPresent(county -> counts.merge(county.adcode(), 1, Integer::sum));
    }
    return counts;
  }

  static Drawn of(
      Province province, List<ParkRoll.Park> roll, Map<String, Geometry> towns, List<Unit> units) {
    Parks parks = new Parks(province, towns, units);
    List<Zone> zones = new ArrayList<>();
    List<LeftOut> leftOut = new ArrayList<>();
    for (ParkRoll.Park park : roll) {
      Dice dice = province.dice("industrial-park").on(park.id());
      Map<String, String> facts = ParkFacts.of(park, dice.on("facts"));
      parks
          .place(park, dice)
          .ifPresentOrElse(
              shape -> zones.add(province.zone(park.id(), park.name() + "（合成轮廓）", shape, facts)),
              () ->
                  leftOut.add(
                      new LeftOut(
                          ParkRoll.LAYER, park.id(), park.name(), "no room in its county")));
    }
    return new Drawn(zones, leftOut);
  }

  private static Map<String, PreparedGeometry> keyUnits(List<Unit> units) {
    Map<String, List<Geometry>> byCounty = new TreeMap<>();
    for (Unit unit : units) {
      if (unit.kind() == UnitClass.KEY) {
        byCounty
            .computeIfAbsent(unit.county().adcode(), code -> new ArrayList<>())
            .add(unit.shape());
      }
    }
    Map<String, PreparedGeometry> ready = new TreeMap<>();
    byCounty.forEach(
        (code, shapes) -> ready.put(code, PreparedGeometryFactory.prepare(Grid.union(shapes))));
    return ready;
  }

  private Optional<Polygon> place(ParkRoll.Park park, Dice dice) {
    List<Basis.County> homes = homes(park);
    int first = park.wide() ? dice.below(Math.min(4, homes.size())) : 0;
    for (int i = 0; i < homes.size(); i++) {
      Basis.County home = homes.get((first + i) % homes.size());
      Optional<Polygon> shape = placeIn(home, park, dice);
      if (shape.isPresent()) {
        placed.add(shape.get());
        return shape;
      }
    }
    return Optional.empty();
  }

  /** The seat's county; when only the prefecture is known, its nearest counties too. */
  private List<Basis.County> homes(ParkRoll.Park park) {
    Basis.County own = province.country().countyAt(park.seat()).orElseThrow();
    if (!park.wide()) {
      return List.of(own);
    }
    Plane plane = Plane.at(park.seat().x, park.seat().y);
    return province.counties().stream()
        .filter(county -> county.prefecture().equals(own.prefecture()))
        .sorted(
            Comparator.comparingDouble(
                county ->
                    plane.distance(county.shape().getCentroid().getCoordinate(), park.seat())))
        .limit(HOMES)
        .toList();
  }

  private Optional<Polygon> placeIn(Basis.County home, ParkRoll.Park park, Dice dice) {
    PreparedGeometry county = PreparedGeometryFactory.prepare(home.shape());
    double wanted = dice.logBetween(park.grade().leastM2() * 1.05, park.grade().mostM2() * 0.98);
    Wish wish =
        new Wish(
            Optional.ofNullable(towns.get(home.adcode())),
            Optional.ofNullable(keyUnits.get(home.adcode())),
            dice.hits(STRADDLING),
            dice.hits(OVERLAPPING));
    for (int i = 0; i < TRIES; i++) {
      double areaM2 = Math.max(wanted * StrictMath.pow(SHRINK, i), park.grade().leastM2() * 1.05);
      Envelope window =
          i < TRIES_IN_TOWN && wish.town().isPresent()
              ? wish.town().get().getEnvelopeInternal()
              : home.shape().getEnvelopeInternal();
      Coordinate middle = Enclave.somewhere(window, dice);
      Polygon shape = Blob.of(60 + dice.below(50), 0.25, dice).at(middle, areaM2);
      if (county.covers(shape) && suits(shape, wish, i >= TRIES_IN_TOWN)) {
        return Optional.of(shape);
      }
    }
    return Optional.empty();
  }

  private record Wish(
      Optional<Geometry> town,
      Optional<PreparedGeometry> key,
      boolean straddling,
      boolean overlapping) {}

  private boolean suits(Polygon shape, Wish wish, boolean anywhere) {
    boolean over = placed.stream().anyMatch(shape::intersects);
    if (over && !wish.overlapping() || water.touches(shape)) {
      return false;
    }
    boolean inTown = wish.town().map(town -> town.covers(shape)).orElse(false);
    boolean inKey = wish.key().map(key -> key.covers(shape)).orElse(false);
    if (anywhere) {
      return true;
    }
    if (wish.straddling()) {
      return !(inTown && inKey) && wish.town().map(shape::intersects).orElse(true);
    }
    return inTown && inKey;
  }
}
