package luodi.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.StreamSupport;

/** The OpenAPI document as the server gives it, operation by operation. */
final class ApiDocument {
  static final JsonNode ROOT = Answered.get("/api").json();

  /** Stands in examples for a job, which must be made first. */
  static final String JOB = "{job}";

  /** Stands in examples for a screening, which must be kept first. */
  static final String SCREENING = "{screening}";

  private ApiDocument() {}

  /**
   * One operation.
   *
   * @param parameters resolved
   */
  record Operation(String method, String path, JsonNode node, List<JsonNode> parameters) {
    @Override
    public String toString() {
      return method + " " + path;
    }

    /** The path with its parameters replaced by their examples. */
    String address() {
      return address(Map.of());
    }

    /**
     * The path with its parameters replaced by these values, percent-encoded, or their examples.
     */
    String address(Map<String, String> encoded) {
      String address = path;
      for (JsonNode parameter : in("path")) {
        String name = parameter.path("name").asText();
        String example = parameter.path("example").asText();
        String value = encoded.getOrDefault(name, ApiDocument.encoded(example));
        address = address.replace("{" + name + "}", value);
      }
      return address;
    }

    List<JsonNode> in(String place) {
      return parameters.stream()
          .filter(parameter -> parameter.path("in").asText().equals(place))
          .toList();
    }

    /** The example of the body; empty when the operation takes none. */
    String body() {
      JsonNode example = node.at("/requestBody/content/application~1json/example");
      return example.isMissingNode() ? "" : example.toString();
    }
  }

  static List<Operation> operations() {
    List<Operation> all = new ArrayList<>();
    ROOT.path("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .properties()
                    .forEach(
                        method ->
                            all.add(
                                new Operation(
                                    method.getKey().toUpperCase(),
                                    path.getKey(),
                                    method.getValue(),
                                    StreamSupport.stream(
                                            method.getValue().path("parameters").spliterator(),
                                            false)
                                        .map(ApiDocument::resolved)
                                        .toList()))));
    return all;
  }

  /** What a reference refers to. */
  static JsonNode resolved(JsonNode node) {
    return node.has("$ref") ? ROOT.at(node.get("$ref").asText().substring(1)) : node;
  }

  /** The query that gives a parameter the value of its example, by its style. */
  static String query(JsonNode parameter) {
    JsonNode example = parameter.path("example");
    if (example.isObject()) {
      Map<String, String> parts = new TreeMap<>();
      example.properties().forEach(part -> parts.put(part.getKey(), part.getValue().asText()));
      return String.join(
          "&",
          parts.entrySet().stream()
              .map(part -> encoded(part.getKey()) + "=" + encoded(part.getValue()))
              .toList());
    }
    String value =
        example.isArray()
            ? String.join(
                ",",
                StreamSupport.stream(example.spliterator(), false).map(JsonNode::asText).toList())
            : example.asText();
    return encoded(parameter.path("name").asText()) + "=" + encoded(value);
  }

  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /** The id of a screening that was kept. */
  static String screening() {
    return Answered.send(
            "POST",
            "/screenings",
            "{\"industry\":\"3011\",\"store\":true,\"site\":{\"type\":\"Point\",\"coordinates\":[106.2,38.4]}}",
            "Content-Type",
            "application/json")
        .json()
        .path("id")
        .asText();
  }

  /** The id of a job that has results. */
  static String job() {
    return Done.ID;
  }

  /** The id of a job that may be dismissed. */
  static String freshJob() {
    Answered accepted =
        Answered.send(
            "POST",
            "/processes/screening/execution",
            "{\"inputs\":{\"industry\":\"3011\",\"site\":{\"type\":\"Point\",\"coordinates\":[106.2,38.4]}}}",
            "Content-Type",
            "application/json",
            "Prefer",
            "respond-async");
    return accepted.json().path("jobID").asText();
  }

  private static final class Done {
    static final String ID = done();

    private static String done() {
      String id = freshJob();
      for (int i = 0; i < 2000; i++) {
        if (Answered.get("/jobs/" + id).json().has("finished")) {
          return id;
        }
      }
      throw new AssertionError("the job did not end");
    }
  }
}
