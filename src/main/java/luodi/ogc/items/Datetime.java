package luodi.ogc.items;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import luodi.atlas.Zone;
import luodi.fault.Fault;
import luodi.ogc.filter.Value;

/**
 * The days that {@code datetime} names, both ends included; moments are counted as days in China. A
 * feature matches when it is valid on one of them.
 *
 * @see <a href="https://docs.ogc.org/is/17-069r4/17-069r4.html#_parameter_datetime">Part 1,
 *     datetime</a>
 */
record Datetime(LocalDate first, LocalDate last) {

  /** Reads a day, a moment, or an interval whose open end is {@code ..} or nothing. */
  static Datetime parse(String text) {
    String[] ends = text.split("/", -1);
    if (ends.length == 1) {
      LocalDate day = day(ends[0], text);
      return new Datetime(day, day);
    }
    if (ends.length != 2) {
      throw bad(text);
    }
    LocalDate first = isOpen(ends[0]) ? LocalDate.MIN : day(ends[0], text);
    LocalDate last = isOpen(ends[1]) ? LocalDate.MAX : day(ends[1], text);
    if (first.isAfter(last) || isOpen(ends[0]) && isOpen(ends[1])) {
      throw bad(text);
    }
    return new Datetime(first, last);
  }

  /** True when the zone is valid on one of the days; validity ends before its last day. */
  boolean meets(Zone zone) {
    return zone.from().map(from -> !from.isAfter(last)).orElse(true)
        && zone.to().map(to -> to.isAfter(first)).orElse(true);
  }

  private static boolean isOpen(String end) {
    return end.isEmpty() || end.equals("..");
  }

  private static LocalDate day(String end, String text) {
    try {
      return end.length() > 10
          ? OffsetDateTime.parse(end).atZoneSameInstant(Value.LAW_TIME).toLocalDate()
          : LocalDate.parse(end);
    } catch (DateTimeException unreadable) {
      throw bad(text);
    }
  }

  private static RuntimeException bad(String text) {
    return Fault.BAD_DAY
        .because(
            "'%s' is no datetime; give a day (2026-11-23), a moment (2026-11-23T08:00:00Z), or an interval from the earlier to the later (2026-01-01/.., ../2026-01-01).",
            text)
        .inParameter("datetime");
  }
}
