package luodi.synthetic.draw;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;

/** A coarse line made ragged: long edges are broken again and again, their middles pushed aside. */
public final class RaggedLine {
  /** Longer edges are broken, metres. */
  private static final double SPACING_M = 600;

  private RaggedLine() {}

  /**
   * The line with all its old vertices and new ones between them, on the grid.
   *
   * @param roughness how far a middle may be pushed, as a fraction of its edge
   */
  public static Coordinate[] of(Coordinate[] line, double roughness, Dice dice) {
    List<Coordinate> finer = new ArrayList<>();
    finer.add(line[0].copy());
    for (int i = 1; i < line.length; i++) {
      breakUp(line[i - 1], line[i], roughness, dice, finer);
    }
    return finer.toArray(new Coordinate[0]);
  }

  private static void breakUp(
      Coordinate a, Coordinate b, double roughness, Dice dice, List<Coordinate> line) {
    Plane plane = Plane.at(a.x, a.y);
    if (plane.distance(a, b) <= SPACING_M) {
      line.add(b.copy());
      return;
    }
    double x = plane.x(b);
    double y = plane.y(b);
    double along = dice.between(0.4, 0.6);
    double aside = dice.between(-roughness, roughness);
    Coordinate middle = plane.degrees(x * along - y * aside, y * along + x * aside);
    breakUp(a, middle, roughness, dice, line);
    breakUp(middle, b, roughness, dice, line);
  }
}
