package luodi.tile;

import java.util.Arrays;
import java.util.List;
import luodi.fault.Fault;
import org.locationtech.jts.geom.Envelope;

/**
 * The grids that tiles are cut by.
 *
 * @see <a href="https://docs.ogc.org/is/17-083r4/17-083r4.html">OGC Two Dimensional Tile Matrix Set
 *     2.0</a>
 */
public enum TileGrid {
  /** The usual grid of web maps, EPSG:3857. */
  WEB_MERCATOR(
      "WebMercatorQuad",
      "Google Maps Compatible for the World",
      "http://www.opengis.net/def/tilematrixset/OGC/1.0/WebMercatorQuad",
      "http://www.opengis.net/def/crs/EPSG/0/3857",
      0),

  /** Longitude and latitude as they are, two tiles at the lowest zoom. */
  WORLD_CRS84(
      "WorldCRS84Quad",
      "CRS84 for the World",
      "http://www.opengis.net/def/tilematrixset/OGC/1.0/WorldCRS84Quad",
      "http://www.opengis.net/def/crs/OGC/1.3/CRS84",
      0),

  /**
   * The same squares in EPSG:4490, numbered as the national platform Tianditu numbers its grid "c":
   * level 1 has two tiles.
   */
  CGCS2000(
      "CGCS2000Quad",
      "CGCS2000 经纬度全球瓦片（同天地图 c 矩阵集） / CGCS2000 for the World (the matrix set c of Tianditu)",
      "",
      "http://www.opengis.net/def/crs/EPSG/0/4490",
      1);

  /** Levels beyond show a centimetre as a pixel. */
  public static final int DEEPEST = 22;

  private static final double DEGREES_OF_A_PIXEL = 180.0 / 256;
  private static final double METRES_OF_A_PIXEL = 2 * Math.PI * 6378137 / 256;
  private static final double METRES_OF_A_DEGREE = Math.PI * 6378137 / 180;

  /** The standard's pixel. */
  private static final double PIXEL_M = 0.00028;

  private final String id;
  private final String title;
  private final String uri;
  private final String crs;
  private final int first;

  TileGrid(String id, String title, String uri, String crs, int first) {
    this.id = id;
    this.title = title;
    this.uri = uri;
    this.crs = crs;
    this.first = first;
  }

  /** By its id, or {@code NOT_FOUND}. */
  public static TileGrid named(String id) {
    return Arrays.stream(values())
        .filter(grid -> grid.id.equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                Fault.NOT_FOUND.because(
                    "There is no tile matrix set '%s'; GET /tileMatrixSets lists all.", id));
  }

  public String id() {
    return id;
  }

  public String title() {
    return title;
  }

  /** Where the OGC registered it; empty for our own. */
  public String uri() {
    return uri;
  }

  public String crs() {
    return crs;
  }

  /** The first level. */
  public int first() {
    return first;
  }

  /** Tiles from west to east. */
  public int width(int level) {
    return this == WEB_MERCATOR ? 1 << level : 2 << level - first;
  }

  /** Tiles from north to south. */
  public int height(int level) {
    return 1 << level - first;
  }

  /** The ground of a pixel in units of the CRS, for tiles of 256 pixels. */
  public double cellSize(int level) {
    return (this == WEB_MERCATOR ? METRES_OF_A_PIXEL : DEGREES_OF_A_PIXEL) / (1 << level - first);
  }

  /** One to so many, for pixels of 0.28 mm. */
  public double scaleDenominator(int level) {
    return cellSize(level) * (this == WEB_MERCATOR ? 1 : METRES_OF_A_DEGREE) / PIXEL_M;
  }

  /** The north-western corner in the axis order of the CRS. */
  public double[] origin() {
    return switch (this) {
      case WEB_MERCATOR -> new double[] {-Math.PI * 6378137, Math.PI * 6378137};
      case WORLD_CRS84 -> new double[] {-180, 90};
      case CGCS2000 -> new double[] {90, -180};
    };
  }

  /** The names of the axes in the order of the CRS. */
  public List<String> axes() {
    return switch (this) {
      case WEB_MERCATOR -> List.of("E", "N");
      case WORLD_CRS84 -> List.of("Lon", "Lat");
      case CGCS2000 -> List.of("Lat", "Lon");
    };
  }

  /** Tiles from the west edge to a longitude. */
  double column(double lon, int level) {
    return (lon + 180) / 360 * width(level);
  }

  /** Tiles from the north edge to a latitude. */
  double row(double lat, int level) {
    if (this != WEB_MERCATOR) {
      return (90 - lat) / 180 * height(level);
    }
    double sin = Math.sin(Math.toRadians(lat));
    return (0.5 - Math.log((1 + sin) / (1 - sin)) / (4 * Math.PI)) * height(level);
  }

  /** The ground between tile columns and rows, in degrees. */
  Envelope degrees(int level, double west, double north, double east, double south) {
    return new Envelope(lon(west, level), lon(east, level), lat(south, level), lat(north, level));
  }

  private double lon(double column, int level) {
    return column / width(level) * 360 - 180;
  }

  private double lat(double row, int level) {
    if (this != WEB_MERCATOR) {
      return 90 - row / height(level) * 180;
    }
    return Math.toDegrees(Math.atan(Math.sinh(Math.PI * (1 - 2 * row / height(level)))));
  }
}
