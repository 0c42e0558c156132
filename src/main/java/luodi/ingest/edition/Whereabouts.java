package luodi.ingest.edition;

import java.util.Optional;
import luodi.fault.Fault;
import luodi.fault.FaultException;
import luodi.geo.Crs;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/** Where a file's numbers lie, and what CRS that speaks for: a hint for people, never a guess. */
final class Whereabouts {
  /** China with its seas, degrees. */
  static final Envelope CHINA = new Envelope(73, 136, 3, 54);

  private final Envelope raw = new Envelope();

  void add(Geometry inFileCrs) {
    raw.expandToInclude(inFileCrs.getEnvelopeInternal());
  }

  /** Nothing of a file says what its coordinates are in. */
  FaultException undeclared(String file, String format) {
    return Fault.MISSING_CRS.because(
        "'%s' (%s) does not say what CRS its coordinates are in%s. Declare it with --crs.",
        file, format, shown());
  }

  /** All rows came to lie outside of China. */
  FaultException outside(String file, Crs crs) {
    return Fault.UNKNOWN_CRS.because(
        "'%s' cannot be in %s: no shape of it would lie in China%s. Declare the right CRS with --crs.",
        file, crs.name(), shown());
  }

  private String shown() {
    if (raw.isNull()) {
      return "";
    }
    return "; they reach from x %s to %s and y %s to %s%s"
        .formatted(
            number(raw.getMinX()),
            number(raw.getMaxX()),
            number(raw.getMinY()),
            number(raw.getMaxY()),
            hint().map(hint -> ", which " + hint).orElse(""));
  }

  private Optional<String> hint() {
    double x = raw.centre().x;
    double y = raw.centre().y;
    if (CHINA.contains(x, y)) {
      return Optional.of(
          "could be degrees of EPSG:4490 or EPSG:4326, or of a web map (GCJ-02, BD-09)");
    }
    if (CHINA.contains(y, x)) {
      return Optional.of("looks like degrees with latitude first; exchange the two");
    }
    int zone = (int) (x / 1_000_000);
    if (zone >= 25 && zone <= 45) {
      return Optional.of(
          "looks like Gauss-Krüger with zone %d before the easting: EPSG:%d if it is CGCS2000"
              .formatted(zone, 4513 + zone - 25));
    }
    if (zone >= 13 && zone <= 23) {
      return Optional.of(
          "looks like Gauss-Krüger with zone %d before the easting: EPSG:%d if it is CGCS2000"
              .formatted(zone, 4491 + zone - 13));
    }
    if (x > 50_000 && x < 950_000 && y > 300_000 && y < 6_000_000) {
      return Optional.of(
          "looks like Gauss-Krüger without a zone number: EPSG:4534 to EPSG:4554 if it is CGCS2000 of 3°,"
              + " and only the sender knows the central meridian");
    }
    if (x > 8_000_000 && x < 15_200_000 && y > 300_000 && y < 7_200_000) {
      return Optional.of("looks like web Mercator (EPSG:3857)");
    }
    return Optional.empty();
  }

  private static String number(double value) {
    return Math.abs(value) < 1000
        ? String.format(java.util.Locale.ROOT, "%.5f", value)
        : String.format(java.util.Locale.ROOT, "%.0f", value);
  }
}
