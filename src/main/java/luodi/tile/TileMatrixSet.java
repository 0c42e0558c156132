package luodi.tile;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A grid as the standard describes it.
 *
 * @see <a href="https://docs.ogc.org/is/17-083r4/17-083r4.html">OGC Two Dimensional Tile Matrix Set
 *     2.0</a>
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TileMatrixSet(
    String id,
    String title,
    String uri,
    String crs,
    @JsonProperty("orderedAxes") List<String> orderedAxes,
    @JsonProperty("wellKnownScaleSet") String wellKnownScaleSet,
    @JsonProperty("tileMatrices") List<Matrix> tileMatrices) {
  private static final int PIXELS = 256;

  /** One level. */
  public record Matrix(
      String id,
      @JsonProperty("scaleDenominator") double scaleDenominator,
      @JsonProperty("cellSize") double cellSize,
      @JsonProperty("cornerOfOrigin") String cornerOfOrigin,
      @JsonProperty("pointOfOrigin") double[] pointOfOrigin,
      @JsonProperty("tileWidth") int tileWidth,
      @JsonProperty("tileHeight") int tileHeight,
      @JsonProperty("matrixWidth") int matrixWidth,
      @JsonProperty("matrixHeight") int matrixHeight) {}

  /** The list of all grids. */
  public record All(@JsonProperty("tileMatrixSets") List<Item> tileMatrixSets) {}

  /** A grid in the list. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Item(String id, String title, String uri, String crs, List<TileLink> links) {}

  /** All grids of the server at this address. */
  public static All all(String base) {
    return new All(
        Stream.of(TileGrid.values())
            .map(
                grid ->
                    new Item(
                        grid.id(),
                        grid.title(),
                        registered(grid),
                        grid.crs(),
                        List.of(
                            TileLink.of(
                                base + "/tileMatrixSets/" + grid.id(),
                                "self",
                                TileLink.JSON,
                                grid.title()))))
            .toList());
  }

  /** One grid with all its levels. */
  public static TileMatrixSet of(TileGrid grid) {
    return new TileMatrixSet(
        grid.id(),
        grid.title(),
        registered(grid),
        grid.crs(),
        grid.axes(),
        switch (grid) {
          case WEB_MERCATOR -> "http://www.opengis.net/def/wkss/OGC/1.0/GoogleMapsCompatible";
          case WORLD_CRS84 -> "http://www.opengis.net/def/wkss/OGC/1.0/GoogleCRS84Quad";
          case CGCS2000 -> null;
        },
        IntStream.rangeClosed(grid.first(), TileGrid.DEEPEST)
            .mapToObj(level -> matrix(grid, level))
            .toList());
  }

  private static Matrix matrix(TileGrid grid, int level) {
    return new Matrix(
        String.valueOf(level),
        grid.scaleDenominator(level),
        grid.cellSize(level),
        "topLeft",
        grid.origin(),
        PIXELS,
        PIXELS,
        grid.width(level),
        grid.height(level));
  }

  private static String registered(TileGrid grid) {
    return grid.uri().isEmpty() ? null : grid.uri();
  }
}
