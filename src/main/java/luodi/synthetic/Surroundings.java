package luodi.synthetic;

import java.util.ArrayList;
import java.util.List;
import luodi.synthetic.draw.Plane;
import org.locationtech.jts.algorithm.locate.SimplePointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;

/**
 * How near a place of a province is to people, waters and reserves: 1 there (2 on open water), 0
 * far away.
 */
final class Surroundings {
  private static final double PEOPLE_M = 6_000;
  private static final double WATERS_M = 5_000;
  private static final double RESERVES_M = 15_000;
  private static final double MARGIN_M = 50_000;

  private final Plane plane;
  private final List<Coordinate> people = new ArrayList<>();
  private final List<Coordinate> waters = new ArrayList<>();
  private final List<Coordinate> reserves = new ArrayList<>();

  private final OpenWater open;

  private Surroundings(Plane plane, OpenWater open) {
    this.plane = plane;
    this.open = open;
  }

  static Surroundings of(Province province) {
    Surroundings around =
        new Surroundings(Plane.around(province.envelope()), new OpenWater(province));
    Envelope window = around.plane.grown(province.envelope(), MARGIN_M);
    Basis real = province.country().real();
    province.counties().forEach(c -> around.people.add(province.country().seatOf(c)));
    real.developmentZones()
        .forEach(zone -> zone.seat().filter(window::contains).ifPresent(around.people::add));
    real.rivers().forEach(river -> around.addWaters(river.line(), window));
    real.lakes().forEach(lake -> around.addWaters(lake.shape(), window));
    real.reserves().stream()
        .map(Basis.Reserve::at)
        .filter(window::contains)
        .forEach(around.reserves::add);
    return around;
  }

  private void addWaters(Geometry water, Envelope window) {
    if (window.intersects(water.getEnvelopeInternal())) {
      for (Coordinate point : water.getCoordinates()) {
        if (window.contains(point)) {
          waters.add(point);
        }
      }
    }
  }

  /** Seats and parks in the shape count most, more of them a little more. */
  double people(Geometry shape, Coordinate middle) {
    int inside = 0;
    for (Coordinate seat : people) {
      if (shape.getEnvelopeInternal().contains(seat)
          && SimplePointInAreaLocator.locate(seat, shape) != Location.EXTERIOR) {
        inside++;
      }
    }
    return near(people, middle, PEOPLE_M) + (inside > 0 ? 1 + 0.1 * Math.min(inside, 8) : 0);
  }

  double waters(Coordinate middle) {
    return open.holds(middle) ? 2 : near(waters, middle, WATERS_M);
  }

  double reserves(Coordinate middle) {
    return near(reserves, middle, RESERVES_M);
  }

  private double near(List<Coordinate> points, Coordinate place, double scaleM) {
    double least = Double.MAX_VALUE;
    for (Coordinate point : points) {
      least = Math.min(least, plane.distance(point, place));
    }
    return StrictMath.exp(-least / scaleM);
  }
}
