package luodi.siting;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import luodi.score.Criterion;

/**
 * Reads what an asker needs ({@code need.…}) or prefers ({@code prefer.…}) of a park.
 *
 * @param needs all of which a park must have
 * @param preferences that count in its score
 * @param warnings how a wish had to be read
 */
record Wishes(List<Wish> needs, List<Wish> preferences, List<String> warnings) {
  static final String NEED = "need.";
  static final String PREFER = "prefer.";

  Wishes {
    needs = List.copyOf(needs);
    preferences = List.copyOf(preferences);
    warnings = List.copyOf(warnings);
  }

  /**
   * Reads wishes as a query tells them.
   *
   * @param told by name, {@code need.area_ha} to {@code 100}
   * @param day on which sets of divisions are read
   * @throws luodi.fault.FaultException {@code UNKNOWN_PARAMETER} with what there is, {@code
   *     BAD_PARAMETER} for a value that is none
   */
  static Wishes read(
      SortedMap<String, String> told, LocalDate day, Screener screener, ParkGround ground) {
    WishReader needs = new WishReader(NEED, told, day, screener, ground);
    WishReader preferences = new WishReader(PREFER, told, day, screener, ground);
    List<String> warnings = new ArrayList<>(needs.warnings());
    warnings.addAll(preferences.warnings());
    return new Wishes(needs.wishes(), preferences.wishes(), warnings.stream().distinct().toList());
  }

  /** Vacant industrial land of a park, as users or its layer tell it. */
  static Optional<Double> vacantHa(Park park, Screener screener) {
    return screener
        .goodSense()
        .indicators()
        .value(park.id(), Criterion.LAND, "ha")
        .or(
            () ->
                WishReader.attribute(park, "vacant_ha")
                    .filter(text -> text.matches("\\d{1,9}(\\.\\d{1,6})?"))
                    .map(Double::valueOf));
  }
}
