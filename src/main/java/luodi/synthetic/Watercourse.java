package luodi.synthetic;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import luodi.geo.Grid;
import luodi.synthetic.draw.Dice;
import luodi.synthetic.draw.RaggedLine;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;

/**
 * A river with all its pieces, its coarse line made ragged.
 *
 * @param id stable within the source
 * @param name Chinese, empty when unknown
 * @param system {@code yangtze} or {@code yellow}; empty for others and the unknown
 * @param rank among the shorelines of its system; empty like {@code system}
 */
record Watercourse(
    String id,
    String name,
    Optional<String> system,
    Optional<String> rank,
    List<Reach> reaches,
    List<Polygon> bodies) {
  private static final double ROUGHNESS = 0.09;

  /** The main tributaries that planning documents name; the rest are tributaries. Recalled. */
  private static final Set<String> KEY_TRIBUTARIES =
      Set.of("雅砻江", "岷江", "嘉陵江", "乌江", "湘江", "沅水", "汉江", "赣江", "湟水", "洮河", "渭河", "汾河");

  /** A stretch of centre line, or of bank where both banks are drawn, with its half-width. */
  record Reach(Coordinate[] line, double halfWidthM) {}

  /** All rivers; pieces of one name are one river. */
  static List<Watercourse> of(List<Basis.River> rivers, Dice dice) {
    Map<String, Watercourse> byName = new TreeMap<>();
    for (int i = 0; i < rivers.size(); i++) {
      Basis.River river = rivers.get(i);
      String id = String.format(Locale.ROOT, "R%03d", i);
      String key = river.name().isEmpty() ? id : river.name();
      Watercourse course = byName.computeIfAbsent(key, name -> empty(id, river));
      course.add(river, dice.on(Integer.toString(i)));
    }
    return byName.values().stream().sorted(Comparator.comparing(Watercourse::id)).toList();
  }

  boolean near(Envelope window) {
    return reaches.stream().anyMatch(reach -> window.intersects(envelope(reach.line())));
  }

  static Envelope envelope(Coordinate[] line) {
    Envelope envelope = new Envelope();
    for (Coordinate point : line) {
      envelope.expandToInclude(point);
    }
    return envelope;
  }

  private static Watercourse empty(String id, Basis.River river) {
    Optional<String> system =
        river.basin().startsWith("长江")
            ? Optional.of("yangtze")
            : river.basin().startsWith("黄河") ? Optional.of("yellow") : Optional.empty();
    Optional<String> rank =
        system.map(
            s ->
                river.basin().endsWith("干流")
                    ? "main"
                    : KEY_TRIBUTARIES.contains(river.name()) ? "key-tributary" : "tributary");
    return new Watercourse(id, river.name(), system, rank, new ArrayList<>(), new ArrayList<>());
  }

  private void add(Basis.River river, Dice dice) {
    Coordinate[] coarse = river.line().getCoordinates();
    Coordinate[] line = RaggedLine.of(coarse, ROUGHNESS, dice);
    boolean banks = river.line().isClosed();
    reaches.add(new Reach(line, halfWidthM(river, banks)));
    if (banks) {
      body(line).or(() -> body(coarse)).ifPresent(bodies::add);
    }
  }

  private static Optional<Polygon> body(Coordinate[] ring) {
    Polygon body = Grid.SHAPES.createPolygon(ring);
    return body.isValid() ? Optional.of(body) : Optional.empty();
  }

  private static double halfWidthM(Basis.River river, boolean banks) {
    if (banks) {
      return 150;
    }
    return switch (river.basin()) {
      case "长江干流" -> 700;
      case "黄河干流" -> 400;
      case "长江支流", "黄河支流" -> 250;
      case "" -> 100;
      default -> 200;
    };
  }

  /** The parts of the bodies in the window. */
  List<Geometry> bodiesIn(Envelope window) {
    List<Geometry> parts = new ArrayList<>();
    for (Polygon body : bodies) {
      Geometry part = Grid.clip(body, window);
      if (window.intersects(body.getEnvelopeInternal()) && !part.isEmpty()) {
        parts.add(part);
      }
    }
    return parts;
  }
}
