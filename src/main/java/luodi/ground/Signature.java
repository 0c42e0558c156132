package luodi.ground;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * The set of letters over a spot: one word of the ground. Immutable and safe for many threads. A
 * fabric holds hundreds of thousands, of which the law looks into few: these alone are indexed.
 */
public final class Signature {
  /** Nothing is known of such ground. */
  public static final Signature NOTHING = of(List.of());

  private final List<Letter> letters;
  private final int hash;
  private volatile Index index;

  private record Index(
      Map<String, List<Letter>> byLayer, Map<String, Set<OptionalDouble>> coverage) {
    static Index of(List<Letter> letters) {
      Index index = new Index(new HashMap<>(), new HashMap<>());
      for (Letter letter : letters) {
        if (letter.kind() == Letter.Kind.COVERAGE) {
          index
              .coverage
              .computeIfAbsent(letter.layer(), layer -> new HashSet<>())
              .add(letter.withinM());
        } else {
          index.byLayer.computeIfAbsent(letter.layer(), layer -> new ArrayList<>()).add(letter);
        }
      }
      return index;
    }
  }

  private Signature(List<Letter> sorted) {
    letters = sorted;
    hash = sorted.hashCode();
  }

  public static Signature of(Collection<Letter> letters) {
    Letter[] sorted = letters.toArray(Letter[]::new);
    Arrays.sort(sorted);
    int count = 0;
    for (Letter letter : sorted) {
      if (count == 0 || !letter.equals(sorted[count - 1])) {
        sorted[count++] = letter;
      }
    }
    return new Signature(List.of(Arrays.copyOf(sorted, count)));
  }

  /** All letters in order. */
  public List<Letter> letters() {
    return letters;
  }

  /** The zones and bands of one layer that lie here. */
  public List<Letter> of(String layer) {
    return index().byLayer.getOrDefault(layer, List.of());
  }

  /**
   * True when the layer is known here.
   *
   * @param withinM how far around it must be known too, metres
   */
  public boolean covers(String layer, OptionalDouble withinM) {
    return index().coverage.getOrDefault(layer, Set.of()).contains(withinM);
  }

  private Index index() {
    Index known = index;
    if (known == null) {
      known = Index.of(letters);
      index = known; // whoever else makes it makes the same
    }
    return known;
  }

  @Override
  public boolean equals(Object other) {
    return this == other
        || other instanceof Signature signature
            && signature.hash == hash
            && signature.letters.equals(letters);
  }

  @Override
  public int hashCode() {
    return hash;
  }

  @Override
  public String toString() {
    return letters.toString();
  }
}
