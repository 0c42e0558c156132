package luodi.ground;

import java.util.Collections;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the law can read of the ground in one glance.
 *
 * @param layer a layer's id
 * @param kind whether ground lies in such a zone, near one, or merely where the layer is known
 * @param attributes the values of those attributes that some rule reads; one that is missing here
 *     is unknown
 * @param withinM for a band its width in metres, for coverage the distance it was shrunk by;
 *     otherwise empty
 */
public record Letter(
    String layer, Kind kind, SortedMap<String, String> attributes, OptionalDouble withinM)
    implements Comparable<Letter> {

  /** How the ground stands to the layer. */
  public enum Kind {
    /** Inside a zone of the layer. */
    ZONE,
    /** Within a distance of a zone, or inside it. */
    BAND,
    /**
     * Where the layer is declared to be complete (for a band: complete within that distance too).
     */
    COVERAGE
  }

  public Letter {
    attributes = Collections.unmodifiableSortedMap(new TreeMap<>(attributes));
  }

  /** Inside a zone with these attributes. */
  public static Letter zone(String layer, Map<String, String> attributes) {
    return new Letter(layer, Kind.ZONE, new TreeMap<>(attributes), OptionalDouble.empty());
  }

  /** Within a distance of a zone with these attributes. */
  public static Letter band(String layer, Map<String, String> attributes, double withinM) {
    return new Letter(layer, Kind.BAND, new TreeMap<>(attributes), OptionalDouble.of(withinM));
  }

  /** Here the layer is known. */
  public static Letter coverage(String layer) {
    return new Letter(layer, Kind.COVERAGE, new TreeMap<>(), OptionalDouble.empty());
  }

  /** Here the layer is known within that distance. */
  public static Letter coverage(String layer, double withinM) {
    return new Letter(layer, Kind.COVERAGE, new TreeMap<>(), OptionalDouble.of(withinM));
  }

  /** Written so that equal letters are equal text: {@code river-shoreline[rank=main]<1000}. */
  @Override
  public String toString() {
    String how = kind == Kind.COVERAGE ? "?" : "";
    return layer
        + (attributes.isEmpty() ? "" : attributes.toString())
        + how
        + (withinM.isPresent() ? "<" + withinM.getAsDouble() : "");
  }

  @Override
  public int compareTo(Letter other) {
    return toString().compareTo(other.toString());
  }
}
