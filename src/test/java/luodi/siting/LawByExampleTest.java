package luodi.siting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import luodi.rule.Rule;
import luodi.rule.Verdict;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The law, case by case: each file under {@code cases} holds cases that a lawyer can dispute. */
class LawByExampleTest {
  @TestFactory
  Stream<DynamicTest> the_law_says_of_each_case_what_the_case_file_says() throws IOException {
    return CaseFile.all().stream()
        .flatMap(file -> file.cases().stream())
        .map(example -> dynamicTest(example.name(), () -> check(example)));
  }

  @Test
  void every_rule_has_a_case_for_yes_no_border_and_missing_or_says_why_not() throws IOException {
    List<String> gaps = new ArrayList<>();
    List<CaseFile> files = CaseFile.all();
    for (Rule rule : LawCase.law().rules()) {
      Set<String> kinds = new TreeSet<>(CaseFile.KINDS);
      files.stream()
          .filter(file -> file.rule().equals(java.util.Optional.of(rule.id())))
          .forEach(
              file -> {
                file.cases().forEach(example -> kinds.remove(example.kind()));
                kinds.removeAll(file.none().keySet());
              });
      kinds.forEach(kind -> gaps.add(rule.id() + ": " + kind));
    }

    assertThat(gaps).as("rules without a case of the kind").isEmpty();
  }

  @Test
  void every_case_file_names_its_rule_as_the_rulebook_does() throws IOException {
    for (CaseFile file : CaseFile.all()) {
      assertThat(file.unknownMembers()).as("members of " + file.path()).isEmpty();
      if (file.rule().isPresent()) {
        Rule rule = LawCase.law().rule(file.rule().get()).orElseThrow();
        assertThat(file.title()).as("title in " + file.path()).isEqualTo(rule.titleZh());
        assertThat(file.path())
            .as("where the cases of the rule lie")
            .endsWithRaw(java.nio.file.Path.of(rule.subject(), rule.id() + ".json"));
        assertThat(CaseFile.KINDS).as("none in " + file.path()).containsAll(file.none().keySet());
      }
      for (LawCase example : file.cases()) {
        assertThat(example.unknownMembers()).as("members of " + example.name()).isEmpty();
        assertThat(example.kind()).as("kind of a case in " + file.path()).isNotEqualTo("?");
      }
    }
  }

  @Test
  void each_verdict_is_shown_on_ten_industries_and_ten_places() throws IOException {
    for (Verdict verdict : Verdict.values()) {
      List<JsonNode> shown =
          CaseFile.all().stream()
              .filter(file -> file.path().getParent().endsWith("verdicts"))
              .flatMap(file -> file.cases().stream())
              .map(LawCase::node)
              .filter(node -> node.path("verdict").asText().equals(verdict.name()))
              .toList();

      assertThat(shown.stream().map(node -> node.path("industry").asText()).distinct())
          .as("industries that are " + verdict)
          .hasSizeGreaterThanOrEqualTo(10);
      assertThat(shown.stream().map(node -> node.path("county").asText()).distinct())
          .as("places that are " + verdict)
          .hasSizeGreaterThanOrEqualTo(10);
    }
  }

  private static void check(LawCase example) {
    JsonNode node = example.node();
    Screening answer = example.screened();
    checkOutcomes(example, answer);
    checkText(node, "verdict", answer.decision().verdict().name());
    checkText(node, "place_verdict", answer.decision().placeVerdict().name());
    checkText(node, "best_case", answer.decision().bestCase().name());
    checkText(node, "worst_case", answer.decision().worstCase().name());
    checkText(node, "basis_unverified", String.valueOf(answer.decision().basisUnverified()));
    example.rule().ifPresent(rule -> checkReason(node, rule, answer));
    node.path("cites")
        .properties()
        .forEach(entry -> checkCited(entry.getValue(), entry.getKey(), answer));
    checkWords(node, "outside_profile", answer.coverage().outsideProfile());
    checkWords(node, "preconditions", answer.preconditions());
    if (node.has("warns")) {
      assertThat(answer.warnings()).anyMatch(said -> said.contains(node.get("warns").asText()));
    }
    checkQuestions(node, answer.questions());
  }

