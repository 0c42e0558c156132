package luodi.geo;

import java.util.Arrays;
import java.util.Optional;
import org.locationtech.jts.geom.Envelope;

/** A rectangle as text: {@code west,south,east,north} in degrees. */
public final class Bbox {
  private static final String FORM = "[-+]?\\d{1,3}(\\.\\d+)?(,[-+]?\\d{1,3}(\\.\\d+)?){3}";

  private Bbox() {}

  /** Reads it; empty when it is none, or one that crosses the antimeridian. */
  public static Optional<Envelope> parse(String text) {
    if (!text.matches(FORM)) {
      return Optional.empty();
    }
    double[] at = Arrays.stream(text.split(",")).mapToDouble(Double::parseDouble).toArray();
    boolean onGlobe = at[0] >= -180 && at[2] <= 180 && at[1] >= -90 && at[3] <= 90;
    return onGlobe && at[0] < at[2] && at[1] < at[3]
        ? Optional.of(new Envelope(at[0], at[2], at[1], at[3]))
        : Optional.empty();
  }
}
