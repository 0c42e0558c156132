package luodi.ogc;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import java.util.TreeSet;
import luodi.atlas.Zone;

/**
 * What filters may name in a collection, as JSON Schema.
 *
 * @see <a href="https://docs.ogc.org/is/19-079r2/19-079r2.html">OGC API - Features - Part 3</a>
 */
public final class QueryablesDocument {
  /** Text with more values than these is not a choice but free. */
  private static final int MOST_CHOICES = 20;

  private QueryablesDocument() {}

  /** The queryables of one collection of the server at this address. */
  public static JsonNode of(LayerCollection collection, String base) {
    ObjectNode schema = JsonNodeFactory.instance.objectNode();
    schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    schema.put("$id", base + "/collections/" + collection.id() + "/queryables");
    schema.put("type", "object");
    schema.put("title", collection.title());
    ObjectNode properties = schema.putObject("properties");
    properties.putObject("id").put("type", "string").put("x-ogc-role", "id");
    for (Schema.Property property : collection.schema().properties()) {
      if (collection.queryables().containsKey(property.name())) {
        describe(properties.putObject(property.name()), property, collection);
      }
    }
    properties
        .putObject("geometry")
        .put("format", "geometry-any")
        .put("x-ogc-role", "primary-geometry");
    schema.put("additionalProperties", false);
    return schema;
  }

  private static void describe(
      ObjectNode described, Schema.Property property, LayerCollection collection) {
    switch (property.type()) {
      case BOOLEAN -> described.put("type", "boolean");
      case INTEGER -> described.put("type", "integer");
      case NUMBER -> described.put("type", "number");
      case DAY -> described.put("type", "string").put("format", "date");
      case TEXT, STRUCTURE -> {
        described.put("type", "string");
        choices(described, property, collection);
      }
    }
  }

  private static void choices(
      ObjectNode described, Schema.Property property, LayerCollection collection) {
    Set<String> values = new TreeSet<>();
    for (Zone zone : collection.zones()) {
      String value = property.of().apply(zone);
      if (value != null) {
        values.add(value);
      }
      if (values.size() > MOST_CHOICES) {
        return;
      }
    }
    if (!values.isEmpty()) {
      ArrayNode choices = described.putArray("enum");
      values.forEach(choices::add);
    }
  }
}
