package luodi.atlas;

import java.util.Locale;
import java.util.Optional;
import luodi.fault.Fault;
import org.locationtech.jts.geom.Geometry;

/**
 * A layer's manifest: what it is, where it comes from and where it is complete. A layer without one
 * does not load.
 *
 * @param id as in {@code layers.csv}, or an administrative or display layer
 * @param edition one immutable publication
 * @param source who says so, and for synthetic layers that nobody does
 * @param licence under which the layer travels
 * @param crs the CRS the data came in, as an authority code
 * @param accuracyM declared positional accuracy, metres
 * @param exact false when the layer is only indicative
 * @param synthetic true when made by our generator
 * @param coverage where absence of a zone means that there is none; empty for layers that promise
 *     nothing
 */
public record Layer(
    String id,
    String titleZh,
    String titleEn,
    Shape geometry,
    String edition,
    String source,
    String licence,
    String crs,
    double accuracyM,
    boolean exact,
    boolean synthetic,
    Optional<Geometry> coverage) {

  private static final String IDS = "[a-z0-9][a-z0-9-]{0,59}";
  private static final String EDITIONS = "[A-Za-z0-9][A-Za-z0-9._-]{0,39}";

  /** {@code BAD_DATA} when its id or its edition is no name that every store takes. */
  public void mustBeNamed() {
    mustMatch(id, IDS, "layer id");
    mustMatch(edition, EDITIONS, "edition");
  }

  private static void mustMatch(String name, String pattern, String what) {
    if (!name.matches(pattern)) {
      throw Fault.BAD_DATA.because(
          "'%s' is no %s; use letters, digits, hyphens and, in an edition, dots.", name, what);
    }
  }

  /** The dimension of a layer's zones. */
  public enum Shape {
    POINT,
    LINE,
    POLYGON;

    /** As manifests and answers write it. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
