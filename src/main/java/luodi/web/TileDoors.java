package luodi.web;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.util.Set;
import java.util.function.Supplier;
import luodi.tile.TileAddress;
import luodi.tile.TileJson;

/** Vector tiles of layers, by their short addresses and by the OGC's. */
final class TileDoors implements RouteGroup {
  private final Supplier<Desk> desk;

  TileDoors(Supplier<Desk> desk) {
    this.desk = desk;
  }

  @Override
  public void addTo(JavalinConfig config) {
    config.routes.get("/tiles/{layer}.json", this::tileJson);
    config.routes.get(
        "/tiles/{layer}/{z}/{x}/{y}.mvt",
        context ->
            send(
                context,
                "layer",
                TileAddress.parse(
                    context.pathParam("z"), context.pathParam("x"), context.pathParam("y"))));
    config.routes.get(
        "/collections/{layer}/tiles/WebMercatorQuad/{z}/{row}/{col}",
        context ->
            send(
                context,
                "layer",
                TileAddress.parse(
                    context.pathParam("z"), context.pathParam("col"), context.pathParam("row"))));
  }

  private void tileJson(Context context) {
    Query.of(context, Set.of());
    Respond.json(
        context, TileJson.of(desk.get().atlas(), context.pathParam("layer"), Address.of(context)));
  }

  private void send(Context context, String parameter, TileAddress address) {
    Query.of(context, Set.of());
    byte[] tile = desk.get().tiles().tile(context.pathParam(parameter), address);
    if (Tagged.unchanged(context, Tagged.of(tile))) {
      return;
    }
    if (tile.length == 0) {
      context.status(204);
      return;
    }
    context.contentType("application/vnd.mapbox-vector-tile").result(tile);
  }
}
