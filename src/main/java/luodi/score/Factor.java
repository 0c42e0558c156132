package luodi.score;

import java.util.Optional;

/**
 * One criterion of good sense at one place.
 *
 * @param raw the value measured, empty when unknown
 * @param sub how good that is, 0 to 1; empty when unknown
 * @param weight an opinion, not a law
 * @param curve how raw becomes sub, in words
 */
public record Factor(
    String id,
    Optional<Double> raw,
    String unit,
    Optional<Double> sub,
    double weight,
    String curve,
    String source,
    boolean synthetic) {

  /**
   * Distance at which access is worth 1/e of access at the door, kilometres: our screening
   * constant.
   */
  private static final double REACH_KM = 100;

  /** Nearness of something useful: {@code e^(-d/100 km)}. */
  public static Factor nearness(
      String id, Optional<Double> km, double weight, String source, boolean synthetic) {
    return new Factor(
        id,
        km.map(distance -> Math.rint(distance * 10) / 10),
        "km",
        km.map(distance -> rounded(StrictMath.exp(-distance / REACH_KM))),
        weight,
        "exp(-d / 100 km)",
        source,
        synthetic);
  }

  /** The sum of what rules encourage and discourage: {@code 1 / (1 + e^-sum)}. */
  public static Factor policy(double sum, double weight, String source) {
    return new Factor(
        "policy",
        Optional.of(Math.rint(sum * 100) / 100),
        "sum of rule weights",
        Optional.of(rounded(1 / (1 + StrictMath.exp(-sum)))),
        weight,
        "1 / (1 + exp(-sum))",
        source,
        false);
  }

  static double rounded(double sub) {
    return Math.rint(sub * 1e4) / 1e4;
  }
}
