package luodi.ingest.format;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import luodi.fault.Fault;
import luodi.geo.Grid;
import luodi.ingest.format.Format.Wishes;
import org.locationtech.jts.geom.Coordinate;

/** Where the shape of a CSV's row stands. */
record CsvShape(Optional<String> wkt, Optional<String> lon, Optional<String> lat) {
  private static final List<String> WKT =
      List.of("wkt", "geometry", "geom", "the_geom", "shape", "几何");
  private static final List<String> LON =
      List.of("lon", "lng", "long", "longitude", "lon_wgs84", "x", "经度", "东经");
  private static final List<String> LAT = List.of("lat", "latitude", "lat_wgs84", "y", "纬度", "北纬");

  /** The columns as told, or by their usual names; {@code BAD_FILE} when there are none. */
  static CsvShape of(List<String> columns, Wishes wishes, String file) {
    Optional<String> wkt = column(columns, wishes.wktColumn(), WKT);
    Optional<String> lon = column(columns, wishes.lonColumn(), LON);
    Optional<String> lat = column(columns, wishes.latColumn(), LAT);
    boolean points = lon.isPresent() && lat.isPresent();
    if (wishes.lonColumn().isPresent() && points || wkt.isEmpty() && points) {
      return new CsvShape(Optional.empty(), lon, lat);
    }
    if (wkt.isEmpty()) {
      throw Fault.BAD_FILE.because(
          "'%s' has no column of shapes: it has %s. Name a column 'wkt', or two 'lon' and 'lat', or tell which they are.",
          file, shortened(columns));
    }
    return new CsvShape(wkt, Optional.empty(), Optional.empty());
  }

  /** The columns that hold the shape. */
  List<String> columns() {
    return wkt.map(List::of).orElseGet(() -> List.of(lon.orElseThrow(), lat.orElseThrow()));
  }

  String shown() {
    return wkt.isPresent() ? "WKT in '" + wkt.get() + "'" : "coordinates in " + columns();
  }

  Row.Shape read(Map<String, String> fields) {
    for (String column : columns()) {
      if (fields.getOrDefault(column, "").isBlank()) {
        return Row.Shape.none("the row has nothing in '" + column + "'");
      }
    }
    return wkt.isPresent()
        ? WktShape.read(fields.get(wkt.get()))
        : point(fields.get(lon.orElseThrow()), fields.get(lat.orElseThrow()));
  }

  private static Row.Shape point(String x, String y) {
    try {
      Coordinate at = new Coordinate(Double.parseDouble(x.strip()), Double.parseDouble(y.strip()));
      return Double.isFinite(at.x) && Double.isFinite(at.y)
          ? Row.Shape.of(Grid.SHAPES.createPoint(at), List.of())
          : Row.Shape.none("a coordinate is no number");
    } catch (NumberFormatException noNumber) {
      return Row.Shape.none(
          "'%s, %s' are no coordinates in decimals".formatted(shortened(x), shortened(y)));
    }
  }

  private static Optional<String> column(
      List<String> columns, Optional<String> wished, List<String> usual) {
    if (wished.isPresent()) {
      return Optional.of(
          columns.stream()
              .filter(column -> column.equalsIgnoreCase(wished.get()))
              .findFirst()
              .orElseThrow(
                  () ->
                      Fault.BAD_PARAMETER.because(
                          "There is no column '%s'; there are %s.",
                          wished.get(), shortened(columns))));
    }
    return usual.stream()
        .flatMap(name -> columns.stream().filter(c -> c.toLowerCase(Locale.ROOT).equals(name)))
        .findFirst();
  }

  private static String shortened(Object what) {
    String text = String.valueOf(what);
    return text.length() > 200 ? text.substring(0, 200) + "…" : text;
  }
}
