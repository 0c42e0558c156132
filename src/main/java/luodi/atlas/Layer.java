package luodi.atlas;

import java.util.Locale;
import java.util.Optional;
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
