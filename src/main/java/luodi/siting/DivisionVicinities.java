package luodi.siting;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import luodi.atlas.Atlas;
import luodi.atlas.County;
import luodi.atlas.Zone;
import luodi.geo.Grid;
import org.locationtech.jts.geom.Coordinate;

/**
 * What lies around divisions, seen from a point inside each. Looked for once for each span of days
 * on which no zone of these layers begins or ends. Safe for many threads.
 */
final class DivisionVicinities {
  private final Screener screener;
  private final TreeSet<LocalDate> turns = new TreeSet<>();
  private final Map<LocalDate, Map<String, Vicinity>> seen = new ConcurrentHashMap<>();
  private final Map<String, Coordinate> middles = new ConcurrentHashMap<>();

  DivisionVicinities(Screener screener) {
    this.screener = screener;
    Atlas atlas = screener.atlas();
    List<String> layers = new ArrayList<>(Vicinity.POINTS);
    layers.addAll(Vicinity.LINES);
    layers.add(Vicinity.PARKS);
    layers.stream()
        .flatMap(layer -> atlas.zones(layer).stream())
        .forEach(
            zone -> {
              zone.from().ifPresent(turns::add);
              zone.to().ifPresent(turns::add);
            });
  }

  /** A point inside a province, prefecture or county, on the grid. */
  Coordinate middle(String adcode) {
    return middles.computeIfAbsent(
        adcode, added -> inside(screener.divisions().withCodes(adcode, "/to").zone()));
  }

  /** A point inside a zone, on the grid. */
  static Coordinate inside(Zone zone) {
    Coordinate inside = zone.shape().getInteriorPoint().getCoordinate();
    return new Coordinate(Grid.snap(inside.x), Grid.snap(inside.y));
  }

  /** What lies around a province, prefecture or county on a day. */
  Vicinity of(String adcode, LocalDate day) {
    LocalDate span = Optional.ofNullable(turns.floor(day)).orElse(LocalDate.MIN);
    return seen.computeIfAbsent(span, added -> new ConcurrentHashMap<>())
        .computeIfAbsent(adcode, added -> look(adcode, day));
  }

  private Vicinity look(String adcode, LocalDate day) {
    County division = screener.divisions().withCodes(adcode, "/to");
    return Vicinity.of(
        screener.atlas(),
        Grid.SHAPES.createPoint(middle(adcode)),
        Optional.of(division),
        Optional.empty(),
        day);
  }
}
