package luodi.synthetic;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Location;

/** The places in a county where something may lie at the water. */
final class Banks {
  private Banks() {}

  /** The vertices of river lines in the county. */
  static List<Coordinate> riversIn(Province province, Basis.County county) {
    Envelope envelope = county.shape().getEnvelopeInternal();
    List<Coordinate> found = new ArrayList<>();
    for (Watercourse river : province.country().rivers()) {
      for (Watercourse.Reach reach : river.reaches()) {
        addInside(reach.line(), county, envelope, found);
      }
    }
    return found;
  }

  /** The vertices of lake shores in the county. */
  static List<Coordinate> lakesIn(Province province, Basis.County county) {
    Envelope envelope = county.shape().getEnvelopeInternal();
    List<Coordinate> found = new ArrayList<>();
    for (Lakes.Lake lake : province.country().lakes()) {
      if (envelope.intersects(lake.shape().getEnvelopeInternal())) {
        addInside(lake.shape().getCoordinates(), county, envelope, found);
      }
    }
    return found;
  }

  private static void addInside(
      Coordinate[] line, Basis.County county, Envelope envelope, List<Coordinate> found) {
    if (!envelope.intersects(Watercourse.envelope(line))) {
      return;
    }
    IndexedPointInAreaLocator inside = new IndexedPointInAreaLocator(county.shape());
    for (Coordinate point : line) {
      if (envelope.contains(point) && inside.locate(point) == Location.INTERIOR) {
        found.add(point);
      }
    }
  }
}
