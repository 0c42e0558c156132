package luodi.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import luodi.ground.Interval;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The rulebook that we load says what its source says: {@code golden/rulebook.json} is the book as
 * the lawyers gave it, and no field of it is lost or changed on the way. What is added beside it
 * stands in {@code history.json}; {@code docs/decisions/010-what-is-added-to-the-rulebook.md} says
 * why.
 */
class RulebookSourceTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Rulebook LAW = Rulebook.load();

  @Test
  void the_files_by_subject_are_the_source_to_the_letter() throws IOException {
    List<JsonNode> ours = new ArrayList<>();
    for (JsonNode file : JSON.readTree(resource("/rulebook/rulebook.json")).path("rules")) {
      JSON.readTree(resource("/rulebook/rules/" + file.asText())).forEach(ours::add);
    }

    assertThat(ours).containsExactlyElementsOf(source());
  }

  @TestFactory
  Stream<DynamicTest> each_rule_is_loaded_field_by_field_as_its_source_says() throws IOException {
    List<JsonNode> source = source();
    assertThat(LAW.rules())
        .extracting(Rule::id)
        .containsExactlyElementsOf(source.stream().map(node -> text(node, "id")).toList());
    return source.stream()
        .map(
            node ->
                dynamicTest(
                    text(node, "id"),
                    () -> compare(LAW.rule(text(node, "id")).orElseThrow(), node)));
  }

  private static void compare(Rule rule, JsonNode node) {
    assertThat(rule.subject()).isEqualTo(text(node, "subject"));
    assertThat(rule.titleZh()).isEqualTo(text(node, "title_zh"));
    assertThat(rule.titleEn()).isEqualTo(text(node, "title_en"));
    assertThat(rule.authority()).isEqualTo(text(node, "authority"));
    assertThat(rule.inForce()).isEqualTo(interval(node));
    assertThat(rule.appliesTo().text()).isEqualTo(text(node, "applies_to"));
    assertThat(rule.where().text()).isEqualTo(text(node, "where"));
    assertThat(rule.part()).isEqualTo(text(node, "part"));
    assertThat(rule.condition()).isEqualTo(optional(node, "condition"));
    assertThat(rule.approver()).isEqualTo(optional(node, "approver"));
    assertThat(rule.deliverable()).isEqualTo(optional(node, "deliverable"));
    assertThat(rule.canBeMet()).isEqualTo(node.path("can_be_met").asBoolean());
    assertThat(rule.family()).isEqualTo(text(node.path("precedence"), "family"));
    assertThat(rule.exceptionTo()).isEqualTo(optional(node.path("precedence"), "exception_to"));
    assertThat(rule.remarks()).isEqualTo(node.path("remarks").asText(""));
    assertThat(rule.confidence()).isEqualTo(text(node, "confidence"));
    compareCitations(rule.citations(), node.path("citations"));
    compareBranches(rule.branches(), node.path("branches"));
    assertThat(rule.suspensions())
        .extracting(Rule.Suspension::interval, Rule.Suspension::by)
        .containsExactlyElementsOf(
            each(node.path("suspended"))
                .map(
                    pause ->
                        org.assertj.core.groups.Tuple.tuple(interval(pause), text(pause, "by")))
                .toList());
  }

  private static void compareCitations(List<Citation> citations, JsonNode nodes) {
    assertThat(citations).hasSize(nodes.size());
    for (int i = 0; i < nodes.size(); i++) {
      Citation citation = citations.get(i);
      JsonNode node = nodes.get(i);
      assertThat(citation.document()).isEqualTo(text(node, "document"));
      assertThat(citation.number()).isEqualTo(optional(node, "number"));
      assertThat(citation.article()).isEqualTo(optional(node, "article"));
      assertThat(citation.text()).isEqualTo(text(node, "text"));
      assertThat(citation.textKind()).isEqualTo(text(node, "text_kind"));
      assertThat(citation.interval()).isEqualTo(interval(node));
      assertThat(citation.status()).isEqualTo(text(node, "status"));
      assertThat(citation.source()).isEqualTo(text(node, "source"));
    }
  }

  private static void compareBranches(List<Rule.Branch> branches, JsonNode nodes) {
    assertThat(branches).hasSize(nodes.size());
    for (int i = 0; i < nodes.size(); i++) {
      Rule.Branch branch = branches.get(i);
      JsonNode node = nodes.get(i);
      assertThat(branch.when().text()).isEqualTo(text(node, "when"));
      assertThat(branch.effect().name().toLowerCase(Locale.ROOT)).isEqualTo(text(node, "effect"));
      assertThat(branch.weight().isPresent()).isEqualTo(node.hasNonNull("weight"));
      branch
          .weight()
          .ifPresent(weight -> assertThat(weight).isEqualTo(node.get("weight").asDouble()));
    }
  }

  private static List<JsonNode> source() throws IOException {
    return each(JSON.readTree(resource("/golden/rulebook.json"))).toList();
  }

  private static Stream<JsonNode> each(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }

  private static InputStream resource(String name) {
    return RulebookSourceTest.class.getResourceAsStream(name);
  }

  private static String text(JsonNode node, String field) {
    return node.get(field).asText();
  }

  private static Optional<String> optional(JsonNode node, String field) {
    return node.hasNonNull(field) ? Optional.of(text(node, field)) : Optional.empty();
  }

  private static Interval interval(JsonNode node) {
    return Interval.parse(optional(node, "from").orElse(null), optional(node, "to").orElse(null));
  }
}
