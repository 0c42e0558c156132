package luodi.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.StreamSupport;
import luodi.atlas.Layer;
import luodi.atlas.Zone;
import luodi.ogc.Conformance;
import luodi.ogc.LayerCollection;
import luodi.ogc.LayerCollections;
import luodi.ogc.QueryablesDocument;
import luodi.ogc.Schema;
import luodi.ogc.items.ItemsPage;
import luodi.web.html.HtmlPage;
import luodi.web.html.HtmlPage.Reference;
import org.locationtech.jts.geom.Envelope;

/** Landing page, collections and features for people. */
final class CollectionPages {
  private static final String WHOLE = "?f=";

  private CollectionPages() {}

  static HtmlPage landing(Pages pages, Desk desk) {
    String base = pages.base();
    return HtmlPage.titled(pages.tongue().of("落地", "Luodi"))
        .intro(pages.word("intro"))
        .onward(pages.word("map"), base + "/map")
        .onward(pages.word("collections"), base + "/collections?" + pages.form())
        .onward(pages.word("tilesets"), base + "/tiles?" + pages.form())
        .onward(pages.word("tile_matrix_sets"), base + "/tileMatrixSets?" + pages.form())
        .onward(pages.word("styles"), base + "/styles?" + pages.form())
        .onward(pages.word("processes"), base + "/processes?" + pages.form())
        .onward(pages.word("api"), base + "/api?" + pages.form())
        .onward(pages.word("conformance"), base + "/conformance?" + pages.form())
        .fact(pages.word("collections"), String.valueOf(desk.collections().all().size()))
        .fact(pages.word("atlas"), desk.atlas().name())
        .as("JSON", base + "/?f=json")
        .build();
  }

  static HtmlPage conformance(Pages pages) {
    return pages
        .below(pages.word("conformance"))
        .table(
            pages.word("conformance"),
            List.of(pages.word("conformance_class")),
            Conformance.ALL.conformsTo().stream()
                .map(uri -> List.of(Reference.to(uri, uri)))
                .toList())
        .as("JSON", pages.base() + "/conformance?f=json")
        .build();
  }

  static HtmlPage collections(Pages pages, LayerCollections collections) {
    return pages
        .below(pages.word("collections"))
        .table(
            pages.word("collections"),
            words(pages, "title", "id", "geometry", "count", "edition", "synthetic"),
            collections.all().stream().map(collection -> row(pages, collection)).toList())
        .as("JSON", pages.base() + "/collections?f=json")
        .build();
  }

  private static List<Reference> row(Pages pages, LayerCollection collection) {
    Layer layer = collection.layer();
    return Pages.row(
        Reference.to(pages.title(layer), pages.at(collection) + "?" + pages.form()),
        layer.id(),
        pages.word("geometry_" + layer.geometry().word()),
        collection.zones().size(),
        layer.edition(),
        pages.word(layer.synthetic() ? "synthetic_yes" : "synthetic_no"));
  }

  static HtmlPage collection(Pages pages, LayerCollection collection) {
    Layer layer = collection.layer();
    String at = pages.at(collection);
    HtmlPage.Builder page =
        pages
            .below(pages.title(layer))
            .crumb(pages.word("collections"), pages.base() + "/collections?" + pages.form())
            .map(
                new HtmlPage.MapView(
                    "", layer.id(), Pages.bounds(collection.extent()), at + "/items"))
            .onward(pages.word("items"), at + "/items?" + pages.form())
            .onward(pages.word("queryables"), at + "/queryables?" + pages.form())
            .onward(pages.word("tilesets"), at + "/tiles?" + pages.form())
            .onward(
                pages.word("styles"), pages.base() + "/styles/" + layer.id() + "?" + pages.form())
            .onward("CSV", at + "/items" + WHOLE + "csv")
            .onward("FlatGeobuf", at + "/items" + WHOLE + "fgb")
            .onward("GeoJSON (lines)", at + "/items" + WHOLE + "geojsonl")
            .fact(pages.word("id"), layer.id())
            .fact(pages.word("count"), String.valueOf(collection.zones().size()))
            .fact(pages.word("geometry"), pages.word("geometry_" + layer.geometry().word()))
            .fact(pages.word("edition"), layer.edition())
            .fact(pages.word("source"), layer.source())
            .fact(pages.word("licence"), layer.licence())
            .fact(pages.word("accuracy"), String.valueOf(layer.accuracyM()))
            .fact(pages.word("exact"), pages.word(layer.exact() ? "exact_yes" : "exact_no"))
            .fact(
                pages.word("synthetic"),
                pages.word(layer.synthetic() ? "synthetic_yes" : "synthetic_no"))
            .fact(pages.word("extent"), Pages.bounds(collection.extent()))
            .as("JSON", at + "?f=json");
    if (layer.synthetic()) {
      page.notice(pages.word("synthetic_notice"));
    }
    return page.build();
  }

