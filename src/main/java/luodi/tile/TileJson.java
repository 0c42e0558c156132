package luodi.tile;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import luodi.atlas.Atlas;
import luodi.atlas.Layer;
import luodi.atlas.Zone;
import luodi.fault.Fault;
import org.locationtech.jts.geom.Envelope;

/**
 * What a client must know of a layer's tiles. The address of the tiles names the atlas, so that
 * they can be kept for ever: another atlas has other addresses.
 *
 * @see <a href="https://github.com/mapbox/tilejson-spec/tree/master/3.0.0">TileJSON 3.0.0</a>
 */
public record TileJson(
    String tilejson,
    String name,
    String description,
    String attribution,
    String version,
    String scheme,
    List<String> tiles,
    int minzoom,
    int maxzoom,
    double[] bounds,
    @JsonProperty("vector_layers") List<VectorLayer> vectorLayers) {

  /** The one layer in the tiles. */
  public record VectorLayer(
      String id, String description, int minzoom, int maxzoom, SortedMap<String, String> fields) {}

  /** Deeper tiles would show no more than these: at zoom 14 one unit is 0.6 m at the equator. */
  private static final int DEEPEST = 14;

  /**
   * Describes one layer.
   *
   * @param base the server's address as the client sees it
   */
  public static TileJson of(Atlas atlas, String layerId, String base) {
    Layer layer =
        atlas
            .layer(layerId)
            .orElseThrow(
                () ->
                    Fault.NOT_FOUND.because(
                        "There is no layer '%s'; GET /layers lists all.", layerId));
    Envelope box = atlas.extent(layerId);
    SortedMap<String, String> fields = new TreeMap<>();
    for (Zone zone : atlas.zones(layerId)) {
      zone.attributes().keySet().forEach(name -> fields.put(name, "String"));
    }
    fields.remove("items");
    for (String own : List.of("id", "name", "synthetic", "confidence")) {
      fields.put(own, "String");
    }
    String title = layer.titleZh() + " / " + layer.titleEn();
    return new TileJson(
        "3.0.0",
        title,
        layer.source(),
        layer.source() + " (" + layer.licence() + ")",
        "1.0.0",
        "xyz",
        List.of(base + "/tiles/" + layerId + "/{z}/{x}/{y}.mvt?atlas=" + atlas.key()),
        0,
        DEEPEST,
        box.isNull()
            ? new double[] {-180, -85, 180, 85}
            : new double[] {box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY()},
        List.of(new VectorLayer(layerId, title, 0, DEEPEST, fields)));
  }
}
