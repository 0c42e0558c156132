package luodi.ogc;

import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import luodi.atlas.Atlas;
import luodi.fault.Fault;

/** What one atlas publishes: each of its layers is a collection. Safe for many threads. */
public final class LayerCollections {
  private final Map<String, LayerCollection> byId;

  private LayerCollections(Map<String, LayerCollection> byId) {
    this.byId = byId;
  }

  /** Reads the extent and the schema of every layer. */
  public static LayerCollections of(Atlas atlas) {
    Map<String, LayerCollection> byId = new TreeMap<>();
    atlas.layers().forEach(layer -> byId.put(layer.id(), LayerCollection.of(atlas, layer)));
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
