package luodi.rule;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import luodi.ground.Letter;

/**
 * What one rule reads of a signature. Two signatures that read the same to a rule get the same
 * finding from it, so a whole country needs few.
 *
 * @param zones the attributes read of zones that ground lies in, by layer
 * @param bands the attributes read of zones within a distance, by layer and distance
 */
public record Reads(
    SortedMap<String, SortedSet<String>> zones,
    SortedMap<String, SortedMap<Double, SortedSet<String>>> bands) {

  /** Of a rule that reads no ground. */
  public static final Reads NOTHING = new Reads(new TreeMap<>(), new TreeMap<>());

  static Reads of(Rule rule) {
    SortedMap<String, SortedSet<String>> zones = new TreeMap<>();
    SortedMap<String, SortedMap<Double, SortedSet<String>>> bands = new TreeMap<>();
    rule.where().meaning().atoms(atom -> add(atom, zones, bands));
    if (rule.readsAccessLists()) {
      zones.computeIfAbsent(ListRef.ACCESS_LISTS_LAYER, layer -> new TreeSet<>()).add("items");
    }
    return new Reads(zones, bands);
  }

  /** All that either rule reads. */
  public Reads and(Reads other) {
    SortedMap<String, SortedSet<String>> allZones = new TreeMap<>();
    SortedMap<String, SortedMap<Double, SortedSet<String>>> allBands = new TreeMap<>();
    for (Reads reads : List.of(this, other)) {
      reads.zones.forEach(
          (layer, read) -> allZones.computeIfAbsent(layer, added -> new TreeSet<>()).addAll(read));
      reads.bands.forEach(
          (layer, byDistance) ->
              byDistance.forEach(
                  (metres, read) ->
                      allBands
                          .computeIfAbsent(layer, added -> new TreeMap<>())
                          .computeIfAbsent(metres, added -> new TreeSet<>())
                          .addAll(read)));
    }
    return new Reads(allZones, allBands);
  }

  private static void add(
      Where atom,
      Map<String, SortedSet<String>> zones,
      Map<String, SortedMap<Double, SortedSet<String>>> bands) {
    if (atom instanceof Where.On on) {
      zones
          .computeIfAbsent(on.ref().layer(), layer -> new TreeSet<>())
          .addAll(on.ref().attributes());
    } else if (atom instanceof Where.Within within) {
      double metres = within.distanceM().orElse(Where.Within.SCREENING_M);
      bands
          .computeIfAbsent(within.ref().layer(), layer -> new TreeMap<>())
          .computeIfAbsent(metres, key -> new TreeSet<>())
          .addAll(within.ref().attributes());
    }
  }

  /** A letter with no more than the rule reads of it; empty when it does not read it. */
  public Optional<Letter> of(Letter letter) {
    Optional<SortedSet<String>> attributes =
        letter.withinM().isPresent()
            ? inBand(letter.layer(), letter.withinM())
            : Optional.ofNullable(zones.get(letter.layer()));
    return attributes.map(letter::reading);
  }

  private Optional<SortedSet<String>> inBand(String layer, OptionalDouble withinM) {
    return Optional.ofNullable(
        bands.getOrDefault(layer, Collections.emptySortedMap()).get(withinM.getAsDouble()));
  }
}
