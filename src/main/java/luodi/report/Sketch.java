package luodi.report;

import java.util.List;

/**
 * The site and the zones of the evidence around it, at a round scale. A plane in metres around the
 * site's middle; north is up.
 *
 * @param drawing without text; numbers stand for the zones of the legend
 * @param legend the zones, in the order of the reasons that speak of them
 * @param scale the denominator, at the middle of the frame
 * @param barM what the bar in the lower left corner measures, metres
 * @param bounds west, south, east, north of the frame, CGCS2000 degrees
 * @param left how many zones were not drawn because there are too many
 */
public record Sketch(
    Drawing drawing, List<Key> legend, int scale, int barM, double[] bounds, int left) {
  public Sketch {
    legend = List.copyOf(legend);
  }

  /** Where a zone is to be found. */
  public enum Place {
    DRAWN,
    /** The whole frame lies in it; nothing of its edge is to be seen. */
    AROUND,
    BEYOND
  }

  /**
   * One line of the legend.
   *
   * @param number on the map where the zone is drawn
   * @param colour as {@code #rrggbb}
   */
  public record Key(
      int number,
      String layer,
      String zone,
      String name,
      String colour,
      boolean synthetic,
      Place place) {}
}
