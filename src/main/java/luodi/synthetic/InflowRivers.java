package luodi.synthetic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import luodi.atlas.Zone;
import luodi.geo.Grid;
import luodi.synthetic.draw.Dice;
import luodi.synthetic.draw.Plane;
import luodi.synthetic.draw.RaggedLine;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/**
 * The rivers around Taihu whose reaches the law counts in kilometres from the mouth (太湖流域管理条例 29,
 * 30): real names, invented courses that begin on the lake's shore, cut every ten kilometres.
 */
final class InflowRivers {
  private static final String LAKE = "taihu";
  private static final Coordinate MIDDLE = new Coordinate(120.2, 31.2);
  private static final double REACH_M = 10_000;
  private static final double NODE_M = 6_000;
  private static final double LARGEST_TURN = 0.25;
  private static final double ROUGHNESS = 0.08;

  private InflowRivers() {}

  /**
   * A river as planners name it; names, sides and lengths recalled.
   *
   * @param bearing of its mouth from the middle of the lake, degrees clockwise from north
   * @param inflow false for the one that carries the lake's water away
   */
  private record Named(String id, String name, double bearing, double lengthKm, boolean inflow) {}

  private static final List<Named> RIVERS =
      List.of(
          new Named("wangyu", "望虞河", 48, 60.8, true),
          new Named("taipu", "太浦河", 118, 57.6, false),
          new Named("xinmeng", "新孟河", 322, 93.5, true),
          new Named("liangxi", "梁溪河", 8, 14.2, true),
          new Named("zhihu", "直湖港", 352, 19.8, true),
          new Named("wujin", "武进港", 342, 29.4, true),
          new Named("taige", "太滆运河", 330, 22.5, true),
          new Named("caoqiao", "漕桥河", 312, 21.7, true),
          new Named("yincun", "殷村港", 302, 17.6, true),
          new Named("shedu", "社渎港", 290, 12.9, true),
          new Named("guandu", "官渎港", 282, 9.4, true),
          new Named("chendong", "陈东港", 272, 52.3, true),
          new Named("dapu", "大浦港", 262, 18.1, true),
          new Named("wuxi", "乌溪港", 250, 8.7, true),
          new Named("hexi", "合溪新港", 232, 31.6, true),
          new Named("changxing", "长兴港", 222, 26.3, true),
          new Named("tiaoxi", "苕溪", 190, 71.2, true),
          new Named("daqian", "大钱港", 176, 11.5, true));

  /**
   * A stretch of a river.
   *
   * @param fromM from the mouth
   */
  record Reach(Named river, double fromM, double toM, Coordinate[] line) {
    private String km(double metres) {
      double km = Math.rint(metres) / 1000;
      return km == Math.rint(km)
          ? Long.toString(Math.round(km))
          : String.format(Locale.ROOT, "%.3f", km);
    }

    private Map<String, String> attributes() {
      return Map.of(
          "river", river.id(),
          "from_km", km(fromM),
          "to_km", km(toM),
          "inflow", river.inflow() ? LAKE : "none");
    }
  }

  /** All reaches; none when the lake is not among the lakes. */
  static List<Reach> of(List<Lakes.Lake> lakes, Dice dice) {
    List<Reach> reaches = new ArrayList<>();
    for (Lakes.Lake lake : lakes) {
      if (lake.id().equals(LAKE)) {
        for (Named river : RIVERS) {
          Coordinate mouth = mouth(lake.shape().getCoordinates(), river.bearing());
          reaches.addAll(cut(river, course(river, mouth, dice.on(river.id()))));
        }
      }
    }
    return List.copyOf(reaches);
  }

  /** Zones of {@code river-reach}: what of the reaches lies in the province. */
  static List<Zone> zones(Province province) {
    List<Zone> zones = new ArrayList<>();
    for (Reach reach : province.country().reaches()) {
      if (province.envelope().intersects(Watercourse.envelope(reach.line()))) {
        Geometry inside = province.clipped(Grid.SHAPES.createLineString(reach.line()));
        if (!inside.isEmpty()) {
          Map<String, String> is = reach.attributes();
          int number = (int) (reach.fromM() / REACH_M) + 1;
          String id = "RR-" + province.prefix() + "-" + reach.river().id() + "-";
          String name = reach.river().name() + " " + is.get("from_km") + "–" + is.get("to_km");
          zones.add(
              province.zone(
                  String.format(Locale.ROOT, "%s%02d", id, number),
                  name + " km（合成河段）",
                  inside,
                  is));
        }
      }
    }
    return zones;
  }

  /** The point of the shore that lies furthest out in about that direction. */
  private static Coordinate mouth(Coordinate[] shore, double bearing) {
    Plane plane = Plane.at(MIDDLE.x, MIDDLE.y);
    Comparator<Coordinate> byTurn =
        Comparator.comparingDouble(
            at -> {
              double turn = StrictMath.toDegrees(StrictMath.atan2(plane.x(at), plane.y(at)));
              double off = Math.abs(turn - bearing) % 360;
              // Half a degree aside costs as much as a kilometre further in.
              return Math.min(off, 360 - off) * 2 - plane.distance(at, MIDDLE) / 1000;
            });
    return Arrays.stream(shore).min(byTurn).orElseThrow();
  }

  private static Coordinate[] course(Named river, Coordinate mouth, Dice dice) {
    List<Coordinate> coarse = new ArrayList<>(List.of(mouth));
    double outward = StrictMath.toRadians(river.bearing());
    int nodes = (int) Math.ceil(river.lengthKm() * 1000 / NODE_M);
    double stepM = river.lengthKm() * 1000 / nodes;
    for (int i = 0; i < nodes; i++) {
      Coordinate from = coarse.get(coarse.size() - 1);
      double heading = outward + dice.between(-LARGEST_TURN, LARGEST_TURN);
      coarse.add(
          Plane.at(from.x, from.y)
              .degrees(stepM * StrictMath.sin(heading), stepM * StrictMath.cos(heading)));
    }
    return RaggedLine.of(coarse.toArray(new Coordinate[0]), ROUGHNESS, dice);
  }

  private static List<Reach> cut(Named river, Coordinate[] course) {
    List<Reach> reaches = new ArrayList<>();
    List<Coordinate> line = new ArrayList<>(List.of(course[0]));
    double beganM = 0;
    double atM = 0;
    for (int i = 1; i < course.length; i++) {
      Coordinate from = course[i - 1];
      Plane plane = Plane.at((from.x + course[i].x) / 2, (from.y + course[i].y) / 2);
      double lengthM = plane.distance(from, course[i]);
      double endM = beganM + REACH_M;
      if (atM + lengthM > endM) { // an edge is far shorter than a reach
        double t = (endM - atM) / lengthM;
        Coordinate end =
            plane.degrees(
                plane.x(from) + t * (plane.x(course[i]) - plane.x(from)),
                plane.y(from) + t * (plane.y(course[i]) - plane.y(from)));
        line.add(end);
        reaches.add(new Reach(river, beganM, endM, line.toArray(new Coordinate[0])));
        line = new ArrayList<>(List.of(end));
        beganM = endM;
      }
      line.add(course[i]);
      atM += lengthM;
    }
    reaches.add(new Reach(river, beganM, atM, line.toArray(new Coordinate[0])));
    return reaches;
  }
}
