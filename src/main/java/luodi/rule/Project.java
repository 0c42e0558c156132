package luodi.rule;

import java.time.LocalDate;
import java.util.Collections;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A project on a day, as the law reads it.
 *
 * @param industry GB/T 4754-2017 code, 2 to 4 digits
 * @param facts by key, given or presumed; one that is missing is unknown
 * @param origin codes of the divisions it moves from; empty for no move
 */
public record Project(
    String industry, SortedMap<String, Fact> facts, Optional<Set<String>> origin, LocalDate day) {
  /** What the origin is called among the facts that a rule looks at. */
  static final String ORIGIN = "origin";

  static final String PROTECTIVE_DISTANCE = "protective_distance_m";

  /** A value, and whether it was presumed because nobody told it. */
  public record Fact(Value value, boolean presumed) {}

  public Project {
    facts = Collections.unmodifiableSortedMap(new TreeMap<>(facts));
    origin = origin.map(Set::copyOf);
  }

  Optional<Value> value(String key) {
    return Optional.ofNullable(facts.get(key)).map(Fact::value);
  }

  /** The distance that an assessment set for it, metres; empty when none was told. */
  public OptionalDouble protectiveDistanceM() {
    return metres(value(PROTECTIVE_DISTANCE));
  }

  static OptionalDouble metres(Optional<Value> told) {
    return told.filter(Value.Amount.class::isInstance)
        .map(value -> OptionalDouble.of(((Value.Amount) value).plain()))
        .orElse(OptionalDouble.empty());
  }

  /** The same project, were it to move from these divisions. */
  Project movingFrom(Set<String> divisions) {
    return new Project(industry, facts, Optional.of(divisions), day);
  }

  /** The same project with other answers. */
  public Project telling(Map<String, Value> answers) {
    SortedMap<String, Fact> more = new TreeMap<>(facts);
    answers.forEach((key, value) -> more.put(key, new Fact(value, false)));
    return new Project(industry, more, origin, day);
  }

  /** The facts whose values are others in another project; the origin is one. */
  Set<String> differingFrom(Project other) {
    Set<String> differing = new HashSet<>(facts.keySet());
    differing.addAll(other.facts.keySet());
    differing.removeIf(key -> value(key).equals(other.value(key)));
    if (!origin.equals(other.origin)) {
      differing.add(ORIGIN);
    }
    return differing;
  }
}
