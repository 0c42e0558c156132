package luodi.siting;

import java.util.List;
import java.util.Optional;
import luodi.rule.Verdict;
import luodi.score.Scorecard;

/**
 * Parks for a project, best first.
 *
 * @param preconditions rules that weigh on the project wherever it stands
 * @param places parks that meet every need and that no rule prohibits
 * @param nearMisses parks that no rule prohibits and that miss one need only, the nearest miss
 *     first
 * @param failures parks that meet every need but that a rule prohibits, with the first such rule
 */
public record Ranking(
    List<String> preconditions,
    List<Place> places,
    List<NearMiss> nearMisses,
    List<Failure> failures,
    Counts counts,
    List<String> warnings) {

  /**
   * One park, with its county's full name.
   *
   * @param rankBest its rank when every weight may be a fifth more or less, at best
   * @param conditions rules that allow it on a condition
   * @param vacantHa empty when nobody told
   */
  public record Place(
      String id,
      String name,
      String adcode,
      String county,
      Verdict verdict,
      double score,
      int rank,
      int rankBest,
      int rankWorst,
      List<String> conditions,
      Optional<Double> vacantHa,
      double areaHa,
      double lon,
      double lat,
      boolean synthetic,
      Scorecard scoreDetail) {}

  /**
   * A park that misses one need only.
   *
   * @param shortfall in the unit; empty for yes and no, and when what the park has is not known
   * @param found what it has; empty when that is not known
   */
  public record NearMiss(
      String id,
      String name,
      String criterion,
      Optional<Double> shortfall,
      String unit,
      String wanted,
      Optional<Double> found,
      Verdict verdict) {}

  /** A park that a rule prohibits. */
  public record Failure(String id, String name, String rule) {}

  /**
   * How many parks there are of each kind; the lists may be shorter.
   *
   * @param others miss several needs
   */
  public record Counts(int parks, int places, int nearMisses, int failures, int others) {}
}
