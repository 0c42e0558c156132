package luodi.ogc;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import luodi.atlas.Atlas;
import luodi.atlas.Layer;
import luodi.atlas.Zone;
import luodi.ogc.filter.Queryable;
import org.locationtech.jts.geom.Envelope;

/**
 * One layer as a collection of features.
 *
 * @param zones in the order of their ids
 * @param extent degrees; null when the layer has no zone
 * @param queryables what filters may name, by name
 * @param written shapes that were given out already
 */
public record LayerCollection(
    Atlas atlas,
    Layer layer,
    List<Zone> zones,
    Envelope extent,
    Schema schema,
    Map<String, Queryable> queryables,
    WrittenShapes written) {

  static LayerCollection of(Atlas atlas, Layer layer, WrittenShapes written) {
    List<Zone> zones = atlas.zones(layer.id());
    Envelope extent = atlas.extent(layer.id());
    Schema schema = Schema.of(layer, zones);
    return new LayerCollection(
        atlas,
        layer,
        zones,
        extent.isNull() ? null : extent,
        schema,
        Queryables.of(schema),
        written);
  }

  public String id() {
    return layer.id();
  }

  /** For people: Chinese, then English. */
  public String title() {
    return layer.titleZh() + " / " + layer.titleEn();
  }

  /** One feature by its id. */
  public Optional<Zone> zone(String id) {
    return atlas.zone(layer.id(), id);
  }
}
