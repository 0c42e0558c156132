package luodi.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is asked wrongly gets a problem that says what to do next; what is not known is said so. */
class BadInputTest {
  /** Inside Yinchuan, in the covered province. */
  private static final String PLOT =
      "{\"type\":\"Polygon\",\"coordinates\":[[[106.20,38.45],[106.21,38.45],[106.21,38.46],[106.20,38.46],[106.20,38.45]]]}";

  @Test
  void an_unknown_industry_is_refused_with_what_is_near_to_it() {
    JsonNode problem =
        refused(400, "unknown-industry", "{\"industry\":\"9x\",\"site\":" + PLOT + "}");

    assertThat(problem.at("/errors/0/pointer").asText()).isEqualTo("/industry");
    assertThat(problem.path("detail").asText()).contains("9x").contains("GET /industries?q=");
  }

  @Test
  void a_crossed_plot_is_refused_where_it_crosses() {
    String crossed =
        "{\"type\":\"Polygon\",\"coordinates\":[[[106.20,38.45],[106.21,38.46],[106.21,38.45],[106.20,38.46],[106.20,38.45]]]}";

    JsonNode problem = refused(400, "bad-site", project(crossed));

    assertThat(problem.path("detail").asText()).contains("106.205").contains("38.455");
  }

  @Test
  void an_unknown_crs_is_refused_with_those_that_are_known() {
    JsonNode problem =
        refused(
            400,
            "unknown-crs",
            "{\"industry\":\"1811\",\"crs\":\"EPSG:9999\",\"site\":" + PLOT + "}");

    assertThat(problem.path("detail").asText()).contains("EPSG:9999").contains("EPSG:4490");
  }

  @Test
  void xian_1980_is_refused_because_its_shift_is_not_public() {
    JsonNode problem =
        refused(
            400,
            "unknown-crs",
            "{\"industry\":\"1811\",\"crs\":\"EPSG:4610\",\"site\":" + PLOT + "}");

    assertThat(problem.path("detail").asText()).contains("Xian 1980").contains("CGCS2000");
  }

