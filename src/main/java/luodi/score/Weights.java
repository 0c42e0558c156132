package luodi.score;

import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import luodi.fault.Fault;

/**
 * What somebody thinks that the criteria weigh; 1 where nothing was said.
 *
 * @param asked by criterion, and {@code prefer} for each preference of the request
 */
public record Weights(SortedMap<String, Double> asked) {
  /** Of all preferences of a request, each as much. */
  public static final String PREFER = "prefer";

  private static final double MOST = 1000;
  private static final Set<String> IDS =
      Arrays.stream(Criterion.values()).map(Criterion::id).collect(Collectors.toSet());

  /** All criteria weigh the same. */
  public static final Weights EVEN = new Weights(new TreeMap<>());

  /**
   * Throws {@code UNKNOWN_PARAMETER} for a criterion that there is not, {@code BAD_PARAMETER} for a
   * weight that is none.
   */
  public Weights {
    asked = Collections.unmodifiableSortedMap(new TreeMap<>(asked));
    asked.forEach(Weights::check);
    boolean nothing =
        asked.getOrDefault(PREFER, 0.0) == 0
            && asked.keySet().containsAll(IDS)
            && asked.values().stream().allMatch(weight -> weight == 0);
    if (nothing) {
      throw Fault.BAD_PARAMETER
          .because("All weights are 0; let at least one criterion weigh something.")
          .at("/weights");
    }
  }

  /** Weights by criterion. */
  public static Weights of(Map<String, Double> asked) {
    return new Weights(new TreeMap<>(asked));
  }

  private static void check(String criterion, double weight) {
    if (!criterion.equals(PREFER) && Criterion.named(criterion).isEmpty()) {
      throw Fault.UNKNOWN_PARAMETER
          .because(
              "There is no criterion '%s' to weigh; there are %s and %s.",
              criterion, Criterion.ids(), PREFER)
          .at("/weights/" + criterion);
    }
    if (!(weight >= 0 && weight <= MOST)) {
      throw Fault.BAD_PARAMETER
          .because(
              "A weight is a number from 0 to %.0f; %s came for '%s'.", MOST, weight, criterion)
          .at("/weights/" + criterion);
    }
  }

  /** What a factor weighs. */
  double of(String factor) {
    String criterion = factor.startsWith(PREFER + ".") ? PREFER : factor;
    return asked.getOrDefault(criterion, 1.0);
  }

  /** Whose weights these are. */
  Sentence told() {
    if (asked.isEmpty()) {
      return new Sentence(
          "权重是意见，不是法律；此处各项均为 1（默认）", "Weights are opinion, not law; here each is 1, our default.");
    }
    String list =
        asked.entrySet().stream()
            .map(entry -> entry.getKey() + " " + entry.getValue())
            .collect(Collectors.joining(", "));
    return new Sentence(
        "权重是提问者的意见，不是法律：" + list + "；其余为 1",
        "Weights are the asker's opinion, not law: " + list + "; the others 1.");
  }
}
