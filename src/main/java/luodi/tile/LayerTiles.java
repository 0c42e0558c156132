package luodi.tile;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import luodi.atlas.Atlas;
import luodi.atlas.Layer;
import luodi.atlas.Zone;
import luodi.fault.Fault;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/** The vector tiles of one atlas, kept in memory once drawn. Safe for many threads. */
public final class LayerTiles {
  /** No tile is larger; what is left out is the smallest. */
  private static final int MOST_BYTES = 480_000;

  private static final int MOST_KEPT = 4000;

  /** Shapes below this many square units (a pixel of a 512-pixel tile has 64) are not seen. */
  private static final double LEAST_AREA = 16;

  private static final double MARGIN = (double) TileShape.BUFFER / TileShape.EXTENT;

  private final Atlas atlas;
  private final Map<String, byte[]> kept =
      Collections.synchronizedMap(
          new LinkedHashMap<>(256, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, byte[]> eldest) {
              return size() > MOST_KEPT;
            }
          });

  public LayerTiles(Atlas atlas) {
    this.atlas = atlas;
  }

  /** One shape that is to be drawn. */
  private record Drawn(Zone zone, Geometry shape, double size) {}

  /**
   * One layer's tile.
   *
   * @return protobuf bytes, not gzipped; none when nothing lies there
   * @throws luodi.fault.FaultException {@code NOT_FOUND} when there is no such layer
   */
  public byte[] tile(String layerId, TileAddress address) {
    Layer layer =
        atlas
            .layer(layerId)
            .orElseThrow(
                () ->
                    Fault.NOT_FOUND.because(
                        "There is no layer '%s'; GET /layers lists all.", layerId));
    return kept.computeIfAbsent(layerId + "/" + address, key -> draw(layer, address));
  }

  private byte[] draw(Layer layer, TileAddress address) {
    Envelope window = address.degrees(MARGIN);
    List<Drawn> shapes = new ArrayList<>();
    for (Zone zone : atlas.near(layer.id(), window)) {
      Geometry shape = TileShape.of(zone.shape(), address);
      if (!shape.isEmpty() && (shape.getDimension() < 2 || shape.getArea() >= LEAST_AREA)) {
        shapes.add(new Drawn(zone, shape, size(shape)));
      }
    }
    shapes.sort(
        Comparator.comparingDouble((Drawn drawn) -> -drawn.size())
            .thenComparing(drawn -> drawn.zone().id()));
    VectorTile tile = new VectorTile(layer.id());
    for (Drawn drawn : shapes) {
      if (tile.size() > MOST_BYTES - 12 * drawn.shape().getNumPoints()) {
        break;
      }
      tile.add(drawn.shape(), attributes(drawn.zone(), layer));
    }
    return tile.bytes();
  }

  private static double size(Geometry shape) {
    return shape.getDimension() == 2 ? shape.getArea() : shape.getLength();
  }

  private static Map<String, String> attributes(Zone zone, Layer layer) {
    Map<String, String> attributes = new TreeMap<>(zone.attributes());
    attributes.remove("items"); // an access list is read by the law and by items pages, not drawn
    attributes.put("id", zone.id());
    attributes.put("name", zone.name());
    attributes.put("synthetic", String.valueOf(layer.synthetic()));
    attributes.put("confidence", zone.confidence());
    return attributes;
  }
}
