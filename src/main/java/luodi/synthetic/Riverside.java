package luodi.synthetic;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import luodi.atlas.Zone;
import luodi.geo.Grid;
import luodi.synthetic.draw.Dice;
import luodi.synthetic.draw.Knife;
import luodi.synthetic.draw.Plane;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.linemerge.LineMerger;

/**
 * Management lines and management ranges along the rivers, county by county: the line is the edge
 * of the water at a plausible width, the dike lies behind it, a berm behind the dike.
 */
final class Riverside {
  private static final double DIKE_M = 40;
  private static final double BERM_M = 20;
  private static final double MARGIN_M = 2_000;
  private static final int LONGEST_LINE = 120;
  private static final double SHORTEST_M = 50;
  private static final int MOST_VERTICES = 400;
  private static final double CUT_SPACING_M = 100;

  private final Province province;
  private final List<Zone> shorelines = new ArrayList<>();
  private final List<Zone> ranges = new ArrayList<>();

  private Riverside(Province province) {
    this.province = province;
  }

  /** Zones of {@code river-shoreline} and of {@code river-mgmt-range}. */
  record Drawn(List<Zone> shorelines, List<Zone> ranges) {}

  static Drawn of(Province province) {
    Riverside riverside = new Riverside(province);
    for (Basis.County county : province.counties()) {
      Envelope envelope = county.shape().getEnvelopeInternal();
      Envelope window = Plane.around(envelope).grown(envelope, MARGIN_M);
      for (Watercourse river : province.country().rivers()) {
        if (river.near(window)) {
          riverside.draw(county, river, window);
        }
      }
      for (Lakes.Lake lake : province.country().lakes()) {
        if (lake.connected() && window.intersects(lake.shape().getEnvelopeInternal())) {
          riverside.drawShore(county, lake);
        }
      }
    }
    return new Drawn(riverside.shorelines, riverside.ranges);
  }

  private void draw(Basis.County county, Watercourse river, Envelope window) {
    Geometry water = ribbon(river, 0, window);
    if (water.isEmpty() || !water.intersects(county.shape())) {
      return;
    }
    Geometry diked = ribbon(river, DIKE_M, window);
    Geometry dike = Grid.difference(diked, water);
    Geometry other = Grid.difference(ribbon(river, DIKE_M + BERM_M, window), dike);
    addRange(county, river, "dike", "堤防", dike);
    addRange(county, river, "other", "", other);
    if (river.rank().isPresent()) {
      Map<String, String> attributes =
          Map.of("river", river.system().orElseThrow(), "rank", river.rank().get());
      String name = county.name() + river.name() + "岸线管理线";
      addLines(county, river.id(), name, water, attributes);
    }
  }

  private void drawShore(Basis.County county, Lakes.Lake lake) {
    Map<String, String> attributes = Map.of("river", "yangtze", "rank", "connected-lake");
    addLines(county, lake.id(), county.name() + lake.name() + "岸线管理线", lake.shape(), attributes);
  }

  private static Geometry ribbon(Watercourse river, double widerM, Envelope window) {
    List<Geometry> parts = new ArrayList<>(river.bodiesIn(window));
    river.reaches().forEach(reach -> parts.addAll(Ribbon.hulls(reach, widerM, window)));
    return parts.isEmpty() ? Grid.SHAPES.createPolygon() : Grid.clip(Grid.union(parts), window);
  }

  private void addRange(
      Basis.County county, Watercourse river, String part, String title, Geometry shape) {
    Geometry inCounty = Grid.intersection(shape, county.shape());
    Dice dice = province.dice("river-mgmt-range").on(county.adcode()).on(river.id()).on(part);
    String name = river.name().isEmpty() ? "无名河" : river.name();
    int number = 0;
    for (Polygon piece : Knife.pieces(inCounty, MOST_VERTICES, CUT_SPACING_M, dice)) {
      number++;
      ranges.add(
          province.zone(
              String.format(
                  Locale.ROOT, "RM-%s-%s-%s-%03d", county.adcode(), river.id(), part, number),
              county.name() + name + "河道管理范围" + title + number + "（合成）",
              piece,
              Map.of("part", part)));
    }
  }

  /** The edge of the water within the county, in pieces of a handy length. */
  private void addLines(
      Basis.County county,
      String river,
      String name,
      Geometry water,
      Map<String, String> attributes) {
    LineMerger merger = new LineMerger();
    merger.add(Grid.intersection(water.getBoundary(), county.shape()));
    Map<String, LineString> inOrder = new TreeMap<>();
    for (Object merged : merger.getMergedLineStrings()) {
      for (LineString piece : pieces((LineString) merged)) {
        inOrder.put(piece.toText(), piece);
      }
    }
    int number = 0;
    for (LineString piece : inOrder.values()) {
      String id = String.format(Locale.ROOT, "RS-%s-%s-%03d", county.adcode(), river, ++number);
      String title = name + " " + number + "（" + side(piece, water) + "，合成）";
      shorelines.add(province.zone(id, title, piece, new TreeMap<>(attributes)));
    }
  }

  private static List<LineString> pieces(LineString line) {
    Coordinate[] points = line.getCoordinates();
    int count = (points.length - 1 + LONGEST_LINE - 1) / LONGEST_LINE;
    List<LineString> pieces = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int from = (points.length - 1) * i / count;
      int to = (points.length - 1) * (i + 1) / count;
      pieces.add(Grid.SHAPES.createLineString(java.util.Arrays.copyOfRange(points, from, to + 1)));
    }
    Plane plane = Plane.at(points[0].x, points[0].y);
    pieces.removeIf(piece -> lengthM(piece, plane) < SHORTEST_M);
    return pieces;
  }

  private static double lengthM(LineString line, Plane plane) {
    double length = 0;
    Coordinate[] points = line.getCoordinates();
    for (int i = 1; i < points.length; i++) {
      length += plane.distance(points[i - 1], points[i]);
    }
    return length;
  }

  /** On which side of the water the middle edge of a line lies. */
  private static String side(LineString line, Geometry water) {
    Coordinate[] points = line.getCoordinates();
    Coordinate a = points[(points.length - 1) / 2];
    Coordinate b = points[(points.length - 1) / 2 + 1];
    Plane plane = Plane.at((a.x + b.x) / 2, (a.y + b.y) / 2);
    double length = plane.distance(a, b);
    double x = (plane.y(b) - plane.y(a)) / length;
    double y = (plane.x(a) - plane.x(b)) / length;
    boolean outward = !water.intersects(Grid.SHAPES.createPoint(plane.degrees(x, y)));
    boolean east = outward ? x > 0 : x < 0;
    boolean north = outward ? y > 0 : y < 0;
    return Math.abs(x) > Math.abs(y) ? (east ? "东岸" : "西岸") : (north ? "北岸" : "南岸");
  }
}
