package luodi.synthetic.key;

import java.util.ArrayList;
import java.util.List;
import luodi.geo.GridSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;

/**
 * A zone's shape in whole grid cells of 1e-7°, so that on which side of an edge a spot lies is told
 * by integer arithmetic without rounding: products of two extents stay below 2^63 for shapes under
 * 100° across.
 */
final class GridShape {
  private static final double CELLS_PER_DEGREE = 1e7;

  private final List<Ring> rings;
  private final boolean area;

  /**
   * A ring, or a line.
   *
   * @param cells x before y, in whole cells
   * @param hole true when what it encloses is taken away
   */
  record Ring(int[] cells, boolean hole) {
    int count() {
      return cells.length / 2;
    }

    long x(int position) {
      return cells[2 * position];
    }

    long y(int position) {
      return cells[2 * position + 1];
    }
  }

  /** Where a spot lies to an area. */
  enum Side {
    INSIDE,
    OUTSIDE,
    EDGE
  }

  private GridShape(List<Ring> rings, boolean area) {
    this.rings = List.copyOf(rings);
    this.area = area;
  }

  static GridShape of(Geometry shape) {
    List<Ring> rings = new ArrayList<>();
    for (int i = 0; i < shape.getNumGeometries(); i++) {
      if (shape.getGeometryN(i) instanceof Polygon polygon) {
        rings.add(ring(polygon.getExteriorRing(), false));
        for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
          rings.add(ring(polygon.getInteriorRingN(hole), true));
        }
      } else {
        rings.add(ring((LineString) shape.getGeometryN(i), false));
      }
    }
    return new GridShape(rings, shape.getDimension() == 2);
  }

  static long cells(double degrees) {
    return Math.round(degrees * CELLS_PER_DEGREE);
  }

  static double degrees(double cells) {
    return cells / CELLS_PER_DEGREE;
  }

  List<Ring> rings() {
    return rings;
  }

  boolean isArea() {
    return area;
  }

  private static Ring ring(LineString line, boolean hole) {
    return new Ring(GridSequence.cellsOf(line.getCoordinateSequence()), hole);
  }

  /** The even-odd rule over all rings. */
  Side side(long px, long py) {
    boolean inside = false;
    for (Ring ring : rings) {
      for (int i = 1; i < ring.count(); i++) {
        long ax = ring.x(i - 1);
        long ay = ring.y(i - 1);
        long bx = ring.x(i);
        long by = ring.y(i);
        if (py < Math.min(ay, by) || py > Math.max(ay, by)) {
          continue;
        }
        long turn = (bx - ax) * (py - ay) - (by - ay) * (px - ax);
        if (turn == 0 && px >= Math.min(ax, bx) && px <= Math.max(ax, bx)) {
          return Side.EDGE;
        }
        // The ray runs east: the edge crosses it when its ends lie on either side of the height.
        if (ay > py != by > py && turn > 0 == by > ay) {
          inside = !inside;
        }
      }
    }
    return inside ? Side.INSIDE : Side.OUTSIDE;
  }
}
