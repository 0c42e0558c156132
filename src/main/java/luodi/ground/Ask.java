package luodi.ground;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What the law wants to read of one layer: all that the ground ever learns about the law.
 *
 * @param layer a layer's id
 * @param attributes the attributes that some rule reads
 * @param bandsM the distances that some rule names, metres
 */
public record Ask(String layer, SortedSet<String> attributes, SortedSet<Double> bandsM)
    implements Comparable<Ask> {
  public Ask {
    attributes = Collections.unmodifiableSortedSet(new TreeSet<>(attributes));
    bandsM = Collections.unmodifiableSortedSet(new TreeSet<>(bandsM));
  }

  @Override
  public int compareTo(Ask other) {
    return layer.compareTo(other.layer);
  }
}
