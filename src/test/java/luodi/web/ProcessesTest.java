package luodi.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Screening and ranking as processes: at once, or as a job. */
class ProcessesTest {
  private static final String PROJECT =
      "{\"industry\":\"3011\",\"site\":{\"type\":\"Point\",\"coordinates\":[106.2,38.4]},\"as_of\":\"2026-11-24\"}";
  private static final String JSON = "application/json";
  private static final int MOST_ASKS = 600;

  @ParameterizedTest
  @ValueSource(strings = {"screening", "ranking"})
  @Requirement({
    "ogcapi-processes-1/1.0/req/core/process",
    "ogcapi-processes-1/1.0/req/core/process-success",
    "ogcapi-processes-1/1.0/req/ogc-process-description/json-encoding",
    "ogcapi-processes-1/1.0/req/ogc-process-description/inputs-def",
    "ogcapi-processes-1/1.0/req/ogc-process-description/input-def",
    "ogcapi-processes-1/1.0/req/ogc-process-description/outputs-def",
    "ogcapi-processes-1/1.0/req/ogc-process-description/output-def"
  })
  void a_process_tells_what_it_takes_and_how_it_can_be_run(String id) {
    JsonNode described = Answered.get("/processes/" + id).json();

    assertThat(described.path("id").asText()).isEqualTo(id);
    assertThat(described.path("version").asText()).isNotEmpty();
    assertThat(described.path("jobControlOptions"))
        .extracting(JsonNode::asText)
        .containsExactlyInAnyOrder("sync-execute", "async-execute", "dismiss");
    assertThat(described.path("inputs").path("industry").path("schema").path("type").asText())
        .isEqualTo("string");
    assertThat(Answered.get("/processes").json().path("processes").findValuesAsText("id"))
        .contains(id);
  }

  @Test
  @Requirement({
    "ogcapi-processes-1/1.0/req/core/job-creation-op",
    "ogcapi-processes-1/1.0/req/core/job-creation-request",
    "ogcapi-processes-1/1.0/req/core/job-creation-inputs",
    "ogcapi-processes-1/1.0/req/core/job-creation-input-inline",
    "ogcapi-processes-1/1.0/req/core/job-creation-default-execution-mode",
    "ogcapi-processes-1/1.0/req/core/job-creation-default-outputs",
    "ogcapi-processes-1/1.0/req/core/job-creation-sync-raw-value-one"
  })
  void a_screening_at_once_is_the_answer_of_the_screenings_route() {
    Answered process = execute("screening", "{\"inputs\":" + PROJECT + "}");
    Answered route = Answered.send("POST", "/screenings", PROJECT, "Content-Type", JSON);

    assertThat(process.status()).isEqualTo(200);
    assertThat(process.bytes()).isEqualTo(route.bytes());
  }

  @Test
  @Requirement({"ogcapi-processes-1/1.0/req/core/job-creation-sync-document"})
  void in_a_document_each_output_stands_under_its_name() {
    Answered answer =
        execute(
            "screening",
            "{\"inputs\":"
                + PROJECT
                + ",\"outputs\":{\"screening\":{\"transmissionMode\":\"value\"}},\"response\":\"document\"}");

    assertThat(answer.json().at("/screening/decision/verdict").isTextual()).isTrue();
  }

  @Test
  @Requirement({"ogcapi-processes-1/1.0/req/core/job-creation-input-inline-object"})
  void an_object_may_stand_in_a_value_of_its_own() {
    String qualified = PROJECT.replace("\"site\":{", "\"site\":{\"value\":{").replace("]}", "]}}");

    assertThat(execute("screening", "{\"inputs\":" + qualified + "}").bytes())
        .isEqualTo(execute("screening", "{\"inputs\":" + PROJECT + "}").bytes());
  }

  @Test
  @Requirement({
    "ogcapi-processes-1/1.0/req/core/job-creation-auto-execution-mode",
    "ogcapi-processes-1/1.0/req/core/job-creation-success-async",
    "ogcapi-processes-1/1.0/req/core/job",
    "ogcapi-processes-1/1.0/req/core/job-success",
    "ogcapi-processes-1/1.0/req/core/job-results",
    "ogcapi-processes-1/1.0/req/core/job-results-async-raw-value-one"
  })
  void a_ranking_that_nobody_waits_for_becomes_a_job_with_results() throws Exception {
    Answered accepted =
        execute(
            "ranking",
            "{\"inputs\":{\"industry\":\"3011\",\"limit\":3,\"as_of\":\"2026-11-24\"}}",
            "Prefer",
            "respond-async");
    URI job = URI.create(accepted.header("Location"));
    JsonNode status = awaited(job);
    Answered results =
        Answered.get(Answered.get(job).linked("http://www.opengis.net/def/rel/ogc/1.0/results"));

    assertThat(accepted.status()).isEqualTo(201);
    assertThat(accepted.header("Preference-Applied")).isEqualTo("respond-async");
    assertThat(accepted.json().path("jobID").asText()).isNotEmpty();
    assertThat(accepted.json().path("status").asText()).isIn("accepted", "running", "successful");
    assertThat(status.path("status").asText()).isEqualTo("successful");
    assertThat(status.path("progress").asInt()).isEqualTo(100);
    assertThat(status.path("processID").asText()).isEqualTo("ranking");
    assertThat(results.bytes())
        .isEqualTo(Answered.get("/places?industry=3011&limit=3&as_of=2026-11-24").bytes());
  }

