package luodi.geo;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** The projection of a projected CRS in Well-Known Text, in PROJ's words. */
final class WktProjection {
  static final String WEB_MERCATOR = "+proj=merc +lon_0=0 +x_0=0 +y_0=0";

  private final Wkt crs;
  private final String method;
  private final Map<String, Double> parameters;
  private final Function<String, RuntimeException> refused;

  private WktProjection(
      Wkt crs,
      String method,
      Map<String, Double> parameters,
      Function<String, RuntimeException> refused) {
    this.crs = crs;
    this.method = method;
    this.parameters = parameters;
    this.refused = refused;
  }

  /** Reads {@code PROJECTION} and {@code PARAMETER} of WKT 1, or {@code CONVERSION} of WKT 2. */
  static WktProjection of(Wkt crs, Function<String, RuntimeException> refused) {
    Wkt holder = crs.child("CONVERSION").orElse(crs);
    String method =
        holder
            .child("METHOD", "PROJECTION")
            .map(Wkt::name)
            .orElseThrow(() -> refused.apply("it has no projection"));
    Map<String, Double> parameters = new HashMap<>();
    for (Wkt parameter : holder.all("PARAMETER")) {
      parameters.put(plain(parameter.name()), parameter.number(0));
    }
    return new WktProjection(crs, plain(method), parameters, refused);
  }

  /** Mercator on a sphere, as web maps have it: ESRI, WKT 2 and GDAL each name it otherwise. */
  boolean isWebMercator() {
    boolean extended =
        crs.all("EXTENSION").stream()
            .flatMap(extension -> extension.texts().stream())
            .anyMatch(text -> text.contains("+proj=merc") && text.contains("+b=6378137"));
    return method.equals("mercatorauxiliarysphere")
        || method.equals("popularvisualisationpseudomercator")
        || extended;
  }

  /** The projection; refused when its method or one of its parameters is not known here. */
  String words() {
    return switch (method) {
      case "transversemercator", "gausskruger", "gausskrueger" ->
          CrsDefinition.transverse(
                  "",
                  Datum.CGCS2000,
                  meridian(),
                  number(0, "latitudeoforigin", "latitudeofnaturalorigin"),
                  number(1, "scalefactor", "scalefactoratnaturalorigin"),
                  easting(),
                  northing())
              .projection();
      case "albers", "albersconicequalarea", "albersequalarea" -> conic("aea");
      case "lambertconformalconic", "lambertconformalconic2sp", "lambertconicconformal2sp" ->
          conic("lcc");
      default -> throw refused.apply("its projection '" + method + "' is not known here");
    };
  }

  private String conic(String name) {
    return "+proj=%s +lat_0=%s +lon_0=%s +lat_1=%s +lat_2=%s +x_0=%s +y_0=%s"
        .formatted(
            name,
            number(Double.NaN, "latitudeoforigin", "latitudeofcenter", "latitudeoffalseorigin"),
            meridian(),
            number(Double.NaN, "standardparallel1", "latitudeof1ststandardparallel"),
            number(Double.NaN, "standardparallel2", "latitudeof2ndstandardparallel"),
            easting(),
            northing());
  }

  private double meridian() {
    return number(
        Double.NaN,
        "centralmeridian",
        "longitudeofcenter",
        "longitudeofnaturalorigin",
        "longitudeoffalseorigin");
  }

  private double easting() {
    return number(0, "falseeasting", "eastingatfalseorigin");
  }

  private double northing() {
    return number(0, "falsenorthing", "northingatfalseorigin");
  }

  /** The parameter under whichever of its names; NaN as the usual value means that it must come. */
  private double number(double usual, String... names) {
    for (String name : names) {
      if (parameters.containsKey(name)) {
        return finite(parameters.get(name), name);
      }
    }
    return finite(usual, names[0]);
  }

  private double finite(double value, String name) {
    if (!Double.isFinite(value)) {
      throw refused.apply("its projection '" + method + "' has no '" + name + "'");
    }
    return value;
  }

  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
  }
}
