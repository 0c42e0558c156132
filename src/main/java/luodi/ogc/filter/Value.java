package luodi.ogc.filter;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.locationtech.jts.geom.Geometry;

/** What an expression gives for one feature; {@code null} stands for what is not known. */
public sealed interface Value {
  ZoneId LAW_TIME = ZoneId.of("Asia/Shanghai");

  /** Text, compared by its code units. */
  record Text(String text) implements Value {}

  /** A number. */
  record Number(double number) implements Value {}

  /** True or false; what is neither is null. */
  record Truth(boolean yes) implements Value {}

  /** From one moment to another, both included; an instant begins and ends at once. */
  record Span(Instant begin, Instant end) implements Value {
    /** A day, by its first moment in China. */
    public static Span of(LocalDate day) {
      Instant start = day.atStartOfDay(LAW_TIME).toInstant();
      return new Span(start, start);
    }
  }

  /** A geometry in degrees, longitude first. */
  record Shape(Geometry shape) implements Value {}

  static Value of(String text) {
    return text == null ? null : new Text(text);
  }

  static Value of(double number) {
    return Double.isFinite(number) ? new Number(number) : null;
  }

  static Truth of(boolean yes) {
    return new Truth(yes);
  }

  /**
   * The order of two values of one kind that has an order: text, numbers, times, false and true.
   */
  static int order(Value a, Value b) {
    if (a instanceof Number x && b instanceof Number y) {
      return Double.compare(x.number() + 0.0, y.number() + 0.0); // -0 and 0 are one number
    }
    if (a instanceof Text x && b instanceof Text y) {
      return x.text().compareTo(y.text());
    }
    if (a instanceof Span x && b instanceof Span y) {
      return x.begin().compareTo(y.begin());
    }
    if (a instanceof Truth x && b instanceof Truth y) {
      return Boolean.compare(x.yes(), y.yes());
    }
    throw new IllegalArgumentException(a + " and " + b + " have no order");
  }
}
