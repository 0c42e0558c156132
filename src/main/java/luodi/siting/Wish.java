package luodi.siting;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import luodi.score.Curve;
import luodi.score.Factor;
import luodi.score.Measure;
import luodi.score.Sentence;

/**
 * One thing that an asker wants of a park beside the law: needed, or only preferred.
 *
 * @param criterion such as {@code area_ha}
 * @param sense how what is found is compared with what is wanted
 * @param wanted an amount; 1 for yes and 0 for no
 * @param wantedText as it was told
 * @param unit of the amount, empty for yes and no
 * @param source who tells it
 * @param found what a park has of it; empty when that is not known
 */
record Wish(
    String criterion,
    Sense sense,
    double wanted,
    String wantedText,
    String unit,
    Source source,
    Function<Park, Optional<Double>> found) {

  enum Sense {
    AT_LEAST,
    AT_MOST,
    SAME
  }

  /** Where what is found was read. */
  record Source(String text, boolean synthetic) {}

  /** Whether a park has it; what is not known is not had. */
  boolean metBy(Park park) {
    return found.apply(park).map(this::enough).orElse(false);
  }

  private boolean enough(double amount) {
    return switch (sense) {
      case AT_LEAST -> amount >= wanted;
      case AT_MOST -> amount <= wanted;
      case SAME -> amount == wanted;
    };
  }

  /** By how much a park that has not enough falls short, in the unit; empty for yes and no. */
  Optional<Double> shortfall(Park park) {
    return sense == Sense.SAME
        ? Optional.empty()
        : found.apply(park).map(amount -> Math.rint(Math.abs(wanted - amount) * 1e4) / 1e4);
  }

  /** The wish as a criterion of the score: all of it is 1, less counts in proportion. */
  Factor preference(Park park) {
    String id = "prefer." + criterion;
    Optional<Double> amount = found.apply(park);
    if (amount.isEmpty()) {
      return Factor.unknown(
          id,
          unit,
          new Sentence(
              "不知道该园区的 %s".formatted(criterion),
              "%s of this park is not known".formatted(criterion)));
    }
    Curve curve =
        switch (sense) {
          case AT_LEAST -> Curve.atLeast(wanted);
          case AT_MOST -> Curve.atMost(wanted);
          case SAME -> Curve.equal(wanted);
        };
    return Factor.of(
        id,
        new Measure(Math.rint(amount.get() * 10) / 10, unit, source.text(), source.synthetic()),
        curve,
        new Sentence(
            "偏好 %s %s：%s".formatted(criterion, wantedText, told(amount.get(), "符合", "不符")),
            "preferred %s %s: %s"
                .formatted(criterion, wantedText, told(amount.get(), "so it is", "it is not so"))));
  }

  private String told(double amount, String yes, String no) {
    if (sense == Sense.SAME) {
      return amount == wanted ? yes : no;
    }
    return String.format(Locale.ROOT, "%.1f %s", amount, unit);
  }
}
