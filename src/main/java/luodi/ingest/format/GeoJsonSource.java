package luodi.ingest.format;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import luodi.fault.Fault;
import luodi.ingest.format.Format.Wishes;

/** Features one after the other, from the inside of a collection or from the file's top level. */
final class GeoJsonSource implements Source {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final MeteredText text;
  private final JsonParser parser;
  private final GeoJsonHead head;
  private boolean inCollection;
  private long number;

  private GeoJsonSource(MeteredText text, JsonParser parser, GeoJsonHead head) {
    this.text = text;
    this.parser = parser;
    this.head = head;
  }

  static Source open(Path file, Wishes wishes) {
    GeoJsonHead head = GeoJsonHead.read(file, wishes);
    MeteredText text = MeteredText.open(file, wishes.encoding());
    try {
      return new GeoJsonSource(text, JSON.createParser(text), head);
    } catch (IOException unreadable) {
      throw broken(text, unreadable);
    }
  }

  @Override
  public Found found() {
    return new Found(
        "GeoJSON", head.crs(), head.columns(), text.encoding().shown(), head.remarks());
  }

  @Override
  public Optional<Row> next() {
    try {
      Optional<JsonNode> feature = nextFeature();
      text.nextRow();
      return feature.map(node -> row(++number, node));
    } catch (IOException unreadable) {
      throw broken(text, unreadable);
    }
  }

  @Override
  public double done() {
    return text.done();
  }

  @Override
  public void close() {
    try {
      parser.close();
      text.close();
    } catch (IOException unclosable) {
      throw broken(text, unclosable);
    }
  }

  private Optional<JsonNode> nextFeature() throws IOException {
    while (true) {
      JsonToken token = parser.nextToken();
      if (inCollection) {
        if (token == JsonToken.END_ARRAY) {
          leaveCollection();
          continue;
        }
        return Optional.of(parser.readValueAsTree());
      }
      if (token == null) {
        return Optional.empty();
      }
      if (token != JsonToken.START_OBJECT) {
        throw Fault.BAD_FILE.because(
            "'%s' is no GeoJSON: feature %d does not begin with '{'.", text.name(), number + 1);
      }
      if (number > 0 || !head.isCollection()) {
        return Optional.of(parser.readValueAsTree());
      }
      enterCollection();
    }
  }

  /** From the start of the collection to the first of its features. */
  private void enterCollection() throws IOException {
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String member = parser.currentName();
      if (parser.nextToken() == JsonToken.START_ARRAY && member.equals("features")) {
        inCollection = true;
        return;
      }
      parser.skipChildren();
    }
  }

  /** From behind the last feature to the end of the collection. */
  private void leaveCollection() throws IOException {
    inCollection = false;
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      text.nextRow();
      parser.nextToken();
      parser.skipChildren();
    }
  }

  static Row row(long number, JsonNode node) {
    if (node.path("type").asText().equals("FeatureCollection")) {
      return Row.of(
          number, Row.Shape.none("it is a collection within the file, not a feature"), Map.of());
    }
    boolean feature = node.path("type").asText().equals("Feature");
    JsonNode geometry = feature ? node.path("geometry") : node;
    return Row.of(number, GeoJsonShape.read(geometry), feature ? values(node) : Map.of());
  }

  private static Map<String, String> values(JsonNode feature) {
    List<String> names = new ArrayList<>();
    List<JsonNode> nodes = new ArrayList<>();
    feature
        .path("properties")
        .properties()
        .forEach(
            entry -> {
              names.add(entry.getKey());
              nodes.add(entry.getValue());
            });
    if (feature.hasNonNull("id") && !names.contains("id")) {
      names.add("id");
      nodes.add(feature.get("id"));
    }
    Map<String, String> values = new LinkedHashMap<>();
    List<String> distinct = Columns.distinct(names);
    for (int i = 0; i < nodes.size(); i++) {
      if (!nodes.get(i).isNull()) {
        values.put(distinct.get(i), text(nodes.get(i)));
      }
    }
    return values;
  }

  private static String text(JsonNode value) {
    if (value.isNumber()) {
      return Plain.number(value.asText());
    }
    return value.isContainerNode() ? value.toString() : value.asText();
  }

  static RuntimeException broken(MeteredText text, IOException cause) {
    String where =
        cause instanceof JsonProcessingException json && json.getLocation() != null
            ? " at line %d, column %d"
                .formatted(json.getLocation().getLineNr(), json.getLocation().getColumnNr())
            : "";
    String why =
        cause instanceof JsonProcessingException json
            ? json.getOriginalMessage()
            : cause.getMessage();
    return Fault.BAD_FILE
        .because("'%s' cannot be read as JSON%s: %s", text.name(), where, firstLine(why))
        .causedBy(cause);
  }

  private static String firstLine(String why) {
    String line = why == null ? "it ends early" : why.lines().findFirst().orElse("");
    return line.length() > 200 ? line.substring(0, 200) + "…" : line;
  }
}
