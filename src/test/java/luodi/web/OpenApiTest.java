package luodi.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonMetaSchema;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.NonValidationKeyword;
import com.networknt.schema.oas.OpenApi30;
import io.swagger.v3.parser.OpenAPIV3Parser;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The OpenAPI document against the routes, in both directions, with every example run. */
class OpenApiTest {
  private static final JsonSchemaFactory SCHEMAS =
      JsonSchemaFactory.builder()
          .defaultMetaSchemaIri(OpenApi30.getInstance().getIri())
          .metaSchema(
              JsonMetaSchema.builder(OpenApi30.getInstance())
                  .keyword(new NonValidationKeyword("components"))
                  .build())
          .build();

  private static final Map<JsonNode, JsonSchema> COMPILED = new HashMap<>();

  @Test
  @Requirement({
    "ogcapi-features-1/1.0/req/oas30/oas-definition-1",
    "ogcapi-common-1/1.0/req/oas30/oas-definition-1",
    "ogcapi-processes-1/1.0/req/oas30/oas-definition-1",
    "ogcapi-processes-1/1.0/req/core/api-definition-success"
  })
  void the_document_is_openapi_3_0() {
    var read = new OpenAPIV3Parser().readContents(ApiDocument.ROOT.toString(), null, null);

    assertThat(read.getMessages()).isEmpty();
    assertThat(read.getOpenAPI().getOpenapi()).startsWith("3.0.");
  }

  @Test
  @Requirement({
    "ogcapi-features-1/1.0/req/oas30/completeness",
    "ogcapi-common-1/1.0/req/oas30/completeness",
    "ogcapi-tiles-1/1.0/req/oas30/completeness",
    "ogcapi-processes-1/1.0/req/oas30/completeness"
  })
  void no_route_is_undocumented_and_no_documented_route_is_a_ghost() {
    Set<String> documented =
        ApiDocument.operations().stream()
            .map(operation -> shape(operation.toString()))
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> served =
        ServedGround.routes().stream()
            .filter(route -> !route.matches("(HEAD|OPTIONS) .*"))
            .map(OpenApiTest::shape)
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(documented)
        .as("write new routes down in src/main/resources/ogc/openapi")
        .isEqualTo(served);
  }

  @TestFactory
  @Requirement({
    "ogcapi-features-1/1.0/req/oas30/oas-impl",
    "ogcapi-common-1/1.0/req/oas30/oas-impl",
    "ogcapi-processes-1/1.0/req/oas30/oas-impl",
    "ogcapi-features-1/1.0/req/oas30/oas-definition-2",
    "ogcapi-common-1/1.0/req/oas30/oas-definition-2",
    "ogcapi-processes-1/1.0/req/oas30/oas-definition-2"
  })
  Stream<DynamicTest> every_example_runs_and_the_answer_is_as_documented() {
    List<DynamicTest> tests = new ArrayList<>();
    for (ApiDocument.Operation operation : ApiDocument.operations()) {
      tests.add(dynamicTest(operation.toString(), () -> run(operation, required(operation))));
      for (JsonNode parameter : operation.in("query")) {
        if (parameter.has("example") && !parameter.path("required").asBoolean()) {
          String query = required(operation);
          query += (query.isEmpty() ? "" : "&") + ApiDocument.query(parameter);
          if (query.indexOf("industry=") != query.lastIndexOf("industry=")) {
            continue; // the one parameter that stands in for a required one
          }
          String asked = query;
          tests.add(dynamicTest(operation + "?" + asked, () -> run(operation, asked)));
        }
      }
    }
    return tests.stream();
  }

  @TestFactory
  Stream<DynamicTest> every_parameter_that_a_route_knows_is_documented_and_the_other_way_round() {
    return ApiDocument.operations().stream()
        .filter(operation -> !operation.path().matches("/map|/static/.*"))
        .map(operation -> dynamicTest(operation.toString(), () -> parametersAgree(operation)));
  }

  /** A route that is asked for a parameter that nobody knows tells those that it knows. */
  private static void parametersAgree(ApiDocument.Operation operation) {
    Answered problem = send(operation, address(operation) + "?zzz=1");
    String detail = problem.json().path("detail").asText();
    assertThat(problem.status()).as(detail).isEqualTo(400);
    String list = detail.replaceFirst(".*there are ", "").replaceFirst("\\.$", "");
    Set<String> known = new TreeSet<>();
    for (String name : list.split(", | and ")) {
      known.add(name);
    }
    known.remove("");
    known.removeIf(name -> name.endsWith(".…"));
    known.add("f");
    if (operation.path().endsWith("/items")) {
      ServedGround.desk().collections().named("counties").queryables().keySet().stream()
          .filter(name -> !name.equals("edition"))
          .forEach(known::remove);
    }
    Set<String> documented = new TreeSet<>();
    operation.in("query").stream()
        .filter(parameter -> !parameter.at("/schema/type").asText().equals("object"))
        .forEach(parameter -> documented.add(parameter.path("name").asText()));

    assertThat(documented).isEqualTo(known);
  }

  private static void run(ApiDocument.Operation operation, String query) {
    Answered answer = send(operation, address(operation) + (query.isEmpty() ? "" : "?" + query));

    JsonNode response = operation.node().path("responses").path("" + answer.status());
    assertThat(response.isMissingNode()).as(answer.status() + " " + answer.text()).isFalse();
    if (answer.status() == 204) {
      return;
    }
    String type = answer.header("Content-Type");
    JsonNode content = media(response.path("content"), type);
    assertThat(content).as("content of type " + type).isNotNull();
    if (type.matches("application/([\\w.-]+\\+)?json.*")) {
      assertThat(problems(content.path("schema"), answer.json())).isEmpty();
    }
  }

  private static Set<String> problems(JsonNode schema, JsonNode answer) {
    return COMPILED.computeIfAbsent(schema, OpenApiTest::compiled).validate(answer).stream()
        .map(Object::toString)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static JsonSchema compiled(JsonNode schema) {
    ObjectNode whole = schema.deepCopy();
    whole.set("components", ApiDocument.ROOT.path("components"));
    return SCHEMAS.getSchema(whole);
  }

  private static JsonNode media(JsonNode content, String type) {
    for (var entry : content.properties()) {
      if (entry.getKey().equals("*/*") || type.startsWith(entry.getKey())) {
        return entry.getValue();
      }
    }
    return null;
  }

  private static Answered send(ApiDocument.Operation operation, String address) {
    return operation.body().isEmpty()
        ? Answered.send(operation.method(), address, "")
        : Answered.send(
            operation.method(), address, operation.body(), "Content-Type", "application/json");
  }

  /** Examples of what a request cannot do without; of an industry and a product, the industry. */
  private static String required(ApiDocument.Operation operation) {
    return operation.in("query").stream()
        .filter(
            parameter ->
                parameter.path("required").asBoolean()
                    || parameter.path("name").asText().equals("industry"))
        .map(ApiDocument::query)
        .collect(Collectors.joining("&"));
  }

  private static String address(ApiDocument.Operation operation) {
    String screening = ApiDocument.encoded(ApiDocument.SCREENING);
    String address = operation.address();
    if (address.contains(screening)) {
      address = address.replace(screening, ApiDocument.screening());
    }
    String job = ApiDocument.encoded(ApiDocument.JOB);
    if (!address.contains(job)) {
      return address;
    }
    return address.replace(
        job, operation.method().equals("DELETE") ? ApiDocument.freshJob() : ApiDocument.job());
  }

  /** Names of path parameters do not matter. */
  private static String shape(String route) {
    return route.replaceAll("[{<][^}>]*[}>]", "{}");
  }
}
