package luodi.geo.tiling;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import luodi.geo.Authalic;
import luodi.geo.Grid;
import luodi.geo.LocalFrame;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.noding.NodedSegmentString;
import org.locationtech.jts.noding.SegmentString;
import org.locationtech.jts.noding.snapround.SnapRoundingNoder;
import org.locationtech.jts.operation.polygonize.Polygonizer;

/**
 * Where polygons on the grid overlap and where they leave gaps.
 *
 * @param overlaps where more than one lies, the largest first
 * @param gaps where none lies though the coverage promises one; without a coverage, what the
 *     polygons enclose and do not cover
 * @param slivers how many overlaps and gaps were thinner than the depth, so that they do not count
 * @param unmatched how many edges have no neighbour; all of the outer border has none
 * @param checked false when there are too many such edges to tell anything
 */
public record Tiling(
    List<Face> overlaps, List<Face> gaps, long slivers, long unmatched, boolean checked) {
  private static final long EDGES_AT_ONCE = 4_000_000; // 160 MB
  private static final int MOST_TO_SPLIT = 8_000_000;
  private static final int MOST_UNMATCHED = 1_000_000;

  /** Shapes that are handed out again from the first as often as it is asked. */
  public interface Shapes {
    void each(Consumer<Geometry> to);
  }

  /**
   * One connected place.
   *
   * @param covers how many polygons lie there
   */
  public record Face(Geometry shape, int covers, double areaM2) {}

  /**
   * Checks polygons that lie on the grid.
   *
   * @param coverage where the polygons should leave no gap; empty when nothing is promised
   * @param depthM what is nowhere wider than about twice this does not count, metres
   */
  public static Tiling of(Shapes shapes, Optional<Geometry> coverage, double depthM) {
    Optional<NetEdges> found = unmatched(shapes);
    if (found.isEmpty()) {
      return new Tiling(List.of(), List.of(), 0, MOST_UNMATCHED, false);
    }
    NetEdges promised = new NetEdges();
    coverage.ifPresent(extent -> promised.add(extent, 0, 1));
    return judged(
        found.get(), coverage.isPresent() ? Optional.of(promised) : Optional.empty(), depthM);
  }

  /** All edges that do not cancel out; empty when there are too many. */
  private static Optional<NetEdges> unmatched(Shapes shapes) {
    long[] edges = {0};
    shapes.each(shape -> edges[0] += NetEdges.count(shape));
    int parts = (int) (1 + edges[0] / EDGES_AT_ONCE);
    NetEdges unmatched = new NetEdges();
    NetEdges some = new NetEdges();
    for (int i = 0; i < parts; i++) {
      int part = i;
      some.clear();
      shapes.each(shape -> some.add(shape, part, parts));
      some.visit(unmatched::add);
      if (unmatched.size() > MOST_TO_SPLIT) {
        return Optional.empty();
      }
    }
    NetEdges left = Splits.of(unmatched);
    return left.size() > MOST_UNMATCHED ? Optional.empty() : Optional.of(left);
  }

  private static Tiling judged(NetEdges edges, Optional<NetEdges> promised, double depthM) {
    Winding covering = new Winding(edges);
    Optional<Winding> promising = promised.map(Winding::new);
    List<Face> overlaps = new ArrayList<>();
    List<Face> gaps = new ArrayList<>();
    long slivers = 0;
    for (Object polygon : faces(edges, promised)) {
      Geometry shape = (Geometry) polygon;
      Coordinate within = shape.getInteriorPoint().getCoordinate();
      int covers = covering.at(within);
      boolean missing = covers < 1 && promising.map(extent -> extent.at(within) > 0).orElse(true);
      if (covers < 2 && !missing) {
        continue;
      }
      if (!LocalFrame.around(shape).deeper(shape, depthM)) {
        slivers++;
        continue;
      }
      (missing ? gaps : overlaps).add(new Face(shape, covers, Authalic.areaM2(shape)));
    }
    overlaps.sort(Comparator.comparingDouble(Face::areaM2).reversed());
    gaps.sort(Comparator.comparingDouble(Face::areaM2).reversed());
    return new Tiling(overlaps, gaps, slivers, edges.size(), true);
  }

  /** All bounded places between the edges. */
  private static Collection<?> faces(NetEdges edges, Optional<NetEdges> promised) {
    List<SegmentString> lines = new ArrayList<>();
    NetEdges.Visitor add =
        (from, to, net) ->
            lines.add(new NodedSegmentString(new Coordinate[] {degrees(from), degrees(to)}, null));
    edges.visit(add);
    promised.ifPresent(extent -> extent.visit(add));
    SnapRoundingNoder noder = new SnapRoundingNoder(new PrecisionModel(Grid.LINES_PER_DEGREE));
    noder.computeNodes(lines);
    NetEdges once = new NetEdges();
    for (Object noded : noder.getNodedSubstrings()) {
      addEach(((SegmentString) noded).getCoordinates(), once);
    }
    Polygonizer polygonizer = new Polygonizer();
    once.visit(
        (from, to, net) ->
            polygonizer.add(
                Grid.SHAPES.createLineString(new Coordinate[] {degrees(from), degrees(to)})));
    return polygonizer.getPolygons();
  }

  /** Each edge once, in whatever direction and however often it came. */
  private static void addEach(Coordinate[] points, NetEdges once) {
    for (int i = 1; i < points.length; i++) {
      long a = NetEdges.position(points[i - 1]);
      long b = NetEdges.position(points[i]);
      if (a != b) {
        once.add(Math.min(a, b), Math.max(a, b), 1);
      }
    }
  }

  private static Coordinate degrees(long position) {
    return new Coordinate(
        NetEdges.x(position) / Grid.LINES_PER_DEGREE, NetEdges.y(position) / Grid.LINES_PER_DEGREE);
  }
}
