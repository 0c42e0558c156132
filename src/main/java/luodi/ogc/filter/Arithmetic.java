package luodi.ogc.filter;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.DoubleBinaryOperator;
import luodi.atlas.Zone;

/** Two numbers joined; what is no number, such as a division by zero, is unknown. */
record Arithmetic(Expression left, Operator operator, Expression right) implements Expression {

  /** The seven ways to join. */
  enum Operator {
    PLUS("+", (a, b) -> a + b),
    MINUS("-", (a, b) -> a - b),
    TIMES("*", (a, b) -> a * b),
    OVER("/", (a, b) -> a / b),
    REST("%", (a, b) -> a % b),
    WHOLE("div", (a, b) -> (a - a % b) / b),
    POWER("^", Math::pow);

    private final String sign;
    private final DoubleBinaryOperator join;

    Operator(String sign, DoubleBinaryOperator join) {
      this.sign = sign;
      this.join = join;
    }

    static Optional<Operator> of(String sign) {
      return Arrays.stream(values())
          .filter(operator -> operator.sign.equalsIgnoreCase(sign))
          .findFirst();
    }
  }

  @Override
  public Kind kind() {
    return Kind.NUMBER;
  }

  @Override
  public Value of(Zone zone) {
    return left.of(zone) instanceof Value.Number a && right.of(zone) instanceof Value.Number b
        ? Value.of(operator.join.applyAsDouble(a.number(), b.number()))
        : null;
  }
}
