package luodi.web;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import luodi.atlas.Layer;
import luodi.fault.Fault;

/** Industries, divisions, facts, rules and layers. */
final class LookUpDoors implements RouteGroup {
  private static final int MOST_INDUSTRIES = 2000;
  private static final int USUAL_INDUSTRIES = 20;
  private static final int MOST_DIVISIONS = 4000;
  private static final int USUAL_DIVISIONS = 20;

  private final Supplier<Desk> desk;

  LookUpDoors(Supplier<Desk> desk) {
    this.desk = desk;
  }

  @Override
  public void addTo(JavalinConfig config) {
    config.routes.get("/industries", this::industries);
    config.routes.get("/industries/{code}", this::industry);
    config.routes.get("/divisions", this::divisions);
    config.routes.get("/facts", this::facts);
    config.routes.get("/layers", this::layers);
    config.routes.get("/layers/{id}", this::layer);
  }

  private void industries(Context context) {
    Query query = Query.of(context, Set.of("q", "limit"));
    int limit = query.number("limit", 1, MOST_INDUSTRIES).orElse(USUAL_INDUSTRIES);
    Respond.json(
        context, Map.of("industries", IndustriesShown.found(desk.get(), query.text("q"), limit)));
  }

  private void industry(Context context) {
    Query.of(context, Set.of());
    Desk now = desk.get();
    Respond.json(
        context, IndustriesShown.inFull(now, now.industries().named(context.pathParam("code"))));
  }

  private void divisions(Context context) {
    Query query = Query.of(context, Set.of("q", "limit"));
    int limit = query.number("limit", 1, MOST_DIVISIONS).orElse(USUAL_DIVISIONS);
    String wanted = query.text("q");
    Respond.json(
        context,
        Map.of(
            "divisions",
            desk.get().screener().divisions().search(wanted == null ? "" : wanted, limit)));
  }

  private void facts(Context context) {
    Query.of(context, Set.of());
    Respond.json(
        context,
        Map.of("facts", desk.get().rulebook().facts().all().stream().map(Shown::fact).toList()));
  }

  private void layers(Context context) {
    Query.of(context, Set.of());
    Desk now = desk.get();
    Respond.json(
        context,
        Map.of(
            "layers",
            now.atlas().layers().stream()
                .map(layer -> Shown.layer(layer, now.atlas().zones(layer.id()).size()))
                .toList()));
  }

  private void layer(Context context) {
    Query.of(context, Set.of());
    Desk now = desk.get();
    String id = context.pathParam("id");
    Layer layer =
        now.atlas()
            .layer(id)
            .orElseThrow(
                () ->
                    Fault.NOT_FOUND.because("There is no layer '%s'; GET /layers lists all.", id));
    Respond.json(context, Shown.layerInFull(layer, now.atlas().zones(id).size()));
  }
}
