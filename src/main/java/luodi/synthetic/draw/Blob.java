package luodi.synthetic.draw;

import luodi.geo.Grid;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Polygon;

/**
 * A ragged outline around a middle: the radius is the exponential of a sum of waves whose height
 * falls with their number, stretched and turned. Seen from the middle every point of it is visible,
 * so it never crosses itself, and two sizes of one blob nest.
 */
public final class Blob {
  private static final double LARGEST_STRETCH = 1.6;

  /** How fast the waves fall off: 1 is spiky, 2 is smooth. */
  private static final double DECAY = 1.6;

  private final double[] x;
  private final double[] y;

  private Blob(double[] x, double[] y) {
    this.x = x;
    this.y = y;
  }

  /**
   * An outline that encloses one unit of area.
   *
   * @param roughness height of the first wave: 0.1 is nearly round, 0.4 is wild
   */
  public static Blob of(int vertices, double roughness, Dice dice) {
    double[] radii = radii(vertices, roughness, dice);
    double stretch = dice.between(1, LARGEST_STRETCH);
    double turn = dice.between(0, 2 * Math.PI);
    double cos = StrictMath.cos(turn);
    double sin = StrictMath.sin(turn);
    double[] x = new double[vertices];
    double[] y = new double[vertices];
    for (int i = 0; i < vertices; i++) {
      double angle = 2 * Math.PI * i / vertices;
      double along = radii[i] * StrictMath.cos(angle) * stretch;
      double across = radii[i] * StrictMath.sin(angle) / stretch;
      x[i] = along * cos - across * sin;
      y[i] = along * sin + across * cos;
    }
    return scaled(x, y);
  }

  private static double[] radii(int vertices, double roughness, Dice dice) {
    double[] log = new double[vertices];
    for (int wave = 2; wave <= vertices / 3; wave++) {
      double height = roughness * dice.between(0.5, 1) * 3 / StrictMath.pow(wave, DECAY);
      double phase = dice.between(0, 2 * Math.PI);
      for (int i = 0; i < vertices; i++) {
        log[i] += height * StrictMath.cos(2 * Math.PI * wave * i / vertices + phase);
      }
    }
    for (int i = 0; i < vertices; i++) {
      log[i] = StrictMath.exp(log[i]);
    }
    return log;
  }

  private static Blob scaled(double[] x, double[] y) {
    double twice = 0;
    for (int i = 0; i < x.length; i++) {
      int next = (i + 1) % x.length;
      twice += x[i] * y[next] - x[next] * y[i];
    }
    double scale = 1 / StrictMath.sqrt(twice / 2);
    for (int i = 0; i < x.length; i++) {
      x[i] *= scale;
      y[i] *= scale;
    }
    return new Blob(x, y);
  }

  /** The outline around a middle, on the grid. */
  public Polygon at(Coordinate middle, double areaM2) {
    Plane plane = Plane.at(middle.x, middle.y);
    double scale = StrictMath.sqrt(areaM2);
    Coordinate[] ring = new Coordinate[x.length + 1];
    for (int i = 0; i < x.length; i++) {
      ring[i] = plane.degrees(x[i] * scale, y[i] * scale);
    }
    ring[x.length] = ring[0].copy();
    return Grid.SHAPES.createPolygon(ring);
  }
}
