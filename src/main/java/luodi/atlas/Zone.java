package luodi.atlas;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import luodi.ground.Interval;
import org.locationtech.jts.geom.Geometry;

/**
 * One feature of a layer.
 *
 * @param id unique in its layer; stable from edition to edition
 * @param name as a reader would say it; synthetic zones say so here
 * @param shape EPSG:4490 degrees on the 1e-7° grid, longitude first; valid, not empty; never
 *     changed
 * @param attributes values as text ({@code true}, {@code key}, {@code 1000}); one that is missing
 *     is unknown
 * @param from first day of validity, empty when open
 * @param to first day after validity, empty when open
 * @param source where the fact was read
 * @param confidence {@code source}, {@code recalled}, {@code derived} or {@code synthetic}
 */
public record Zone(
    String id,
    String name,
    Geometry shape,
    SortedMap<String, String> attributes,
    Optional<LocalDate> from,
    Optional<LocalDate> to,
    String source,
    String confidence) {

  public Zone {
    attributes = Collections.unmodifiableSortedMap(new TreeMap<>(attributes));
  }

  /** A zone of open validity. */
  public static Zone of(
      String id,
      String name,
      Geometry shape,
      Map<String, String> attributes,
      String source,
      String confidence) {
    return new Zone(
        id,
        name,
        shape,
        new TreeMap<>(attributes),
        Optional.empty(),
        Optional.empty(),
        source,
        confidence);
  }

  /** The days on which it is valid. */
  public Interval days() {
    return from.isEmpty() && to.isEmpty() ? Interval.ALWAYS : new Interval(from, to);
  }

  /** True on every day of {@code [from, to)}. */
  public boolean validOn(LocalDate day) {
    return days().holds(day);
  }
}
