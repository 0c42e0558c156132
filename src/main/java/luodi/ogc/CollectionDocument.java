package luodi.ogc;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.List;
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

  static final String CRS84 = "http://www.opengis.net/def/crs/OGC/1.3/CRS84";

  /** The ground that the features lie on. */
  public record Extent(Spatial spatial) {}

  /** West, south, east and north in degrees. */
  public record Spatial(double[][] bbox, String crs) {}

  /** The list of all collections. */
  public record All(List<Link> links, List<CollectionDocument> collections) {}

  /** All collections of the server at this address. */
  public static All all(LayerCollections collections, String base) {
    return new All(
        List.of(new Link(base + "/collections?f=json", "self", Media.JSON.type(), "The layers")),
        collections.all().stream().map(collection -> of(collection, base)).toList());
  }

  /** One collection of the server at this address. */
  public static CollectionDocument of(LayerCollection collection, String base) {
    var layer = collection.layer();
    return new CollectionDocument(
        layer.id(),
        collection.title(),
        layer.source(),
        layer.source() + " (" + layer.licence() + ")",
        extent(collection.extent()),
        "feature",
        List.of(CRS84),
        CRS84,
        layer.edition(),
        layer.synthetic(),
        layer.exact(),
        layer.accuracyM(),
        links(collection, base + "/collections/" + layer.id(), base));
  }

  private static List<Link> links(LayerCollection collection, String self, String base) {
    String title = collection.title();
    List<Link> links = new ArrayList<>();
    links.add(new Link(self + "?f=json", "self", Media.JSON.type(), title));
    links.add(new Link(self + "/items", "items", Media.GEOJSON.type(), "Features of " + title));
    links.add(
        new Link(
            base + "/tiles/" + collection.id() + ".json",
            "alternate",
            Media.JSON.type(),
            "TileJSON of " + title));
    return links;
  }

  private static Extent extent(Envelope box) {
    return box == null
        ? null
        : new Extent(
            new Spatial(
                new double[][] {{box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY()}},
                CRS84));
  }
}
