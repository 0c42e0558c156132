package luodi.ground;

import java.util.Collections;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the law can read of the ground in one glance: a zone's attributes, a band around zones, or a
 * layer's coverage, on the days on which it holds. Letters that read the same are equal.
 */
public final class Letter implements Comparable<Letter> {
  private final String layer;
  private final Kind kind;
  private final SortedMap<String, String> attributes;
  private final OptionalDouble withinM;
  private final Interval days;
  private final String text; // letters are compared and hashed far more often than made

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

  private Letter(
      String layer,
      Kind kind,
      Map<String, String> attributes,
      OptionalDouble withinM,
      Interval days) {
    this.layer = layer;
    this.kind = kind;
    this.attributes = Collections.unmodifiableSortedMap(new TreeMap<>(attributes));
    this.withinM = withinM;
    this.days = days;
    this.text =
        layer
            + (attributes.isEmpty() ? "" : this.attributes)
            + (kind == Kind.COVERAGE ? "?" : "")
            + (withinM.isPresent() ? "<" + withinM.getAsDouble() : "")
            + (days.equals(Interval.ALWAYS) ? "" : "@" + days);
  }

  /** Inside a zone with these attributes; one that is missing is unknown. */
  public static Letter zone(String layer, Map<String, String> attributes, Interval days) {
    return new Letter(layer, Kind.ZONE, attributes, OptionalDouble.empty(), days);
  }

  /** Here the layer is known. */
  public static Letter coverage(String layer) {
    return new Letter(layer, Kind.COVERAGE, Map.of(), OptionalDouble.empty(), Interval.ALWAYS);
  }

  /** Here the layer is known within that distance in metres. */
  public static Letter coverage(String layer, double withinM) {
    return new Letter(layer, Kind.COVERAGE, Map.of(), OptionalDouble.of(withinM), Interval.ALWAYS);
  }

  /** Within a distance, in metres, of ground that this letter of a zone lies on. */
  public Letter within(double metres) {
    return new Letter(layer, Kind.BAND, attributes, OptionalDouble.of(metres), days);
  }

  /** The same letter with no other attributes than these. */
  public Letter reading(Set<String> read) {
    if (read.containsAll(attributes.keySet())) {
      return this;
    }
    SortedMap<String, String> kept = new TreeMap<>(attributes);
    kept.keySet().retainAll(read);
    return new Letter(layer, kind, kept, withinM, days);
  }

  public String layer() {
    return layer;
  }

  public Kind kind() {
    return kind;
  }

  /** The values of those attributes that some rule reads. */
  public SortedMap<String, String> attributes() {
    return attributes;
  }

  /** A band's width, or the distance that coverage was shrunk by, metres. */
  public OptionalDouble withinM() {
    return withinM;
  }

  /** The days on which the zone is valid. */
  public Interval days() {
    return days;
  }

  /** Written so that equal letters are equal text: {@code river-shoreline{rank=main}<1000.0}. */
  @Override
  public String toString() {
    return text;
  }

  @Override
  public int compareTo(Letter other) {
    return text.compareTo(other.text);
  }

  @Override
  public boolean equals(Object other) {
    return this == other || other instanceof Letter letter && letter.text.equals(text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }
}
