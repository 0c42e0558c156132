package luodi.ogc.filter;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import luodi.fault.Fault;
import luodi.fault.FaultException;

/**
 * What the operators of CQL2 are called and what they take, the same for text and JSON. Kinds are
 * checked here, once, so that a filter that makes no sense is refused and not silently empty.
 */
final class Operations {
  /** A longer filter is no question but a load. */
  private static final int MOST_EXPRESSIONS = 2000;

  private final Map<String, Queryable> queryables;
  private int made;

  Operations(Map<String, Queryable> queryables) {
    this.queryables = queryables;
  }

  /** A property by its name; one that the collection does not have is refused. */
  Expression property(String name) {
    Queryable queryable = queryables.get(name);
    if (queryable == null) {
      throw bad(
          "there is no property '%s'; there are %s", name, String.join(", ", queryables.keySet()));
    }
    return counted(new Expression.Property(queryable));
  }

  Expression literal(Kind kind, Value value) {
    return counted(new Expression.Literal(kind, value));
  }

  /** An operator, by the name that CQL2 JSON gives it, with what it joins. */
  Expression of(String name, List<Expression> with) {
    String op = name.toLowerCase(Locale.ROOT);
    return counted(
        switch (op) {
          case "and" -> new Logic.And(all(Kind.BOOLEAN, op, with, 2));
          case "or" -> new Logic.Or(all(Kind.BOOLEAN, op, with, 2));
          case "not" -> new Logic.Not(take(op, with, Kind.BOOLEAN).get(0));
          case "isnull" -> new Logic.IsNull(count(op, with, 1).get(0));
          case "casei" -> new Text.WithoutCase(take(op, with, Kind.TEXT).get(0));
          case "accenti" -> new Text.WithoutAccents(take(op, with, Kind.TEXT).get(0));
          case "like" -> {
            take(op, with, Kind.TEXT, Kind.TEXT);
            yield new Text.Like(with.get(0), with.get(1));
          }
          case "between" -> {
            Kind ordered = count(op, with, 3).get(0).kind();
            mustHaveOrder(op, ordered);
            take(op, with, ordered, ordered, ordered);
            yield new Comparison.Between(with.get(0), with.get(1), with.get(2));
          }
          case "in" -> in(with);
          case "interval" -> interval(with);
          default -> other(op, with);
        });
  }

  private Expression other(String op, List<Expression> with) {
    Optional<Comparison.Operator> comparison =
        Arrays.stream(Comparison.Operator.values())
            .filter(one -> one.sign().equals(op))
            .findFirst();
    if (comparison.isPresent()) {
      return compare(comparison.get(), count(op, with, 2));
    }
    Optional<Arithmetic.Operator> arithmetic = Arithmetic.Operator.of(op);
    if (arithmetic.isPresent()) {
      take(op, with, Kind.NUMBER, Kind.NUMBER);
      return new Arithmetic(with.get(0), arithmetic.get(), with.get(1));
    }
    Optional<Relation.InSpace> inSpace = Relation.InSpace.named(op);
    if (inSpace.isPresent()) {
      take(op, with, Kind.SHAPE, Kind.SHAPE);
      return inSpace.get().between(with.get(0), with.get(1));
    }
    Relation.InTime inTime =
        Relation.InTime.named(op)
            .orElseThrow(
                () ->
                    bad(
                        "there is no operator or function '%s'; there are those of CQL2, such as =, LIKE, S_INTERSECTS and T_AFTER",
                        op));
    count(op, with, 2).forEach(one -> mustBeTime(op, one));
    return new Relation.Times(inTime, with.get(0), with.get(1));
  }

  private static Expression compare(Comparison.Operator operator, List<Expression> two) {
    Kind kind = two.get(0).kind();
    if (kind != two.get(1).kind()) {
      throw bad(
          "'%s' compares %s with %s", operator.sign(), kind.words(), two.get(1).kind().words());
    }
    if (operator.orders() || kind != Kind.BOOLEAN) {
      mustHaveOrder(operator.sign(), kind);
    }
    return new Comparison.Binary(two.get(0), operator, two.get(1));
  }

  private static void mustHaveOrder(String op, Kind kind) {
    if (kind != Kind.TEXT && kind != Kind.NUMBER && kind != Kind.INSTANT) {
      throw bad("'%s' does not compare %s", op, kind.words());
    }
  }

  private static Expression in(List<Expression> with) {
    if (with.size() < 2) {
      throw bad("'in' wants a value and a list");
    }
    Set<Kind> kinds = new HashSet<>(with.stream().map(Expression::kind).toList());
    if (kinds.size() > 1 || kinds.contains(Kind.SHAPE) || kinds.contains(Kind.INTERVAL)) {
      throw bad("'in' wants a scalar and a list of the same kind");
    }
    return new Comparison.In(with.get(0), List.copyOf(with.subList(1, with.size())));
  }

  private static Expression interval(List<Expression> ends) {
    count("interval", ends, 2)
        .forEach(
            end -> {
              if (end.kind() != Kind.INSTANT) {
                throw bad(
                    "an interval goes from one date or time to another, not to %s",
                    end.kind().words());
              }
            });
    return new Relation.Interval(ends.get(0), ends.get(1));
  }

  private static void mustBeTime(String op, Expression one) {
    if (one.kind() != Kind.INSTANT && one.kind() != Kind.INTERVAL) {
      throw bad("'%s' wants dates, times or intervals, not %s", op, one.kind().words());
    }
  }

  private static List<Expression> take(String op, List<Expression> with, Kind... wanted) {
    count(op, with, wanted.length);
    for (int i = 0; i < wanted.length; i++) {
      if (with.get(i).kind() != wanted[i]) {
        throw bad("'%s' wants %s, not %s", op, wanted[i].words(), with.get(i).kind().words());
      }
    }
    return with;
  }

  private static List<Expression> all(Kind kind, String op, List<Expression> with, int fewest) {
    if (with.size() < fewest) {
      throw bad("'%s' joins two or more", op);
    }
    with.forEach(one -> take(op, List.of(one), kind));
    return List.copyOf(with);
  }

  private static List<Expression> count(String op, List<Expression> with, int wanted) {
    if (with.size() != wanted) {
      throw bad("'%s' takes %d, not %d", op, wanted, with.size());
    }
    return with;
  }

  private Expression counted(Expression expression) {
    if (++made > MOST_EXPRESSIONS) {
      throw bad("it has more than %d parts", MOST_EXPRESSIONS);
    }
    return expression;
  }

  /** A filter that is refused; the reason is a {@link String#format} pattern. */
  static FaultException bad(String why, Object... values) {
    return Fault.BAD_FILTER.because(
        "The filter cannot be read: %s.", String.format(Locale.ROOT, why, values));
  }
}
