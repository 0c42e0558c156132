package luodi.rule;

import java.util.Set;
import luodi.industry.CodeSet;
import luodi.industry.Tags;
import luodi.rule.Tokens.IllegalExpression;

/**
 * All words that a rule may use; a word that is not here is a mistake of the rulebook, never an
 * empty match.
 */
record Catalogue(Vocabulary words, FactTable facts, Tags tags, Regions regions) {
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