  static HtmlPage queryables(Pages pages, LayerCollection collection) {
    List<List<Reference>> rows = new ArrayList<>();
    QueryablesDocument.of(collection, pages.base())
        .path("properties")
        .properties()
        .forEach(
            property ->
                rows.add(
                    Pages.row(
                        property.getKey(),
                        property.getValue().path("type").asText("geometry"),
                        String.join(
                            ", ",
                            StreamSupport.stream(
                                    property.getValue().path("enum").spliterator(), false)
                                .map(choice -> choice.asText())
                                .toList()))));
    return pages
        .below(collection, pages.word("queryables"))
        .table(pages.word("queryables"), words(pages, "property", "type", "choices"), rows)
        .as("JSON Schema", pages.at(collection) + "/queryables?f=json")
        .build();
  }

  /**
   * A page of features.
   *
   * @param links addresses of this page as HTML by relation
   */
  static HtmlPage items(Pages pages, ItemsPage page, ItemLinks.OfHtml links) {
    LayerCollection collection = page.collection();
    String at = pages.at(collection) + "/items";
    HtmlPage.Builder shown =
        pages
            .below(collection, pages.word("items"))
            .intro(counted(pages, page))
            .map(new HtmlPage.MapView(links.geojson(), "", Pages.bounds(box(page)), at))
            .form(
                new HtmlPage.Form(
                    at,
                    links.filter(),
                    pages.word("filter"),
                    String.valueOf(page.query().limit()),
                    pages.word("limit")));
    links.previous().ifPresent(address -> shown.onward(pages.word("previous"), address));
    links.next().ifPresent(address -> shown.onward(pages.word("next"), address));
    List<Schema.Property> properties =
        page.query().selection().properties().stream()
            .filter(property -> property.type() != Schema.Type.STRUCTURE)
            .toList();
    List<String> columns = new ArrayList<>(List.of(pages.word("id")));
    properties.forEach(property -> columns.add(property.name()));
    return shown
        .table(
            pages.title(collection.layer()),
            columns,
            page.zones().stream()
                .map(zone -> row(zone, properties, at(pages, collection, zone)))
                .toList())
        .as("GeoJSON", links.geojson())
        .as("CSV", links.csv())
        .build();
  }

  private static String at(Pages pages, LayerCollection collection, Zone zone) {
    return pages.at(collection)
        + "/items/"
        + ItemLinks.encodedSegment(zone.id())
        + "?"
        + pages.form();
  }

  private static List<Reference> row(Zone zone, List<Schema.Property> properties, String at) {
    List<Reference> cells = new ArrayList<>();
    cells.add(Reference.to(zone.id(), at));
    properties.forEach(property -> cells.add(Reference.plain(property.of().apply(zone))));
    return cells;
  }

  static HtmlPage item(Pages pages, ItemsPage single) {
    Zone zone = single.zones().get(0);
    LayerCollection collection = single.collection();
    String items = pages.at(collection) + "/items";
    String at = items + "/" + ItemLinks.encodedSegment(zone.id());
    HtmlPage.Builder page =
        pages
            .below(collection, zone.name().isBlank() ? zone.id() : zone.name())
            .crumb(pages.word("items"), items + "?" + pages.form())
            .map(new HtmlPage.MapView(at + "?f=json", "", Pages.bounds(box(single)), items))
            .fact(pages.word("id"), zone.id());
    single
        .query()
        .selection()
        .properties()
        .forEach(property -> page.fact(property.name(), property.of().apply(zone)));
    return page.as("GeoJSON", at + "?f=json").build();
  }

  private static String counted(Pages pages, ItemsPage page) {
    int first = page.query().offset();
    return page.zones().isEmpty()
        ? pages.word("matched_none")
        : pages.word("matched", page.matched(), first + 1, first + page.zones().size());
  }

  private static Envelope box(ItemsPage page) {
    Envelope box = new Envelope();
    page.zones().forEach(zone -> box.expandToInclude(zone.shape().getEnvelopeInternal()));
    return box;
  }

  private static List<String> words(Pages pages, String... keys) {
    return Arrays.stream(keys).map(pages::word).toList();
  }
}
