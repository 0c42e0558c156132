package luodi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The batch as an operator runs it: a process of its own, on the ground of Ningxia. */
class BatchCommandTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String TABLE =
      "id,industry,lon,lat,as_of\n"
          + "cement,3011,106.2,38.4,2026-11-24\n"
          + "nowhere,3011,150,0,2026-11-24\n"
          + "garment,1811,106.2,38.4,2026-11-24\n";

  @TempDir private static Path ground;
  @TempDir private Path folder;

  @BeforeAll
  static void makeTheGround() {
    LuodiProcess.makeNingxia(ground);
  }

  @Test
  void a_file_is_answered_as_the_screen_command_answers_each_row() throws Exception {
    Path answers = folder.resolve("answers.jsonl");

    LuodiProcess batch = run(table("parcels.csv", TABLE), answers);
    LuodiProcess screen =
        LuodiProcess.run(
            "screen",
            "--industry",
            "3011",
            "--site",
            "106.2,38.4",
            "--as-of",
            "2026-11-24",
            "--data",
            ground.toString());
    List<String> lines = Files.readAllLines(answers);
    JsonNode cement = JSON.readTree(lines.get(0));
    JsonNode screening = JSON.readTree(screen.out());

    assertThat(batch.exitCode()).as(batch.err()).isZero();
    assertThat(batch.err())
        .contains("screening: 100 %")
        .contains("3 rows answered")
        .contains("1 of them with an error");
    assertThat(lines).hasSize(3);
    assertThat(cement.path("reasons")).isEqualTo(screening.path("reasons"));
    assertThat(cement.path("verdict")).isEqualTo(screening.at("/decision/verdict"));
    assertThat(JSON.readTree(lines.get(1)).at("/error/type").asText())
        .isEqualTo("/problems/outside-coverage");
    assertThat(JSON.readTree(lines.get(2)).path("id").asText()).isEqualTo("garment");
    assertThat(answers.resolveSibling("answers.jsonl.part")).doesNotExist();
  }

  @Test
  void json_lines_in_and_a_table_out() throws Exception {
    Path answers = folder.resolve("answers.csv");
    Path lines =
        table(
            "parcels.jsonl",
            "{\"id\":1,\"industry\":\"3011\",\"site\":{\"type\":\"Point\",\"coordinates\":[106.2,38.4]}}\n"
                + "{\"id\":2\n");

    LuodiProcess batch = run(lines, answers);
    List<CSVRecord> rows =
        CSVFormat.RFC4180
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .get()
            .parse(new StringReader(Files.readString(answers)))
            .getRecords();

    assertThat(batch.exitCode()).as(batch.err()).isZero();
    assertThat(rows).hasSize(2);
    assertThat(rows.get(0).get("id")).isEqualTo("1");
    assertThat(rows.get(0).get("verdict")).isNotEmpty();
    assertThat(rows.get(1).get("error_detail")).startsWith("Row 2: The line is not JSON");
  }

  @Test
  void the_engine_that_is_not_built_says_so() throws Exception {
    LuodiProcess batch =
        LuodiProcess.run(
            "batch",
            table("parcels.csv", TABLE).toString(),
            "--out",
            folder.resolve("answers.csv").toString(),
            "--engine",
            "spark");

    assertThat(batch.exitCode()).isEqualTo(2);
    assertThat(batch.err()).contains("'spark' is not built").contains("--engine local");
    assertThat(folder.resolve("answers.csv")).doesNotExist();
  }

  @Test
  void a_file_that_is_not_there_is_not_found_and_one_of_another_kind_is_refused() throws Exception {
    LuodiProcess absent = run(folder.resolve("absent.csv"), folder.resolve("answers.csv"));
    LuodiProcess sheet = run(table("parcels.xlsx", "PK"), folder.resolve("answers.csv"));
    LuodiProcess header =
        run(table("parcels.csv", "industry,color\n3011,red\n"), folder.resolve("a.csv"));

    assertThat(absent.exitCode()).isEqualTo(3);
    assertThat(sheet.exitCode()).isEqualTo(2);
    assertThat(header.exitCode()).isEqualTo(2);
    assertThat(header.err()).contains("no column 'color'");
  }

  private Path table(String name, String text) throws Exception {
    return Files.writeString(folder.resolve(name), text);
  }

  private static LuodiProcess run(Path table, Path answers) {
    return LuodiProcess.run(
        "batch", table.toString(), "--out", answers.toString(), "--data", ground.toString());
  }
}
