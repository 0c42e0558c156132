package luodi.score;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import luodi.fault.Fault;

/**
 * What users brought of places, the newest year of each. A value's merit lies between the worst and
 * the best that was brought of places of its kind in the same unit. Immutable.
 */
public final class Indicators {
  /** Nobody brought anything. */
  public static final Indicators NONE = new Indicators(List.of());

  private static final int EDITION_LENGTH = 12;

  private final List<Indicator> all;
  private final Map<Key, TreeMap<String, Indicator>> newest = new HashMap<>(); // by unit
  private final Map<Scale, double[]> spans = new HashMap<>();

  private record Key(String place, Criterion factor) {}

  private record Scale(Indicator.Kind kind, Criterion factor, String unit) {
    static Scale of(Indicator one) {
      return new Scale(one.kind(), one.factor(), one.unit());
    }
  }

  private Indicators(List<Indicator> all) {
    this.all = all;
    for (Indicator one : all) {
      newest
          .computeIfAbsent(new Key(one.place(), one.factor()), key -> new TreeMap<>())
          .merge(one.unit(), one, (a, b) -> a.year() >= b.year() ? a : b);
    }
    newest.values().forEach(units -> units.values().forEach(this::widenSpan));
  }

  private void widenSpan(Indicator one) {
    double[] span =
        spans.computeIfAbsent(Scale.of(one), scale -> new double[] {one.value(), one.value()});
    span[0] = Math.min(span[0], one.value());
    span[1] = Math.max(span[1], one.value());
  }

  /**
   * Reads one file.
   *
   * @param text CSV with the columns place, factor, value, unit, source, year
   * @throws luodi.fault.FaultException {@code BAD_FILE} with each fault and its line
   */
  public static Indicators parse(String name, String text) {
    return new Indicators(IndicatorTable.read(name, text));
  }

  /** The columns of a file of indicators. */
  public static List<String> columns() {
    return IndicatorTable.COLUMNS;
  }

  /** Both; {@code CONFLICT} when they tell the same of the same year. */
  public Indicators and(Indicators more) {
    Map<List<Object>, Indicator> known = new HashMap<>();
    for (Indicator one : all) {
      known.put(List.of(one.place(), one.factor(), one.unit(), one.year()), one);
    }
    for (Indicator one : more.all) {
      if (known.containsKey(List.of(one.place(), one.factor(), one.unit(), one.year()))) {
        throw Fault.CONFLICT.because(
            "%s of %s in %s of %d stands in two files; take it out of one.",
            one.factor().id(), one.place(), one.unit(), one.year());
      }
    }
    List<Indicator> both = new ArrayList<>(all);
    both.addAll(more.all);
    return new Indicators(List.copyOf(both));
  }

  /** How many rows there are. */
  public int size() {
    return all.size();
  }

  /** The criteria that anything was brought of. */
  public List<String> factors() {
    return new TreeSet<>(all.stream().map(Indicator::factor).toList())
        .stream().map(Criterion::id).toList();
  }

  /** The newest value of a place in one unit, such as {@code land} in {@code ha}. */
  public Optional<Double> value(String place, Criterion factor, String unit) {
    return Optional.ofNullable(newest.get(new Key(place, factor)))
        .map(units -> units.get(unit))
        .map(Indicator::value);
  }

  /**
   * What was brought of a criterion, in each unit of the finest place that has it.
   *
   * @param places a park's id, then the codes of county, prefecture and province
   */
  public Optional<Factor> of(Criterion factor, List<String> places) {
    TreeMap<String, Factor> parts = new TreeMap<>();
    for (String place : places) {
      newest
          .getOrDefault(new Key(place, factor), new TreeMap<>())
          .forEach((unit, one) -> parts.putIfAbsent(unit, told(one)));
    }
    if (parts.isEmpty()) {
      return Optional.empty();
    }
    List<Factor> told = List.copyOf(parts.values());
    return Optional.of(
        told.size() == 1
            ? told.get(0)
            : Factor.of(
                factor.id(),
                told,
                new Sentence(
                    told.stream().map(Factor::sentenceZh).collect(Collectors.joining("；")),
                    told.stream().map(Factor::sentenceEn).collect(Collectors.joining("; ")))));
  }

  private Factor told(Indicator one) {
    Yardstick stick = Yardstick.of(one.factor(), one.unit()).orElseThrow();
    double[] span = spans.get(Scale.of(one));
    Curve curve =
        one.unit().equals(Yardstick.MERIT)
            ? Curve.itself()
            : stick.moreIsBetter()
                ? Curve.between(span[0], span[1])
                : Curve.between(span[1], span[0]);
    String source =
        "%s, %d (%s; brought by the user)".formatted(one.source(), one.year(), one.place());
    return Factor.of(
        one.factor().id(),
        new Measure(one.value(), one.unit(), source, false),
        curve,
        new Sentence(
            "%s（%s，%d年）：%s %s"
                .formatted(stick.zh(), one.place(), one.year(), one.value(), one.unit()),
            "%s (%s, %d): %s %s"
                .formatted(stick.en(), one.place(), one.year(), one.value(), one.unit())));
  }

  /** A short word that stands for these values and no others; empty when there are none. */
  public Optional<String> edition() {
    if (all.isEmpty()) {
      return Optional.empty();
    }
    String text =
        all.stream()
            .map(Indicator::toString)
            .sorted(Comparator.naturalOrder())
            .collect(Collectors.joining("\n"));
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return Optional.of(HexFormat.of().formatHex(hash).substring(0, EDITION_LENGTH));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
