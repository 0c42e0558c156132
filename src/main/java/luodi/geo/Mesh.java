package luodi.geo;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.LineSegment;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.noding.NodedSegmentString;
import org.locationtech.jts.noding.SegmentString;
import org.locationtech.jts.noding.snapround.SnapRoundingNoder;
import org.locationtech.jts.operation.polygonize.Polygonizer;

/** The polygons between lines that cross each other in any way. */
public final class Mesh {
  private static final PrecisionModel WHOLE = new PrecisionModel(1);

  private Mesh() {}

  /**
   * Cuts the plane by lines. Crossings are rounded to whole numbers, so the polygons are valid, and
   * neighbours share their vertices; lines that lead nowhere are left out. Never fails.
   *
   * @param lines positions in whole numbers
   */
  @SuppressWarnings("unchecked") // the noder speaks of raw collections
  public static List<Polygon> between(List<Coordinate[]> lines) {
    List<SegmentString> strings = new ArrayList<>();
    lines.forEach(line -> strings.add(new NodedSegmentString(line, null)));
    SnapRoundingNoder noder = new SnapRoundingNoder(WHOLE);
    noder.computeNodes(strings);
    Set<LineSegment> segments = new HashSet<>();
    for (SegmentString noded : (Collection<SegmentString>) noder.getNodedSubstrings()) {
      for (int i = 1; i < noded.size(); i++) {
        LineSegment segment = new LineSegment(noded.getCoordinate(i - 1), noded.getCoordinate(i));
        segment.normalize();
        segments.add(segment);
      }
    }
    Polygonizer polygonizer = new Polygonizer();
    segments.forEach(segment -> polygonizer.add(segment.toGeometry(Grid.SHAPES)));
    List<Polygon> polygons = new ArrayList<>((Collection<Polygon>) polygonizer.getPolygons());
    polygons.forEach(Polygon::normalize); // the polygonizer begins anywhere, and in any order
    polygons.sort(null);
    return polygons;
  }
}
