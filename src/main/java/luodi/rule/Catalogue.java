package luodi.rule;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import luodi.industry.CodeRow;
import luodi.industry.CodeSet;
import luodi.industry.Tags;
import luodi.rule.Tokens.IllegalExpression;

/**
 * All words that a rule may use; a word that is not here is a mistake of the rulebook, never an
 * empty match.
 *
 * @param codes of GB/T 4754-2017
 * @param listFields the fields of lists whose rows are known, by list
 */
record Catalogue(
    Vocabulary words,
    FactTable facts,
    Tags tags,
    Makes makes,
    Regions regions,
    Set<String> codes,
    Map<String, Set<String>> listFields) {

  /** The same words and those of a pack. */
  Catalogue with(Map<String, Set<String>> lists, Collection<Regions.Table> sets) {
    Map<String, Set<String>> fields = new TreeMap<>(listFields);
    fields.putAll(lists);
    List<String> names = sets.stream().map(Regions.Table::name).toList();
    return new Catalogue(
        words.with(lists.keySet(), names), facts, tags, makes, regions.with(sets), codes, fields);
  }

  /** The same words over other sets of divisions. */
  Catalogue with(Regions others) {
    return new Catalogue(words, facts, tags, makes, others, codes, listFields);
  }

  /** Industries by their codes; one that is not in the classification is a mistake. */
  CodeSet codes(String text) {
    CodeSet read = CodeSet.parse(text);
    if (read.rows().isEmpty()) {
      throw new IllegalExpression("no code came; write 26, 321-323 or 3216[process=electrolytic]");
    }
    for (CodeRow row : read.rows()) {
      for (String code : List.of(row.first(), row.last())) {
        if (!codes.contains(code)) {
          throw new IllegalExpression("there is no industry '" + code + "' in GB/T 4754-2017");
        }
      }
      row.qualifier().ifPresent(one -> mustAllow(one.fact(), Set.of(one.value())));
    }
    return read;
  }

  /** A list of a pack has the fields of its rows and no others. */
  void mustKnowFields(String list, Set<String> fields) {
    Set<String> known = listFields.get(list);
    for (String field : fields) {
      if (known != null && !known.contains(field)) {
        throw new IllegalExpression(
            "rows of list '%s' have no '%s'; they have %s".formatted(list, field, known));
      }
    }
  }

  CodeSet tag(String name) {
    return tags.named(name)
        .orElseThrow(() -> new IllegalExpression("no tag '" + name + "' in tags.csv"))
        .codes();
  }

  void mustKnowList(String name) {
    if (!words.lists().contains(name)) {
      throw new IllegalExpression("no list '" + name + "'; there are " + words.lists());
    }
  }

  void mustKnowFact(String key) {
    if (facts.named(key).isEmpty()) {
      throw new IllegalExpression("no fact '" + key + "' in facts.csv");
    }
  }

  void mustAllow(String fact, Set<String> values) {
    FactTable.Entry entry =
        facts.named(fact).orElseThrow(() -> new IllegalExpression("no fact '" + fact + "'"));
    for (String value : values) {
      if (!entry.choices().isEmpty() && !entry.choices().contains(value)) {
        throw new IllegalExpression(
            "fact '" + fact + "' is never '" + value + "'; it is one of " + entry.choices());
      }
    }
  }

  /** Only what is true or false can stand alone. */
  void mustBeClaim(String fact) {
    FactTable.Type type = facts.named(fact).map(FactTable.Entry::type).orElse(null);
    if (type != FactTable.Type.BOOLEAN) {
      throw new IllegalExpression(
          "fact '" + fact + "' is neither true nor false; compare it: " + fact + " in (…)");
    }
  }

  boolean isMeasured(String fact) {
    return facts
        .named(fact)
        .map(entry -> entry.type() == FactTable.Type.NUMBER || entry.type() == FactTable.Type.DATE)
        .orElse(false);
  }

  boolean isRegionList(String layer) {
    return words.layer(layer).map(Vocabulary.LayerWords::regionList).orElse(false);
  }

  void mustKnow(LayerRef reference) {
    Vocabulary.LayerWords layer =
        words
            .layer(reference.layer())
            .orElseThrow(() -> new IllegalExpression("no layer '" + reference.layer() + "'"));
    for (LayerRef.Condition condition : reference.conditions()) {
      if (!layer.attributes().containsKey(condition.attribute())) {
        throw new IllegalExpression(
            "layer '%s' has no attribute '%s'; it has %s"
                .formatted(reference.layer(), condition.attribute(), layer.attributes().keySet()));
      }
      condition.values().forEach(value -> mustAllow(layer, condition.attribute(), value));
    }
  }

  private static void mustAllow(Vocabulary.LayerWords layer, String attribute, String value) {
    Vocabulary.AttributeWords allowed = layer.attributes().get(attribute);
    if (!allowed.open() && !allowed.values().containsKey(value)) {
      throw new IllegalExpression(
          "attribute '%s' of layer '%s' is never '%s'; it is one of %s"
              .formatted(attribute, layer.id(), value, allowed.values().keySet()));
    }
  }
}
