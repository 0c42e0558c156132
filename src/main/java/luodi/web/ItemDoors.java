package luodi.web;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import luodi.atlas.Zone;
import luodi.fault.Fault;
import luodi.ogc.GeoJsonItems;
import luodi.ogc.ItemsPage;
import luodi.ogc.ItemsQuery;
import luodi.ogc.LayerCollection;
import luodi.ogc.Link;
import luodi.ogc.Media;

/** The features of collections. */
final class ItemDoors implements RouteGroup {
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
    LayerCollection collection = collection(context);
    Query query = Query.of(context, ItemsQuery.PARAMETERS);
    Form.of(context, Media.GEOJSON);
    ItemsPage page = ItemsQuery.parse(query::text, collection).of(collection);
    context.contentType(Media.GEOJSON.type());
    if (!Tagged.unchanged(context, Tagged.ofEdition(context, desk.get(), "geojson"))) {
      GeoJsonItems.page(collection, page, links(context, collection, page), context.outputStream());
    }
  }

  private void item(Context context) {
    LayerCollection collection = collection(context);
    Query.of(context, Set.of());
    Form.of(context, Media.GEOJSON);
    String id = context.pathParam("feature");
    Zone zone =
        collection
            .zone(id)
            .orElseThrow(
                () ->
                    Fault.NOT_FOUND.because(
                        "Collection '%s' has no feature '%s'; its items list all.",
                        collection.id(), id));
    String self = Address.of(context) + context.req().getRequestURI();
    String title = collection.title();
    context.contentType(Media.GEOJSON.type());
    if (Tagged.unchanged(context, Tagged.ofEdition(context, desk.get(), "geojson"))) {
      return;
    }
    GeoJsonItems.feature(
        collection,
        zone,
        List.of(
            new Link(self + "?f=json", "self", Media.GEOJSON.type(), zone.name()),
            new Link(
                Address.of(context) + "/collections/" + collection.id(),
                "collection",
                Media.JSON.type(),
                title)),
        context.outputStream());
  }

  private LayerCollection collection(Context context) {
    return desk.get().collections().named(context.pathParam("collection"));
  }

  private static List<Link> links(Context context, LayerCollection collection, ItemsPage page) {
    List<Link> links = new ArrayList<>();
    links.add(link(context, Map.of("f", "json"), "self", "This page"));
    if (page.hasNext()) {
      links.add(turned(context, collection, page.offset() + page.limit(), "next", "Next page"));
    }
    if (page.hasPrevious()) {
      int before = Math.max(0, page.offset() - page.limit());
      links.add(turned(context, collection, before, "prev", "Previous page"));
    }
    links.add(
        new Link(
            Address.of(context) + "/collections/" + collection.id(),
            "collection",
            Media.JSON.type(),
            collection.title()));
    return links;
  }

  private static Link turned(
      Context context, LayerCollection collection, int offset, String rel, String title) {
    return link(
        context,
        Map.of("f", "json", "offset", "" + offset, "edition", collection.layer().edition()),
        rel,
        title);
  }

  private static Link link(Context context, Map<String, String> with, String rel, String title) {
    Map<String, String> parameters = new TreeMap<>();
    context.queryParamMap().forEach((name, values) -> parameters.put(name, values.get(0)));
    parameters.putAll(with);
    String query =
        parameters.entrySet().stream()
            .map(entry -> entry.getKey() + "=" + encoded(entry.getValue()))
            .collect(Collectors.joining("&"));
    return new Link(
        Address.of(context) + context.req().getRequestURI() + "?" + query,
        rel,
        Media.GEOJSON.type(),
        title);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("%2C", ",");
  }
}
