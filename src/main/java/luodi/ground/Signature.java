package luodi.ground;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;

/** The set of letters over a spot: one word of the ground. Immutable. */
public final class Signature {
  private final List<Letter> letters;
  private final Map<String, List<Letter>> byLayer = new HashMap<>();
  private final Map<String, Set<OptionalDouble>> coverage = new HashMap<>(); // by layer

  private Signature(Collection<Letter> sorted) {
    letters = List.copyOf(sorted);
    for (Letter letter : letters) {
      if (letter.kind() == Letter.Kind.COVERAGE) {
        coverage.computeIfAbsent(letter.layer(), layer -> new HashSet<>()).add(letter.withinM());
      } else {
        byLayer.computeIfAbsent(letter.layer(), layer -> new ArrayList<>()).add(letter);
      }
    }
  }

  public static Signature of(Collection<Letter> letters) {
    return new Signature(new TreeSet<>(letters));
  }

  /** All letters in order. */
  public List<Letter> letters() {
    return letters;
  }

  /** The zones and bands of one layer that lie here. */
  public List<Letter> of(String layer) {
    return byLayer.getOrDefault(layer, List.of());
  }

  /**
   * True when the layer is known here.
   *
   * @param withinM how far around it must be known too, metres
   */
  public boolean covers(String layer, OptionalDouble withinM) {
    return coverage.getOrDefault(layer, Set.of()).contains(withinM);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Signature signature && signature.letters.equals(letters);
  }

  @Override
  public int hashCode() {
    return letters.hashCode();
  }

  @Override
  public String toString() {
    return letters.toString();
  }
}
