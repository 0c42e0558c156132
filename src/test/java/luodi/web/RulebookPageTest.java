package luodi.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import luodi.cli.LuodiProcess;
import luodi.rule.Packs;
import luodi.rule.Rulebook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What docs/rulebook.md tells a lawyer is true: its pack, its command, its cases. */
class RulebookPageTest {
  private static final Pattern CASE =
      Pattern.compile(
          "\\| (\\d{4}) \\| (?:`process=([a-z-]+)`)? *\\| `residential` at (\\d+) m \\| ([A-Z_]+) \\|");

  private final String page = Files.readString(Path.of("docs/rulebook.md"));

  @TempDir private Path folder;

  RulebookPageTest() throws IOException {}

  @Test
  void the_pack_of_the_page_has_no_mistakes() throws IOException {
    assertThat(page).contains("$ bin/luodi rulebook check yinchuan-example.json");
    Path file = Files.writeString(folder.resolve("yinchuan-example.json"), pack());

    LuodiProcess check = LuodiProcess.run("rulebook", "check", file.toString());

    assertThat(check.exitCode()).as(check.out() + check.err()).isZero();
  }

  @Test
  void the_rule_of_the_page_answers_as_the_page_says() {
    Packs.Read read =
        Packs.over(
            Rulebook.load(),
            List.of(new Packs.File("the page", pack().getBytes(StandardCharsets.UTF_8))));
    assertThat(read.mistakes()).isEmpty();
    List<String> told = new ArrayList<>();
    List<String> answered = new ArrayList<>();
    try (LuodiServer server = LuodiServer.start("127.0.0.1", 0)) {
      server.open(ServedGround.desk(ServedGround.atlas(), read.rulebook()));
      Matcher row = CASE.matcher(page);
      while (row.find()) {
        told.add(row.group());
        answered.add(
            row.group(4).equals(outcome(server, row)) ? row.group() : "not so: " + row.group());
      }
    }

    assertThat(told).hasSize(4);
    assertThat(answered).isEqualTo(told);
  }

  private String pack() {
    int begin = page.indexOf("```json\n") + "```json\n".length();
    return page.substring(begin, page.indexOf("```", begin));
  }

  private static String outcome(LuodiServer server, Matcher row) {
    String facts = row.group(2) == null ? "{}" : "{\"process\":\"" + row.group(2) + "\"}";
    String body =
        """
        {"industry":"%s","facts":%s,"adcode":"640104","as_of":"2026-11-24",
         "declared":[{"layer":"residential","relation":"distance","distance_m":%s},
                     {"layer":"*","relation":"none"}]}"""
            .formatted(row.group(1), facts, row.group(3));
    URI address = URI.create("http://127.0.0.1:" + server.port() + "/screenings");
    JsonNode answer =
        Answered.send("POST", address, body, "Content-Type", "application/json").json();
    for (JsonNode reason : answer.path("reasons")) {
      if (reason.path("rule").asText().equals("yinchuan-example-plating")) {
        return reason.path("outcome").asText();
      }
    }
    return "NOT_APPLICABLE";
  }
}
