package luodi.rule;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Function;
import luodi.fault.FaultException;
import luodi.ground.Interval;
import luodi.rule.Tokens.IllegalExpression;

/**
 * Reads rules that the schema has seen; each mistake is told with its line, and reading goes on.
 */
final class RuleReader {
  /** Stands for the list of an {@code applies_to} that could not be read. */
  private static final Optional<ListRef> UNREAD = Optional.of(new ListRef("?", new TreeMap<>()));

  private final LinedJson file;
  private final Catalogue catalogue;
  private final Optional<String> pack;
  private final Mistakes mistakes;

  /** A rule and where it stands, as a JSON pointer. */
  record Placed(Rule rule, LinedJson file, String pointer) {}

  private RuleReader(
      LinedJson file, Catalogue catalogue, Optional<String> pack, Mistakes mistakes) {
    this.file = file;
    this.catalogue = catalogue;
    this.pack = pack;
    this.mistakes = mistakes;
  }

  /**
   * Reads an array of rules.
   *
   * @param pointer where the array stands in the file
   * @param pack the pack that they belong to
   */
  static List<Placed> read(
      LinedJson file,
      String pointer,
      Catalogue catalogue,
      Optional<String> pack,
      Mistakes mistakes) {
    RuleReader reader = new RuleReader(file, catalogue, pack, mistakes);
    List<Placed> rules = new ArrayList<>();
    JsonNode nodes = file.root().at(pointer);
    for (int i = 0; i < nodes.size(); i++) {
      String at = pointer + "/" + i;
      reader.check(nodes.get(i), at);
      if (!mistakes.any(file, at)) {
        rules.add(new Placed(reader.rule(nodes.get(i)), file, at));
      }
    }
    return rules;
  }

  /** Mistakes that show only when all rules of a rulebook or of a pack are there. */
  static void checkTogether(List<Placed> rules, Mistakes mistakes) {
    Map<String, Rule> byId = new HashMap<>();
    for (Placed placed : rules) {
      if (byId.put(placed.rule().id(), placed.rule()) != null) {
        mistakes.add(placed.file(), placed.pointer() + "/id", "this id stands twice");
      }
    }
    for (Placed placed : rules) {
      placed
          .rule()
          .exceptionTo()
          .ifPresent(lifted -> checkException(placed, lifted, byId.get(lifted), mistakes));
    }
  }

  /** An exception works only inside its own document. */
  private static void checkException(Placed exception, String id, Rule lifted, Mistakes mistakes) {
    String at = exception.pointer() + "/precedence/exception_to";
    if (lifted == null) {
      mistakes.add(
          exception.file(),
          at,
          "there is no rule '"
              + id
              + "' in the same rulebook or pack; an exception lifts no other");
      return;
    }
    Set<String> documents = new HashSet<>();
    lifted.citations().forEach(citation -> documents.add(citation.document()));
    if (exception.rule().citations().stream()
        .noneMatch(citation -> documents.contains(citation.document()))) {
      mistakes.add(
          exception.file(),
          at,
          "an exception works only inside its own document; '" + id + "' rests on " + documents);
    }
  }

  private void check(JsonNode node, String at) {
    trying(node, at, "applies_to", text -> given(catalogue, text, Optional.empty()));
    trying(node, at, "where", text -> where(catalogue, text));
    Optional<ListRef> matched =
        mistakes.any(file, at + "/applies_to")
            ? UNREAD
            : GivenGrammar.listIn(
                given(catalogue, node.path("applies_to").asText("true"), Optional.empty())
                    .meaning());
    each(
        node,
        at,
        "branches",
        (branch, place) -> trying(branch, place, "when", text -> given(catalogue, text, matched)));
    checkDays(node, at);
    each(node, at, "citations", this::checkDays);
    each(node, at, "suspended", this::checkDays);
  }

  private static void each(
      JsonNode node, String at, String member, BiConsumer<JsonNode, String> of) {
    JsonNode all = node.path(member);
    for (int i = 0; i < all.size(); i++) {
      of.accept(all.get(i), at + "/" + member + "/" + i);
    }
  }

  /** Reads one expression; what the schema found wrong already is not told twice. */
  private void trying(JsonNode node, String at, String member, Function<String, ?> reading) {
    String place = at + "/" + member;
    if (!node.path(member).isTextual() || mistakes.any(file, place)) {
      return;
    }
    try {
      reading.apply(node.path(member).asText());
    } catch (IllegalExpression | FaultException | IllegalArgumentException wrong) {
      mistakes.add(file, place, wrong.getMessage());
    }
  }

  private void checkDays(JsonNode node, String at) {
    if (mistakes.any(file, at + "/from") || mistakes.any(file, at + "/to")) {
      return;
    }
    try {
      Interval days = interval(node);
      if (days.from().isPresent()
          && days.to().isPresent()
          && !days.to().get().isAfter(days.from().get())) {
        mistakes.add(file, at + "/to", "it ends on " + days.to().get() + ", before it begins");
      }
    } catch (DateTimeParseException wrong) {
      mistakes.add(file, at + "/from", "there is no day '" + wrong.getParsedString() + "'");
    }
  }

  private Rule rule(JsonNode node) {
    String id = node.path("id").asText();
    Rule.Written<Given> applies =
        given(catalogue, node.path("applies_to").asText(), Optional.empty());
    JsonNode precedence = node.path("precedence");
    return new Rule(
        id,
        node.path("subject").asText(pack.orElse(id)),
        node.path("title_zh").asText(),
        node.path("title_en").asText(),
        node.path("authority").asText(),
        citations(node.path("citations")),
        interval(node),
        suspensions(node.path("suspended")),
        applies,
        where(catalogue, node.path("where").asText()),
        node.path("part").asText("plot"),
        branches(catalogue, node.path("branches"), GivenGrammar.listIn(applies.meaning())),
        optional(node, "condition"),
        optional(node, "approver"),
        optional(node, "deliverable"),
        node.path("can_be_met").asBoolean(true),
        precedence.path("family").asText(id),
        optional(precedence, "exception_to"),
        node.path("remarks").asText(""),
        node.path("confidence").asText(""),
        List.of(),
        pack,
        optional(node, "tightens"));
  }

  private static List<Citation> citations(JsonNode nodes) {
    List<Citation> citations = new ArrayList<>();
    for (JsonNode node : nodes) {
      citations.add(
          new Citation(
              node.path("document").asText(),
              optional(node, "number"),
              optional(node, "article"),
              node.path("text").asText(),
              node.path("text_kind").asText(),
              interval(node),
              node.path("status").asText(),
              node.path("source").asText()));
    }
    return citations;
  }

  private static List<Rule.Suspension> suspensions(JsonNode nodes) {
    List<Rule.Suspension> pauses = new ArrayList<>();
    nodes.forEach(
        node -> pauses.add(new Rule.Suspension(interval(node), node.path("by").asText())));
    return pauses;
  }

  static List<Rule.Branch> branches(
      Catalogue catalogue, JsonNode nodes, Optional<ListRef> matched) {
    List<Rule.Branch> branches = new ArrayList<>();
    for (JsonNode node : nodes) {
      branches.add(
          new Rule.Branch(
              given(catalogue, node.path("when").asText(), matched),
              Effect.valueOf(node.path("effect").asText().toUpperCase(Locale.ROOT)),
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

  private static Optional<String> optional(JsonNode node, String field) {
    return node.hasNonNull(field) ? Optional.of(node.get(field).asText()) : Optional.empty();
  }
}
