package luodi.siting;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import luodi.fault.Fault;
import luodi.geo.GeoJson;
import org.locationtech.jts.geom.Geometry;

/** The facts of a project as a request tells them. */
final class ToldFacts {
  private static final ObjectMapper JSON = new ObjectMapper();

  private ToldFacts() {}

  /**
   * Text, numbers, Booleans and lists by key; a plot as GeoJSON in degrees.
   *
   * @param inDegrees reads a plot that came in the CRS of the site
   */
  static Map<String, Object> read(JsonNode node, Function<JsonNode, Geometry> inDegrees) {
    Map<String, Object> facts = new LinkedHashMap<>();
    if (node.isMissingNode() || node.isNull()) {
      return facts;
    }
    if (!(node instanceof ObjectNode object)) {
      throw Fault.BAD_FACT
          .because("Facts are an object of key and value; %s came.", node)
          .at("/facts");
    }
    object
        .properties()
        .forEach(
            entry -> facts.put(entry.getKey(), JSON.convertValue(entry.getValue(), Object.class)));
    JsonNode approved = node.path(ApprovedPlot.FACT);
    if (approved.isObject()) {
      Geometry degrees = inDegrees.apply(approved);
      facts.put(ApprovedPlot.FACT, JSON.convertValue(GeoJson.write(degrees), Object.class));
    }
    return facts;
  }
}
