package luodi.synthetic.key;

import java.util.List;
import luodi.atlas.Zone;

/**
 * A place and what lies there.
 *
 * @param lon degrees on the grid
 * @param lat degrees on the grid
 * @param layers one reading for each synthetic layer, in the order of their ids
 * @param near zones of the layers of shores, reaches and receptors within five kilometres
 */
public record Spot(
    String id, double lon, double lat, Made made, List<Reading> layers, List<Near> near) {
  public Spot {
    layers = List.copyOf(layers);
    near = List.copyOf(near);
  }

  /**
   * What one layer holds there.
   *
   * @param zones that contain the spot, of every validity; never a line
   */
  public record Reading(String layer, boolean covered, List<Zone> zones) {}

  /** The distance to a zone, along the ellipsoid; 0 inside. */
  public record Near(String layer, String zone, double distanceM) {}
}
