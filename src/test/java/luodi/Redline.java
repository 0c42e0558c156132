package luodi;

import java.util.Optional;
import luodi.atlas.Layer;
import org.locationtech.jts.geom.Geometry;

/** The manifest of a layer that tests keep, edit and publish. */
public final class Redline {
  private Redline() {}

  public static Layer edition(String edition, Optional<Geometry> coverage) {
    return new Layer(
        "eco-redline",
        "生态保护红线",
        "Ecological redline",
        Layer.Shape.POLYGON,
        edition,
        "a test",
        "CC0-1.0",
        "EPSG:4490",
        5,
        true,
        false,
        coverage);
  }
}
