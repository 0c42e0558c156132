package luodi.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Every parameter of every operation, and every member of every body, with what it does not want:
 * the answer is never a failure of ours, and what is refused is told as a problem.
 */
class FuzzTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Percent-encoded already. */
  private static final List<String> VALUES =
      List.of(
          "",
          "%20",
          "x",
          "-1",
          "0",
          "1.5",
          "1e999",
          "NaN",
          "99999999999999999999",
          "null",
          "true",
          "%00",
          "%FF%FE",
          "%F0%9F%98%80",
          "%E4%B8%AD",
          "'",
          "%22",
          "%25",
          "%3Cscript%3E",
          "..%2F..%2Fetc%2Fpasswd",
          "1,2,3,4,5,6,7",
          ",,,",
          "2026-02-30",
          "a".repeat(4000),
          "(".repeat(2000),
          "%5B".repeat(1000),
          "%7B%22op%22:".repeat(200));

  private static final List<String> JSON_VALUES =
      List.of(
          "null",
          "true",
          "-1",
          "1e400",
          "\"\"",
          "\"x\"",
          "\"\\u0000\"",
          "\"\\ud800\"",
          "[]",
          "{}",
          "[[[[[[]]]]]]",
          "{\"type\":\"Polygon\"}",
          "{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[1,1],[0,1],[1,0],[0,0]]]}",
          "{\"type\":\"Point\",\"coordinates\":[1e300,-1e300]}",
          "{\"type\":\"Point\",\"coordinates\":[\"a\",null]}",
          "{\"type\":\"GeometryCollection\",\"geometries\":[]}",
          "{\"type\":\"FeatureCollection\",\"features\":[null]}",
          "{\"value\":null}",
          "[".repeat(500) + "]".repeat(500),
          "\"" + "a".repeat(100_000) + "\"");

  @TestFactory
  @Requirement({
    "ogcapi-features-1/1.0/req/oas30/exceptions-codes",
    "ogcapi-common-1/1.0/req/oas30/exceptions-codes"
  })
  Stream<DynamicTest> no_parameter_makes_the_server_fail() {
    return ApiDocument.operations().stream()
        .map(operation -> dynamicTest(operation.toString(), () -> fuzzParameters(operation)));
  }

  @TestFactory
  Stream<DynamicTest> no_body_makes_the_server_fail() {
    return ApiDocument.operations().stream()
        .filter(operation -> !operation.body().isEmpty())
        .map(operation -> dynamicTest(operation.toString(), () -> fuzzBody(operation)));
  }

  private static void fuzzParameters(ApiDocument.Operation operation) {
    for (JsonNode parameter : operation.in("path")) {
      for (String value : VALUES) {
        if (!value.isEmpty()) {
          ask(operation, operation.address(Map.of(parameter.path("name").asText(), value)));
        }
      }
    }
    for (JsonNode parameter : operation.in("query")) {
      String name = ApiDocument.encoded(parameter.path("name").asText());
      String others = others(operation, parameter);
      for (String value : VALUES) {
        ask(operation, operation.address() + "?" + name + "=" + value + others);
      }
      ask(operation, operation.address() + "?" + name + others);
      ask(operation, operation.address() + "?" + name + "=1&" + name + "=2" + others);
    }
    for (JsonNode parameter : operation.in("header")) {
      String name = parameter.path("name").asText();
      for (String value : List.of("x", "respond-async;;;,,", "\"", "a".repeat(4000))) {
        check(operation + " " + name, send(operation, operation.address(), name, value));
      }
    }
  }

  private static void fuzzBody(ApiDocument.Operation operation) throws Exception {
    List<String> bodies = new ArrayList<>(JSON_VALUES);
    bodies.addAll(List.of("", "{", "{\"a\":1,\"a\":2}", "{} {}", "\uFEFF{}", "<a/>"));
    JsonNode example = JSON.readTree(operation.body());
    members(example, "", bodies);
    for (String body : bodies) {
      check(
          operation + " " + body.substring(0, Math.min(200, body.length())),
          Answered.send(
              operation.method(), operation.address(), body, "Content-Type", "application/json"));
    }
    byte[] noUtf8 = {'{', '"', (byte) 0xFF, (byte) 0xFE, '"', ':', '1', '}'};
    check(
        operation + " bytes",
        Answered.send(
            operation.method(),
            ServedGround.at(operation.address()),
            BodyPublishers.ofByteArray(noUtf8),
            "Content-Type",
            "application/json"));
  }

  /** The example with each of its members, one after the other, replaced by each wrong value. */
  private static void members(JsonNode example, String pointer, List<String> bodies)
      throws Exception {
    for (var member : example.at(pointer).properties()) {
      String at = pointer + "/" + member.getKey();
      for (String value : JSON_VALUES) {
        if (value.contains("1e400") || value.contains("\\ud800")) {
          bodies.add(example.toString().replace(member.getValue().toString(), value));
          continue;
        }
        JsonNode changed = example.deepCopy();
        ((ObjectNode) changed.at(pointer))
            .set(member.getKey(), value.startsWith("[[[[[[[") ? deep() : JSON.readTree(value));
        bodies.add(changed.toString());
      }
      if (member.getValue().isObject()) {
        members(example, at, bodies);
      }
    }
  }

  private static JsonNode deep() {
    JsonNode node = JSON.createArrayNode();
    for (int i = 0; i < 300; i++) {
      node = JSON.createArrayNode().add(node);
    }
    return node;
  }

  private static void ask(ApiDocument.Operation operation, String address) {
    check(operation.method() + " " + address, send(operation, address));
  }

  private static Answered send(ApiDocument.Operation operation, String address, String... headers) {
    List<String> all = new ArrayList<>(List.of(headers));
    if (!operation.body().isEmpty()) {
      all.addAll(List.of("Content-Type", "application/json"));
    }
    return Answered.send(operation.method(), address, operation.body(), all.toArray(String[]::new));
  }

  private static void check(String request, Answered answer) {
    String asked = request.length() > 300 ? request.substring(0, 300) + "…" : request;
    assertThat(answer.status()).as(asked + "\n" + answer.text()).isBetween(200, 499);
    if (answer.status() >= 400) {
      assertThat(answer.header("Content-Type"))
          .as(asked + " " + answer.status())
          .startsWith("application/problem+json");
      JsonNode problem = answer.json();
      assertThat(problem.path("type").asText()).as(asked).startsWith("/problems/");
      assertThat(problem.path("status").asInt()).as(asked).isEqualTo(answer.status());
      assertThat(problem.path("detail").asText()).as(asked).isNotBlank();
    }
  }

  private static String others(ApiDocument.Operation operation, JsonNode fuzzed) {
    return operation.in("query").stream()
        .filter(parameter -> parameter != fuzzed)
        .filter(
            parameter ->
                parameter.path("required").asBoolean()
                    || parameter.path("name").asText().equals("industry"))
        .map(parameter -> "&" + ApiDocument.query(parameter))
        .collect(Collectors.joining());
  }
}
