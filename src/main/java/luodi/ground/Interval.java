package luodi.ground;

import java.time.LocalDate;
import java.util.Optional;

/** Days {@code [from, to)}; an empty end is open. */
public record Interval(Optional<LocalDate> from, Optional<LocalDate> to) {
  public static final Interval ALWAYS = new Interval(Optional.empty(), Optional.empty());

  /** Reads ISO days; null or empty text is open. */
  public static Interval parse(String from, String to) {
    return new Interval(day(from), day(to));
  }

  public boolean holds(LocalDate day) {
    return (from.isEmpty() || !day.isBefore(from.get()))
        && (to.isEmpty() || day.isBefore(to.get()));
  }

  /** As the standard writes intervals: {@code 2026-03-15/..}. */
  @Override
  public String toString() {
    return from.map(LocalDate::toString).orElse("..")
        + "/"
        + to.map(LocalDate::toString).orElse("..");
  }

  private static Optional<LocalDate> day(String text) {
    return text == null || text.isBlank() ? Optional.empty() : Optional.of(LocalDate.parse(text));
  }
}
