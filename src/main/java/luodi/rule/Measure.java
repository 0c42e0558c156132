package luodi.rule;

import java.time.LocalDate;
import java.util.List;
import java.util.OptionalDouble;

/**
 * A number that a rule compares: a fact, a constant, a day (as days since 1970), a distance at the
 * site.
 */
sealed interface Measure {
  Quantity in(Situation situation);

  default boolean readsThePlace() {
    return false;
  }

  /**
   * A number, or what would give it.
   *
   * @param missing yes when the number is exact; else what would give it, and the number, if any,
   *     is the least that it can be
   */
  record Quantity(OptionalDouble value, Truth missing) {
    static Quantity of(double value) {
      return new Quantity(OptionalDouble.of(value), Truth.YES);
    }

    static Quantity missing(Truth why) {
      return new Quantity(OptionalDouble.empty(), why);
    }

    Truth compare(String operator, Quantity other) {
      if (value.isEmpty() || other.value.isEmpty()) {
        return missing.and(other.missing);
      }
      boolean holds =
          holds(operator, Double.compare(value.getAsDouble(), other.value.getAsDouble()));
      // What is at least so much is greater still when the rest is told.
      boolean settled = missing.yes() || holds && operator.startsWith(">");
      return settled ? Truth.of(holds) : missing;
    }

    private static boolean holds(String operator, int sign) {
      return switch (operator) {
        case "<" -> sign < 0;
        case "<=" -> sign <= 0;
        case ">" -> sign > 0;
        case ">=" -> sign >= 0;
        case "!=" -> sign != 0;
        default -> sign == 0;
      };
    }
  }

  record Constant(double value) implements Measure {
    @Override
    public Quantity in(Situation situation) {
      return Quantity.of(value);
    }
  }

  record OnDay(LocalDate day) implements Measure {
    @Override
    public Quantity in(Situation situation) {
      return Quantity.of(day.toEpochDay());
    }
  }

  /** {@code as_of - 5y}. */
  record YearsBefore(int years) implements Measure {
    @Override
    public Quantity in(Situation situation) {
      return Quantity.of(situation.day().minusYears(years).toEpochDay());
    }
  }

  record OfFact(String fact) implements Measure {
    @Override
    public Quantity in(Situation situation) {
      return situation
          .fact(fact)
          .map(OfFact::number)
          .orElseGet(() -> Quantity.missing(Truth.needs(fact)));
    }

    private static Quantity number(Value value) {
      if (value instanceof Value.Amount amount) {
        return Quantity.of(amount.plain());
      }
      return value instanceof Value.Day day
          ? Quantity.of(day.day().toEpochDay())
          : Quantity.missing(Truth.lacks("a number"));
    }
  }

  /**
   * {@code max(height_m, stack_height_m)}: of those that are known; one that is missing could still
   * be greater.
   */
  record Greatest(List<Measure> parts) implements Measure {
    @Override
    public Quantity in(Situation situation) {
      Truth missing = Truth.YES;
      double greatest = Double.NEGATIVE_INFINITY;
      for (Measure part : parts) {
        Quantity quantity = part.in(situation);
        missing = missing.and(quantity.missing());
        greatest = Math.max(greatest, quantity.value().orElse(Double.NEGATIVE_INFINITY));
      }
      return greatest == Double.NEGATIVE_INFINITY
          ? Quantity.missing(missing)
          : new Quantity(OptionalDouble.of(greatest), missing);
    }
  }

  /**
   * {@code distance / 10}: from the part to the nearest zone that the rule's {@code where} names.
   */
  record Distance(double divisor) implements Measure {
    @Override
    public Quantity in(Situation situation) {
      OptionalDouble metres = situation.distanceM();
      return metres.isPresent()
          ? Quantity.of(metres.getAsDouble() / divisor)
          : Quantity.missing(Truth.lacks(SiteMeasures.DISTANCE));
    }

    @Override
    public boolean readsThePlace() {
      return true;
    }
  }

  /** {@code benchmark(product)}: the figure of a dated table, which this rulebook may lack. */
  record Benchmark() implements Measure {
    @Override
    public Quantity in(Situation situation) {
      return situation
          .lists()
          .benchmark(situation)
          .map(Quantity::of)
          .orElseGet(() -> Quantity.missing(Truth.lacks("energy-benchmark")));
    }
  }
}
