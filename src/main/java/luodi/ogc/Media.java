package luodi.ogc;

/** The forms in which resources are given, by their names in {@code f}. */
public enum Media {
  JSON("json", "application/json"),
  HTML("html", "text/html"),
  GEOJSON("json", "application/geo+json"),
  GEOJSON_NAMED("geojson", "application/geo+json"),
  GEOJSON_LINES("geojsonl", "application/x-ndjson"),
  JSON_LINES("jsonl", "application/x-ndjson"),
  CSV("csv", "text/csv"),
  PDF("pdf", "application/pdf"),
  FLATGEOBUF("fgb", "application/flatgeobuf"),
  GEOPACKAGE("gpkg", "application/geopackage+sqlite3"),
  OPENAPI("json", "application/vnd.oai.openapi+json;version=3.0"),
  SCHEMA("json", "application/schema+json"),
  STYLE("json", "application/vnd.mapbox.style+json"),
  TILE("mvt", "application/vnd.mapbox-vector-tile"),
  PNG("png", "image/png");

  private final String word;
  private final String type;

  Media(String word, String type) {
    this.word = word;
    this.type = type;
  }

  /** As the parameter {@code f} writes it. */
  public String word() {
    return word;
  }

  /** The media type without a character set. */
  public String type() {
    return type;
  }
}
