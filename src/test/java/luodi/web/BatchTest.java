package luodi.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A table of projects in, a table of answers out, over HTTP. */
class BatchTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String LINES = "application/x-ndjson";
  private static final String CSV = "text/csv";
  private static final int MOST_ASKS = 600;

  private static final String POINT = "{\"type\":\"Point\",\"coordinates\":[106.2,38.4]}";
  private static final String PLOT =
      "{\"type\":\"Polygon\",\"coordinates\":[[[106.2,38.4],[106.21,38.4],[106.21,38.41],[106.2,38.4]]]}";

  /** The same projects as the CSV has, as POST /screenings takes them. */
  private static final List<String> PROJECTS =
      List.of(
          "{\"industry\":\"3011\",\"as_of\":\"2026-11-24\",\"facts\":{\"process\":\"clinker\"},\"site\":"
              + POINT
              + "}",
          "{\"industry\":\"1811\",\"as_of\":\"2024-01-01\",\"from\":\"441900\",\"site\":"
              + PLOT
              + "}",
          "{\"product\":\"水泥\",\"as_of\":\"2026-11-24\",\"from\":null,\"site\":" + PLOT + "}");

  private static final String TABLE =
      "id,industry,product,lon,lat,wkt,site,from,as_of,fact.process\n"
          + "a,3011,,106.2,38.4,,,,2026-11-24,clinker\n"
          + "b,1811,,,,\"POLYGON ((106.2 38.4, 106.21 38.4, 106.21 38.41, 106.2 38.4))\",,441900,2024-01-01,\n"
          + "c,,水泥,,,,\""
          + PLOT.replace("\"", "\"\"")
          + "\",none,2026-11-24,\n";

  @Test
  void each_row_is_answered_as_its_own_screening_to_the_letter() throws Exception {
    List<JsonNode> answers = answers(sent(CSV, TABLE));

    assertThat(answers)
        .extracting(answer -> answer.path("id").asText())
        .containsExactly("a", "b", "c");
    for (int i = 0; i < PROJECTS.size(); i++) {
      mustSayTheSame(answers.get(i), screening(PROJECTS.get(i)));
    }
  }

  @Test
  void the_same_projects_are_answered_alike_however_they_come() throws Exception {
    List<String> named = new ArrayList<>();
    for (int i = 0; i < PROJECTS.size(); i++) {
      named.add("{\"id\":\"" + "abc".charAt(i) + "\"," + PROJECTS.get(i).substring(1));
    }
    List<JsonNode> wanted = answers(sent(CSV, TABLE));

    assertThat(answers(sent(LINES, String.join("\n", named)))).isEqualTo(wanted);
    assertThat(answers(sent("application/json", "[" + String.join(",", named) + "]")))
        .isEqualTo(wanted);
  }

  @Test
  void a_table_in_the_encoding_of_chinese_offices_is_read() throws Exception {
    Answered accepted =
        Answered.send(
            "POST",
            ServedGround.at("/batches"),
            BodyPublishers.ofByteArray(TABLE.getBytes(Charset.forName("GB18030"))),
            "Content-Type",
            CSV);

    assertThat(answers(accepted)).isEqualTo(answers(sent(CSV, TABLE)));
  }

  @Test
  void a_bad_row_says_what_was_wanted_and_the_others_go_on() throws Exception {
    List<JsonNode> answers =
        answers(
            sent(
                CSV,
                "id,industry,lon,lat,fact.activity\n"
                    + "good,3011,106.2,38.4,\n"
                    + "no-such-code,9999,106.2,38.4,\n"
                    + "no-number,3011,east,38.4,\n"
                    + "ragged,3011,106.2\n"
                    + "sea,3011,150,0,\n"
                    + "bad-fact,3011,106.2,38.4,dancing\n"
                    + "last,3011,106.2,38.4,new\n"));

    assertThat(answers)
        .extracting(answer -> answer.path("row").asInt() + " " + answer.path("id").asText())
        .containsExactly(
            "1 good", "2 no-such-code", "3 no-number", "4 ragged", "5 sea", "6 bad-fact", "7 last");
    assertThat(answers)
        .extracting(answer -> answer.at("/error/type").asText())
        .containsExactly(
            "",
            "/problems/unknown-industry",
            "/problems/bad-site",
            "/problems/unknown-parameter",
            "/problems/outside-coverage",
            "/problems/bad-fact",
            "");
    assertThat(answers.get(2).at("/error/detail").asText())
        .isEqualTo(
            "Row 3: 'east' is no lon; give lon and lat as numbers, such as 114.31 and 30.59.");
    assertThat(answers.get(2).at("/error/errors/0/pointer").asText()).isEqualTo("/lon");
    assertThat(answers.get(2).path("verdict").isNull()).isTrue();
    assertThat(answers.get(0).path("verdict").isTextual()).isTrue();
  }

  @Test
  void a_line_that_is_no_project_spoils_no_other_line() throws Exception {
    List<JsonNode> answers =
        answers(
            sent(
                LINES,
                PROJECTS.get(0)
                    + "\n{\"industry\":\n\n[1]\n{\"store\":true}\n{}\n"
                    + PROJECTS.get(0)));

    assertThat(answers)
        .extracting(answer -> answer.at("/error/type").asText())
        .containsExactly(
            "",
            "/problems/unknown-parameter",
            "/problems/unknown-parameter",
            "/problems/unknown-parameter",
            "/problems/unknown-industry",
            "");
    assertThat(answers.get(5).path("reasons")).isEqualTo(answers.get(0).path("reasons"));
  }

  @Test
  void as_csv_each_row_tells_its_verdict_and_quotes_what_stands_against_it() throws Exception {
    URI job = URI.create(sent(CSV, TABLE + "d,9999,,106.2,38.4,,,,,\n").header("Location"));
    awaited(job);
    Answered csv = Answered.get(URI.create(job + "/results?f=csv"));
    List<CSVRecord> rows =
        CSVFormat.RFC4180
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .get()
            .parse(new StringReader(csv.text()))
            .getRecords();

    assertThat(csv.header("Content-Type")).startsWith("text/csv");
    assertThat(rows).hasSize(4);
    for (int i = 0; i < PROJECTS.size(); i++) {
      JsonNode screening = screening(PROJECTS.get(i));
      assertThat(rows.get(i).get("verdict")).isEqualTo(screening.at("/decision/verdict").asText());
      assertThat(rows.get(i).get("headline_zh"))
          .isEqualTo(screening.at("/decision/headline_zh").asText());
      assertThat(rows.get(i).get("screening")).isEqualTo(screening.path("id").asText());
      for (JsonNode reason : screening.path("reasons")) {
        String outcome = reason.path("outcome").asText();
        assertThat(rows.get(i).get(outcome.toLowerCase()).split(" "))
            .contains(reason.path("rule").asText());
        if (List.of("VIOLATED", "CONDITION").contains(outcome)) {
          assertThat(rows.get(i).get("reasons")).contains(reason.at("/citation/text").asText());
        }
      }
    }
    assertThat(rows.get(3).get("error")).isEqualTo("/problems/unknown-industry");
    assertThat(rows.get(3).get("error_detail")).startsWith("Row 4: ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "text/csv | id,industry,colour | 400 | unknown-parameter | There is no column 'colour' here",
        "text/csv | id,lon,lat | 400 | unknown-industry | no column 'industry'",
        "text/csv | industry,lon,lon | 400 | unknown-parameter | came twice",
        "text/csv | industry,lon,lat | 400 | unknown-parameter | no rows",
        "text/csv | industry,lon,lat~^3011 | 400 | unknown-parameter | cannot be read on at row 1",
        "application/json | [] | 400 | unknown-parameter | no rows",
        "application/json | {} | 400 | unknown-parameter | JSON array of projects",
        "application/json | [{},{] | 400 | unknown-parameter | in line 1",
        "application/json | [{}] [] | 400 | unknown-parameter | Something follows",
        "application/x-ndjson | ~~ | 400 | unknown-parameter | no rows",
        "text/plain | 3011 | 415 | unsupported-media-type | text/csv",
      })
  void a_table_that_cannot_be_told_apart_into_rows_is_refused_at_once(
      String type, String table, int status, String slug, String detail) {
    Answered problem = sent(type, table.replace('~', '\n').replace('^', '"'));

    assertThat(problem.status()).as(problem.text()).isEqualTo(status);
    assertThat(problem.json().path("type").asText()).isEqualTo("/problems/" + slug);
    assertThat(problem.json().path("detail").asText()).contains(detail);
  }

  @Test
  void more_than_100_000_rows_are_too_large() {
    Answered problem = sent(LINES, "{}\n".repeat(100_001));

    assertThat(problem.status()).isEqualTo(413);
    assertThat(problem.json().path("type").asText()).isEqualTo("/problems/too-large");
    assertThat(problem.json().path("detail").asText()).contains("100000 rows");
  }

  @Test
  void a_dismissed_batch_gives_no_answers() {
    URI job = URI.create(sent(LINES, (PROJECTS.get(1) + "\n").repeat(2000)).header("Location"));
    Answered dismissed = Answered.send("DELETE", job, "");

    assertThat(dismissed.json().path("status").asText()).isEqualTo("dismissed");
    assertThat(Answered.get(URI.create(job + "/results")).status()).isEqualTo(404);
  }

  @Test
  void answers_come_in_forms_that_exist() throws Exception {
    URI job = URI.create(sent(CSV, TABLE).header("Location"));
    awaited(job);

    assertThat(Answered.get(URI.create(job + "/results?f=json")).status()).isEqualTo(400);
    assertThat(Answered.get(URI.create(job + "/results"), "Accept", CSV).header("Content-Type"))
        .startsWith(CSV);
    assertThat(Answered.get(job).linked("http://www.opengis.net/def/rel/ogc/1.0/results"))
        .isEqualTo(URI.create(job + "/results"));
  }

  @Test
  void the_process_answers_as_the_batch_does() throws Exception {
    String projects = "[" + String.join(",", PROJECTS) + ",{\"id\":7}]";
    Answered process =
        Answered.send(
            "POST",
            "/processes/batch/execution",
            "{\"inputs\":{\"projects\":" + projects + "}}",
            "Content-Type",
            "application/json");
    List<JsonNode> wanted = answers(sent("application/json", projects));

    assertThat(process.status()).as(process.text()).isEqualTo(200);
    assertThat(process.json()).containsExactlyElementsOf(wanted);
    assertThat(wanted.get(3).path("id").asText()).isEqualTo("7");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {"{} | 400", "{\"projects\":[]} | 400", "{\"projects\":{}} | 400"})
  void a_process_without_projects_says_that_it_wants_them(String inputs, int status) {
    Answered problem =
        Answered.send(
            "POST",
            "/processes/batch/execution",
            "{\"inputs\":" + inputs + "}",
            "Content-Type",
            "application/json");

    assertThat(problem.status()).isEqualTo(status);
    assertThat(problem.json().at("/errors/0/pointer").asText()).isEqualTo("/inputs/projects");
  }

  private static Answered sent(String type, String table) {
    return Answered.send("POST", "/batches", table, "Content-Type", type);
  }

  private static JsonNode screening(String project) {
    Answered answer =
        Answered.send("POST", "/screenings", project, "Content-Type", "application/json");
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer.json();
  }

  private static void mustSayTheSame(JsonNode answer, JsonNode screening) {
    JsonNode decision = screening.path("decision");
    for (String member :
        List.of(
            "verdict", "place_verdict", "best_case", "worst_case", "headline_zh", "headline_en")) {
      assertThat(answer.path(member)).isEqualTo(decision.path(member));
    }
    for (String member : List.of("reasons", "questions", "warnings", "preconditions")) {
      assertThat(answer.path(member)).isEqualTo(screening.path(member));
    }
    assertThat(answer.path("screening")).isEqualTo(screening.path("id"));
    assertThat(answer.path("error").isNull()).isTrue();
    ObjectNode rules = JSON.createObjectNode();
    for (JsonNode reason : screening.path("reasons")) {
      rules.withArray(reason.path("outcome").asText()).add(reason.path("rule"));
    }
    for (Map.Entry<String, JsonNode> outcome : rules.properties()) {
      assertThat(answer.path("rules").path(outcome.getKey())).containsAll(outcome.getValue());
    }
    assertThat(answer.path("rules")).hasSize(rules.size());
  }

  /** The answers of a batch that was accepted. */
  private static List<JsonNode> answers(Answered accepted) throws Exception {
    assertThat(accepted.status()).as(accepted.text()).isEqualTo(202);
    URI job = URI.create(accepted.header("Location"));
    assertThat(awaited(job).path("status").asText()).isEqualTo("successful");
    Answered results = Answered.get(URI.create(job + "/results?f=jsonl"));
    assertThat(results.header("Content-Type")).startsWith(LINES);
    List<JsonNode> answers = new ArrayList<>();
    for (String line : results.text().split("\n")) {
      answers.add(read(line));
    }
    return answers;
  }

  private static JsonNode read(String line) throws IOException {
    return JSON.readTree(line);
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
