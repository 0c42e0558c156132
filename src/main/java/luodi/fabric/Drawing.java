package luodi.fabric;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import luodi.geo.Grid;
import luodi.geo.LocalFrame;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/** The ground of one face while its pieces come together. */
final class Drawing {
  private static final double CELLS = Grid.LINES_PER_DEGREE;

  private final double metresPerLon; // of a degree; outlines need be true to some percent only
  private final double metresPerLat;
  private final List<Geometry> pieces = new ArrayList<>();
  private final List<Trapezoid> trapezoids = new ArrayList<>(); // drawn when somebody looks
  private double areaM2;
  private double outlineM;

  /** A drawing near a latitude in degrees. */
  Drawing(double latitude) {
    LocalFrame frame = LocalFrame.at(0, latitude);
    metresPerLon = frame.metresPerLon();
    metresPerLat = frame.metresPerLat();
  }

  double areaM2() {
    return areaM2;
  }

  /** At least the length of its outline, metres. */
  double outlineM() {
    return outlineM;
  }

  void trapezoid(Trapezoid added) {
    trapezoids.add(added);
    double dx = added.xb() - added.xa();
    outlineM += lengthM(dx, added.southB() - added.southA());
    outlineM += lengthM(dx, added.northB() - added.northA());
  }

  void areaM2(double more) {
    areaM2 += more;
  }

  /** Adds borders that run along a meridian, in grid cells. */
  void meridians(double cells) {
    outlineM += cells / CELLS * metresPerLat;
  }

  /** Adds a spot or a line, degrees. */
  void piece(Geometry shape) {
    pieces.add(shape);
  }

  void addAll(Drawing other) {
    pieces.addAll(other.pieces);
    trapezoids.addAll(other.trapezoids);
    areaM2 += other.areaM2;
    outlineM += other.outlineM;
  }

  /** All ground of several drawings, degrees. */
  static Geometry together(List<Drawing> drawings) {
    return Grid.union(drawings.stream().map(Drawing::shape).toList());
  }

  /** True when something of them together remains after erosion by a depth in metres. */
  static boolean deeper(List<Drawing> drawings, double depthM) {
    double areaM2 = 0;
    double outlineM = 0;
    for (Drawing drawing : drawings) {
      areaM2 += drawing.areaM2;
      outlineM += drawing.outlineM;
    }
    // The inradius is at least area over outline, so most ground needs no erosion.
    if (areaM2 > depthM * outlineM) {
      return true;
    }
    Geometry ground = together(drawings);
    return !ground.isEmpty() && LocalFrame.around(ground).deeper(ground, depthM);
  }

  Geometry shape() {
    List<Geometry> all = new ArrayList<>(pieces);
    trapezoids.forEach(trapezoid -> drawn(trapezoid).ifPresent(all::add));
    return all.isEmpty() ? Grid.SHAPES.createPoint() : Grid.union(all);
  }

  /** Where the sides meet, rounding may put the north side below the south side. */
  private static Optional<Geometry> drawn(Trapezoid one) {
    double northA = Math.max(one.southA(), one.northA());
    double northB = Math.max(one.southB(), one.northB());
    if (one.xb() <= one.xa() || northA - one.southA() + northB - one.southB() <= 0) {
      return Optional.empty();
    }
    return Optional.of(
        Grid.SHAPES.createPolygon(
            new Coordinate[] {
              at(one.xa(), one.southA()),
              at(one.xb(), one.southB()),
              at(one.xb(), northB),
              at(one.xa(), northA),
              at(one.xa(), one.southA())
            }));
  }

  private double lengthM(double dx, double dy) {
    return Math.hypot(dx / CELLS * metresPerLon, dy / CELLS * metresPerLat);
  }

  private static Coordinate at(double x, double y) {
    return new Coordinate(x / CELLS, y / CELLS);
  }
}
