package luodi.siting;

import java.util.Optional;
import java.util.OptionalDouble;
import luodi.geo.Grid;
import luodi.geo.LocalFrame;
import luodi.geo.Nearness;
import org.locationtech.jts.algorithm.locate.SimplePointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Point;

/** Whether a shift of a layer by its declared accuracy would flip a hit or a miss. */
final class Robustness {
  private Robustness() {}

  /** How far a distance lies from where it flips; empty when that is beyond the accuracy. */
  static OptionalDouble ofDistance(
      double distanceM, Optional<Double> thresholdM, double accuracyM) {
    double toFlip = Math.abs(distanceM - thresholdM.orElse(0.0));
    return toFlip < accuracyM ? OptionalDouble.of(toFlip) : OptionalDouble.empty();
  }

  /**
   * How much the zone must shrink for the hit to disappear; empty when that is beyond the accuracy.
   */
  static OptionalDouble ofOverlap(Geometry part, Geometry zone, double accuracyM) {
    if (hasADeepCorner(part, zone, accuracyM)) {
      return OptionalDouble.empty();
    }
    LocalFrame frame = LocalFrame.around(part);
    if (meetsWhenShrunk(part, zone, accuracyM, frame)) {
      return OptionalDouble.empty();
    }
    double least = 0;
    double most = accuracyM;
    while (most - least > 0.05) { // shown to 0.1 m
      double middle = (least + most) / 2;
      if (meetsWhenShrunk(part, zone, middle, frame)) {
        least = middle;
      } else {
        most = middle;
      }
    }
    return OptionalDouble.of(least);
  }

  /** True when a corner of the part surely lies in the zone, farther from its edge than a depth. */
  private static boolean hasADeepCorner(Geometry part, Geometry zone, double depthM) {
    Geometry edge = zone.getBoundary();
    for (Coordinate corner : part.getCoordinates()) {
      Point at = Grid.SHAPES.createPoint(corner);
      if (SimplePointInAreaLocator.locate(corner, zone) == Location.INTERIOR
          && Nearness.of(at).to(edge, depthM).isEmpty()) {
        return true;
      }
    }
    return false;
  }

  private static boolean meetsWhenShrunk(
      Geometry part, Geometry zone, double byM, LocalFrame frame) {
    // Clipping leaves edges of its own; they stay three times the shift away from the part.
    Geometry near = Grid.clip(zone, frame.grow(part.getEnvelopeInternal(), 3 * byM + 10));
    Geometry shrunk = frame.buffer(near, -byM);
    return !shrunk.isEmpty() && shrunk.intersects(part);
  }
}
