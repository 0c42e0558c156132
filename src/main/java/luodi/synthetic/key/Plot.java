package luodi.synthetic.key;

import java.util.List;
import luodi.atlas.Zone;
import org.locationtech.jts.geom.Coordinate;

/**
 * A convex piece of ground and what lies there.
 *
 * @param ring counter-clockwise, closed, degrees on the grid
 * @param layers one reading for each synthetic layer, in the order of their ids
 */
public record Plot(
    String id, List<Coordinate> ring, double areaM2, Made made, List<Reading> layers) {
  public Plot {
    ring = List.copyOf(ring);
    layers = List.copyOf(layers);
  }

  /**
   * What one layer holds there.
   *
   * @param coverage full, partial or none
   * @param zones that overlap the plot, of every validity
   */
  public record Reading(String layer, String coverage, List<Overlap> zones) {}

  /**
   * A zone in the plot.
   *
   * @param areaM2 of the overlap, 0 for lines
   * @param lengthM of the line in the plot, 0 for areas
   */
  public record Overlap(Zone zone, double areaM2, double lengthM) {}
}
