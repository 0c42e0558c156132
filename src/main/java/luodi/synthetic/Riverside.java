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
 * of the water at a plausible width, the dike lies behind it, a berm behind the dike. Where the law
 * knows the river's shoreline, the ground from the line to the end of the berm has functions, piece
 * by piece; along the Yellow River lies a control range.
 */
final class Riverside {
  private static final double DIKE_M = 40;
  private static final double BERM_M = 20;
  private static final double MARGIN_M = 2_000;
  private static final double CONTROL_M = 1_000;
  private static final double CONTROL_OF_TRIBUTARIES_M = 500;
  private static final int LONGEST_LINE = 120;
  private static final double SHORTEST_M = 50;
  private static final int MOST_VERTICES = 400;
  private static final double CUT_SPACING_M = 100;

  private final Province province;
  private final List<Zone> shorelines = new ArrayList<>();
  private final List<Zone> ranges = new ArrayList<>();
  private final List<Zone> functions = new ArrayList<>();
  private final List<Zone> controls = new ArrayList<>();

  private Riverside(Province province) {
    this.province = province;
  }

  /**
   * What was drawn.
   *
   * @param shorelines of {@code river-shoreline}
   * @param ranges of {@code river-mgmt-range}
   * @param functions of {@code shoreline-zone}
   * @param controls of {@code yellow-river-shore-control}
   */
  record Drawn(
      List<Zone> shorelines, List<Zone> ranges, List<Zone> functions, List<Zone> controls) {}

  /** What the planners of a shoreline want of a piece of it. */
  private enum Function {
    PROTECT("岸线保护区", 0.25),
    RESERVE("岸线保留区", 0.35),
    CONTROL("岸线控制利用区", 0.25),
    USE("岸线开发利用区", 0.15);

    private final String title;
    private final double rate;

    Function(String title, double rate) {
      this.title = title;
      this.rate = rate;
    }

    static Function draw(Dice dice) {
      double left = dice.unit();
      for (Function function : values()) {
        left -= function.rate;
        if (left < 0) {
          return function;
        }
      }
      return USE;
    }
  }

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
    return new Drawn(
        riverside.shorelines, riverside.ranges, riverside.functions, riverside.controls);
  }

  private void draw(Basis.County county, Watercourse river, Envelope window) {
    Geometry water = ribbon(river, 0, window);
    if (water.isEmpty() || !water.intersects(county.shape())) {
      return;
    }
    Geometry diked = ribbon(river, DIKE_M, window);
    Geometry dike = Grid.difference(diked, water);
    Geometry outer = ribbon(river, DIKE_M + BERM_M, window);
    Geometry other = Grid.difference(outer, dike);
    addRange(county, river, "dike", "堤防", dike);
    addRange(county, river, "other", "", other);
    if (river.rank().isPresent()) {
      Map<String, String> attributes =
          Map.of("river", river.system().orElseThrow(), "rank", river.rank().get());
      String name = county.name() + river.name() + "岸线管理线";
      addLines(county, river.id(), name, water, attributes);
      addFunctions(county, river, Grid.difference(outer, water));
      if (river.system().orElseThrow().equals("yellow")) {
        addControl(county, river, window);
      }
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
    Dice dice = province.dice("river-mgmt-range").on(county.adcode()).on(river.id()).on(part);
    String id = "RM-" + county.adcode() + "-" + river.id() + "-" + part;
    int number = 0;
    for (Polygon piece : pieces(county, shape, dice)) {
      number++;
      ranges.add(
          province.zone(
              numbered(id, number),
              county.name() + titled(river) + "河道管理范围" + title + number + "（合成）",
              piece,
              Map.of("part", part)));
    }
  }

  private void addFunctions(Basis.County county, Watercourse river, Geometry shore) {
    Dice dice = province.dice("shoreline-zone").on(county.adcode()).on(river.id());
    int number = 0;
    for (Polygon piece : pieces(county, shore, dice)) {
      number++;
      Function function = Function.draw(dice);
      functions.add(
          province.zone(
              numbered("SZ-" + county.adcode() + "-" + river.id(), number),
              county.name() + titled(river) + function.title + number + "（合成）",
              piece,
              Map.of("zone", function.name().toLowerCase(Locale.ROOT))));
    }
  }

  private void addControl(Basis.County county, Watercourse river, Envelope window) {
    String rank = river.rank().orElseThrow();
    double widthM = rank.equals("tributary") ? CONTROL_OF_TRIBUTARIES_M : CONTROL_M;
    Dice dice = province.dice("yellow-river-shore-control").on(county.adcode()).on(river.id());
    int number = 0;
    for (Polygon piece : pieces(county, ribbon(river, widthM, window), dice)) {
      number++;
      controls.add(
          province.zone(
              numbered("YC-" + county.adcode() + "-" + river.id(), number),
              county.name() + titled(river) + "岸线管控范围" + number + "（合成）",
              piece,
              Map.of("rank", rank)));
    }
  }

  /** What lies in the county, in pieces of a handy size. */
  private static List<Polygon> pieces(Basis.County county, Geometry shape, Dice dice) {
    Geometry inCounty = Grid.intersection(shape, county.shape());
    return Knife.pieces(inCounty, MOST_VERTICES, CUT_SPACING_M, dice);
  }

  private static String titled(Watercourse river) {
    return river.name().isEmpty() ? "无名河" : river.name();
  }

  private static String numbered(String id, int number) {
    return String.format(Locale.ROOT, "%s-%03d", id, number);
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
      String id = numbered("RS-" + county.adcode() + "-" + river, ++number);
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
