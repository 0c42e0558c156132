package luodi.geo;

import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;

/**
 * Areas on the GRS80 ellipsoid of shapes whose edges are straight in longitude and latitude.
 *
 * <p>The area under an edge is the integral of the authalic strip {@code S(φ) = ∫ M N cos φ dφ}
 * along the edge, so areas add up when a shape is cut. Agrees with {@code
 * ST_Area(ST_Transform(ST_Segmentize(g, 0.0002), '+proj=cea +ellps=GRS80'))}.
 */
public final class Authalic {
  private static final double A = 6378137.0;
  private static final double F = 1 / 298.257222101;
  private static final double E2 = F * (2 - F);
  private static final double E = Math.sqrt(E2);
  private static final double B2 = A * A * (1 - E2);

  // Five-point Gauss-Legendre on [0, 1]: exact to rounding for edges below a degree.
  private static final double[] NODE = {
    0.0469100770306680, 0.2307653449471585, 0.5, 0.7692346550528415, 0.9530899229693320
  };
  private static final double[] WEIGHT = {
    0.1184634425280945,
    0.2393143352496832,
    0.2844444444444444,
    0.2393143352496832,
    0.1184634425280945
  };

  private Authalic() {}

  /** The shape's area in m²; 0 for points and lines. */
  public static double areaM2(Geometry shape) {
    double sum = 0;
    for (int i = 0; i < shape.getNumGeometries(); i++) {
      if (shape.getGeometryN(i) instanceof Polygon polygon && !polygon.isEmpty()) {
        sum += ringM2(polygon.getExteriorRing());
        for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
          sum -= ringM2(polygon.getInteriorRingN(hole));
        }
      }
    }
    return sum;
  }

  private static double ringM2(LineString ring) {
    CoordinateSequence points = ring.getCoordinateSequence();
    double base = strip(points.getY(0));
    double sum = 0;
    for (int i = 1; i < points.size(); i++) {
      double width = Math.toRadians(points.getX(i) - points.getX(i - 1));
      sum += width * (meanStrip(points.getY(i - 1), points.getY(i)) - base);
    }
    return Math.abs(sum);
  }

  /**
   * The strip S at one latitude in degrees: m² of ground per radian of longitude between the
   * equator and that latitude.
   */
  static double stripM2(double latitude) {
    return strip(latitude);
  }

  /** The mean of S between two latitudes, m² per radian of longitude. */
  private static double meanStrip(double from, double to) {
    if (from == to) {
      return strip(from);
    }
    double sum = 0;
    for (int i = 0; i < NODE.length; i++) {
      sum += WEIGHT[i] * strip(from + NODE[i] * (to - from));
    }
    return sum;
  }

  private static double strip(double latitude) {
    double sin = Math.sin(Math.toRadians(latitude));
    double es = E * sin;
    return B2 / 2 * (sin / (1 - es * es) + Math.log((1 + es) / (1 - es)) / (2 * E));
  }
}
