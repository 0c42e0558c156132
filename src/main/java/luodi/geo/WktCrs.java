package luodi.geo;

import java.util.Locale;
import java.util.Optional;
import luodi.fault.Fault;

/**
 * What a CRS in Well-Known Text means: its datum is told by name and ellipsoid together, its
 * projection by method and parameters. What is not known is refused, never guessed.
 */
final class WktCrs {
  private static final double DEGREE = Math.toRadians(1);

  private final Wkt root;

  private WktCrs(Wkt root) {
    this.root = root;
  }

  /** The definition; {@code UNKNOWN_CRS} with what was found when it is not known here. */
  static CrsDefinition read(String text) {
    return new WktCrs(horizontal(Wkt.parse(text))).definition();
  }

  /** Without the vertical part of a compound CRS, and without what was bound to it. */
  private static Wkt horizontal(Wkt crs) {
    return switch (crs.keyword()) {
      case "COMPD_CS", "COMPOUNDCRS" ->
          crs.children().stream().findFirst().map(WktCrs::horizontal).orElse(crs);
      case "BOUNDCRS", "SOURCECRS" ->
          crs.child("SOURCECRS", "PROJCRS", "GEOGCRS", "GEODCRS")
              .map(WktCrs::horizontal)
              .orElse(crs);
      default -> crs;
    };
  }

  private CrsDefinition definition() {
    return switch (root.keyword()) {
      case "GEOGCS", "GEOGCRS", "GEODCRS", "GEOGRAPHICCRS", "GEODETICCRS" -> {
        Datum datum = datum(root);
        mustCount(root, DEGREE, "degrees");
        yield CrsDefinition.geographic(geographicName(datum), datum);
      }
      case "PROJCS", "PROJCRS", "PROJECTEDCRS" -> projected();
      default -> throw refused("a " + root.keyword() + " is no CRS of the map");
    };
  }

  private CrsDefinition projected() {
    Wkt base =
        root.child("GEOGCS", "BASEGEOGCRS", "BASEGEODCRS")
            .orElseThrow(() -> refused("it has no geographic CRS beneath"));
    Datum datum = datum(base);
    mustCount(root, 1, "metres");
    WktProjection projection = WktProjection.of(root, this::refused);
    if (projection.isWebMercator()) {
      return new CrsDefinition("EPSG:3857", datum, WktProjection.WEB_MERCATOR);
    }
    String words = projection.words();
    Optional<String> code = datum == Datum.CGCS2000 ? ChineseGrids.nameOf(words) : Optional.empty();
    return new CrsDefinition(code.orElse(datum.title() + " " + words), datum, words);
  }

  private static String geographicName(Datum datum) {
    return switch (datum) {
      case CGCS2000 -> "EPSG:4490";
      case WGS84 -> "EPSG:4326";
      case BEIJING54 -> "EPSG:4214";
      case XIAN80 -> "EPSG:4610";
    };
  }

  private Datum datum(Wkt geographic) {
    Wkt found =
        geographic
            .child("DATUM", "GEODETICDATUM", "TRF", "ENSEMBLE")
            .orElseThrow(() -> refused("it has no datum"));
    Wkt ellipsoid =
        found
            .child("SPHEROID", "ELLIPSOID")
            .orElseThrow(() -> refused("its datum has no ellipsoid"));
    Datum datum =
        Datum.named(found.name())
            .orElseThrow(() -> refused("the datum '" + found.name() + "' is not known here"));
    if (!datum.hasEllipsoid(ellipsoid.number(0), ellipsoid.number(1))) {
      throw refused(
          "the datum '%s' does not belong to the ellipsoid '%s' of %s m and 1/%s"
              .formatted(found.name(), ellipsoid.name(), ellipsoid.number(0), ellipsoid.number(1)));
    }
    mustBeGreenwich(geographic);
    return datum;
  }

  private void mustBeGreenwich(Wkt geographic) {
    double meridian =
        geographic.child("PRIMEM", "PRIMEMERIDIAN").map(prime -> prime.number(0)).orElse(0.0);
    if (meridian != 0) {
      throw refused("its prime meridian is " + meridian + "° from Greenwich");
    }
  }

  /** Units of WKT 1 stand in the CRS itself, those of WKT 2 in its axes or beside them. */
  private void mustCount(Wkt crs, double wanted, String what) {
    Optional<Wkt> unit = unit(crs);
    if (unit.isEmpty()) {
      unit = crs.all("AXIS").stream().findFirst().flatMap(WktCrs::unit);
    }
    double factor = unit.map(found -> found.number(0)).orElse(wanted);
    if (!(Math.abs(factor - wanted) < 1e-9)) {
      throw refused("it counts in units of " + factor + " and not in " + what);
    }
  }

  private static Optional<Wkt> unit(Wkt node) {
    return node.child("UNIT", "LENGTHUNIT", "ANGLEUNIT");
  }

  private RuntimeException refused(String why) {
    return Fault.UNKNOWN_CRS.because(
        "The CRS '%s' is refused: %s. Declare what the coordinates are in (such as EPSG:4490, EPSG:4491 to EPSG:4554, GCJ-02)"
            + " or have them converted.",
        root.name().isEmpty() ? root.keyword().toLowerCase(Locale.ROOT) : root.name(), why);
  }
}
