package luodi.web;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.util.Set;
import java.util.function.Supplier;
import luodi.ogc.CollectionDocument;
import luodi.ogc.Conformance;
import luodi.ogc.Landing;
import luodi.ogc.LayerCollection;
import luodi.ogc.Media;
import luodi.ogc.OpenApi;
import luodi.ogc.QueryablesDocument;

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
    config.routes.get("/collections/{collection}/queryables", this::queryables);
  }

  /** A browser that asks for no form wants the map. */
  private void landing(Context context) {
    Query.withLanguage(context, Set.of());
    boolean html = Form.of(context, Media.JSON, Media.HTML) == Media.HTML;
    if (html && context.queryParam("f") == null) {
      page.map(context);
    } else {
      Respond.document(
          context,
          html ? Media.HTML : Media.JSON,
          Landing::at,
          pages -> CollectionPages.landing(pages, desk.get()));
    }
  }

  private void conformance(Context context) {
    Query.withLanguage(context, Set.of());
    Media form = Form.of(context, Media.JSON, Media.HTML);
    Respond.document(context, form, base -> Conformance.ALL, CollectionPages::conformance);
  }

  private void api(Context context) {
    Query.withLanguage(context, Set.of());
    if (Form.of(context, Media.OPENAPI, Media.HTML) == Media.HTML) {
      Pages.of(context).sendTryIt(context);
    } else {
      Respond.as(context, Media.OPENAPI, OpenApi.at(Address.of(context)));
    }
  }

  private void collections(Context context) {
    Query.withLanguage(context, Set.of());
    Media form = Form.of(context, Media.JSON, Media.HTML);
    Desk now = desk.get();
    Respond.document(
        context,
        form,
        base -> CollectionDocument.all(now.collections(), base),
        pages -> CollectionPages.collections(pages, now.collections()));
  }

  private void collection(Context context) {
    Query.withLanguage(context, Set.of());
    Media form = Form.of(context, Media.JSON, Media.HTML);
    LayerCollection asked = named(context);
    Respond.document(
        context,
        form,
        base -> CollectionDocument.of(asked, base),
        pages -> CollectionPages.collection(pages, asked));
  }

  private void queryables(Context context) {
    Query.withLanguage(context, Set.of());
    Media form = Form.of(context, Media.SCHEMA, Media.HTML);
    LayerCollection asked = named(context);
    Respond.document(
        context,
        form,
        base -> QueryablesDocument.of(asked, base),
        pages -> CollectionPages.queryables(pages, asked));
  }

  private LayerCollection named(Context context) {
    return desk.get().collections().named(context.pathParam("collection"));
  }
}
