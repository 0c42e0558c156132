package luodi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import luodi.web.Answered;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The matrix of moves as a table, against the answers of a server on the same ground. */
class MovesCommandTest {
  private static final String INDUSTRY = "1713";
  private static final String DAY = "2026-11-24";

  @TempDir private static Path ground;
  @TempDir private Path folder;

  @BeforeAll
  static void makeTheGround() {
    LuodiProcess.makeNingxia(ground);
  }

  @Test
  void every_prefecture_of_a_province_is_an_origin_and_its_rows_are_those_of_the_moves_route()
      throws Exception {
    List<CSVRecord> matrix = table("matrix.csv", "--origins-in", "640000");

    TreeSet<String> origins = new TreeSet<>();
    matrix.forEach(row -> origins.add(row.get("from")));
    assertThat(origins).containsExactly("640100", "640200", "640300", "640400", "640500");
    for (String origin : origins) {
      JsonNode route =
          Answered.get("/moves?industry=" + INDUSTRY + "&from=" + origin + "&as_of=" + DAY).json();
      List<String> told = new ArrayList<>();
      for (JsonNode row : route.path("rows")) {
        told.add(
            row.path("adcode").asText()
                + " "
                + row.at("/move/verdict").asText()
                + " "
                + row.path("score").asText("null")
                + " "
                + row.at("/ratio/route").asText());
      }
      assertThat(matrix)
          .filteredOn(row -> row.get("from").equals(origin))
          .extracting(
              row ->
                  row.get("to")
                      + " "
                      + row.get("verdict")
                      + " "
                      + (row.get("score").isEmpty() ? "null" : row.get("score"))
                      + " "
                      + row.get("route"))
          .isEqualTo(told);
    }
    assertThat(matrix).allSatisfy(row -> assertThat(row.get("warnings")).contains("synthetic"));
  }

  @Test
  void one_origin_is_asked_for_by_its_code_and_one_that_is_none_leaves_no_file() throws Exception {
    assertThat(table("one.csv", "--from", "441900"))
        .extracting(row -> row.get("from_name"))
        .containsOnly("广东省东莞市");

    LuodiProcess refused = run(folder.resolve("none.csv"), "--from", "999999");

    assertThat(refused.exitCode()).isEqualTo(2);
    assertThat(refused.err()).contains("999999");
    assertThat(Files.list(folder).map(Path::getFileName).map(Path::toString))
        .containsExactly("one.csv");
  }

  private List<CSVRecord> table(String name, String... more) throws IOException {
    Path file = folder.resolve(name);
    LuodiProcess made = run(file, more);
    assertThat(made.exitCode()).as(made.err()).isZero();
    return CSVFormat.RFC4180
        .builder()
        .setHeader()
        .setSkipHeaderRecord(true)
        .get()
        .parse(Files.newBufferedReader(file, StandardCharsets.UTF_8))
        .getRecords();
  }

  private static LuodiProcess run(Path file, String... more) {
    List<String> command =
        new ArrayList<>(
            List.of("moves", "--industry", INDUSTRY, "--as-of", DAY, "--out", file.toString()));
    command.addAll(List.of("--data", ground.toString()));
    command.addAll(List.of(more));
    return LuodiProcess.run(command.toArray(String[]::new));
  }
}
