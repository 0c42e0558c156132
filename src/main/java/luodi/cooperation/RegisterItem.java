package luodi.cooperation;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * A model case, a fund, a pilot or an event.
 *
 * @param register one of {@link #REGISTERS}
 * @param adcode where
 * @param industry a GB/T 4754 code; empty when it is of none
 * @param from its day, or its first one
 * @param amountFen of a fund; whole fen
 */
public record RegisterItem(
    String id,
    String register,
    String title,
    String adcode,
    Optional<String> industry,
    LocalDate from,
    Optional<LocalDate> to,
    OptionalLong amountFen,
    String source,
    String confidence) {
  public static final Set<String> REGISTERS = Set.of("model-case", "fund", "pilot", "event");
}
