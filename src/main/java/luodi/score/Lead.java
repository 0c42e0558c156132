package luodi.score;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * By how much one score exceeds another, told by factor: the terms add up to the difference.
 *
 * @param difference the one value less the other
 */
public record Lead(double difference, List<Term> terms) {
  /**
   * What one factor gives to the difference: {@code w·s / Σ w} of the one less that of the other.
   */
  public record Term(String factor, double term) {}

  public Lead {
    terms = List.copyOf(terms);
  }

  /** What puts one scorecard above another. */
  public static Lead of(Scorecard one, Scorecard other) {
    Map<String, Double> shares = new LinkedHashMap<>();
    addShares(one, 1, shares);
    addShares(other, -1, shares);
    List<Term> terms = new ArrayList<>();
    shares.forEach((factor, term) -> terms.add(new Term(factor, term)));
    return new Lead(one.value() - other.value(), terms);
  }

  private static void addShares(Scorecard card, int sign, Map<String, Double> shares) {
    double weights = card.factors().stream().mapToDouble(Factor::weight).sum();
    for (Factor factor : card.factors()) {
      double share = weights == 0 ? 0 : factor.weight() * factor.merit() / weights;
      shares.merge(factor.id(), sign * share, Double::sum);
    }
  }
}
