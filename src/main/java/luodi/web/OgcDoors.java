package luodi.web;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.util.Set;
import java.util.function.Supplier;
import luodi.ogc.CollectionDocument;
import luodi.ogc.Conformance;
import luodi.ogc.Landing;
import luodi.ogc.Media;
import luodi.ogc.OpenApi;

/** Where clients of the OGC API begin: landing page, conformance, API description, collections. */
final class OgcDoors implements RouteGroup {
  private final Supplier<Desk> desk;
  private final PageDoors page;

  OgcDoors(Supplier<Desk> desk, PageDoors page) {
    this.desk = desk;
    this.page = page;
  }

  @Override
  public void addTo(JavalinConfig config) {
    config.routes.get("/", this::landing);
    config.routes.get("/conformance", this::conformance);
    config.routes.get("/api", this::api);
    config.routes.get("/collections", this::collections);
    config.routes.get("/collections/{collection}", this::collection);
  }

  private void landing(Context context) {
    Query.of(context, Set.of());
    if (Form.of(context, Media.JSON, Media.HTML) == Media.HTML) {
      page.map(context);
    } else {
      Respond.json(context, Landing.at(Address.of(context)));
    }
  }

  private void conformance(Context context) {
    Query.of(context, Set.of());
    Form.of(context, Media.JSON);
    Respond.json(context, Conformance.ALL);
  }

  private void api(Context context) {
    Query.of(context, Set.of());
    Form.of(context, Media.OPENAPI);
    Respond.as(context, Media.OPENAPI, OpenApi.at(Address.of(context)));
  }

  private void collections(Context context) {
    Query.of(context, Set.of());
    Form.of(context, Media.JSON);
    Respond.json(context, CollectionDocument.all(desk.get().collections(), Address.of(context)));
  }

  private void collection(Context context) {
    Query.of(context, Set.of());
    Form.of(context, Media.JSON);
    Respond.json(
        context,
        CollectionDocument.of(
            desk.get().collections().named(context.pathParam("collection")), Address.of(context)));
  }
}
