package luodi.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RanksTest {
  private static final List<String> CRITERIA =
      Arrays.stream(Criterion.values()).map(Criterion::id).toList();

  /**
   * By hand, weights 1 and 1: A 0.9+0.1, B 0.5+0.45, C 0.2+0.2. With 0.8 and 1.2 A has 0.84 and B
   * 0.94; so each of them can be first, and both are before C whatever the weights.
   */
  @Test
  void two_parks_may_change_places_and_a_third_that_is_worse_in_all_stays_last() {
    Ranks ranks = Ranks.of(List.of(park("C", 0.2, 0.2), park("A", 0.9, 0.1), park("B", 0.5, 0.45)));

    assertThat(ranks.ordered()).extracting(Ranks.Contestant::id).containsExactly("A", "B", "C");
    assertThat(ranks.at(0)).isEqualTo(new Ranks.Rank(1, 1, 2));
    assertThat(ranks.at(1)).isEqualTo(new Ranks.Rank(2, 1, 2));
    assertThat(ranks.at(2)).isEqualTo(new Ranks.Rank(3, 3, 3));
  }

  /** 1.2·0.5 + 0.8·0.4 = 0.92 at most against 0.8·0.9 + 1.2·0.3 = 1.08 at least. */
  @Test
  void a_lead_that_a_fifth_of_the_weights_cannot_eat_up_is_safe() {
    Ranks ranks = Ranks.of(List.of(park("A", 0.9, 0.3), park("B", 0.5, 0.4)));

    assertThat(ranks.at(0)).isEqualTo(new Ranks.Rank(1, 1, 1));
    assertThat(ranks.at(1)).isEqualTo(new Ranks.Rank(2, 2, 2));
  }

  @Test
  void no_score_puts_a_park_before_one_with_a_better_verdict() {
    Ranks.Contestant better = new Ranks.Contestant("B", 1, card(0, 0));
    Ranks.Contestant worse = new Ranks.Contestant("A", 2, card(1, 1));

    Ranks ranks = Ranks.of(List.of(worse, better));

    assertThat(ranks.ordered()).containsExactly(better, worse);
    assertThat(ranks.at(1)).isEqualTo(new Ranks.Rank(2, 2, 2));
  }

  @Test
  void parks_that_are_alike_in_all_stand_in_the_order_of_their_ids() {
    Ranks ranks = Ranks.of(List.of(park("B", 0.1, 0.2), park("A", 0.1, 0.2)));

    assertThat(ranks.at(0)).isEqualTo(new Ranks.Rank(1, 1, 1));
    assertThat(ranks.at(1)).isEqualTo(new Ranks.Rank(2, 2, 2));
  }

  @Test
  void ten_thousand_weights_within_a_fifth_never_leave_the_range() {
    Random random = new Random(20260101);
    List<List<Factor>> parks = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      parks.add(factors(random));
    }
    Map<String, Double> centre = new HashMap<>();
    CRITERIA.forEach(id -> centre.put(id, 0.5 + 2 * random.nextDouble()));
    Ranks ranks = Ranks.of(weighed(parks, centre));
    Map<String, Ranks.Rank> range = new HashMap<>();
    for (int i = 0; i < parks.size(); i++) {
      range.put(ranks.ordered().get(i).id(), ranks.at(i));
    }

    for (int sample = 0; sample < 10_000; sample++) {
      Map<String, Double> weights = new HashMap<>();
      boolean corner = sample % 2 == 0; // the extremes lie there
      centre.forEach(
          (id, weight) ->
              weights.put(
                  id,
                  weight
                      * (corner
                          ? random.nextBoolean() ? 0.8 : 1.2
                          : 0.8 + 0.4 * random.nextDouble())));
      List<Ranks.Contestant> order = new ArrayList<>(weighed(parks, weights));
      order.sort(Ranks.BEST_FIRST);
      for (int i = 0; i < order.size(); i++) {
        Ranks.Rank of = range.get(order.get(i).id());
        assertThat(i + 1).isBetween(of.best(), of.worst());
      }
    }
  }

  @Test
  void the_terms_of_a_lead_add_up_to_it() {
    Random random = new Random(7);
    for (int i = 0; i < 1000; i++) {
      Scorecard one = Scorecard.of(factors(random), Weights.of(Map.of("land", 3.7)));
      Scorecard other = Scorecard.of(factors(random), Weights.of(Map.of("land", 3.7)));

      Lead lead = Lead.of(one, other);

      assertThat(lead.difference()).isEqualTo(one.value() - other.value());
      assertThat(lead.terms().stream().mapToDouble(Lead.Term::term).sum())
          .isEqualTo(lead.difference(), within(1e-12));
    }
  }

  /** Random merits, some alike and some unknown. */
  private static List<Factor> factors(Random random) {
    return CRITERIA.stream()
        .map(
            id ->
                random.nextInt(5) == 0
                    ? Factor.unknown(id, "", new Sentence("", ""))
                    : ScorecardTest.merit(id, random.nextInt(11) / 10.0))
        .toList();
  }

  private static List<Ranks.Contestant> weighed(
      List<List<Factor>> parks, Map<String, Double> weights) {
    List<Ranks.Contestant> all = new ArrayList<>();
    for (int i = 0; i < parks.size(); i++) {
      Scorecard card = Scorecard.of(parks.get(i), Weights.of(weights));
      all.add(new Ranks.Contestant("park " + (char) ('A' + i), i % 2, card));
    }
    return all;
  }

  private static Ranks.Contestant park(String id, double logistics, double labour) {
    return new Ranks.Contestant(id, 0, card(logistics, labour));
  }

  private static Scorecard card(double logistics, double labour) {
    return Scorecard.of(
        List.of(ScorecardTest.merit("logistics", logistics), ScorecardTest.merit("labour", labour)),
        Weights.EVEN);
  }
}
