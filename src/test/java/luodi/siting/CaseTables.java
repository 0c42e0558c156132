package luodi.siting;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import luodi.ground.Interval;
import luodi.industry.CodeSet;
import luodi.rule.Lists;
import luodi.rule.Regions;
import luodi.rule.Rulebook;

/** Dated lists and region sets that a case supposes, beside those of the rulebook. */
final class CaseTables {
  private static final Set<String> ROW = Set.of("codes", "from", "to");

  /** By the tables that are supposed: many cases of a file suppose the same. */
  private static final Map<String, Rulebook> SUPPOSED = new ConcurrentHashMap<>();

  private CaseTables() {}

  /**
   * The rulebook with the case's {@code lists} and {@code regions}; the same one when it has none.
   */
  static Rulebook added(Rulebook law, JsonNode node) {
    return node.has("lists") || node.has("regions")
        ? SUPPOSED.computeIfAbsent(
            node.path("lists").toString() + node.path("regions"), tables -> with(law, node))
        : law;
  }

  private static Rulebook with(Rulebook law, JsonNode node) {
    List<Lists.DatedList> lists = new ArrayList<>();
    node.path("lists")
        .properties()
        .forEach(entry -> lists.add(list(entry.getKey(), entry.getValue())));
    List<Regions.Table> regions = new ArrayList<>();
    node.path("regions")
        .properties()
        .forEach(entry -> regions.add(region(entry.getKey(), entry.getValue())));
    return law.with(lists, regions);
  }

  /** Rows in an array, or {@code complete} and {@code rows}. */
  private static Lists.DatedList list(String name, JsonNode node) {
    List<Lists.Row> read = new ArrayList<>();
    for (JsonNode row : node.isObject() ? node.path("rows") : node) {
      TreeMap<String, String> fields = new TreeMap<>();
      row.properties()
          .forEach(
              entry -> {
                if (!ROW.contains(entry.getKey())) {
                  fields.put(entry.getKey(), entry.getValue().asText());
                }
              });
      read.add(new Lists.Row(CodeSet.parse(row.path("codes").asText()), fields, interval(row)));
    }
    return new Lists.DatedList(name, node.path("complete").asBoolean(false), read);
  }

  /** A set that is complete: {@code ["630000", {"adcode": "630100", "from": "2026-01-01"}]}. */
  private static Regions.Table region(String name, JsonNode rows) {
    List<Regions.Row> read = new ArrayList<>();
    for (JsonNode row : rows) {
      String adcode = row.isObject() ? row.path("adcode").asText() : row.asText();
      TreeMap<String, String> attributes = new TreeMap<>();
      row.properties()
          .forEach(
              entry -> {
                if (!Set.of("adcode", "from", "to").contains(entry.getKey())) {
                  attributes.put(entry.getKey(), entry.getValue().asText());
                }
              });
      read.add(new Regions.Row(adcode, adcode, attributes, interval(row), "a case", "supposed"));
    }
    return new Regions.Table(name, true, read);
  }

  private static Interval interval(JsonNode row) {
    return Interval.parse(row.path("from").asText(null), row.path("to").asText(null));
  }
}
