package luodi.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ScorecardTest {
  private static final Sentence SAID = new Sentence("如此", "so");

  @Test
  void a_score_is_the_weighted_mean_of_its_factors() {
    Scorecard card =
        Scorecard.of(
            List.of(merit("logistics", 0.9), merit("labour", 0.3)), weights("logistics", 2));

    assertThat(card.value()).isEqualTo((2 * 0.9 + 0.3) / 3, within(1e-15));
    assertThat(card.low()).isEqualTo(card.value());
    assertThat(card.high()).isEqualTo(card.value());
  }

  @Test
  void an_unknown_counts_nothing_at_worst_all_at_best_and_half_between() {
    Scorecard card =
        Scorecard.of(
            List.of(merit("logistics", 0.8), Factor.unknown("labour", "", SAID)), Weights.EVEN);

    assertThat(card.low()).isEqualTo(0.4);
    assertThat(card.value()).isEqualTo(0.65);
    assertThat(card.high()).isEqualTo(0.9);
  }

  @Test
  void a_factor_of_parts_is_as_unknown_as_they_are() {
    Factor logistics =
        Factor.of(
            "logistics",
            List.of(
                merit("hub", 0.6),
                Factor.unknown("port", "km", SAID),
                merit("rail", 1).weighing(0)),
            SAID);

    assertThat(logistics.low()).isEqualTo(0.3);
    assertThat(logistics.sub()).hasValue(0.55);
    assertThat(logistics.high()).isEqualTo(0.8);
    assertThat(logistics.parts()).extracting(Factor::id).containsExactly("hub", "port");
  }

  @Test
  void nearness_is_worth_one_at_the_door_and_one_over_e_at_the_reach() {
    assertThat(Curve.nearness(100).of(0)).isEqualTo(1);
    assertThat(Curve.nearness(100).of(100)).isEqualTo(0.3679);
    assertThat(Curve.forbiddenBand().of(0.05)).isZero();
  }

  @Test
  void a_criterion_that_there_is_not_cannot_weigh() {
    assertThatThrownBy(() -> weights("beauty", 1))
        .hasMessageContaining("beauty")
        .hasMessageContaining("logistics, supply_chain, labour");
    assertThatThrownBy(() -> weights("logistics", -1)).hasMessageContaining("from 0 to 1000");
  }

  @Test
  void weights_are_labelled_as_opinion() {
    assertThat(Scorecard.of(List.of(), weights("logistics", 2)).weightsEn())
        .isEqualTo("Weights are the asker's opinion, not law: logistics 2.0; the others 1.");
  }

  private static Weights weights(String criterion, double weight) {
    return Weights.of(Map.of(criterion, weight));
  }

  static Factor merit(String id, double merit) {
    return Factor.of(id, new Measure(merit, "1", "a test", false), Curve.itself(), SAID);
  }
}
