package luodi.rule;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import luodi.fault.FaultException;
import luodi.ground.Interval;
import luodi.rule.Tokens.IllegalExpression;

/** Reads the rules of one file; each mistake becomes a line of the report, and reading goes on. */
final class RuleReader {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final String file;
  private final Catalogue catalogue;
  private final List<String> mistakes;
  private int line;

  private RuleReader(String file, Catalogue catalogue, List<String> mistakes) {
    this.file = file;
    this.catalogue = catalogue;
    this.mistakes = mistakes;
  }

  static List<Rule> read(String file, byte[] bytes, Catalogue catalogue, List<String> mistakes) {
    RuleReader reader = new RuleReader(file, catalogue, mistakes);
    List<Rule> rules = new ArrayList<>();
    try (JsonParser parser = JSON.createParser(bytes)) {
      parser.nextToken();
      while (parser.nextToken() == JsonToken.START_OBJECT) {
        reader.line = parser.currentTokenLocation().getLineNr();
        reader.rule(JSON.readTree(parser)).ifPresent(rules::add);
      }
    } catch (IOException broken) {
      mistakes.add(file + ": not JSON: " + broken.getMessage());
    }
    return rules;
  }

  /** Mistakes that show only when all rules are there. */
  static void checkTogether(List<Rule> rules, List<String> mistakes) {
    Set<String> ids = new HashSet<>();
    for (Rule rule : rules) {
      if (!ids.add(rule.id())) {
        mistakes.add("rule '" + rule.id() + "' stands twice");
      }
    }
    for (Rule rule : rules) {
      rule.exceptionTo()
          .filter(other -> !ids.contains(other))
          .ifPresent(
              other ->
                  mistakes.add(rule.id() + ": exception to '" + other + "', which is no rule"));
    }
  }

  private Optional<Rule> rule(JsonNode node) {
    String id = node.path("id").asText("?");
    try {
      check(node);
      Rule.Written<Given> applies =
          given(catalogue, node.path("applies_to").asText(), Optional.empty());
      Optional<ListRef> matched = GivenGrammar.listIn(applies.meaning());
      return Optional.of(
          new Rule(
              id,
              text(node, "subject"),
              text(node, "title_zh"),
              text(node, "title_en"),
              text(node, "authority"),
              citations(node.path("citations")),
              interval(node),
              suspensions(node.path("suspended")),
              applies,
              where(catalogue, node.path("where").asText()),
              text(node, "part"),
              branches(catalogue, node.path("branches"), matched),
              optional(node, "condition"),
              optional(node, "approver"),
              optional(node, "deliverable"),
              node.path("can_be_met").asBoolean(true),
              node.path("precedence").path("family").asText(id),
              optional(node.path("precedence"), "exception_to"),
              node.path("remarks").asText(""),
              node.path("confidence").asText(""),
              List.of()));
    } catch (IllegalExpression
        | FaultException
        | DateTimeParseException
        | IllegalArgumentException wrong) {
      mistakes.add("%s:%d: %s: %s".formatted(file, line, id, wrong.getMessage()));
      return Optional.empty();
    }
  }

  private static void check(JsonNode node) {
    if (node.path("citations").isEmpty()) {
      throw new IllegalExpression("a rule without a citation does not load");
    }
    if (node.path("branches").isEmpty()) {
      throw new IllegalExpression("a rule without a branch does nothing");
    }
  }

  private List<Citation> citations(JsonNode nodes) {
    List<Citation> citations = new ArrayList<>();
    for (JsonNode node : nodes) {
      String kind = text(node, "text_kind");
      if (!Set.of("verbatim", "summary", "recalled").contains(kind)) {
        throw new IllegalExpression(
            "text_kind is verbatim, summary or recalled, not '" + kind + "'");
      }
      citations.add(
          new Citation(
              text(node, "document"),
              optional(node, "number"),
              optional(node, "article"),
              text(node, "text"),
              kind,
              interval(node),
              text(node, "status"),
              text(node, "source")));
    }
    return citations;
  }

  private static List<Rule.Suspension> suspensions(JsonNode nodes) {
    List<Rule.Suspension> pauses = new ArrayList<>();
    nodes.forEach(node -> pauses.add(new Rule.Suspension(interval(node), text(node, "by"))));
    return pauses;
  }

  static List<Rule.Branch> branches(
      Catalogue catalogue, JsonNode nodes, Optional<ListRef> matched) {
    List<Rule.Branch> branches = new ArrayList<>();
    for (JsonNode node : nodes) {
      branches.add(
          new Rule.Branch(
              given(catalogue, node.path("when").asText(), matched),
              Effect.valueOf(text(node, "effect").toUpperCase(Locale.ROOT)),
              node.hasNonNull("weight")
                  ? OptionalDouble.of(node.get("weight").asDouble())
                  : OptionalDouble.empty()));
    }
    return branches;
  }

  static Rule.Written<Given> given(Catalogue catalogue, String text, Optional<ListRef> matched) {
    return new Rule.Written<>(text, GivenGrammar.parse(catalogue, text, matched));
  }

  static Rule.Written<Where> where(Catalogue catalogue, String text) {
    return new Rule.Written<>(text, WhereGrammar.parse(catalogue, text));
  }

  static Interval interval(JsonNode node) {
    return Interval.parse(node.path("from").asText(null), node.path("to").asText(null));
  }

  private static String text(JsonNode node, String field) {
    String text = node.path(field).asText("");
    if (text.isEmpty()) {
      throw new IllegalExpression("'" + field + "' is missing");
    }
    return text;
  }

  private static Optional<String> optional(JsonNode node, String field) {
    return node.hasNonNull(field) ? Optional.of(node.get(field).asText()) : Optional.empty();
  }
}
