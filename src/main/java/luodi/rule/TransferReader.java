package luodi.rule;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import luodi.fault.FaultException;
import luodi.rule.Tokens.IllegalExpression;

/** Reads {@code transfers.json}; a row whose words do not stand in its rule is a mistake. */
final class TransferReader {
  private final LinedJson file;
  private final Catalogue words;
  private final Map<String, Rule> rules;
  private final Mistakes mistakes;

  private TransferReader(LinedJson file, Catalogue words, List<Rule> rules, Mistakes mistakes) {
    this.file = file;
    this.words = words;
    this.rules = rules.stream().collect(Collectors.toMap(Rule::id, Function.identity()));
    this.mistakes = mistakes;
  }

  static Transfers read(LinedJson file, Catalogue words, List<Rule> rules, Mistakes mistakes) {
    TransferReader reader = new TransferReader(file, words, rules, mistakes);
    return new Transfers(
        reader.rows("replacement", reader::rate),
        reader.rows("caveats", reader::caveat),
        reader.rows("modes", reader::mode));
  }

  private <T> List<T> rows(String list, BiFunction<Rule, JsonNode, T> read) {
    JsonNode nodes = file.root().path(list);
    List<T> rows = new ArrayList<>();
    for (int i = 0; i < nodes.size(); i++) {
      JsonNode node = nodes.get(i);
      try {
        Rule rule = rules.get(node.path("rule").asText());
        if (rule == null) {
          throw new IllegalExpression("no rule '" + node.path("rule").asText() + "'");
        }
        mustQuote(rule, node.path("quote").asText());
        rows.add(read.apply(rule, node));
      } catch (IllegalExpression | FaultException | IllegalArgumentException wrong) {
        mistakes.add(file, "/" + list + "/" + i, wrong.getMessage());
      }
    }
    return rows;
  }

  private static void mustQuote(Rule rule, String quote) {
    boolean stands =
        !quote.isEmpty()
            && (rule.condition().orElse("").contains(quote)
                || rule.citations().stream().anyMatch(cited -> cited.text().contains(quote)));
    if (!stands) {
      throw new IllegalExpression(
          "'%s' stands in no text of rule '%s'".formatted(quote, rule.id()));
    }
  }

  private Transfers.Rate rate(Rule rule, JsonNode node) {
    return new Transfers.Rate(
        rule.id(),
        node.path("ratio").asDouble(),
        node.path("more").asBoolean(false),
        where(node),
        pair(node),
        node.path("quote").asText());
  }

  private Transfers.Caveat caveat(Rule rule, JsonNode node) {
    return new Transfers.Caveat(rule.id(), where(node), pair(node), node.path("quote").asText());
  }

  private Rule.Written<Where> where(JsonNode node) {
    return RuleReader.where(words, node.path("where").asText());
  }

  private static Transfers.Pair pair(JsonNode node) {
    String pair = node.path("pair").asText("any");
    return Transfers.Pair.valueOf(pair.toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  private Transfers.Mode mode(Rule rule, JsonNode node) {
    return new Transfers.Mode(
        node.path("mode").asText(),
        rule,
        Optional.ofNullable(node.path("needs").asText(null)),
        node.path("quote").asText());
  }
}
