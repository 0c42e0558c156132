package luodi.siting;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import luodi.geo.Geodesic;
import org.locationtech.jts.geom.Coordinate;

/**
 * The parks that name an industry as leading, to be found near others.
 *
 * @param coarser true when some only name the division that holds it
 */
record LikeParks(List<Park> parks, boolean coarser) {

  /** Those of a code, or of one above or below it. */
  static LikeParks of(String code, ParkGround ground) {
    List<Park> parks = new ArrayList<>();
    boolean coarser = false;
    for (Park park : ground.parks()) {
      for (String leading : Vicinity.leading(park.zone())) {
        if (code.startsWith(leading) || leading.startsWith(code)) {
          parks.add(park);
          coarser |= leading.length() < code.length();
          break;
        }
      }
    }
    return new LikeParks(List.copyOf(parks), coarser);
  }

  /**
   * How far the nearest is, from middle to middle, kilometres; 0 when the park itself is one, empty
   * when there is none. The nearest is found in a plane and measured along the ellipsoid.
   */
  Optional<Double> nearestKm(Park park) {
    Coordinate from = park.around().middle();
    double shrink = Math.cos(Math.toRadians(from.y));
    Park nearest = null;
    double least = Double.POSITIVE_INFINITY;
    for (Park other : parks) {
      Coordinate to = other.around().middle();
      double x = (to.x - from.x) * shrink;
      double y = to.y - from.y;
      if (x * x + y * y < least) {
        least = x * x + y * y;
        nearest = other;
      }
    }
    return Optional.ofNullable(nearest).map(LikeParks::middle).map(to -> km(from, to));
  }

  private static Coordinate middle(Park park) {
    return park.around().middle();
  }

  private static double km(Coordinate from, Coordinate to) {
    return Geodesic.distanceM(from.x, from.y, to.x, to.y) / 1000;
  }
}
