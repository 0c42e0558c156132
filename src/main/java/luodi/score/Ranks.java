package luodi.score;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Places in order, and how far each can move when every weight may be up to a fifth more or less.
 *
 * <p>Whether one place beats another is decided by {@code Σ w·(s − t)}, which is linear in the
 * weights: over a box of weights its extremes lie at corners that are chosen coordinate by
 * coordinate. So a place's best rank is 1 and whoever beats it at every weight, its worst rank all
 * but whom it always beats. Immutable and safe for many threads.
 */
public final class Ranks {
  /** How far each weight may stray, as a share of itself. */
  public static final double SWING = 0.2;

  /** Scores that differ by less are told apart by id: what rounding leaves of equal sums. */
  private static final double SAME = 1e-12;

  /**
   * A place to be ranked.
   *
   * @param tier places of a lower tier come first, whatever the scores: the law before the opinion
   * @param id tells equal scores apart
   */
  public record Contestant(String id, int tier, Scorecard card) {}

  /** Where a place stands, from 1, and the bounds of that. */
  public record Rank(int rank, int best, int worst) {}

  /** The better one first. */
  public static final Comparator<Contestant> BEST_FIRST =
      Comparator.comparingInt(Contestant::tier)
          .thenComparing(one -> -Math.rint(one.card().value() / SAME))
          .thenComparing(Contestant::id);

  private final List<Contestant> ordered;
  private final double[][] merits; // by contestant and factor, times the weight

  private Ranks(List<Contestant> ordered) {
    this.ordered = ordered;
    this.merits = new double[ordered.size()][];
    for (int i = 0; i < merits.length; i++) {
      merits[i] =
          ordered.get(i).card().factors().stream()
              .mapToDouble(factor -> factor.weight() * factor.merit())
              .toArray();
    }
  }

  /**
   * Ranks places whose scorecards have the same factors and weights.
   *
   * @throws IllegalArgumentException when they have not
   */
  public static Ranks of(List<Contestant> contestants) {
    List<Contestant> ordered = new ArrayList<>(contestants);
    ordered.sort(BEST_FIRST);
    Ranks ranks = new Ranks(List.copyOf(ordered));
    for (double[] row : ranks.merits) {
      if (row.length != ranks.merits[0].length) {
        throw new IllegalArgumentException("places must be ranked by the same factors");
      }
    }
    return ranks;
  }

  /** All, the best first. */
  public List<Contestant> ordered() {
    return ordered;
  }

  /** Where the contestant at a position of {@link #ordered} stands. */
  public Rank at(int position) {
    int best = 1;
    int worst = ordered.size();
    for (int other = 0; other < ordered.size(); other++) {
      if (other != position) {
        best += alwaysBeats(other, position) ? 1 : 0;
        worst -= alwaysBeats(position, other) ? 1 : 0;
      }
    }
    return new Rank(position + 1, best, worst);
  }

  private boolean alwaysBeats(int one, int other) {
    Contestant a = ordered.get(one);
    Contestant b = ordered.get(other);
    if (a.tier() != b.tier()) {
      return a.tier() < b.tier();
    }
    double least = leastLead(merits[one], merits[other]);
    return least > SAME || least >= -SAME && a.id().compareTo(b.id()) < 0;
  }

  /** The least of {@code Σ w·(s − t)} over the box: gains at light weights, losses at heavy. */
  private static double leastLead(double[] of, double[] over) {
    double lead = 0;
    for (int i = 0; i < of.length; i++) {
      double gain = of[i] - over[i];
      lead += gain * (gain > 0 ? 1 - SWING : 1 + SWING);
    }
    return lead;
  }
}
