package luodi.ogc;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import luodi.atlas.Layer;
import luodi.atlas.Zone;
import luodi.geo.PublishedCrs;
import org.locationtech.jts.geom.Envelope;

/** What a client must know of a collection, and where its parts are. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CollectionDocument(
    String id,
    String title,
    String description,
    String attribution,
    Extent extent,
    @JsonProperty("itemType") String itemType,
    List<String> crs,
    @JsonProperty("storageCrs") String storageCrs,
    String edition,
    boolean synthetic,
    boolean exact,
    double accuracyM,
    List<Link> links) {

  /** Where and when the features are. */
  public record Extent(Spatial spatial, Temporal temporal) {}

  /** West, south, east and north in degrees. */
  public record Spatial(double[][] bbox, String crs) {}

  /** From the first day of validity to the first day after it; null where it is open. */
  public record Temporal(String[][] interval, String trs) {}

  /** The list of all collections; each refers to the list of CRS that stands here once. */
  public record All(List<Link> links, List<String> crs, List<CollectionDocument> collections) {}

  /** All collections of the server at this address. */
  public static All all(LayerCollections collections, String base) {
    return new All(
        List.of(
            new Link(base + "/collections?f=json", "self", Media.JSON.type(), "The layers"),
            new Link(base + "/collections?f=html", "alternate", Media.HTML.type(), "The layers")),
        published(),
        collections.all().stream()
            .map(collection -> of(collection, base, List.of("#/crs")))
            .toList());
  }

  /** One collection of the server at this address. */
  public static CollectionDocument of(LayerCollection collection, String base) {
    return of(collection, base, published());
  }

  private static CollectionDocument of(LayerCollection collection, String base, List<String> crs) {
    Layer layer = collection.layer();
    return new CollectionDocument(
        layer.id(),
        collection.title(),
        layer.source(),
        layer.source() + " (" + layer.licence() + ")",
        new Extent(spatial(collection.extent()), temporal(collection.zones())),
        "feature",
        crs,
        PublishedCrs.CGCS2000.uri(),
        layer.edition(),
        layer.synthetic(),
        layer.exact(),
        layer.accuracyM(),
        links(collection, base));
  }

  private static List<String> published() {
    return PublishedCrs.all().stream().map(PublishedCrs::uri).toList();
  }

  private static List<Link> links(LayerCollection collection, String base) {
    String self = base + "/collections/" + collection.id();
    String title = collection.title();
    List<Link> links = new ArrayList<>();
    links.add(new Link(self + "?f=json", "self", Media.JSON.type(), title));
    links.add(new Link(self + "?f=html", "alternate", Media.HTML.type(), title));
    for (Media form : ITEMS) {
      links.add(
          new Link(self + "/items?f=" + form.word(), "items", form.type(), "Features of " + title));
    }
    links.add(
        new Link(
            self + "/queryables",
            "http://www.opengis.net/def/rel/ogc/1.0/queryables",
            Media.SCHEMA.type(),
            "What filters may name in " + title));
    links.add(
        new Link(
            self + "/tiles",
            "http://www.opengis.net/def/rel/ogc/1.0/tilesets-vector",
            Media.JSON.type(),
            "Vector tiles of " + title));
    links.add(
        new Link(
            base + "/styles/" + collection.id(),
            "stylesheet",
            Media.STYLE.type(),
            "MapLibre style of " + title));
    links.add(
        new Link(
            base + "/tiles/" + collection.id() + ".json",
            "describedby",
            Media.JSON.type(),
            "TileJSON of " + title));
    return links;
  }

  private static final List<Media> ITEMS =
      List.of(Media.GEOJSON, Media.HTML, Media.GEOJSON_LINES, Media.CSV, Media.FLATGEOBUF);

  /** All of the globe when there is no feature. */
  private static Spatial spatial(Envelope box) {
    double[] corners =
        box == null
            ? new double[] {-180, -90, 180, 90}
            : new double[] {box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY()};
    return new Spatial(new double[][] {corners}, PublishedCrs.CRS84.uri());
  }

  private static Temporal temporal(List<Zone> zones) {
    boolean openStart = zones.stream().anyMatch(zone -> zone.from().isEmpty());
    boolean openEnd = zones.stream().anyMatch(zone -> zone.to().isEmpty());
    Optional<LocalDate> first =
        zones.stream().flatMap(zone -> zone.from().stream()).min(Comparator.naturalOrder());
    Optional<LocalDate> last =
        zones.stream().flatMap(zone -> zone.to().stream()).max(Comparator.naturalOrder());
    return new Temporal(
        new String[][] {{openStart ? null : moment(first), openEnd ? null : moment(last)}},
        "http://www.opengis.net/def/uom/ISO-8601/0/Gregorian");
  }

  private static String moment(Optional<LocalDate> day) {
    return day.map(at -> at + "T00:00:00+08:00").orElse(null);
  }
}
