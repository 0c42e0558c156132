package luodi.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import luodi.atlas.Layer;
import luodi.atlas.LayerEdition;
import luodi.atlas.Zone;
import luodi.fault.Fault;
import luodi.geo.GeoJson;
import luodi.geo.Grid;
import org.locationtech.jts.geom.Geometry;

/** River lines and lake shores at 1:3m; a name that is missing is unknown. */
final class Waters {
  private Waters() {}

  static List<LayerEdition> read(Path folder) {
    return List.of(
        new LayerEdition(
            Manifests.waters("rivers", "河流（1:300万）", "Rivers (1:3m)", Layer.Shape.LINE),
            zones(folder.resolve("rivers_gshhg.geojson"), "river")),
        new LayerEdition(
            Manifests.waters("lakes", "湖泊（1:300万）", "Lakes (1:3m)", Layer.Shape.POLYGON),
            zones(folder.resolve("lakes_gshhg.geojson"), "lake")));
  }

  private static List<Zone> zones(Path file, String prefix) {
    try {
      JsonNode features = new ObjectMapper().readTree(file.toFile()).path("features");
      List<Zone> zones = new ArrayList<>();
      for (int i = 0; i < features.size(); i++) {
        zones.add(zone(features.get(i), "%s-%03d".formatted(prefix, i)));
      }
      return zones;
    } catch (IOException unreadable) {
      throw Fault.UNAVAILABLE
          .because("geodata/waters/%s cannot be read.", file.getFileName())
          .causedBy(unreadable);
    }
  }

  private static Zone zone(JsonNode feature, String id) {
    Map<String, String> attributes = new LinkedHashMap<>();
    feature
        .path("properties")
        .properties()
        .forEach(
            entry -> {
              if (!entry.getValue().asText("").isEmpty() && !entry.getValue().isNull()) {
                attributes.put(entry.getKey(), entry.getValue().asText());
              }
            });
    Geometry shape = Grid.snap(GeoJson.read(feature.path("geometry"), "/geometry"));
    String name = attributes.getOrDefault("name_zh", attributes.getOrDefault("name_en", ""));
    return Zone.of(id, name, shape, attributes, "GSHHG 2.3.7 (World Data Bank II)", "source");
  }
}
