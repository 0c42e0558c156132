package luodi.score;

import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * One criterion of good sense at one place, or a part of one.
 *
 * @param id a {@link Criterion}'s, {@code prefer.…} for a preference; of a part its own
 * @param raw the value measured, empty when unknown and where {@code parts} tell theirs
 * @param sub how good that is, 0 to 1; empty when nothing of it is known
 * @param low the merit when all that is unknown turns out badly
 * @param high the merit when all that is unknown turns out well
 * @param weight an opinion, not a law
 * @param curve how raw becomes sub
 * @param sentenceZh what was found, for people
 * @param synthetic true when it rests on ground that was made up
 * @param parts what it is the weighted mean of; empty when it was measured itself
 */
public record Factor(
    String id,
    Optional<Double> raw,
    String unit,
    Optional<Double> sub,
    double low,
    double high,
    double weight,
    String curve,
    String source,
    String sentenceZh,
    String sentenceEn,
    boolean synthetic,
    List<Factor> parts) {
  /** What an unknown merit counts in the value of a score. */
  static final double UNKNOWN = 0.5;

  public Factor {
    parts = List.copyOf(parts);
  }

  /** A criterion that was measured. */
  public static Factor of(String id, Measure measure, Curve curve, Sentence sentence) {
    double sub = curve.of(measure.raw());
    return new Factor(
        id,
        Optional.of(measure.raw()),
        measure.unit(),
        Optional.of(sub),
        sub,
        sub,
        1,
        curve.text(),
        measure.source(),
        sentence.zh(),
        sentence.en(),
        measure.synthetic(),
        List.of());
  }

  /**
   * A criterion of which the raw value is only known to lie between two bounds.
   *
   * @param other the farther bound; the measure tells the nearer one
   */
  public static Factor between(
      String id, Measure measure, double other, Curve curve, Sentence sentence) {
    Factor near = of(id, measure, curve, sentence);
    double far = curve.of(other);
    return new Factor(
        id,
        near.raw,
        near.unit,
        near.sub,
        Math.min(near.low, far),
        Math.max(near.high, far),
        1,
        near.curve,
        near.source,
        near.sentenceZh,
        near.sentenceEn,
        near.synthetic,
        List.of());
  }

  /** A criterion that no table and no layer tells. */
  public static Factor unknown(String id, String unit, Sentence why) {
    return new Factor(
        id,
        Optional.empty(),
        unit,
        Optional.empty(),
        0,
        1,
        1,
        "",
        "no data",
        why.zh(),
        why.en(),
        false,
        List.of());
  }

  /** The weighted mean of some parts; unknown when all of them are, or none weighs anything. */
  public static Factor of(String id, List<Factor> parts, Sentence sentence) {
    List<Factor> weighty = parts.stream().filter(part -> part.weight > 0).toList();
    boolean known = weighty.stream().anyMatch(part -> part.sub.isPresent());
    if (!known) {
      Factor nothing = unknown(id, "", sentence);
      return new Factor(
          id,
          nothing.raw,
          "",
          nothing.sub,
          0,
          1,
          1,
          "",
          nothing.source,
          sentence.zh(),
          sentence.en(),
          false,
          weighty);
    }
    return new Factor(
        id,
        Optional.empty(),
        "",
        Optional.of(mean(weighty, Factor::merit)),
        mean(weighty, Factor::low),
        mean(weighty, Factor::high),
        1,
        "sum(weight * sub) / sum(weight) of the parts",
        weighty.stream()
            .filter(part -> part.sub.isPresent())
            .map(Factor::source)
            .distinct()
            .collect(Collectors.joining("; ")),
        sentence.zh(),
        sentence.en(),
        weighty.stream().anyMatch(Factor::synthetic),
        weighty);
  }

  /** The same with another weight. */
  public Factor weighing(double other) {
    return new Factor(
        id,
        raw,
        unit,
        sub,
        low,
        high,
        other,
        curve,
        source,
        sentenceZh,
        sentenceEn,
        synthetic,
        parts);
  }

  /** What it counts in a score's value: ½ when nothing is known. */
  double merit() {
    return sub.orElse(UNKNOWN);
  }

  /** {@code Σ w·s / Σ w}, unrounded, so that differences of scores can be told by factor. */
  static double mean(List<Factor> factors, ToDoubleFunction<Factor> merit) {
    double weights = 0;
    double sum = 0;
    for (Factor factor : factors) {
      weights += factor.weight;
      sum += factor.weight * merit.applyAsDouble(factor);
    }
    return weights == 0 ? 0 : sum / weights;
  }
}
