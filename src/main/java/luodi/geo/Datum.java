package luodi.geo;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The datums that Chinese data come in. */
enum Datum {
  CGCS2000("CGCS2000", "GRS80", 6378137, 298.257222101),
  WGS84("WGS 84", "WGS84", 6378137, 298.257223563),
  BEIJING54("Beijing 1954", "krass", 6378245, 298.3),
  XIAN80("Xian 1980", "IAU76", 6378140, 298.257);

  private final String title;
  private final String ellipsoid;
  private final double axis;
  private final double inverseFlattening;

  Datum(String title, String ellipsoid, double axis, double inverseFlattening) {
    this.title = title;
    this.ellipsoid = ellipsoid;
    this.axis = axis;
    this.inverseFlattening = inverseFlattening;
  }

  String title() {
    return title;
  }

  /** True when its degrees are those of EPSG:4490; the two differ by centimetres. */
  boolean isModern() {
    return this == CGCS2000 || this == WGS84;
  }

  /** Its ellipsoid as PROJ writes it. */
  String ellipsoid() {
    return "+ellps=" + ellipsoid;
  }

  boolean hasEllipsoid(double a, double inverse) {
    return Math.abs(a - axis) < 0.01 && Math.abs(inverse - inverseFlattening) < 5e-7;
  }

  /** By the name that a WKT gives it; empty when it is none of these. */
  static Optional<Datum> named(String name) {
    String plain = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    String bare = plain.startsWith("d") && !plain.startsWith("datum") ? plain.substring(1) : plain;
    return Arrays.stream(values())
        .filter(datum -> datum.names().contains(bare) || datum.names().contains(plain))
        .findFirst();
  }

  private List<String> names() {
    return switch (this) {
      case CGCS2000 ->
          List.of(
              "china2000",
              "cgcs2000",
              "chinageodeticcoordinatesystem2000",
              "chinesegeodeticcoordinatesystem2000",
              "cgcs2000datum");
      case WGS84 ->
          List.of("wgs1984", "wgs84", "worldgeodeticsystem1984", "worldgeodeticsystem1984ensemble");
      case BEIJING54 -> List.of("beijing1954", "beijing54");
      case XIAN80 -> List.of("xian1980", "xian80");
    };
  }
}
