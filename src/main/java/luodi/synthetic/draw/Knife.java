package luodi.synthetic.draw;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import luodi.geo.Grid;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/**
 * Cuts a polygon in two along a ragged line. The two share the line's vertices, each keeps the old
 * vertices on its side, and the line ends on the old border in points of {@link Lattice}: so the
 * parts tile the whole without gap or overlap.
 */
public final class Knife {
  private static final int TRIES = 20;

  /** A cut whose share is off by less than this fraction of the smaller part is good enough. */
  private static final double GOOD_ENOUGH = 0.3;

  /** How far along an edge its end may be moved to a better place, as a fraction of the edge. */
  private static final double REACH = 0.25;

  private Knife() {}

  /**
   * Two parts of one polygon.
   *
   * @param first has about the share that was asked for
   */
  public record Cut(Polygon first, Polygon second) {}

  private record Crossing(int ring, int edge, double t, double along, int segment) {}

  private record Candidate(Cut cut, double error) {}

  /**
   * The polygon in two; empty when no line was found that crosses it well.
   *
   * @param share of the first part in the area
   * @param spacingM mean distance of the line's vertices
   */
  public static Optional<Cut> cut(Polygon whole, double share, double spacingM, Dice dice) {
    Candidate best = null;
    for (int i = 0; i < TRIES; i++) {
      Optional<Candidate> found = attempt(whole, share, spacingM, dice);
      if (found.isPresent() && (best == null || found.get().error() < best.error())) {
        best = found.get();
      }
      if (best != null && best.error() < GOOD_ENOUGH * Math.min(share, 1 - share)) {
        break;
      }
    }
    return Optional.ofNullable(best).map(Candidate::cut);
  }

  /** The polygons of an area, cut in halves until none has more vertices; none of an empty area. */
  public static List<Polygon> pieces(Geometry area, int mostVertices, double spacingM, Dice dice) {
    Deque<Polygon> open = new ArrayDeque<>();
    for (int i = 0; i < area.getNumGeometries() && !area.isEmpty(); i++) {
      open.add((Polygon) area.getGeometryN(i));
    }
    List<Polygon> pieces = new ArrayList<>();
    while (!open.isEmpty()) {
      Polygon piece = open.removeFirst();
      Optional<Cut> cut =
          piece.getNumPoints() > mostVertices ? cut(piece, 0.5, spacingM, dice) : Optional.empty();
      cut.ifPresent(
          halves -> {
            open.addFirst(halves.second());
            open.addFirst(halves.first());
          });
      if (cut.isEmpty()) {
        pieces.add(piece);
      }
    }
    return pieces;
  }

  private static Optional<Candidate> attempt(
      Polygon whole, double share, double spacingM, Dice dice) {
    Coordinate[] shell = whole.getExteriorRing().getCoordinates();
    Stroke stroke = Stroke.across(shell, share, spacingM, dice);
    List<Crossing> crossings = crossings(whole, stroke);
    Candidate best = null;
    for (int i = 0; i + 1 < crossings.size(); i += 2) {
      Optional<Cut> cut =
          split(whole, shell, stroke, crossings.get(i), crossings.get(i + 1), spacingM);
      if (cut.isPresent()) {
        Candidate candidate = judged(cut.get(), whole, share);
        best = best == null || candidate.error() < best.error() ? candidate : best;
      }
    }
    return Optional.ofNullable(best).filter(Knife::sound);
  }

  private static boolean sound(Candidate candidate) {
    return candidate.cut().first().isValid() && candidate.cut().second().isValid();
  }

  private static Candidate judged(Cut cut, Polygon whole, double share) {
    double first = cut.first().getArea() / whole.getArea();
    Cut turned = new Cut(cut.second(), cut.first());
    return Math.abs(first - share) <= Math.abs(1 - first - share)
        ? new Candidate(cut, Math.abs(first - share))
        : new Candidate(turned, Math.abs(1 - first - share));
  }

  /** Where the stroke meets the polygon's rings, in order; it lies inside after every other one. */
  private static List<Crossing> crossings(Polygon whole, Stroke stroke) {
    List<Crossing> found = new ArrayList<>();
    collect(whole.getExteriorRing(), 0, stroke, found);
    for (int hole = 0; hole < whole.getNumInteriorRing(); hole++) {
      collect(whole.getInteriorRingN(hole), hole + 1, stroke, found);
    }
    found.sort(Comparator.comparingDouble(Crossing::along));
    return found;
  }

