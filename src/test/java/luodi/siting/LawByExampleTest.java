package luodi.siting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The law, case by case: each file under {@code cases} holds cases that a lawyer can read. */
class LawByExampleTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TestFactory
  Stream<DynamicTest> the_law_says_of_each_case_what_the_case_file_says() throws IOException {
    List<Path> files;
    try (Stream<Path> found = Files.walk(Path.of("src/test/resources/cases"))) {
      files = found.filter(file -> file.toString().endsWith(".json")).sorted().toList();
    }
    assertThat(files).isNotEmpty();
    return files.stream().flatMap(LawByExampleTest::casesIn);
  }

  private static Stream<DynamicTest> casesIn(Path file) {
    try {
      JsonNode root = JSON.readTree(file.toFile());
      Stream.Builder<DynamicTest> tests = Stream.builder();
      (root.isArray() ? root : JSON.createArrayNode().add(root))
          .forEach(
              node ->
                  tests.add(
                      dynamicTest(
                          file.getFileName() + ": " + node.path("case").asText(),
                          () -> check(node))));
      return tests.build();
    } catch (IOException broken) {
      throw new IllegalStateException(file + " is not JSON", broken);
    }
  }

  private static void check(JsonNode node) {
    JsonNode expected = node.path("expect");
    assertThat(expected.size()).as("what the case expects").isPositive();
    Screening answer = new CaseFile(node).screened();
    expected
        .path("outcome")
        .properties()
        .forEach(
            entry ->
                assertThat(outcome(answer, entry.getKey()))
                    .as("outcome of " + entry.getKey())
                    .isEqualTo(entry.getValue().asText()));
    expectText(expected, "verdict", answer.decision().verdict().name());
    expectText(expected, "place_verdict", answer.decision().placeVerdict().name());
    expectText(expected, "best_case", answer.decision().bestCase().name());
    expectText(expected, "worst_case", answer.decision().worstCase().name());
    expected
        .path("citation")
        .properties()
        .forEach(entry -> checkCitation(answer, entry.getKey(), entry.getValue()));
    expected
        .path("questions")
        .forEach(
            fact ->
                assertThat(answer.questions())
                    .extracting(Screening.Asked::fact)
                    .contains(fact.asText()));
    if (expected.has("most_questions")) {
      assertThat(answer.questions())
          .hasSizeLessThanOrEqualTo(expected.get("most_questions").asInt());
    }
  }

  private static void expectText(JsonNode expected, String member, String actual) {
    if (expected.has(member)) {
      assertThat(actual).as(member).isEqualTo(expected.get(member).asText());
    }
  }

  /**
   * The outcome of a rule; {@code NO_REASON} when it does not apply, or speaks of what lies outside
   * the profile.
   */
  private static String outcome(Screening answer, String rule) {
    return answer.reasons().stream()
        .filter(reason -> reason.rule().equals(rule))
        .map(reason -> reason.outcome().name())
        .findFirst()
        .orElse("NO_REASON");
  }

  private static void checkCitation(Screening answer, String rule, JsonNode wanted) {
    Screening.Cited cited =
        answer.reasons().stream()
            .filter(reason -> reason.rule().equals(rule))
            .map(Screening.Reason::citation)
            .findFirst()
            .orElseThrow(() -> new AssertionError("no reason from " + rule));
    expectText(wanted, "document", cited.document());
    expectText(wanted, "article", cited.article().orElse(""));
    expectText(wanted, "status", cited.status());
    expectText(wanted, "text_kind", cited.textKind());
  }
}