  @Test
  void projected_numbers_without_a_crs_are_not_guessed_at() {
    refused(400, "missing-crs", project("{\"type\":\"Point\",\"coordinates\":[36519000,4259000]}"));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({"the sea,123.5,31.0", "another country,139.7,35.7"})
  void where_no_county_polygon_lies_there_is_no_geometry_here(
      String where, double lon, double lat) {
    JsonNode problem =
        refused(
            400,
            "outside-coverage",
            project("{\"type\":\"Point\",\"coordinates\":[" + lon + "," + lat + "]}"));

    assertThat(problem.path("detail").asText()).contains("no geometry here");
  }

  @Test
  void a_plot_across_the_edge_of_coverage_is_judged_on_both_sides() {
    // Yulin in Shaanxi lies beyond Ningxia's border, where the synthetic layers end.
    String across =
        "{\"type\":\"Polygon\",\"coordinates\":[[[107.2,37.9],[107.6,37.9],[107.6,38.0],[107.2,38.0],[107.2,37.9]]]}";

    JsonNode answer = answer(project(across));

    assertThat(answer.at("/decision/verdict").asText()).isNotEqualTo("PERMITTED_AS_CHECKED");
    assertThat(answer.at("/coverage/no_data")).isNotEmpty();
    assertThat(answer.at("/coverage/layers"))
        .anySatisfy(
            layer -> {
              assertThat(layer.path("id").asText()).isEqualTo("eco-redline");
              assertThat(layer.path("covers").asText()).isEqualTo("partial");
            });
  }

  @ParameterizedTest(name = "body: {0}")
  @CsvSource(
      delimiter = '|',
      value = {"''", "[1,2]", "\"text\"", "{\"industry\":", "{\"industry\":\"1811\"} trailing"})
  void what_is_no_project_is_refused(String body) {
    refused(400, "unknown-parameter", body == null ? "" : body);
  }

  @Test
  void fifty_megabytes_are_too_much() {
    String body = "{\"industry\":\"1811\",\"product\":\"" + "x".repeat(50_000_000) + "\"}";

    JsonNode problem = refused(413, "too-large", body);

    assertThat(problem.path("detail").asText()).contains("20 MB");
  }

  @Test
  void a_million_vertices_are_too_much_for_one_plot() {
    String ring =
        IntStream.rangeClosed(0, 200_000)
            .mapToObj(
                i -> {
                  double turn = 2 * Math.PI * (i % 200_000) / 200_000;
                  return "[%.7f,%.7f]"
                      .formatted(106.2 + 0.01 * Math.cos(turn), 38.4 + 0.01 * Math.sin(turn));
                })
            .collect(Collectors.joining(","));

    JsonNode problem =
        refused(
            413, "too-large", project("{\"type\":\"Polygon\",\"coordinates\":[[" + ring + "]]}"));

    assertThat(problem.path("detail").asText()).contains("200001").contains("simplify");
  }

  @Test
  void on_a_day_before_any_rule_nothing_prohibits_and_the_answer_says_how_little_was_checked() {
    JsonNode answer =
        answer("{\"industry\":\"3011\",\"as_of\":\"1950-01-01\",\"site\":" + PLOT + "}");

    assertThat(answer.at("/decision/as_of").asText()).isEqualTo("1950-01-01");
    assertThat(answer.at("/reasons").toString()).doesNotContain("VIOLATED");
    assertThat(answer.at("/coverage/checked").asInt()).isLessThan(20);
  }

  @Test
  void what_is_no_day_is_refused() {
    refused(
        400, "bad-day", "{\"industry\":\"1811\",\"as_of\":\"2026-13-01\",\"site\":" + PLOT + "}");
  }

  @Test
  void an_unknown_fact_is_refused_with_those_that_rules_read() {
    JsonNode problem =
        refused(
            400,
            "unknown-fact",
            "{\"industry\":\"1811\",\"facts\":{\"colour\":\"red\"},\"site\":" + PLOT + "}");

    assertThat(problem.at("/errors/0/pointer").asText()).isEqualTo("/facts/colour");
    assertThat(problem.path("detail").asText()).contains("GET /facts");
  }

  @Test
  void a_fact_of_the_wrong_kind_is_refused_with_what_was_wanted() {
    JsonNode problem =
        refused(
            400,
            "bad-fact",
            "{\"industry\":\"1811\",\"facts\":{\"activity\":\"sometimes\"},\"site\":" + PLOT + "}");

    assertThat(problem.path("detail").asText()).contains("sometimes").contains("expansion");
  }

  @ParameterizedTest(name = "GET {0}")
  @CsvSource({
    "/screenings?industry=1811&lon=106.2&lat=38.45&colour=red",
    "/places?industry=1811&colour=red",
    "/explain?lon=106.2&lat=38.45&colour=red",
    "/industries?colour=red",
    "/facts?colour=red",
    "/rules?colour=red",
    "/layers?colour=red"
  })
  void an_unknown_parameter_is_refused_with_those_that_are_known(String path) {
    JsonNode problem = problem(Answered.get(path), 400, "unknown-parameter");

    assertThat(problem.at("/errors/0/parameter").asText()).isEqualTo("colour");
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource({"GET,/nowhere,404,not-found", "DELETE,/facts,405,not-allowed"})
  void what_is_not_there_is_said_in_the_same_dress(
      String method, String path, int status, String slug) {
    problem(Answered.send(method, path, ""), status, slug);
  }

  private static String project(String site) {
    return "{\"industry\":\"1811\",\"site\":" + site + "}";
  }

  private static JsonNode refused(int status, String slug, String body) {
    return problem(post(body), status, slug);
  }

  private static JsonNode problem(Answered answered, int status, String slug) {
    assertThat(answered.status()).as(answered.text()).isEqualTo(status);
    assertThat(answered.header("Content-Type")).startsWith("application/problem+json");
    JsonNode problem = answered.json();
    assertThat(problem.path("type").asText()).isEqualTo("/problems/" + slug);
    assertThat(problem.path("status").asInt()).isEqualTo(status);
    assertThat(problem.path("title").asText()).isNotBlank();
    return problem;
  }

  private static JsonNode answer(String body) {
    Answered answered = post(body);
    assertThat(answered.status()).as(answered.text()).isEqualTo(200);
    return answered.json();
  }

  private static Answered post(String body) {
    return Answered.send("POST", "/screenings", body, "Content-Type", "application/json");
  }
}