  @Test
  void a_ranking_with_wishes_and_weights_is_the_answer_of_the_places_route() {
    Answered process =
        execute(
            "ranking",
            "{\"inputs\":{\"industry\":\"1811\",\"as_of\":\"2026-11-24\",\"limit\":20,"
                + "\"need\":{\"area_ha\":100,\"compliant\":true},\"prefer\":{\"value\":{\"port_km\":300}},"
                + "\"weights\":{\"labour\":3}}}");
    Answered route =
        Answered.get(
            "/places?industry=1811&as_of=2026-11-24&limit=20&need.area_ha=100&need.compliant=true"
                + "&prefer.port_km=300&weight.labour=3");

    assertThat(process.status()).isEqualTo(200);
    assertThat(route.json().path("near_misses")).isNotEmpty();
    assertThat(process.bytes()).isEqualTo(route.bytes());
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "`{\"need\":100}`,/inputs/need",
        "`{\"prefer\":{\"port_km\":[1]}}`,/inputs/prefer/port_km",
      })
  void a_wish_that_is_none_is_told_where_it_stands(String wishes, String pointer) {
    Answered refused =
        execute("ranking", "{\"inputs\":{\"industry\":\"1811\"," + wishes.substring(1) + "}");

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.json().path("errors").findValuesAsText("pointer")).containsExactly(pointer);
  }

  @Test
  @Requirement({
    "ogcapi-processes-1/1.0/req/dismiss/job-dismiss-op",
    "ogcapi-processes-1/1.0/req/dismiss/job-dismiss-success"
  })
  void a_dismissed_job_gives_no_results() {
    URI job =
        URI.create(
            execute("screening", "{\"inputs\":" + PROJECT + "}", "Prefer", "respond-async")
                .header("Location"));
    Answered dismissed = Answered.send("DELETE", job, "");

    assertThat(dismissed.status()).isEqualTo(200);
    assertThat(dismissed.json().path("status").asText()).isEqualTo("dismissed");
    assertThat(Answered.get(job).json().path("status").asText()).isEqualTo("dismissed");
    assertThat(Answered.get(URI.create(job + "/results")).status()).isEqualTo(404);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{} | /inputs | unknown-parameter",
        "[] | /inputs | unknown-parameter",
        "{'inputs':{'colour':'red'}} | /inputs/colour | unknown-parameter",
        "{'inputs':{},'subscriber':{}} | /subscriber | unknown-parameter",
        "{'inputs':{'industry':'3011'},'response':'xml'} | /response | unknown-parameter",
        "{'inputs':{'industry':'3011'},'outputs':{'map':{}}} | /outputs/map | unknown-parameter",
        "{'inputs':{'industry':'3011'},'outputs':{'screening':{'transmissionMode':'reference'}}} | /outputs/screening/transmissionMode | unknown-parameter",
        "{'inputs':{'industry':'3011'}} | /site | bad-site",
      })
  @Requirement({"ogcapi-processes-1/1.0/req/core/job-creation-input-validation"})
  void what_an_execution_gets_wrong_is_told_and_where(String body, String pointer, String slug) {
    for (String prefer : new String[] {"wait=10", "respond-async"}) {
      Answered problem = execute("screening", body.replace('\'', '"'), "Prefer", prefer);

      assertThat(problem.status()).as(problem.text()).isEqualTo(400);
      assertThat(problem.json().path("type").asText()).isEqualTo("/problems/" + slug);
      assertThat(problem.json().at("/errors/0/pointer").asText()).isEqualTo(pointer);
    }
  }

  @Test
  @Requirement({
    "ogcapi-processes-1/1.0/req/core/process-exception/no-such-process",
    "ogcapi-processes-1/1.0/req/core/job-exception-no-such-job",
    "ogcapi-processes-1/1.0/req/core/job-results-exception/no-such-job"
  })
  void what_does_not_exist_is_not_found() {
    assertThat(Answered.get("/processes/nothing").status()).isEqualTo(404);
    assertThat(execute("nothing", "{\"inputs\":{}}").status()).isEqualTo(404);
    assertThat(Answered.get("/jobs/nothing").status()).isEqualTo(404);
    assertThat(Answered.get("/jobs/nothing/results").status()).isEqualTo(404);
    assertThat(Answered.send("DELETE", "/jobs/nothing", "").status()).isEqualTo(404);
  }

  private static Answered execute(String process, String body, String... more) {
    String[] headers = new String[more.length + 2];
    headers[0] = "Content-Type";
    headers[1] = JSON;
    System.arraycopy(more, 0, headers, 2, more.length);
    return Answered.send("POST", "/processes/" + process + "/execution", body, headers);
  }

  /** Asks until the job is over; it takes a second or two. */
  private static JsonNode awaited(URI job) throws InterruptedException {
    for (int i = 0; i < MOST_ASKS; i++) {
      JsonNode status = Answered.get(job).json();
      if (!status.path("finished").isMissingNode()) {
        return status;
      }
      Thread.sleep(100); // an interval of asking, as any client has one
    }
    throw new AssertionError("the job did not end");
  }
}
