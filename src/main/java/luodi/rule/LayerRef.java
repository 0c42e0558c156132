package luodi.rule;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** {@code river-shoreline[rank=main|tributary]}: zones of a layer whose attributes are such. */
public record LayerRef(String layer, List<Condition> conditions) {
  public LayerRef {
    conditions = List.copyOf(conditions);
  }

  /** {@code rank=main|tributary}, {@code from_km>=10}. */
  public record Condition(String attribute, String operator, SortedSet<String> values) {
    private static final String FROM_KM = "from_km";
    private static final String TO_KM = "to_km";

    public Condition {
      values = Collections.unmodifiableSortedSet(new TreeSet<>(values));
    }

    Truth of(String layer, Map<String, String> attributes, Vocabulary words, LocalDate day) {
      String value = attributes.get(attribute);
      if (value == null || !words.valid(layer, attribute, value, day)) {
        return Truth.lacks(layer + "." + attribute);
      }
      if (operator.equals("=")) {
        return Truth.of(values.contains(value));
      }
      int sign = Double.compare(Double.parseDouble(value), Double.parseDouble(values.first()));
      return Truth.of(operator.equals(">=") ? sign >= 0 : sign <= 0);
    }

    private boolean clipsAReach() {
      return attribute.equals(FROM_KM) && operator.equals(">=")
          || attribute.equals(TO_KM) && operator.equals("<=");
    }

    @Override
    public String toString() {
      return attribute + operator + String.join("|", values);
    }
  }

  /** The attributes that must be known to decide. */
  SortedSet<String> attributes() {
    return conditions.stream()
        .map(Condition::attribute)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Whether a zone with these attributes is meant. */
  Truth means(Map<String, String> attributes, Vocabulary words, LocalDate day) {
    Truth all = Truth.YES;
    for (Condition condition : conditions) {
      if (!condition.clipsAReach() && !all.no()) {
        all = all.and(condition.of(layer, attributes, words, day));
      }
    }
    return all.no() ? all : all.and(onTheStretch(attributes));
  }

  /**
   * {@code from_km>=10; to_km<=50} clip a reach: one that lies on the stretch is meant, one off it
   * is not, and of one that reaches over its end nobody can say which part of it lies near.
   */
  private Truth onTheStretch(Map<String, String> attributes) {
    double first = Double.NEGATIVE_INFINITY;
    double last = Double.POSITIVE_INFINITY;
    for (Condition condition : conditions) {
      if (condition.clipsAReach()) {
        double km = Double.parseDouble(condition.values().first());
        first = condition.operator().equals(">=") ? km : first;
        last = condition.operator().equals("<=") ? km : last;
      }
    }
    if (first == Double.NEGATIVE_INFINITY && last == Double.POSITIVE_INFINITY) {
      return Truth.YES;
    }
    String fromKm = attributes.get(Condition.FROM_KM);
    String toKm = attributes.get(Condition.TO_KM);
    if (fromKm == null || toKm == null) {
      return Truth.lacks(layer + "." + (fromKm == null ? Condition.FROM_KM : Condition.TO_KM));
    }
    double from = Double.parseDouble(fromKm);
    double to = Double.parseDouble(toKm);
    return to <= first || from >= last
        ? Truth.NO
        : first <= from && to <= last ? Truth.YES : Truth.lacks(layer + "." + Condition.FROM_KM);
  }

  /** True unless a zone with these attributes is certainly not meant. */
  public boolean mayMean(Map<String, String> attributes, Vocabulary words, LocalDate day) {
    return !means(attributes, words, day).no();
  }

  /** The values that a condition allows for an attribute; empty when it names none. */
  public Set<String> allowed(String attribute) {
    for (Condition condition : conditions) {
      if (condition.attribute().equals(attribute)) {
        return condition.values();
      }
    }
    return Set.of();
  }

  @Override
  public String toString() {
    return conditions.isEmpty()
        ? layer
        : layer
            + conditions.stream()
                .map(Condition::toString)
                .collect(Collectors.joining("; ", "[", "]"));
  }
}
