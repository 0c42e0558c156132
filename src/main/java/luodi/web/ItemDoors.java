package luodi.web;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import luodi.atlas.Zone;
import luodi.fault.Fault;
import luodi.ogc.LayerCollection;
import luodi.ogc.Link;
import luodi.ogc.Media;
import luodi.ogc.items.CsvItems;
import luodi.ogc.items.FlatGeobufItems;
import luodi.ogc.items.GeoJsonItems;
import luodi.ogc.items.ItemsPage;
import luodi.ogc.items.ItemsQuery;
import luodi.ogc.items.ItemsWriter;

/** The features of collections, in every form. */
final class ItemDoors implements RouteGroup {
  /** Forms of a table of features; all but the first give everything when no limit is told. */
  private static final Map<Media, ItemsWriter> FORMS =
      Map.of(
          Media.GEOJSON, GeoJsonItems::collection,
          Media.GEOJSON_LINES, GeoJsonItems::lines,
          Media.CSV, CsvItems::table,
          Media.FLATGEOBUF, FlatGeobufItems::file);

  private final Supplier<Desk> desk;

  ItemDoors(Supplier<Desk> desk) {
    this.desk = desk;
  }

  @Override
  public void addTo(JavalinConfig config) {
    config.routes.get("/collections/{collection}/items", this::items);
    config.routes.get("/collections/{collection}/items/{feature}", this::item);
  }

  private void items(Context context) {
    Desk now = desk.get();
    LayerCollection collection = now.collections().named(context.pathParam("collection"));
    Query query = Query.withLanguage(context, ItemsQuery.parameters(collection));
    Media form =
        Form.of(
            context, Media.GEOJSON, Media.HTML, Media.CSV, Media.FLATGEOBUF, Media.GEOJSON_LINES);
    boolean paged = form == Media.GEOJSON || form == Media.HTML;
    ItemsQuery asked = ItemsQuery.parse(query::text, collection, !paged);
    if (form == Media.HTML) {
      ItemsPage page = asked.of(collection);
      Pages pages = Pages.of(context);
      pages.send(context, CollectionPages.items(pages, page, ItemLinks.ofHtml(context, page)));
    } else if (!Tagged.unchanged(context, Tagged.ofEdition(context, now, form.word()))) {
      ItemsPage page = asked.of(collection);
      send(context, page, form, FORMS.get(form), ItemLinks.of(context, page, form));
    }
  }

  private void item(Context context) {
    Desk now = desk.get();
    LayerCollection collection = now.collections().named(context.pathParam("collection"));
    Query query = Query.withLanguage(context, Set.of("crs"));
    Media form = Form.of(context, Media.GEOJSON, Media.HTML);
    ItemsQuery asked = ItemsQuery.parse(query::text, collection, false);
    Zone zone = zone(collection, context.pathParam("feature"));
    ItemsPage page = new ItemsPage(collection, asked, List.of(zone), 1);
    if (form == Media.HTML) {
      Pages pages = Pages.of(context);
      pages.send(context, CollectionPages.item(pages, page));
    } else if (!Tagged.unchanged(context, Tagged.ofEdition(context, now, form.word()))) {
      send(context, page, form, GeoJsonItems::single, ItemLinks.ofSingle(context, page));
    }
  }

  private static Zone zone(LayerCollection collection, String id) {
    return collection
        .zone(id)
        .orElseThrow(
            () ->
                Fault.NOT_FOUND.because(
                    "Collection '%s' has no feature '%s'; its items list all.",
                    collection.id(), id));
  }

  private static void send(
      Context context, ItemsPage page, Media form, ItemsWriter writer, List<Link> links) {
    context
        .contentType(form == Media.CSV ? form.type() + "; charset=utf-8" : form.type())
        .header("Content-Crs", "<" + page.query().crs().uri() + ">")
        .header("Link", ItemLinks.header(links))
        .header("OGC-NumberMatched", String.valueOf(page.matched()))
        .header("OGC-NumberReturned", String.valueOf(page.zones().size()));
    if (form == Media.CSV || form == Media.FLATGEOBUF || form == Media.GEOJSON_LINES) {
      String name = page.collection().id() + "." + form.word();
      context.header("Content-Disposition", "attachment; filename=\"" + name + "\"");
    }
    try {
      writer.write(page, links, context.outputStream());
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }
}
