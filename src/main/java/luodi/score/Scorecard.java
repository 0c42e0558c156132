package luodi.score;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * All criteria together: {@code Σ w·s / Σ w}. An unknown criterion counts 0 in {@code low}, ½ in
 * {@code value} and 1 in {@code high}.
 */
public record Scorecard(double value, double low, double high, List<Factor> factors) {
  public Scorecard {
    factors = List.copyOf(factors);
  }

  public static Scorecard of(List<Factor> factors) {
    return new Scorecard(
        mean(factors, factor -> factor.sub().orElse(0.5)),
        mean(factors, factor -> factor.sub().orElse(0.0)),
        mean(factors, factor -> factor.sub().orElse(1.0)),
        factors);
  }

  private static double mean(List<Factor> factors, ToDoubleFunction<Factor> sub) {
    double weights = factors.stream().mapToDouble(Factor::weight).sum();
    double sum =
        factors.stream().mapToDouble(factor -> factor.weight() * sub.applyAsDouble(factor)).sum();
    return weights == 0 ? 0 : Factor.rounded(sum / weights);
  }
}
