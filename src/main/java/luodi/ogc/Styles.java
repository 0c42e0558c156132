package luodi.ogc;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import luodi.atlas.Layer;
import luodi.industry.Industry;

/**
 * Each layer as a MapLibre style over its own vector tiles, in the colours of the map page.
 *
 * @see <a href="https://maplibre.org/maplibre-style-spec/">MapLibre Style Specification</a>
 * @see <a href="https://docs.ogc.org/DRAFTS/20-009.html">OGC API - Styles, draft</a>
 */
public final class Styles {
  /** What ids of styles of verdicts begin with; the industry's code follows. */
  public static final String VERDICT = "verdict-";

  private Styles() {}

  /** The list of all styles. */
  public record All(List<Item> styles, List<Link> links) {}

  /** A style in the list. */
  public record Item(String id, String title, List<Link> links) {}

  /** What is known of a style besides how it looks. */
  public record Metadata(
      String id,
      String title,
      String description,
      String scope,
      List<Sheet> stylesheets,
      List<LayerOfStyle> layers,
      List<Link> links) {}

  /** A style in one language of styles. */
  public record Sheet(
      String title,
      String version,
      String specification,
      @JsonProperty("native") boolean own,
      Link link) {}

  /** The layer that a style draws. */
  public record LayerOfStyle(String id, String type, @JsonProperty("sampleData") Link sampleData) {}

  /** One style for each layer of the server at this address, and one for each industry. */
  public static All all(LayerCollections collections, String base) {
    List<Item> items = new ArrayList<>();
    collections
        .all()
        .forEach(
            collection ->
                items.add(new Item(collection.id(), collection.title(), links(collection, base))));
    items.add(
        new Item(
            VERDICT + "{industry}",
            "产业筛查结论 / Verdicts of an industry",
            List.of(
                new Link(
                    base + "/styles/" + VERDICT + "{industry}?f=json",
                    "stylesheet",
                    Media.STYLE.type(),
                    "By GB/T 4754-2017 code",
                    true))));
    return new All(
        items, List.of(new Link(base + "/styles?f=json", "self", Media.JSON.type(), "Styles")));
  }

  /** What is known of one layer's style. */
  public static Metadata metadata(LayerCollection collection, String base) {
    return new Metadata(
        collection.id(),
        collection.title(),
        collection.layer().source(),
        "style",
        List.of(
            new Sheet(
                "MapLibre",
                "8",
                "https://maplibre.org/maplibre-style-spec/",
                true,
                sheet(collection, base))),
        List.of(
            new LayerOfStyle(
                collection.id(),
                collection.layer().geometry().word(),
                new Link(
                    base + "/collections/" + collection.id() + "/items",
                    "start",
                    Media.GEOJSON.type(),
                    collection.title()))),
        links(collection, base));
  }

  private static List<Link> links(LayerCollection collection, String base) {
    return List.of(
        sheet(collection, base),
        new Link(
            base + "/styles/" + collection.id() + "/metadata",
            "describedby",
            Media.JSON.type(),
            "Metadata of " + collection.title()));
  }

  private static Link sheet(LayerCollection collection, String base) {
    return new Link(
        base + "/styles/" + collection.id() + "?f=json",
        "stylesheet",
        Media.STYLE.type(),
        collection.title());
  }

  /** An industry's verdicts everywhere, as the server draws them. */
  public static JsonNode ofVerdicts(Industry industry, String base) {
    String id = VERDICT + industry.code();
    ObjectNode style = JsonNodeFactory.instance.objectNode();
    style.put("version", 8);
    style.put("name", industry.code() + " " + industry.zh() + " / " + industry.en());
    style
        .putObject("sources")
        .putObject(id)
        .put("type", "raster")
        .put("tileSize", 256)
        .put("url", base + "/tiles/verdict/" + industry.code() + ".json");
    style.putArray("layers").addObject().put("id", id).put("type", "raster").put("source", id);
    return style;
  }

  /** One layer's style. */
  public static JsonNode of(LayerCollection collection, String base) {
    Layer layer = collection.layer();
    ObjectNode style = JsonNodeFactory.instance.objectNode();
    style.put("version", 8);
    style.put("name", collection.title());
    style.putObject("metadata").put("luodi:synthetic", layer.synthetic());
    style
        .putObject("sources")
        .putObject(layer.id())
        .put("type", "vector")
        .put("url", base + "/tiles/" + layer.id() + ".json");
    ArrayNode layers = style.putArray("layers");
    List<Looks.Look> looks = Looks.all(layer.id());
    switch (layer.geometry()) {
      case POLYGON -> {
        ObjectNode fill = drawn(layers, layer, "fill", "");
        fill.set("fill-color", colour(looks));
        fill.put("fill-opacity", 0.3);
        edge(layers, layer, looks, "-edge");
      }
      case LINE -> edge(layers, layer, looks, "");
      case POINT -> {
        ObjectNode circle = drawn(layers, layer, "circle", "");
        circle.set("circle-color", colour(looks));
        circle.put("circle-radius", 4);
        circle.put("circle-stroke-color", "#ffffff").put("circle-stroke-width", 1);
      }
    }
    return style;
  }

  private static void edge(ArrayNode layers, Layer layer, List<Looks.Look> looks, String suffix) {
    ObjectNode line = drawn(layers, layer, "line", suffix);
    line.set("line-color", colour(looks));
    line.put("line-width", looks.get(0).line());
  }

  private static ObjectNode drawn(ArrayNode layers, Layer layer, String type, String suffix) {
    ObjectNode drawn = layers.addObject();
    drawn.put("id", layer.id() + suffix);
    drawn.put("type", type);
    drawn.put("source", layer.id());
    drawn.put("source-layer", layer.id());
    return drawn.putObject("paint");
  }

  /** One colour, or one for each value of the attribute that tells the zones apart. */
  private static JsonNode colour(List<Looks.Look> looks) {
    String plain = looks.get(0).colour();
    if (looks.size() == 1) {
      return JsonNodeFactory.instance.textNode(plain);
    }
    ArrayNode match = JsonNodeFactory.instance.arrayNode().add("match");
    match.addArray().add("get").add(looks.get(1).attribute());
    looks.stream().skip(1).forEach(look -> match.add(look.value()).add(look.colour()));
    return match.add(plain);
  }
}
