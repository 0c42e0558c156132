package luodi.ingest.edition;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import luodi.geo.Crs;
import luodi.geo.Grid;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/** A sample of places with the divisions that they should lie in, and where it fits best. */
final class Shifted {
  private static final double METRES_PER_DEGREE = 111_200;
  private static final double REACH_M = 1500; // BD-09 is up to 1.3 km off
  private static final double CLOSE_M = 900;
  private static final double FARTHEST_M = REACH_M + CLOSE_M;
  private static final int WAYS = 8;
  private static final int GROUPS = 12;
  private static final int FEWEST_NEAR = 50;

  private final DivisionPolygons divisions;
  private final List<Place> places = new ArrayList<>();

  /** A place and its division's code. */
  private record Place(String code, Coordinate at) {}

  Shifted(DivisionPolygons divisions) {
    this.divisions = divisions;
  }

  void add(String code, Coordinate at) {
    places.add(new Place(code, at));
  }

  int size() {
    return places.size();
  }

  /** The share of places outside of their divisions, as they lie. */
  double shareOutside() {
    return 1 - (double) inside(places, Offset.NONE) / places.size();
  }

  /** The mean way from the middle of the divisions to the places. */
  Offset farOff() {
    double east = 0;
    double north = 0;
    for (Place place : places) {
      Coordinate middle = divisions.middle(place.code());
      north += (place.at().y - middle.y) * METRES_PER_DEGREE;
      east += (place.at().x - middle.x) * METRES_PER_DEGREE * cos(place.at());
    }
    return new Offset(east / places.size(), north / places.size());
  }

  /** How far a web map's coordinates lie from true ones at these places. */
  Offset expected(Crs webMap) {
    double east = 0;
    double north = 0;
    int count = 0;
    for (int i = 0; i < places.size(); i += 1 + places.size() / 500) {
      Coordinate there = places.get(i).at();
      Geometry point = Grid.SHAPES.createPoint(there);
      Coordinate here = webMap.toDegrees(point).getCoordinate();
      north += (there.y - here.y) * METRES_PER_DEGREE;
      east += (there.x - here.x) * METRES_PER_DEGREE * cos(there);
      count++;
    }
    return new Offset(east / count, north / count);
  }

  /**
   * How far the places lie from where they fit best, with its standard error; empty when nobody can
   * tell.
   */
  Optional<FitSurface.Top> best() {
    List<Place> near = nearBorders();
    if (near.size() < FEWEST_NEAR) {
      return Optional.empty();
    }
    FitSurface coarse =
        FitSurface.around(Offset.NONE, REACH_M / FitSurface.STEPS, shift -> counts(near, shift));
    FitSurface fine =
        FitSurface.around(
            coarse.highest(), CLOSE_M / FitSurface.STEPS, shift -> counts(near, shift));
    return fine.top();
  }

  /** Places that some shift within reach brings over a border: the others tell nothing. */
  private List<Place> nearBorders() {
    List<Place> near = new ArrayList<>();
    for (Place place : places) {
      boolean here = divisions.contains(place.code(), place.at());
      for (int i = 0; i < WAYS; i++) {
        double turn = 2 * Math.PI * i / WAYS;
        Offset way = new Offset(FARTHEST_M * Math.cos(turn), FARTHEST_M * Math.sin(turn));
        if (divisions.contains(place.code(), back(place.at(), way)) != here) {
          near.add(place);
          break;
        }
      }
    }
    return near;
  }

  /** The places that lie in their divisions once they are shifted back, by group. */
  private int[] counts(List<Place> near, Offset offset) {
    int[] counts = new int[GROUPS];
    for (Place place : near) {
      counts[group(place)] += divisions.contains(place.code(), back(place.at(), offset)) ? 1 : 0;
    }
    return counts;
  }

  /**
   * Groups that are alike: each holds places on opposite sides of divisions, for one side alone
   * tells of one way only.
   */
  private int group(Place place) {
    Coordinate middle = divisions.middle(place.code());
    double turn = Math.atan2(place.at().y - middle.y, place.at().x - middle.x) / Math.PI + 1;
    int sector = (int) ((turn - Math.floor(turn)) * GROUPS);
    return Math.floorMod(place.code().hashCode() + sector, GROUPS);
  }

  private int inside(List<Place> some, Offset offset) {
    int count = 0;
    for (Place place : some) {
      count += divisions.contains(place.code(), back(place.at(), offset)) ? 1 : 0;
    }
    return count;
  }

  /** Where a place would lie if its data were this far off. */
  private static Coordinate back(Coordinate at, Offset offset) {
    return new Coordinate(
        at.x - offset.east() / (METRES_PER_DEGREE * cos(at)),
        at.y - offset.north() / METRES_PER_DEGREE);
  }

  private static double cos(Coordinate at) {
    return Math.cos(Math.toRadians(at.y));
  }
}
