package luodi.geo;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.algorithm.LineIntersector;
import org.locationtech.jts.algorithm.RobustLineIntersector;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.util.LinearComponentExtracter;
import org.locationtech.jts.noding.BasicSegmentString;
import org.locationtech.jts.noding.MCIndexNoder;
import org.locationtech.jts.noding.SegmentIntersector;
import org.locationtech.jts.noding.SegmentString;

/**
 * Counts how often a shape's edges cross each other, and stops at a bound: mending a line that
 * crosses itself a million times would take hours and all memory.
 */
final class Tangle implements SegmentIntersector {
  private static final int SMALL = 2_000; // positions; then all pairs are few
  private static final long MOST_PAIRS = 60_000_000;
  private static final long MOST_CROSSINGS = 200_000;

  private final LineIntersector lines = new RobustLineIntersector();
  private long pairs;
  private long crossings;

  private Tangle() {}

  /** True when the shape cannot be checked and mended in bounded time. */
  static boolean isIn(Geometry shape) {
    if (shape.getNumPoints() <= SMALL) {
      return false;
    }
    Tangle tangle = new Tangle();
    List<SegmentString> strings = new ArrayList<>();
    for (Object line : LinearComponentExtracter.getLines(shape)) {
      strings.add(new BasicSegmentString(((Geometry) line).getCoordinates(), null));
    }
    new MCIndexNoder(tangle).computeNodes(strings);
    return tangle.isDone();
  }

  @Override
  public void processIntersections(SegmentString a, int i, SegmentString b, int j) {
    if (a == b && Math.abs(i - j) <= 1) {
      return;
    }
    pairs++;
    Coordinate a0 = a.getCoordinate(i);
    Coordinate a1 = a.getCoordinate(i + 1);
    lines.computeIntersection(a0, a1, b.getCoordinate(j), b.getCoordinate(j + 1));
    crossings += lines.hasIntersection() && lines.isProper() ? 1 : 0;
  }

  @Override
  public boolean isDone() {
    return pairs > MOST_PAIRS || crossings > MOST_CROSSINGS;
  }
}
