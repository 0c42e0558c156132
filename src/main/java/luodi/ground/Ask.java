package luodi.ground;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What the law wants to read of one layer: all that the ground ever learns about the law.
 *
 * @param layer a layer's id
 * @param zones the attributes that rules read of zones which ground lies in; empty when no rule
 *     asks for that
 * @param bands the attributes that rules read of zones within a distance, by distance in metres
 */
public record Ask(
    String layer, Optional<SortedSet<String>> zones, SortedMap<Double, SortedSet<String>> bands)
    implements Comparable<Ask> {
  public Ask {
    zones = zones.map(attributes -> Collections.unmodifiableSortedSet(new TreeSet<>(attributes)));
    TreeMap<Double, SortedSet<String>> copied = new TreeMap<>();
    bands.forEach((metres, attributes) -> copied.put(metres, new TreeSet<>(attributes)));
    bands = Collections.unmodifiableSortedMap(copied);
  }

  /** Nothing asked of a layer yet. */
  public static Ask nothingOf(String layer) {
    return new Ask(layer, Optional.empty(), new TreeMap<>());
  }

  /** The same, and whether ground lies in a zone with these attributes. */
  public Ask andZones(SortedSet<String> attributes) {
    TreeSet<String> all = new TreeSet<>(attributes);
    zones.ifPresent(all::addAll);
    return new Ask(layer, Optional.of(all), bands);
  }

  /** The same, and whether it lies within a distance of one. */
  public Ask andWithin(double metres, SortedSet<String> attributes) {
    TreeMap<Double, SortedSet<String>> all = new TreeMap<>(bands);
    TreeSet<String> read = new TreeSet<>(attributes);
    read.addAll(all.getOrDefault(metres, Collections.emptySortedSet()));
    all.put(metres, read);
    return new Ask(layer, zones, all);
  }

  @Override
  public int compareTo(Ask other) {
    return layer.compareTo(other.layer);
  }
}
