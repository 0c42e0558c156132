package luodi.rule;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What the rules that may speak of one project want to know of one layer.
 *
 * @param overlap whether a rule asks if a part lies in a zone
 * @param attributes the attributes that tell zones apart, with the values that rules name
 * @param bandsM the distances that rules name, metres
 * @param distanceSetElsewhere whether a rule asks for a distance that an assessment sets
 * @param parts the kinds of part that the rules speak of; {@code any} for every kind
 * @param rules their ids, in the order of the rulebook
 * @param strictest the strictest effect that one of them can have
 * @param inProfile whether the deployment vouches to check the layer
 */
public record Sought(
    String layer,
    boolean overlap,
    SortedMap<String, SortedSet<String>> attributes,
    SortedSet<Double> bandsM,
    boolean distanceSetElsewhere,
    SortedSet<String> parts,
    List<String> rules,
    Effect strictest,
    boolean inProfile) {
  public Sought {
    attributes = Collections.unmodifiableSortedMap(new TreeMap<>(attributes));
    bandsM = Collections.unmodifiableSortedSet(new TreeSet<>(bandsM));
    parts = Collections.unmodifiableSortedSet(new TreeSet<>(parts));
    rules = List.copyOf(rules);
  }

  /** The same, with what one more rule asks of the layer. */
  Sought and(Rule rule, Where atom, LayerRef ref) {
    SortedMap<String, SortedSet<String>> named = new TreeMap<>(attributes);
    for (LayerRef.Condition condition : ref.conditions()) {
      SortedSet<String> values = new TreeSet<>(condition.values());
      values.addAll(named.getOrDefault(condition.attribute(), new TreeSet<>()));
      named.put(condition.attribute(), values);
    }
    SortedSet<Double> bands = new TreeSet<>(bandsM);
    boolean unnumbered = distanceSetElsewhere;
    if (atom instanceof Where.Within within) {
      within.distanceM().ifPresent(bands::add);
      unnumbered |= within.distanceM().isEmpty();
    }
    SortedSet<String> kinds = new TreeSet<>(parts);
    kinds.add(rule.part());
    List<String> all = new java.util.ArrayList<>(rules);
    if (!all.contains(rule.id())) {
      all.add(rule.id());
    }
    return new Sought(
        layer,
        overlap || atom instanceof Where.On,
        named,
        bands,
        unnumbered,
        kinds,
        all,
        Effect.stricter(strictest, rule.strictest()),
        inProfile);
  }

  /** Nothing asked of a layer yet. */
  static Sought nothingOf(String layer, boolean inProfile) {
    return new Sought(
        layer,
        false,
        new TreeMap<>(),
        new TreeSet<>(),
        false,
        new TreeSet<>(),
        List.of(),
        Effect.NONE,
        inProfile);
  }
}
