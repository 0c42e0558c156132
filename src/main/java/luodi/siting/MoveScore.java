package luodi.siting;

import java.util.Map;
import luodi.rule.Judge;
import luodi.score.Scorecard;
import luodi.score.Weights;

/** How good the destinations of one project are, by the same criteria as parks. */
final class MoveScore {
  private final GoodSense goodSense;
  private final Judge judge;
  private final Weights weights;
  private final Map<String, Double> forbiddenM;

  MoveScore(GoodSense goodSense, Judge judge, Weights weights) {
    this.goodSense = goodSense;
    this.judge = judge;
    this.weights = weights;
    this.forbiddenM = Access.forbiddenM(judge);
  }

  /** 0 to 1; an unknown criterion counts one half. */
  double of(Destination to) {
    return Scorecard.of(
            goodSense.factors(to.around().get(), judge, to.judgement(), forbiddenM), weights)
        .value();
  }
}
