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

  /** The days of both; empty when there are none. */
  public Optional<Interval> and(Interval other) {
    Optional<LocalDate> start = later(from, other.from);
    Optional<LocalDate> end = earlier(to, other.to);
    boolean none = start.isPresent() && end.isPresent() && !start.get().isBefore(end.get());
    return none ? Optional.empty() : Optional.of(new Interval(start, end));
  }

  private static Optional<LocalDate> later(Optional<LocalDate> a, Optional<LocalDate> b) {
    return a.isPresent() && (b.isEmpty() || a.get().isAfter(b.get())) ? a : b;
  }

  private static Optional<LocalDate> earlier(Optional<LocalDate> a, Optional<LocalDate> b) {
    return a.isPresent() && (b.isEmpty() || a.get().isBefore(b.get())) ? a : b;
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
