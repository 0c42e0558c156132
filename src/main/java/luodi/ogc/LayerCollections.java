package luodi.ogc;

import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import luodi.atlas.Atlas;
import luodi.atlas.Layer;
import luodi.fault.Fault;

/** What one atlas publishes: each of its layers is a collection. Safe for many threads. */
public final class LayerCollections {
  /** Memory for shapes that are kept as text; a small part of what a national atlas takes. */
  private static final long MOST_WRITTEN_BYTES = 128_000_000;

  private final Map<String, LayerCollection> byId;

  private LayerCollections(Map<String, LayerCollection> byId) {
    this.byId = byId;
  }

  /** Reads the extent and the schema of every layer. */
  public static LayerCollections of(Atlas atlas) {
    Map<String, LayerCollection> byId = new TreeMap<>();
    AtomicLong room = new AtomicLong(MOST_WRITTEN_BYTES);
    for (Layer layer : atlas.layers()) {
      byId.put(layer.id(), LayerCollection.of(atlas, layer, new WrittenShapes(room)));
    }
    return new LayerCollections(Collections.unmodifiableMap(byId));
  }

  /** All of them, in the order of their ids. */
  public Collection<LayerCollection> all() {
    return byId.values();
  }

  /** One of them, or {@code NOT_FOUND}. */
  public LayerCollection named(String id) {
    LayerCollection found = byId.get(id);
    if (found == null) {
      throw Fault.NOT_FOUND.because("There is no collection '%s'; GET /collections lists all.", id);
    }
    return found;
  }
}
