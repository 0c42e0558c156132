package luodi.synthetic;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import luodi.fault.Fault;
import luodi.geo.Grid;
import luodi.synthetic.draw.Dice;
import luodi.synthetic.draw.Knife;
import luodi.synthetic.draw.Lattice;
import luodi.synthetic.draw.Plane;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/**
 * A county cut into control units. The heaviest piece is cut again and again until there are
 * enough; ground near the seat weighs more, so units are smaller there. The county's border keeps
 * its vertices and gets further ones on its edges, others than the neighbour's: as real borders
 * are.
 */
final class Tiling {
  /** Parts smaller than this share of a unit are islands, and belong to the nearest unit. */
  private static final double ISLAND = 0.4;

  private static final double DENSER_AT_SEAT = 5;

  /** Measured: with spacing = this × √area / vertices a unit has so many vertices. */
  private static final double PERIMETER_PER_ROOT_AREA = 5.2;

  private final Plane plane;
  private final Coordinate seat;
  private final double reachM;
  private final Dice dice;
  private final double spacingM;

  private Tiling(Geometry county, Coordinate seat, int count, int vertices, Dice dice) {
    this.plane = Plane.around(county.getEnvelopeInternal());
    double areaM2 = county.getArea() * plane.metresPerLon() * plane.metresPerLat();
    this.seat = seat;
    this.reachM = StrictMath.sqrt(areaM2) / 4;
    this.dice = dice;
    this.spacingM = spacingM(areaM2 / count, vertices);
  }

  /**
   * The county in so many units.
   *
   * @param seat where units are smaller
   * @param vertices mean number of vertices of a unit
   */
  static List<Geometry> of(
      Basis.County county, Coordinate seat, int count, int vertices, Dice dice) {
    Tiling tiling = new Tiling(county.shape(), seat, count, vertices, dice);
    List<Polygon> parts = tiling.parts(county.shape());
    double unit = county.shape().getArea() / count;
    int large = 0;
    while (large < parts.size() && large < count && parts.get(large).getArea() > ISLAND * unit) {
      large++;
    }
    large = Math.max(large, 1);
    List<Piece> pieces = new ArrayList<>();
    parts.subList(0, large).forEach(part -> pieces.add(tiling.weighed(part)));
    while (pieces.size() < count) {
      tiling.cutHeaviest(pieces, county);
    }
    return tiling.withIslands(
        pieces.stream().map(Piece::shape).toList(), parts.subList(large, parts.size()));
  }

  private List<Polygon> parts(Geometry county) {
    List<Polygon> parts = new ArrayList<>();
    for (int i = 0; i < county.getNumGeometries(); i++) {
      parts.add(denser((Polygon) county.getGeometryN(i)));
    }
    parts.sort(Comparator.comparingDouble(Polygon::getArea).reversed());
    return parts;
  }

  private void cutHeaviest(List<Piece> pieces, Basis.County county) {
    List<Piece> byWeight = new ArrayList<>(pieces);
    byWeight.sort(Comparator.comparingDouble(Piece::weight).reversed());
    for (Piece piece : byWeight) {
      Optional<Knife.Cut> cut = Knife.cut(piece.shape(), dice.between(0.35, 0.65), spacingM, dice);
      if (cut.isPresent()) {
        pieces.remove(piece);
        pieces.add(weighed(cut.get().first()));
        pieces.add(weighed(cut.get().second()));
        return;
      }
    }
    throw Fault.BAD_DATA.because(
        "County %s cannot be cut into more than %d control units; its outline is too thin. Check"
            + " the county's polygon.",
        county.adcode(), pieces.size());
  }

  /**
   * A part of the county with its weight, which takes all its corners to find; equal to itself
   * only.
   */
  private static final class Piece {
    private final Polygon shape;
    private final double weight;

    Piece(Polygon shape, double weight) {
      this.shape = shape;
      this.weight = weight;
    }

    Polygon shape() {
      return shape;
    }

    double weight() {
      return weight;
    }
  }

  private Piece weighed(Polygon shape) {
    double away = plane.distance(shape.getCentroid().getCoordinate(), seat) / reachM;
    return new Piece(shape, shape.getArea() * (1 + DENSER_AT_SEAT * StrictMath.exp(-away * away)));
  }

  private Polygon denser(Polygon part) {
    LinearRing shell = denser(part.getExteriorRing());
    LinearRing[] holes = new LinearRing[part.getNumInteriorRing()];
    for (int i = 0; i < holes.length; i++) {
      holes[i] = denser(part.getInteriorRingN(i));
    }
    Polygon denser = Grid.SHAPES.createPolygon(shell, holes);
    return denser.isValid() ? denser : part;
  }

  private LinearRing denser(LinearRing ring) {
    Coordinate[] points = ring.getCoordinates();
    List<Coordinate> dense = new ArrayList<>();
    for (int i = 1; i < points.length; i++) {
      dense.add(points[i - 1]);
      int more = (int) (plane.distance(points[i - 1], points[i]) / spacingM / 1.5);
      for (int j = 1; j <= more; j++) {
        double t = (j + dice.between(-0.3, 0.3)) / (more + 1);
        Lattice.onEdge(points[i - 1], points[i], t, 0.15 / (more + 1)).ifPresent(dense::add);
      }
    }
    dense.add(points[points.length - 1]);
    return Grid.SHAPES.createLinearRing(dense.toArray(new Coordinate[0]));
  }

  private List<Geometry> withIslands(List<Polygon> pieces, List<Polygon> islands) {
    List<List<Polygon>> units = new ArrayList<>();
    pieces.forEach(piece -> units.add(new ArrayList<>(List.of(piece))));
    for (Polygon island : islands) {
      Coordinate middle = island.getCentroid().getCoordinate();
      units.stream()
          .min(
              Comparator.comparingDouble(
                  unit -> plane.distance(unit.get(0).getCentroid().getCoordinate(), middle)))
          .orElseThrow()
          .add(island);
    }
    return units.stream().map(Tiling::joined).toList();
  }

  private static Geometry joined(List<Polygon> parts) {
    return parts.size() == 1
        ? parts.get(0)
        : Grid.SHAPES.createMultiPolygon(parts.toArray(new Polygon[0]));
  }

  /** Metres between the vertices of a border, for a shape of that area to have so many. */
  static double spacingM(double areaM2, int vertices) {
    return PERIMETER_PER_ROOT_AREA * StrictMath.sqrt(areaM2) / vertices;
  }
}
