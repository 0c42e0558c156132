package luodi.ingest.edition;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import luodi.atlas.AtlasStore;
import luodi.atlas.Layer;
import luodi.atlas.Zone;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;

/** The polygons of divisions in the store, by their codes; a code of two polygons is not used. */
final class DivisionPolygons {
  private static final List<String> LAYERS = List.of("counties", "prefectures", "provinces");

  private final Map<String, Geometry> polygons = new HashMap<>();
  private final Map<String, IndexedPointInAreaLocator> locators = new HashMap<>();

  private DivisionPolygons() {}

  static DivisionPolygons read(AtlasStore store) {
    DivisionPolygons divisions = new DivisionPolygons();
    for (Layer layer : store.layers()) {
      if (LAYERS.contains(layer.id())) {
        Set<String> twice = new HashSet<>();
        store.read(layer.id(), layer.edition(), zone -> divisions.add(zone, twice));
        twice.forEach(divisions.polygons::remove);
      }
    }
    return divisions;
  }

  boolean isEmpty() {
    return polygons.isEmpty();
  }

  boolean knows(String code) {
    return polygons.containsKey(code);
  }

  boolean contains(String code, Coordinate at) {
    return locators
            .computeIfAbsent(code, each -> new IndexedPointInAreaLocator(polygons.get(each)))
            .locate(at)
        != Location.EXTERIOR;
  }

  Coordinate middle(String code) {
    return polygons.get(code).getEnvelopeInternal().centre();
  }

  private void add(Zone zone, Set<String> twice) {
    String code = zone.attributes().getOrDefault("adcode", zone.id());
    if (polygons.put(code, zone.shape()) != null) {
      twice.add(code);
    }
  }
}