  private static void collect(LinearRing ring, int number, Stroke stroke, List<Crossing> found) {
    Coordinate[] points = ring.getCoordinates();
    double fromU = stroke.alongOf(points[0]);
    double fromV = stroke.acrossOf(points[0]);
    for (int i = 1; i < points.length; i++) {
      double toU = stroke.alongOf(points[i]);
      double toV = stroke.acrossOf(points[i]);
      int segment = segmentBefore(stroke.along(), Math.min(fromU, toU));
      while (segment < stroke.along().length - 1
          && stroke.along()[segment] <= Math.max(fromU, toU)) {
        meet(stroke, segment, number, i - 1, new double[] {fromU, fromV, toU, toV}, found);
        segment++;
      }
      fromU = toU;
      fromV = toV;
    }
  }

  private static int segmentBefore(double[] along, double u) {
    int at = Arrays.binarySearch(along, u);
    return Math.max(at >= 0 ? at - 1 : -at - 2, 0);
  }

  private static void meet(
      Stroke stroke, int segment, int ring, int edge, double[] line, List<Crossing> found) {
    double u = stroke.along()[segment];
    double v = stroke.across()[segment];
    double du = stroke.along()[segment + 1] - u;
    double dv = stroke.across()[segment + 1] - v;
    double eu = line[2] - line[0];
    double ev = line[3] - line[1];
    double turn = du * ev - dv * eu;
    if (turn == 0) {
      return;
    }
    double s = ((line[0] - u) * ev - (line[1] - v) * eu) / turn;
    double t = ((line[0] - u) * dv - (line[1] - v) * du) / turn;
    if (s >= 0 && s < 1 && t >= 0 && t < 1) {
      found.add(new Crossing(ring, edge, t, u + s * du, segment));
    }
  }

  private static Optional<Cut> split(
      Polygon whole, Coordinate[] shell, Stroke stroke, Crossing in, Crossing out, double gapM) {
    if (in.ring() != 0 || out.ring() != 0 || in.edge() == out.edge()) {
      return Optional.empty();
    }
    Optional<Coordinate> from =
        Lattice.onEdge(shell[in.edge()], shell[in.edge() + 1], in.t(), REACH);
    Optional<Coordinate> to =
        Lattice.onEdge(shell[out.edge()], shell[out.edge() + 1], out.t(), REACH);
    if (from.isEmpty() || to.isEmpty()) {
      return Optional.empty();
    }
    List<Coordinate> chord = chord(stroke, in, out, from.get(), to.get(), gapM / 4);
    List<Coordinate> left = walk(shell, out.edge(), in.edge());
    left.addAll(chord);
    List<Coordinate> right = walk(shell, in.edge(), out.edge());
    Collections.reverse(chord);
    right.addAll(chord);
    return Optional.of(new Cut(polygon(left, whole), polygon(right, whole)));
  }

  private static List<Coordinate> chord(
      Stroke stroke, Crossing in, Crossing out, Coordinate from, Coordinate to, double gapM) {
    List<Coordinate> chord = new ArrayList<>();
    chord.add(from);
    for (int i = in.segment() + 1; i <= out.segment(); i++) {
      Coordinate vertex = stroke.vertex(i);
      if (stroke.plane().distance(vertex, from) > gapM
          && stroke.plane().distance(vertex, to) > gapM) {
        chord.add(vertex);
      }
    }
    chord.add(to);
    return chord;
  }

  /** The ring's vertices behind one edge up to the beginning of another. */
  private static List<Coordinate> walk(Coordinate[] ring, int behind, int upTo) {
    int n = ring.length - 1;
    List<Coordinate> way = new ArrayList<>();
    for (int i = (behind + 1) % n; ; i = (i + 1) % n) {
      way.add(ring[i].copy());
      if (i == upTo) {
        return way;
      }
    }
  }

  /** The polygon within a ring, with those holes of the whole that lie in it. */
  private static Polygon polygon(List<Coordinate> open, Polygon whole) {
    open.add(open.get(0).copy());
    LinearRing shell = Grid.SHAPES.createLinearRing(open.toArray(new Coordinate[0]));
    Polygon filled = Grid.SHAPES.createPolygon(shell);
    List<LinearRing> holes = new ArrayList<>();
    for (int i = 0; i < whole.getNumInteriorRing(); i++) {
      LinearRing hole = whole.getInteriorRingN(i);
      if (filled.intersects(hole.getPointN(0))) {
        holes.add((LinearRing) hole.copy());
      }
    }
    return holes.isEmpty()
        ? filled
        : Grid.SHAPES.createPolygon(shell, holes.toArray(new LinearRing[0]));
  }
}
