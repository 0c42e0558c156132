package luodi.web;

import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import luodi.ground.Interval;
import luodi.rule.FactTable;
import luodi.rule.Rulebook;
import luodi.rule.Terms;
import luodi.rule.Vocabulary;

/** The vocabulary as the contract writes it; a key that has no title is its own title. */
final class VocabularyShown {
  private final Rulebook rulebook;
  private final Terms terms;

  VocabularyShown(Rulebook rulebook, Terms terms) {
    this.rulebook = rulebook;
    this.terms = terms;
  }

  Map<String, Object> all() {
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("layers", layers());
    shown.put("sets", titled("id", terms.keys("set").toList(), terms::set));
    shown.put("lists", titled("id", rulebook.words().lists(), terms::list));
    shown.put("facts", rulebook.facts().all().stream().map(this::fact).toList());
    shown.put(
        "tags",
        titled("id", rulebook.tags().all().stream().map(tag -> tag.id()).toList(), terms::tag));
    return shown;
  }

  private List<Map<String, Object>> layers() {
    Vocabulary words = rulebook.words();
    return words.layerIds().stream().map(id -> layer(words.layer(id).orElseThrow())).toList();
  }

  private Map<String, Object> layer(Vocabulary.LayerWords layer) {
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("id", layer.id());
    shown.put("title_zh", layer.titleZh());
    shown.put("title_en", layer.titleEn());
    shown.put("region_list", layer.regionList());
    shown.put("never_open", layer.neverOpen());
    shown.put(
        "attributes",
        layer.attributes().entrySet().stream()
            .map(entry -> attribute(layer.id(), entry.getKey(), entry.getValue()))
            .toList());
    return shown;
  }

  private Map<String, Object> attribute(
      String layer, String name, Vocabulary.AttributeWords allowed) {
    Map<String, Object> shown = titled("name", name, terms.attribute(layer, name));
    shown.put("open", allowed.open());
    shown.put(
        "values",
        allowed.values().entrySet().stream()
            .map(entry -> value(layer, name, entry.getKey(), entry.getValue()))
            .toList());
    return shown;
  }

  private Map<String, Object> value(
      String layer, String attribute, String value, Interval interval) {
    Map<String, Object> shown = titled("value", value, terms.value(layer, attribute, value));
    shown.put("from", interval.from().map(LocalDate::toString).orElse(null));
    shown.put("to", interval.to().map(LocalDate::toString).orElse(null));
    return shown;
  }

  private Map<String, Object> fact(FactTable.Entry fact) {
    Map<String, Object> shown = titled("key", fact.key(), terms.fact(fact.key()));
    Stream<String> choices =
        fact.type() == FactTable.Type.BOOLEAN
            ? Stream.of("true", "false")
            : fact.choices().stream();
    shown.put(
        "choices", titled("value", choices.toList(), choice -> terms.choice(fact.key(), choice)));
    return shown;
  }

  private static List<Map<String, Object>> titled(
      String name, Collection<String> keys, Function<String, Optional<Terms.Term>> terms) {
    return keys.stream().map(key -> titled(name, key, terms.apply(key))).toList();
  }

  private static Map<String, Object> titled(String name, String key, Optional<Terms.Term> term) {
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put(name, key);
    shown.put("title_zh", term.map(Terms.Term::zh).orElse(key));
    shown.put("title_en", term.map(Terms.Term::en).orElse(key));
    return shown;
  }
}
