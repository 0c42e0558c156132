package luodi.siting;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import luodi.atlas.Atlas;
import luodi.atlas.County;
import luodi.atlas.Layer;
import luodi.atlas.Zone;
import luodi.geo.Geodesic;
import luodi.geo.Grid;
import luodi.geo.Nearness;
import luodi.score.Factor;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;

/**
 * What lies around a place that good sense asks for; the same for every project. Immutable.
 *
 * @param middle a position inside the place, degrees
 * @param places the park's id, then the codes of county, prefecture and province, as far as known
 * @param codes all codes of the divisions that hold it
 * @param nearest of each layer that was looked for and has any zone
 * @param likeParks how many parks within {@link #AROUND_KM} name each division of GB/T 4754 as
 *     leading, itself not counted
 * @param silentParks how many of them tell none; empty when this atlas has no parks
 * @param access how near each kind of logistics is, in the order of {@link Access#KINDS}
 */
record Vicinity(
    Coordinate middle,
    List<String> places,
    Set<String> codes,
    Map<String, Near> nearest,
    SortedMap<String, Integer> likeParks,
    Optional<Integer> silentParks,
    List<Factor> access) {
  static final String PARKS = "industrial-park";

  /** The layers that are looked for around a place. */
  static final List<String> POINTS = List.of("logistics-hub", "cr-express", "port", "airport");

  static final List<String> LINES = List.of("rail", "road", "waterway", "logistics-corridor");

  /** Parks that are nearer than this compete for the same industry, kilometres: ours. */
  static final double AROUND_KM = 100;

  /** Wider than one degree of longitude is anywhere in China. */
  private static final double KM_PER_DEGREE = 60;

  private static final double KM_PER_DEGREE_OF_LATITUDE = 110;

  Vicinity {
    places = List.copyOf(places);
    codes = Set.copyOf(codes);
    nearest = Map.copyOf(nearest);
    access = List.copyOf(access);
    likeParks = Collections.unmodifiableSortedMap(new TreeMap<>(likeParks));
  }

  /** The nearest zone of a layer, and how far it is from the place's edge, unrounded metres. */
  record Near(Zone zone, Layer layer, double metres) {
    double km() {
      return Math.rint(metres / 100) / 10;
    }

    /** Its name with the source that tells of it. */
    String told() {
      return zone.name() + "; " + zone.source() + " (" + zone.confidence() + ")";
    }
  }

  /**
   * Looks around a site. When a park holds its middle, what is known of that park is known of it.
   *
   * @param shape degrees, not empty
   */
  static Vicinity of(Atlas atlas, Geometry shape, Divisions divisions, LocalDate day) {
    Point middle = shape.getInteriorPoint();
    Optional<String> park =
        atlas.near(PARKS, middle.getEnvelopeInternal()).stream()
            .filter(one -> one.validOn(day) && one.shape().covers(middle))
            .map(Zone::id)
            .findFirst();
    return of(atlas, shape, divisions.holding(middle.getCoordinate()), park, day);
  }

  /**
   * Looks around a place.
   *
   * @param shape degrees, not empty
   * @param county that holds it, or most of it
   * @param park its id when it is a park
   */
  static Vicinity of(
      Atlas atlas, Geometry shape, Optional<County> county, Optional<String> park, LocalDate day) {
    Coordinate middle = shape.getInteriorPoint().getCoordinate();
    List<String> places = new ArrayList<>();
    park.ifPresent(places::add);
    county.ifPresent(one -> places.addAll(finestFirst(one)));
    Map<String, Near> nearest = new TreeMap<>();
    Search search = new Search(atlas, shape, middle, day);
    POINTS.forEach(layer -> search.nearest(layer).ifPresent(near -> nearest.put(layer, near)));
    LINES.forEach(layer -> search.nearest(layer).ifPresent(near -> nearest.put(layer, near)));
    Competitors around = Competitors.of(atlas, middle, park, day);
    return new Vicinity(
        middle,
        places,
        county.map(County::codes).orElse(Set.of()),
        nearest,
        around.byDivision,
        atlas.layer(PARKS).map(layer -> around.silent),
        Access.KINDS.stream().map(kind -> Access.part(kind, nearest, Map.of())).toList());
  }

  /** The county's codes, its prefecture's and its province's. */
  private static List<String> finestFirst(County county) {
    List<String> codes = new ArrayList<>(county.codes());
    codes.sort(
        (a, b) -> {
          int byLevel = Integer.compare(trailingPairs(a), trailingPairs(b));
          return byLevel != 0 ? byLevel : a.compareTo(b);
        });
    return codes;
  }

  private static int trailingPairs(String code) {
    return code.endsWith("0000") ? 2 : code.endsWith("00") ? 1 : 0;
  }

  /** Finds what is nearest to the edge of one shape. */
  private static final class Search {
    private final Atlas atlas;
    private final Geometry shape;
    private final Nearness middle;
    private final Nearness edge;
    private final LocalDate day;
    private final double radiusM;

    Search(Atlas atlas, Geometry shape, Coordinate middle, LocalDate day) {
      this.atlas = atlas;
      this.shape = shape;
      this.middle = Nearness.of(Grid.SHAPES.createPoint(middle));
      this.edge = Nearness.of(shape);
      this.day = day;
      double most = 0;
      for (Coordinate at : shape.getEnvelope().getCoordinates()) {
        most = Math.max(most, Geodesic.distanceM(middle.x, middle.y, at.x, at.y));
      }
      this.radiusM = most;
    }

    /** From the middle first, which is cheap; from the edge those that may still win. */
    Optional<Near> nearest(String layerId) {
      List<Zone> zones = atlas.zones(layerId);
      double[] fromMiddle = new double[zones.size()];
      double least = Double.POSITIVE_INFINITY;
      for (int i = 0; i < fromMiddle.length; i++) {
        fromMiddle[i] = fromMiddle(zones.get(i), least + 2 * radiusM);
        least = Math.min(least, fromMiddle[i]);
      }
      Near best = null;
      for (int i = 0; i < fromMiddle.length; i++) {
        if (fromMiddle[i] < Double.POSITIVE_INFINITY && fromMiddle[i] <= least + 2 * radiusM) {
          double metres = radiusM == 0 ? fromMiddle[i] : fromEdge(zones.get(i));
          if (best == null || metres < best.metres()) {
            best = new Near(zones.get(i), atlas.layer(layerId).orElseThrow(), metres);
          }
        }
      }
      return Optional.ofNullable(best);
    }

    /** Metres; infinite when it surely lies farther than so many, or is not valid. */
    private double fromMiddle(Zone zone, double withinM) {
      return zone.validOn(day)
          ? middle
              .to(zone.shape(), withinM)
              .map(Geodesic.Nearest::distanceM)
              .orElse(Double.POSITIVE_INFINITY)
          : Double.POSITIVE_INFINITY;
    }

    private double fromEdge(Zone zone) {
      return shape.getEnvelopeInternal().intersects(zone.shape().getEnvelopeInternal())
              && shape.intersects(zone.shape())
          ? 0
          : edge.to(zone.shape()).distanceM();
    }
  }

  /** Parks around that court the same industries. */
  private static final class Competitors {
    private final SortedMap<String, Integer> byDivision = new TreeMap<>();
    private int silent;

    static Competitors of(Atlas atlas, Coordinate middle, Optional<String> park, LocalDate day) {
      Competitors found = new Competitors();
      Envelope window = new Envelope(middle);
      window.expandBy(AROUND_KM / KM_PER_DEGREE, AROUND_KM / KM_PER_DEGREE_OF_LATITUDE);
      for (Zone other : atlas.near(PARKS, window)) {
        Coordinate at = other.shape().getEnvelopeInternal().centre();
        boolean counts =
            other.validOn(day)
                && !park.filter(other.id()::equals).isPresent()
                && Geodesic.distanceM(middle.x, middle.y, at.x, at.y) < AROUND_KM * 1000;
        if (counts) {
          found.add(other);
        }
      }
      return found;
    }

    private void add(Zone park) {
      List<String> divisions = leading(park);
      divisions.stream()
          .map(code -> code.substring(0, Math.min(2, code.length())))
          .distinct()
          .forEach(division -> byDivision.merge(division, 1, Integer::sum));
      silent += divisions.isEmpty() ? 1 : 0;
    }
  }

  /** The codes of GB/T 4754 that a park names as leading; none when it tells none. */
  static List<String> leading(Zone park) {
    String told = park.attributes().getOrDefault("leading_industries", "");
    return told.isEmpty() ? List.of() : List.of(told.split("[,;] ?"));
  }
}
