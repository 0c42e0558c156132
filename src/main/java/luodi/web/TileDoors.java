package luodi.web;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import luodi.atlas.Layer;
import luodi.fault.Fault;
import luodi.ogc.LayerCollection;
import luodi.ogc.Media;
import luodi.tile.Tile;
import luodi.tile.TileAddress;
import luodi.tile.TileGrid;
import luodi.tile.TileJson;
import luodi.tile.TileMatrixSet;
import luodi.tile.Tileset;

/** Vector tiles of layers, by their short addresses and by the OGC's, and what describes them. */
final class TileDoors implements RouteGroup {
  private static final String MATRIX_SET = "tileMatrixSet";

  /** The address names the very atlas, so what it gives never changes. */
  private static final String FOR_EVER = "public, max-age=31536000, immutable";

  private final Supplier<Desk> desk;

  TileDoors(Supplier<Desk> desk) {
    this.desk = desk;
  }

  @Override
  public void addTo(JavalinConfig config) {
    config.routes.get("/tiles/{layer}.json", this::tileJson);
    config.routes.get("/tiles/{layer}/{z}/{x}/{y}.mvt", this::shortTile);
    config.routes.get("/tiles", this::allTilesets);
    config.routes.get("/tiles/{tileMatrixSet}", this::allTileset);
    config.routes.get("/tiles/{tileMatrixSet}/{tileMatrix}/{tileRow}/{tileCol}", this::allTile);
    config.routes.get("/collections/{collection}/tiles", this::tilesets);
    config.routes.get("/collections/{collection}/tiles/{tileMatrixSet}", this::tileset);
    config.routes.get(
        "/collections/{collection}/tiles/{tileMatrixSet}/{tileMatrix}/{tileRow}/{tileCol}",
        this::tile);
    config.routes.get("/tileMatrixSets", this::matrixSets);
    config.routes.get("/tileMatrixSets/{tileMatrixSet}", this::matrixSet);
  }

  private void tileJson(Context context) {
    Query.of(context, Set.of());
    Respond.json(
        context, TileJson.of(desk.get().atlas(), context.pathParam("layer"), Address.of(context)));
  }

  private void shortTile(Context context) {
    TileAddress address =
        TileAddress.parse(context.pathParam("z"), context.pathParam("x"), context.pathParam("y"));
    send(context, desk.get(), List.of(context.pathParam("layer")), address, Set.of());
  }

  private void tile(Context context) {
    send(context, desk.get(), List.of(context.pathParam("collection")), address(context), Set.of());
  }

  private void allTile(Context context) {
    TileAddress address = address(context);
    Desk now = desk.get();
    send(context, now, chosen(context, now), address, Set.of("collections"));
  }

  private void allTilesets(Context context) {
    Desk now = desk.get();
    tilesets(context, now, now.atlas().layers(), "/tiles");
  }

  private void tilesets(Context context) {
    Desk now = desk.get();
    Layer layer = collection(context, now).layer();
    tilesets(context, now, List.of(layer), "/collections/" + layer.id() + "/tiles");
  }

  private static void tilesets(Context context, Desk now, List<Layer> layers, String at) {
    Query.withLanguage(context, Set.of());
    Respond.document(
        context,
        Form.of(context, Media.JSON, Media.HTML),
        base -> Tileset.all(now.atlas(), layers, base + at, base),
        pages -> TilePages.tilesets(pages, at));
  }

  private void allTileset(Context context) {
    Desk now = desk.get();
    tileset(context, now, now.atlas().layers(), "/tiles");
  }

  private void tileset(Context context) {
    Desk now = desk.get();
    Layer layer = collection(context, now).layer();
    tileset(context, now, List.of(layer), "/collections/" + layer.id() + "/tiles");
  }

  private static void tileset(Context context, Desk now, List<Layer> layers, String at) {
    Query.withLanguage(context, Set.of());
    TileGrid grid = TileGrid.named(context.pathParam(MATRIX_SET));
    Respond.document(
        context,
        Form.of(context, Media.JSON, Media.HTML),
        base -> Tileset.of(now.atlas(), layers, grid, base + at, base),
        pages -> TilePages.tileset(pages, layers, grid, at));
  }

  private void matrixSets(Context context) {
    Query.withLanguage(context, Set.of());
    Respond.document(
        context, Form.of(context, Media.JSON, Media.HTML), TileMatrixSet::all, TilePages::grids);
  }

  private void matrixSet(Context context) {
    Query.withLanguage(context, Set.of());
    TileGrid grid = TileGrid.named(context.pathParam(MATRIX_SET));
    Respond.document(
        context,
        Form.of(context, Media.JSON, Media.HTML),
        base -> TileMatrixSet.of(grid),
        pages -> TilePages.grid(pages, grid));
  }

  private static LayerCollection collection(Context context, Desk now) {
    return now.collections().named(context.pathParam("collection"));
  }

  private static TileAddress address(Context context) {
    return TileAddress.parse(
        TileGrid.named(context.pathParam(MATRIX_SET)),
        context.pathParam("tileMatrix"),
        context.pathParam("tileCol"),
        context.pathParam("tileRow"));
  }

  /** The layers that {@code collections} names; all of them when it names none. */
  private static List<String> chosen(Context context, Desk now) {
    String told = context.queryParam("collections");
    if (told == null || told.isBlank()) {
      return now.atlas().layers().stream().map(Layer::id).toList();
    }
    List<String> ids = List.of(told.split(",")).stream().distinct().sorted().toList();
    for (String id : ids) {
      if (now.atlas().layer(id).isEmpty()) {
        throw Fault.BAD_PARAMETER
            .because("There is no collection '%s'; GET /collections lists all.", id)
            .inParameter("collections");
      }
    }
    return ids;
  }

  private static void send(
      Context context, Desk now, List<String> layers, TileAddress address, Set<String> known) {
    Query query = Query.of(context, with(known));
    Form.of(context, Media.TILE);
    layers.forEach(layer -> now.collections().named(layer));
    boolean fixed = now.atlas().key().equals(query.text("atlas"));
    context.header("Cache-Control", fixed ? FOR_EVER : "no-cache");
    if (Tagged.unchanged(
        context, Tagged.ofEdition(now, String.join(",", layers), address.toString()))) {
      return;
    }
    write(context, now.tiles().tile(layers, address));
  }

  /** A tile that is tagged by its own bytes. */
  static void send(Context context, Tile tile) {
    if (!Tagged.unchanged(context, Tagged.of(tile.plain()))) {
      write(context, tile);
    }
  }

  private static void write(Context context, Tile tile) {
    if (tile.isEmpty()) {
      context.status(204);
      return;
    }
    boolean packed = Tagged.compressed(context) && tile.worthPacking();
    if (packed) {
      context.header("Content-Encoding", "gzip");
    }
    Respond.asTheyAre(context, Media.TILE.type(), packed ? tile.packed() : tile.plain());
  }

  private static Set<String> with(Set<String> besides) {
    Set<String> all = new TreeSet<>(besides);
    all.addAll(Set.of("atlas", "f"));
    return all;
  }
}
