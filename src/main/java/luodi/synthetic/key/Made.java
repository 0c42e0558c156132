package luodi.synthetic.key;

/**
 * How a spot or plot was placed.
 *
 * @param nearBoundary true when it was placed within 50 m of an edge
 * @param layer whose edge it was, empty for the edge of coverage and for none
 * @param zone whose edge it was, like {@code layer}
 * @param offsetM distance from the edge's line; for a plot, how deep it reaches across (negative)
 *     or how far it stays away
 */
public record Made(boolean nearBoundary, String layer, String zone, double offsetM) {
  static final Made ANYWHERE = new Made(false, "", "", 0);
}
