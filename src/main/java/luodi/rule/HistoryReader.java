package luodi.rule;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import luodi.fault.FaultException;
import luodi.rule.Tokens.IllegalExpression;

/**
 * Reads how rules stood before: {@code history.json} lists, by rule, days on which it read
 * otherwise, and days on which a forerunner bound whose text the book does not carry.
 */
final class HistoryReader {
  private final LinedJson file;
  private final Catalogue catalogue;
  private final Mistakes mistakes;

  private HistoryReader(LinedJson file, Catalogue catalogue, Mistakes mistakes) {
    this.file = file;
    this.catalogue = catalogue;
    this.mistakes = mistakes;
  }

  /** The rules with their history; a mistake is told with its line. */
  static List<Rule> added(
      List<Rule> rules, LinedJson file, Catalogue catalogue, Mistakes mistakes) {
    HistoryReader reader = new HistoryReader(file, catalogue, mistakes);
    Map<String, List<Rule.Before>> history = new TreeMap<>();
    file.root()
        .properties()
        .forEach(entry -> history.put(entry.getKey(), reader.of(entry.getKey(), entry.getValue())));
    List<Rule> all = new ArrayList<>();
    for (Rule rule : rules) {
      List<Rule.Before> before = history.remove(rule.id());
      all.add(before == null ? rule : rule.with(before));
    }
    history.keySet().forEach(id -> mistakes.add(file, "/" + id, "'" + id + "' is no rule"));
    return all;
  }

  private List<Rule.Before> of(String id, JsonNode nodes) {
    List<Rule.Before> before = new ArrayList<>();
    for (int i = 0; i < nodes.size(); i++) {
      try {
        before.add(one(nodes.get(i)));
      } catch (IllegalExpression | FaultException | IllegalArgumentException wrong) {
        mistakes.add(file, "/" + id + "/" + i, id + ": " + wrong.getMessage());
      }
    }
    return before;
  }

  private Rule.Before one(JsonNode node) {
    if (!node.hasNonNull("to") || node.path("why").asText("").isEmpty()) {
      throw new IllegalExpression("'to' and 'why' are wanted");
    }
    Optional<Rule.Written<Given>> applies =
        Optional.ofNullable(node.path("applies_to").asText(null))
            .map(text -> RuleReader.given(catalogue, text, Optional.empty()));
    return new Rule.Before(
        RuleReader.interval(node),
        node.path("unread").asBoolean(false),
        applies,
        Optional.ofNullable(node.path("where").asText(null))
            .map(text -> RuleReader.where(catalogue, text)),
        node.has("branches")
            ? Optional.of(RuleReader.branches(catalogue, node.path("branches"), Optional.empty()))
            : Optional.empty(),
        node.path("why").asText());
  }
}
