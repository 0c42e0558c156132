package luodi.geo;

/**
 * What a CRS is made of.
 *
 * @param projection in PROJ's words without the ellipsoid; empty for longitude and latitude
 */
record CrsDefinition(String name, Datum datum, String projection) {
  static CrsDefinition geographic(String name, Datum datum) {
    return new CrsDefinition(name, datum, "");
  }

  /**
   * Gauss-Krüger about a meridian.
   *
   * @param zone stands before the easting; 0 where there is none
   */
  static CrsDefinition gaussKrueger(String name, Datum datum, int meridian, int zone) {
    return transverse(name, datum, meridian, 0, 1, 500_000 + zone * 1_000_000.0, 0);
  }

  /** Transverse Mercator by PROJ's exact series, which also holds far from the meridian. */
  static CrsDefinition transverse(
      String name,
      Datum datum,
      double meridian,
      double latitude,
      double scale,
      double falseEasting,
      double falseNorthing) {
    return new CrsDefinition(
        name,
        datum,
        "+proj=etmerc +lat_0=%s +lon_0=%s +k=%s +x_0=%s +y_0=%s"
            .formatted(latitude, meridian, scale, falseEasting, falseNorthing));
  }

  /** The CRS in PROJ's words. */
  String words() {
    return (projection.isEmpty() ? "+proj=longlat" : projection + " +units=m") + body();
  }

  /** The degrees beneath it in PROJ's words. */
  String wordsOfDegrees() {
    return "+proj=longlat" + body();
  }

  /** Web maps project from a sphere, whatever their datum. */
  private String body() {
    return projection.equals(WktProjection.WEB_MERCATOR)
        ? " +a=6378137 +b=6378137 +no_defs"
        : " " + datum.ellipsoid() + " +no_defs";
  }
}
