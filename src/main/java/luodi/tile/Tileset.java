package luodi.tile;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import luodi.atlas.Atlas;
import luodi.atlas.Layer;
import org.locationtech.jts.geom.Envelope;

/**
 * What a client must know of the tiles of one layer, or of all of them, in one grid.
 *
 * @see <a href="https://docs.ogc.org/is/20-057/20-057.html">OGC API - Tiles - Part 1</a>
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Tileset(
    String title,
    @JsonProperty("dataType") String dataType,
    String crs,
    @JsonProperty("tileMatrixSetURI") String tileMatrixSetUri,
    List<TileLink> links,
    List<Part> layers,
    @JsonProperty("boundingBox") Box boundingBox) {

  /** One layer in the tiles. */
  public record Part(
      String id,
      String title,
      @JsonProperty("dataType") String dataType,
      @JsonProperty("geometryDimension") int geometryDimension) {}

  /** The ground that has tiles, in degrees. */
  public record Box(
      @JsonProperty("lowerLeft") double[] lowerLeft,
      @JsonProperty("upperRight") double[] upperRight,
      String crs) {}

  /** The tilesets of one layer, or of all: one for each grid. */
  public record All(List<Tileset> tilesets, List<TileLink> links) {}

  /**
   * All tilesets.
   *
   * @param layers that are in each tile
   * @param at address of the tilesets, {@code …/tiles}
   * @param base the server's address
   */
  public static All all(Atlas atlas, List<Layer> layers, String at, String base) {
    return new All(
        Stream.of(TileGrid.values())
            .map(grid -> of(atlas, layers, grid, at, base).brief())
            .toList(),
        List.of(TileLink.of(at, "self", TileLink.JSON, "Tilesets")));
  }

  /** One tileset; {@code at} is the address of all tilesets, {@code base} the server's. */
  public static Tileset of(Atlas atlas, List<Layer> layers, TileGrid grid, String at, String base) {
    String title =
        layers.size() == 1
            ? layers.get(0).titleZh() + " / " + layers.get(0).titleEn()
            : "所有图层 / All layers";
    return new Tileset(
        title + " (" + grid.id() + ")",
        "vector",
        grid.crs(),
        grid.uri().isEmpty() ? base + "/tileMatrixSets/" + grid.id() : grid.uri(),
        links(layers, grid, at, base),
        layers.stream()
            .map(
                layer ->
                    new Part(
                        layer.id(),
                        layer.titleZh() + " / " + layer.titleEn(),
                        "vector",
                        layer.geometry().ordinal()))
            .toList(),
        box(atlas, layers));
  }

  private Tileset brief() {
    return new Tileset(title, dataType, crs, tileMatrixSetUri, links, null, null);
  }

  private static List<TileLink> links(List<Layer> layers, TileGrid grid, String at, String base) {
    List<TileLink> links = new ArrayList<>();
    links.add(TileLink.of(at + "/" + grid.id(), "self", TileLink.JSON, grid.title()));
    links.add(
        new TileLink(
            at + "/" + grid.id() + "/{tileMatrix}/{tileRow}/{tileCol}",
            "item",
            TileLink.MVT,
            "Mapbox vector tiles",
            true));
    links.add(
        TileLink.of(
            base + "/tileMatrixSets/" + grid.id(),
            TileLink.RELATIONS + "tiling-scheme",
            TileLink.JSON,
            grid.title()));
    if (layers.size() == 1 && grid == TileGrid.WEB_MERCATOR) {
      links.add(
          TileLink.of(
              "%s/tiles/%s.json".formatted(base, layers.get(0).id()),
              "describedby",
              TileLink.JSON,
              "TileJSON 3.0"));
    }
    return links;
  }

  private static Box box(Atlas atlas, List<Layer> layers) {
    Envelope box = new Envelope();
    for (Layer layer : layers) {
      box.expandToInclude(atlas.extent(layer.id()));
    }
    return box.isNull()
        ? null
        : new Box(
            new double[] {box.getMinX(), box.getMinY()},
            new double[] {box.getMaxX(), box.getMaxY()},
            "http://www.opengis.net/def/crs/OGC/1.3/CRS84");
  }
}
