package luodi.score;

import java.util.List;

/**
 * How good a place is, 0 to 1.
 *
 * @param value an unknown merit counts ½
 * @param low an unknown merit counts 0
 * @param high an unknown merit counts 1
 */
public record Score(double value, double low, double high) {
  /** {@code Σ w·s / Σ w}. */
  static Score of(List<Factor> factors) {
    return new Score(
        Factor.mean(factors, Factor::merit),
        Factor.mean(factors, Factor::low),
        Factor.mean(factors, Factor::high));
  }
}
