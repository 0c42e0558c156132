package luodi.synthetic;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import luodi.atlas.Zone;
import luodi.geo.Grid;
import luodi.synthetic.draw.Dice;
import luodi.synthetic.draw.RaggedLine;
import org.locationtech.jts.algorithm.locate.SimplePointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;

/**
 * The lakes with invented shores: the source's outline, one to two kilometres off, made ragged. A
 * "lake" with a county seat in it is an island of an estuary and is left out; so is the one that
 * carries the Yangtze from Wuhan to Zhenjiang, which is a river here.
 */
final class Lakes {
  private static final String RIVER_LAKE = "Poyang Hu";
  private static final double[] ROUGHNESS = {0.12, 0.06, 0.03, 0};
  private static final Coordinate IN_DIANSHAN = new Coordinate(120.93, 31.12);

  private Lakes() {}

  /** A lake that planning documents speak of; names recalled. */
  private record Known(String id, String name, boolean connected) {}

  private static final Map<String, Known> KNOWN =
      Map.ofEntries(
          Map.entry("Tai Hu", new Known("taihu", "太湖", true)),
          Map.entry("Dianshan Hu", new Known("dianshan", "淀山湖", false)),
          Map.entry("Hongze Hu", new Known("hongze", "洪泽湖", false)),
          Map.entry("Gaoyou Hu", new Known("gaoyou", "高邮湖", false)),
          Map.entry("Luoma Hu", new Known("luoma", "骆马湖", false)),
          Map.entry("Weishan Hu", new Known("weishan", "微山湖", false)),
          Map.entry("Shijiu Hu", new Known("shijiu", "石臼湖", true)),
          Map.entry("Ge Hu", new Known("gehu", "滆湖", false)),
          Map.entry("Chao Hu", new Known("chaohu", "巢湖", true)),
          Map.entry("Dongting Hu", new Known("dongting", "洞庭湖", true)),
          Map.entry("Liangzi Hu", new Known("liangzi", "梁子湖", true)),
          Map.entry("Hong Hu", new Known("honghu", "洪湖", true)),
          Map.entry("Daguan Hu", new Known("daguan", "大官湖", true)));

  /**
   * A lake with its invented shore.
   *
   * @param id of known lakes as rules write it
   * @param name Chinese where we know it, else the source's; empty when it has none
   * @param connected true when its shore is managed with the Yangtze's
   */
  record Lake(String id, String name, boolean connected, Geometry shape) {}

  static List<Lake> of(Basis real, Dice dice) {
    Map<String, List<Geometry>> byName = new TreeMap<>();
    List<Basis.Lake> bySize = new ArrayList<>(real.lakes());
    bySize.sort(Comparator.comparingDouble((Basis.Lake lake) -> lake.shape().getArea()).reversed());
    for (int i = 0; i < bySize.size(); i++) {
      Basis.Lake lake = bySize.get(i);
      if (!lake.name().equals(RIVER_LAKE) && !holdsSeat(lake, real)) {
        String name = holds(lake.shape(), IN_DIANSHAN) ? "Dianshan Hu" : lake.name();
        String key = name.isEmpty() ? String.format(Locale.ROOT, "~%03d", i) : name;
        List<Geometry> parts = byName.computeIfAbsent(key, k -> new ArrayList<>());
        if (!isIsland(lake.shape(), parts)) {
          parts.add(lake.shape());
        }
      }
    }
    List<Lake> lakes = new ArrayList<>();
    byName.forEach((key, parts) -> lakes.add(lake(key, Grid.union(parts), dice.on(key))));
    return List.copyOf(lakes);
  }

  /** Zones of {@code lake-control}: the named lakes. */
  static List<Zone> controlZones(Province province) {
    List<Zone> zones = new ArrayList<>();
    for (Lake lake : province.country().lakes()) {
      Geometry part =
          province.envelope().intersects(lake.shape().getEnvelopeInternal())
              ? province.clipped(lake.shape())
              : Grid.SHAPES.createPolygon();
      if (!lake.name().isEmpty() && !part.isEmpty()) {
        zones.add(
            province.zone(
                "LC-" + province.prefix() + "-" + lake.id(),
                lake.name() + "（合成岸线）",
                part,
                Map.of("lake", lake.id())));
      }
    }
    return zones;
  }

  private static boolean holdsSeat(Basis.Lake lake, Basis real) {
    return real.seats().stream().anyMatch(seat -> holds(lake.shape(), seat.at()));
  }

  private static boolean holds(Geometry area, Coordinate at) {
    return area.getEnvelopeInternal().contains(at)
        && SimplePointInAreaLocator.locate(at, area) == Location.INTERIOR;
  }

  /** The source also lists islands as lakes of their own, in the holes of the lake they lie in. */
  private static boolean isIsland(Geometry shape, List<Geometry> larger) {
    Coordinate inside = shape.getInteriorPoint().getCoordinate();
    return larger.stream()
        .map(lake -> Grid.SHAPES.createPolygon(((Polygon) lake).getExteriorRing()))
        .anyMatch(filled -> holds(filled, inside));
  }

  private static Lake lake(String key, Geometry outline, Dice dice) {
    Geometry shape = displaced(outline, dice);
    if (key.startsWith("~")) {
      return new Lake(key.substring(1), "", false, shape);
    }
    String id = key.toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", "-");
    Known known = KNOWN.getOrDefault(key, new Known(id, key, false));
    return new Lake(known.id(), known.name(), known.connected(), shape);
  }

  /** The outline made as ragged as it can be without crossing itself. */
  private static Geometry displaced(Geometry outline, Dice dice) {
    for (double roughness : ROUGHNESS) {
      Polygon[] parts = new Polygon[outline.getNumGeometries()];
      for (int i = 0; i < parts.length; i++) {
        parts[i] = displaced((Polygon) outline.getGeometryN(i), roughness, dice);
      }
      Geometry shape = parts.length == 1 ? parts[0] : Grid.SHAPES.createMultiPolygon(parts);
      if (shape.isValid()) {
        return shape;
      }
    }
    return outline;
  }

  private static Polygon displaced(Polygon part, double roughness, Dice dice) {
    LinearRing[] holes = new LinearRing[part.getNumInteriorRing()];
    for (int i = 0; i < holes.length; i++) {
      holes[i] = displaced(part.getInteriorRingN(i), roughness, dice);
    }
    return Grid.SHAPES.createPolygon(displaced(part.getExteriorRing(), roughness, dice), holes);
  }

  private static LinearRing displaced(LinearRing ring, double roughness, Dice dice) {
    return Grid.SHAPES.createLinearRing(RaggedLine.of(ring.getCoordinates(), roughness, dice));
  }
}