  /** {@code expect} is the outcome of the file's rule, or the outcomes of several by their ids. */
  private static void checkOutcomes(LawCase example, Screening answer) {
    JsonNode expected = example.node().path("expect");
    if (expected.isTextual()) {
      String rule = example.rule().orElseThrow();
      assertThat(example.outcome(answer, rule)).as(rule).isEqualTo(expected.asText());
    }
    expected
        .properties()
        .forEach(
            entry ->
                assertThat(example.outcome(answer, entry.getKey()))
                    .as(entry.getKey())
                    .isEqualTo(entry.getValue().asText()));
    assertThat(Stream.of("expect", "verdict", "place_verdict", "asks"))
        .as("what the case expects")
        .anyMatch(example.node()::has);
  }

  private static void checkReason(JsonNode node, String rule, Screening answer) {
    if (node.path("cites").isTextual() || node.path("cites").isArray()) {
      checkCited(node.path("cites"), rule, answer);
    }
    if (node.has("needs")) {
      assertThat(reason(answer, rule).missingFacts())
          .as("needs")
          .containsExactlyInAnyOrderElementsOf(words(node.path("needs")));
    }
    if (node.has("lacks")) {
      assertThat(reason(answer, rule).missingData())
          .as("lacks")
          .containsExactlyInAnyOrderElementsOf(words(node.path("lacks")));
    }
  }

  /** Text is the article that leads; an array is all articles of the day, the leading one first. */
  private static void checkCited(JsonNode wanted, String rule, Screening answer) {
    List<String> cited =
        reason(answer, rule).citations().stream().map(LawByExampleTest::article).toList();
    if (wanted.isArray()) {
      assertThat(cited).as("citations of " + rule).containsExactlyElementsOf(words(wanted));
    } else {
      assertThat(cited.get(0)).as("leading citation of " + rule).isEqualTo(wanted.asText());
    }
  }

  private static String article(Screening.Cited cited) {
    return cited.document() + cited.article().map(article -> " " + article).orElse("");
  }

  private static Screening.Reason reason(Screening answer, String rule) {
    return answer.reasons().stream()
        .filter(reason -> reason.rule().equals(rule))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no reason from " + rule));
  }

  private static void checkQuestions(JsonNode node, List<Screening.Asked> questions) {
    checkWords(node, "asks", questions.stream().map(Screening.Asked::fact).toList());
    if (node.has("asks_at_most")) {
      assertThat(questions)
          .extracting(Screening.Asked::fact)
          .hasSizeLessThanOrEqualTo(node.get("asks_at_most").asInt());
    }
    node.path("answers")
        .properties()
        .forEach(
            entry ->
                assertThat(verdicts(questions, entry.getKey()))
                    .as("verdicts by answer to " + entry.getKey())
                    .containsAllEntriesOf(
                        entry.getValue().properties().stream()
                            .collect(
                                Collectors.toMap(
                                    java.util.Map.Entry::getKey,
                                    choice -> choice.getValue().asText()))));
  }

  private static java.util.Map<String, String> verdicts(
      List<Screening.Asked> questions, String fact) {
    return questions.stream()
        .filter(question -> question.fact().equals(fact))
        .flatMap(question -> question.verdicts().entrySet().stream())
        .collect(Collectors.toMap(java.util.Map.Entry::getKey, answer -> answer.getValue().name()));
  }

  private static void checkText(JsonNode node, String member, String actual) {
    if (node.has(member)) {
      assertThat(actual).as(member).isEqualTo(node.get(member).asText());
    }
  }

  private static void checkWords(JsonNode node, String member, List<String> actual) {
    if (node.has(member)) {
      assertThat(actual).as(member).containsAll(words(node.get(member)));
    }
  }

  private static List<String> words(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asText).toList();
  }
}
