package luodi.ogc.filter;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import luodi.fault.FaultException;
import luodi.geo.GeoJson;

/** CQL2 JSON. */
final class JsonParser {
  private static final int DEEPEST = 64;
  private static final ObjectMapper JSON =
      new ObjectMapper(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(3 * DEEPEST).build())
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private final Operations operations;
  private final Literals literals;

  private JsonParser(Operations operations, Literals literals) {
    this.operations = operations;
    this.literals = literals;
  }

  static Expression parse(String filter, Operations operations, Literals literals) {
    try {
      return new JsonParser(operations, literals).expression(JSON.readTree(filter), 0);
    } catch (JsonProcessingException broken) {
      throw Operations.bad("it is not JSON: %s", broken.getOriginalMessage().split("\n")[0])
          .causedBy(broken);
    }
  }

  private Expression expression(JsonNode node, int depth) {
    if (depth > DEEPEST) {
      throw Operations.bad("it is nested deeper than %d", DEEPEST);
    }
    if (node.isNumber()) {
      return literals.number(node.asText());
    }
    if (node.isTextual()) {
      return operations.literal(Kind.TEXT, Value.of(node.textValue()));
    }
    if (node.isBoolean()) {
      return operations.literal(Kind.BOOLEAN, Value.of(node.booleanValue()));
    }
    if (!node.isObject()) {
      throw wrong(node);
    }
    return object(node, depth);
  }

  private Expression object(JsonNode node, int depth) {
    if (node.path("op").isTextual()) {
      return operations.of(node.get("op").textValue(), arguments(node, depth));
    }
    if (node.path("property").isTextual()) {
      return operations.property(node.get("property").textValue());
    }
    if (node.path("date").isTextual()) {
      return literals.date(node.get("date").textValue());
    }
    if (node.path("timestamp").isTextual()) {
      return literals.timestamp(node.get("timestamp").textValue());
    }
    if (node.path("interval").size() == 2) {
      return operations.of(
          "interval",
          List.of(
              end(node.get("interval").get(0), depth), end(node.get("interval").get(1), depth)));
    }
    if (node.path("bbox").isArray()) {
      return literals.bbox(numbers(node.get("bbox")));
    }
    if (node.path("type").isTextual()) {
      return geometry(node);
    }
    throw wrong(node);
  }

  /** All arguments in a row; the list of {@code in} follows its value. */
  private List<Expression> arguments(JsonNode node, int depth) {
    List<Expression> all = new ArrayList<>();
    for (JsonNode argument : node.path("args")) {
      if (argument.isArray()) {
        argument.forEach(one -> all.add(expression(one, depth + 1)));
      } else {
        all.add(expression(argument, depth + 1));
      }
    }
    return all;
  }

  private Expression end(JsonNode node, int depth) {
    return node.isTextual() ? literals.instant(node.textValue()) : expression(node, depth + 1);
  }

  private static List<Double> numbers(JsonNode array) {
    List<Double> numbers = new ArrayList<>();
    for (JsonNode number : array) {
      if (!number.isNumber()) {
        throw wrong(number);
      }
      numbers.add(number.doubleValue());
    }
    return numbers;
  }

  private Expression geometry(JsonNode node) {
    try {
      return literals.shape(GeoJson.read(node, "/filter"));
    } catch (FaultException badSite) {
      throw Operations.bad("a geometry is no GeoJSON: %s", badSite.getMessage()).causedBy(badSite);
    } catch (IllegalArgumentException broken) {
      throw Operations.bad("a geometry is no GeoJSON: %s", broken.getMessage()).causedBy(broken);
    }
  }

  private static FaultException wrong(JsonNode node) {
    String shown = node.toString();
    return Operations.bad(
        "'%s' is no part of CQL2 JSON", shown.length() > 60 ? shown.substring(0, 60) + "…" : shown);
  }
}
