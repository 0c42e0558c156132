package luodi.ogc.filter;

import java.util.List;
import java.util.function.IntPredicate;
import luodi.atlas.Zone;

/** Comparisons of scalars; with an unknown value on a side the answer is unknown. */
sealed interface Comparison extends Expression {
  @Override
  default Kind kind() {
    return Kind.BOOLEAN;
  }

  /** The six ways to compare. */
  enum Operator {
    EQUAL("=", order -> order == 0),
    UNEQUAL("<>", order -> order != 0),
    LESS("<", order -> order < 0),
    GREATER(">", order -> order > 0),
    AT_MOST("<=", order -> order <= 0),
    AT_LEAST(">=", order -> order >= 0);

    private final String sign;
    private final IntPredicate holds;

    Operator(String sign, IntPredicate holds) {
      this.sign = sign;
      this.holds = holds;
    }

    String sign() {
      return sign;
    }

    /** True for those that ask for an order and not only for sameness. */
    boolean orders() {
      return this != EQUAL && this != UNEQUAL;
    }
  }

  /** Two sides of one kind. */
  record Binary(Expression left, Operator operator, Expression right) implements Comparison {
    @Override
    public Value of(Zone zone) {
      Value a = left.of(zone);
      Value b = right.of(zone);
      return a == null || b == null ? null : Value.of(operator.holds.test(Value.order(a, b)));
    }
  }

  /** Between two bounds, both included. */
  record Between(Expression middle, Expression low, Expression high) implements Comparison {
    @Override
    public Value of(Zone zone) {
      Value at = middle.of(zone);
      Value least = low.of(zone);
      Value most = high.of(zone);
      return at == null || least == null || most == null
          ? null
          : Value.of(Value.order(at, least) >= 0 && Value.order(at, most) <= 0);
    }
  }

  /** One of a list. */
  record In(Expression one, List<Expression> list) implements Comparison {
    @Override
    public Value of(Zone zone) {
      Value wanted = one.of(zone);
      if (wanted == null) {
        return null;
      }
      boolean unknown = false;
      for (Expression other : list) {
        Value value = other.of(zone);
        unknown |= value == null;
        if (value != null && Value.order(wanted, value) == 0) {
          return Value.of(true);
        }
      }
      return unknown ? null : Value.of(false);
    }
  }
}
