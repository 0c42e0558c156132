package luodi.synthetic;

import java.util.ArrayList;
import java.util.List;
import luodi.geo.Grid;
import luodi.synthetic.draw.Plane;
import org.locationtech.jts.algorithm.ConvexHull;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/**
 * The ground along a line: around each of its edges the hull of two dodecagons, all of them
 * together. Unlike the buffer of JTS it needs no trigonometry whose last bit depends on the
 * machine.
 */
final class Ribbon {
  private static final int CORNERS = 12;

  private Ribbon() {}

  /**
   * The hulls around those edges of a line that come near a window; their union is the ribbon.
   *
   * @param widerM metres beyond the reach's own half-width
   */
  static List<Geometry> hulls(Watercourse.Reach reach, double widerM, Envelope window) {
    double radiusM = reach.halfWidthM() + widerM;
    Envelope near = Plane.around(window).grown(window, radiusM * 1.1);
    Coordinate[] line = reach.line();
    List<Geometry> hulls = new ArrayList<>();
    for (int i = 1; i < line.length; i++) {
      if (near.intersects(line[i - 1], line[i])) {
        hulls.add(hull(line[i - 1], line[i], radiusM));
      }
    }
    return hulls;
  }

  private static Geometry hull(Coordinate a, Coordinate b, double radiusM) {
    Plane plane = Plane.at(a.x, a.y);
    Coordinate[] points = new Coordinate[2 * CORNERS];
    for (int i = 0; i < CORNERS; i++) {
      double angle = 2 * Math.PI * i / CORNERS;
      double x = radiusM * StrictMath.cos(angle);
      double y = radiusM * StrictMath.sin(angle);
      points[i] = plane.degrees(x, y);
      points[CORNERS + i] = plane.degrees(plane.x(b) + x, plane.y(b) + y);
    }
    return new ConvexHull(points, Grid.SHAPES).getConvexHull();
  }
}
