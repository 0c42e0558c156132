package luodi.ground;

import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.SortedSet;
import java.util.TreeSet;

/** The set of letters over a spot: one word of the ground. Immutable; iterates in order. */
public record Signature(SortedSet<Letter> letters) implements Iterable<Letter> {
  public Signature {
    letters = Collections.unmodifiableSortedSet(new TreeSet<>(letters));
  }

  public static Signature of(Collection<Letter> letters) {
    return new Signature(new TreeSet<>(letters));
  }

  /** This word with one more letter. */
  public Signature and(Letter letter) {
    TreeSet<Letter> more = new TreeSet<>(letters);
    more.add(letter);
    return new Signature(more);
  }

  /** True when the layer is known here (for a band: known within that distance). */
  public boolean covers(Letter coverage) {
    return letters.contains(coverage);
  }

  @Override
  public Iterator<Letter> iterator() {
    return letters.iterator();
  }
}
