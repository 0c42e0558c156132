package luodi.web;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import luodi.industry.Industry;
import luodi.ogc.LayerCollection;
import luodi.ogc.Media;
import luodi.ogc.Styles;
import luodi.web.html.HtmlPage;
import luodi.web.html.HtmlPage.Reference;

/** Each layer as a MapLibre style. */
final class StyleDoors implements RouteGroup {
  private final Supplier<Desk> desk;

  StyleDoors(Supplier<Desk> desk) {
    this.desk = desk;
  }

  @Override
  public void addTo(JavalinConfig config) {
    config.routes.get("/styles", this::styles);
    config.routes.get("/styles/{style}", this::style);
    config.routes.get("/styles/{style}/metadata", this::metadata);
  }

  private void styles(Context context) {
    Query.withLanguage(context, Set.of());
    Desk now = desk.get();
    Respond.document(
        context,
        Form.of(context, Media.JSON, Media.HTML),
        base -> Styles.all(now.collections(), base),
        pages -> page(pages, now));
  }

  private void style(Context context) {
    Query.withLanguage(context, Set.of());
    String id = context.pathParam("style");
    if (id.startsWith(Styles.VERDICT)) {
      Form.of(context, Media.STYLE);
      Industry industry = desk.get().industries().named(id.substring(Styles.VERDICT.length()));
      Respond.as(context, Media.STYLE, Styles.ofVerdicts(industry, Address.of(context)));
      return;
    }
    LayerCollection collection = named(context);
    Respond.document(
        context,
        Form.of(context, Media.STYLE, Media.HTML),
        base -> Styles.of(collection, base),
        pages -> page(pages, collection));
  }

  private void metadata(Context context) {
    Query.withLanguage(context, Set.of());
    LayerCollection collection = named(context);
    Respond.document(
        context,
        Form.of(context, Media.JSON, Media.HTML),
        base -> Styles.metadata(collection, base),
        pages -> page(pages, collection));
  }

  private LayerCollection named(Context context) {
    return desk.get().collections().named(context.pathParam("style"));
  }

  private static HtmlPage page(Pages pages, Desk now) {
    return pages
        .below(pages.word("styles"))
        .table(
            pages.word("styles"),
            List.of(pages.word("title"), pages.word("id")),
            now.collections().all().stream()
                .map(
                    collection ->
                        Pages.row(
                            Reference.to(
                                pages.title(collection.layer()),
                                pages.base() + "/styles/" + collection.id() + "?" + pages.form()),
                            collection.id()))
                .toList())
        .as("JSON", pages.base() + "/styles?f=json")
        .build();
  }

  private static HtmlPage page(Pages pages, LayerCollection collection) {
    String at = pages.base() + "/styles/" + collection.id();
    return pages
        .below(collection, pages.title(collection.layer()))
        .map(
            new HtmlPage.MapView(
                "",
                collection.id(),
                Pages.bounds(collection.extent()),
                pages.at(collection) + "/items"))
        .fact(pages.word("address"), at)
        .as("MapLibre", at + "?f=json")
        .as("JSON", at + "/metadata?f=json")
        .build();
  }
}
