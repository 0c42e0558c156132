package luodi.cooperation;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/**
 * One agreement between regions.
 *
 * @param mode one of {@link #MODES}
 * @param park its id or name; empty when there is none
 * @param adcode the county or prefecture in which the park or plant lies
 * @param from its first day
 * @param to the first day after it; empty while it has no end
 * @param source the document
 */
public record Agreement(
    String id,
    String title,
    String mode,
    Optional<String> park,
    String adcode,
    LocalDate from,
    Optional<LocalDate> to,
    String source,
    String confidence) {
  public static final Set<String> MODES =
      Set.of("supply_chain", "joint_park", "entrusted_park", "tech_transfer");

  /** Whether any day of a year lies in the agreement's period. */
  boolean holdsIn(int year) {
    return from.getYear() <= year
        && to.map(end -> end.isAfter(LocalDate.of(year, 1, 1))).orElse(true);
  }
}
