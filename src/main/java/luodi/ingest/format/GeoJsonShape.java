package luodi.ingest.format;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.ArrayList;
import java.util.List;
import luodi.fault.FaultException;
import luodi.geo.GeoJson;

/** A feature's geometry; rings that were left open are closed. */
final class GeoJsonShape {
  private GeoJsonShape() {}

  static Row.Shape read(JsonNode geometry) {
    if (geometry.isNull() || geometry.isMissingNode()) {
      return Row.Shape.none("the feature has no geometry");
    }
    List<String> mended = new ArrayList<>();
    switch (geometry.path("type").asText()) {
      case "Polygon" -> close(geometry.path("coordinates"), mended);
      case "MultiPolygon" ->
          geometry.path("coordinates").forEach(polygon -> close(polygon, mended));
      default -> {}
    }
    try {
      return Row.Shape.of(GeoJson.read(geometry, ""), mended);
    } catch (FaultException unreadable) {
      return Row.Shape.none(unreadable.getMessage());
    }
  }

  private static void close(JsonNode polygon, List<String> mended) {
    for (JsonNode node : polygon) {
      if (node instanceof ArrayNode ring
          && ring.size() > 2
          && !ring.get(0).equals(ring.get(ring.size() - 1))) {
        ring.add(ring.get(0).deepCopy());
        mended.add("a ring that was not closed was closed");
      }
    }
  }
}
