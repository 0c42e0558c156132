package luodi.score;

import java.util.List;

/**
 * All criteria together: {@code Σ w·s / Σ w}. A score says which of two places that may be used is
 * better; it never says whether one may be.
 *
 * @param weightsZh whose the weights are: an opinion, not a law
 */
public record Scorecard(
    double value,
    double low,
    double high,
    List<Factor> factors,
    String weightsZh,
    String weightsEn) {
  public Scorecard {
    factors = List.copyOf(factors);
  }

  /** Weighs factors by the weights that somebody holds. */
  public static Scorecard of(List<Factor> factors, Weights weights) {
    List<Factor> weighed =
        factors.stream().map(factor -> factor.weighing(weights.of(factor.id()))).toList();
    Score score = Score.of(weighed);
    return new Scorecard(
        score.value(),
        score.low(),
        score.high(),
        weighed,
        weights.told().zh(),
        weights.told().en());
  }
}
