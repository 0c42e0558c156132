package luodi.ingest.edition;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Days as tables write them: 2024-06-01, 2024/6/1, 20240601, 2024年6月1日, with or without a time. */
final class Days {
  private static final Pattern PARTED =
      Pattern.compile("(\\d{4})[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?(?:[T ].*)?");
  private static final Pattern DIGITS = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");

  private Days() {}

  /** The day; empty when the text is none. */
  static Optional<LocalDate> parse(String text) {
    for (Pattern pattern : new Pattern[] {PARTED, DIGITS}) {
      Matcher day = pattern.matcher(text.strip());
      if (day.matches()) {
        try {
          return Optional.of(
              LocalDate.of(
                  Integer.parseInt(day.group(1)),
                  Integer.parseInt(day.group(2)),
                  Integer.parseInt(day.group(3))));
        } catch (DateTimeException noSuchDay) {
          return Optional.empty();
        }
      }
    }
    return Optional.empty();
  }
}
