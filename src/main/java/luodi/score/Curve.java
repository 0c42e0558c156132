package luodi.score;

import java.util.Locale;
import java.util.function.DoubleUnaryOperator;

/**
 * How a raw value becomes a merit from 0 to 1. Each is a screening constant of ours, no law.
 *
 * @param text the formula as answers write it, in {@code x}
 */
public record Curve(String text, DoubleUnaryOperator formula) {

  /** Nearness: 1 at the door, {@code 1/e} at the reach. */
  public static Curve nearness(double reachKm) {
    return new Curve(
        "exp(-x / %s km)".formatted(plain(reachKm)), km -> StrictMath.exp(-km / reachKm));
  }

  /** Inside a band that the law forbids, nearness is worth nothing. */
  public static Curve forbiddenBand() {
    return new Curve("0 inside a band that the law forbids", km -> 0);
  }

  /** What rules say, added up: ½ when they say nothing. */
  public static Curve sumOfWeights() {
    return new Curve("1 / (1 + exp(-x))", sum -> 1 / (1 + StrictMath.exp(-sum)));
  }

  /** 1 when there is any, else 0. */
  public static Curve any() {
    return new Curve("1 when x > 0, else 0", x -> x > 0 ? 1 : 0);
  }

  /** The fewer the better: ½ at {@code half}. */
  public static Curve fewer(double half) {
    return new Curve("2 ^ (-x / %s)".formatted(plain(half)), x -> StrictMath.pow(2, -x / half));
  }

  /** The value as it is, which must be from 0 to 1. */
  public static Curve itself() {
    return new Curve("x", x -> x);
  }

  /**
   * From the worst of some values, 0, to the best of them, 1; ½ when all are alike.
   *
   * @param worst greater than {@code best} where less is better
   */
  public static Curve between(double worst, double best) {
    if (worst == best) {
      return new Curve("1/2: all places are alike", x -> 0.5);
    }
    return new Curve(
        "(x - %s) / (%s - %s)".formatted(plain(worst), plain(best), plain(worst)),
        x -> Math.min(1, Math.max(0, (x - worst) / (best - worst))));
  }

  /** At least so much is 1; less counts in proportion. */
  public static Curve atLeast(double wanted) {
    return new Curve(
        "min(1, x / %s)".formatted(plain(wanted)), x -> wanted <= 0 ? 1 : Math.min(1, x / wanted));
  }

  /** At most so much is 1; more counts by how many times it is too much. */
  public static Curve atMost(double wanted) {
    return new Curve("min(1, %s / x)".formatted(plain(wanted)), x -> x <= wanted ? 1 : wanted / x);
  }

  /** 1 when it is just so, else 0. */
  public static Curve equal(double wanted) {
    return new Curve("1 when x = %s, else 0".formatted(plain(wanted)), x -> x == wanted ? 1 : 0);
  }

  /** The merit of a value, to 1e-4. */
  double of(double raw) {
    return Math.rint(formula.applyAsDouble(raw) * 1e4) / 1e4;
  }

  private static String plain(double number) {
    return number == Math.rint(number) && Math.abs(number) < 1e15
        ? String.format(Locale.ROOT, "%.0f", number)
        : Double.toString(number);
  }
}
