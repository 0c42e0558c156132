package luodi.siting;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import luodi.atlas.Atlas;
import luodi.rule.Judge;
import luodi.rule.Judgement;
import luodi.rule.Outcome;
import luodi.rule.Regions;
import luodi.rule.Rulebook;
import luodi.score.Criterion;
import luodi.score.Curve;
import luodi.score.Factor;
import luodi.score.Indicators;
import luodi.score.Measure;
import luodi.score.Scorecard;
import luodi.score.Sentence;
import luodi.score.Weights;

/**
 * Scores places: the bridge between what lies around one, what the law encourages there, and what
 * users brought. What no table and no layer tells is unknown. Immutable.
 */
final class GoodSense {
  private static final double LIKE_PARKS_AT_HALF = 10;

  private static final List<String> SPECIAL_AREAS =
      List.of("special-area", "treated-as-west", "demo-zone");

  private static final Map<Criterion, Factor> UNTOLD =
      Arrays.stream(Criterion.values())
          .collect(Collectors.toMap(criterion -> criterion, GoodSense::untold));

  private final Atlas atlas;
  private final Map<String, List<Listed>> listed = new HashMap<>(); // by code
  private final boolean listsAreComplete;
  private final Indicators indicators;

  /** A division on a list of special areas. */
  private record Listed(String kind, Regions.Row row) {}

  GoodSense(Atlas atlas, Rulebook rulebook, Indicators indicators) {
    this.atlas = atlas;
    this.indicators = indicators;
    boolean complete = true;
    for (String name : SPECIAL_AREAS) {
      Optional<Regions.Table> table = rulebook.regions().named(name);
      complete &= table.map(Regions.Table::complete).orElse(false);
      for (Regions.Row row : table.map(Regions.Table::rows).orElse(List.of())) {
        listed
            .computeIfAbsent(row.adcode(), code -> new ArrayList<>())
            .add(new Listed(row.attributes().getOrDefault("type", name), row));
      }
    }
    this.listsAreComplete = complete;
  }

  Indicators indicators() {
    return indicators;
  }

  /**
   * All criteria at a place.
   *
   * @param around what lies there
   * @param judge the project and its day
   * @param judgement what the law says of it there
   */
  Scorecard of(Vicinity around, Judge judge, Judgement judgement, Weights weights) {
    return Scorecard.of(factors(around, judge, judgement, Access.forbiddenM(judge)), weights);
  }

  /** The criteria at a place, in the order of {@link Criterion}, before they are weighed. */
  List<Factor> factors(
      Vicinity around, Judge judge, Judgement judgement, Map<String, Double> forbiddenM) {
    List<Factor> factors = new ArrayList<>();
    String industry = judge.project().industry();
    for (Criterion criterion : Criterion.values()) {
      Optional<Factor> brought = indicators.of(criterion, around.places());
      factors.add(
          brought.orElseGet(
              () ->
                  switch (criterion) {
                    case POLICY -> policy(judgement);
                    case LOGISTICS -> Access.of(around, industry, forbiddenM);
                    case SPECIAL_AREA -> specialArea(around, judge.project().day());
                    case HOMOGENEITY -> homogeneity(around, industry);
                    case SUPPLY_CHAIN, LABOUR, ENERGY, LAND -> UNTOLD.get(criterion);
                  }));
    }
    return factors;
  }

  private static Factor untold(Criterion criterion) {
    return Factor.unknown(
        criterion.id(),
        "",
        new Sentence(
            "没有%s指标；可用 bin/luodi ingest indicators.csv 自带".formatted(criterion.zh()),
            "nobody brought an indicator of %s; bring one with bin/luodi ingest indicators.csv"
                .formatted(criterion.en())));
  }

  private static Factor policy(Judgement judgement) {
    double sum = 0;
    Map<String, String> told = new LinkedHashMap<>();
    for (Judgement.Entry entry : judgement.entries()) {
      Outcome outcome = entry.finding().outcome();
      if (outcome == Outcome.ENCOURAGED || outcome == Outcome.DISCOURAGED) {
        double weight = weight(entry);
        if (weight != 0 && told.put(entry.rule().titleZh(), entry.rule().titleEn()) == null) {
          sum += weight;
        }
      }
    }
    return Factor.of(
        Criterion.POLICY.id(),
        new Measure(
            Math.rint(sum * 100) / 100,
            "sum of rule weights",
            "rules that encourage or discourage; their weights are ours",
            false),
        Curve.sumOfWeights(),
        told.isEmpty()
            ? new Sentence("没有鼓励或限制的导向", "no rule encourages or discourages it here")
            : new Sentence(
                "政策导向：" + String.join("、", told.keySet()),
                "directions that speak of it: " + String.join(", ", told.values())));
  }

  /** Of the branches that have the effect that was found. */
  private static double weight(Judgement.Entry entry) {
    return entry.rule().branches().stream()
        .filter(branch -> branch.effect() == entry.finding().effect())
        .mapToDouble(branch -> branch.weight().orElse(0))
        .findFirst()
        .orElse(0);
  }

  /** On any list of special areas; not to be on the lists that there are says nothing of others. */
  private Factor specialArea(Vicinity around, LocalDate day) {
    Set<String> kinds = new TreeSet<>();
    Set<String> sources = new TreeSet<>();
    for (String code : around.codes()) {
      for (Listed one : listed.getOrDefault(code, List.of())) {
        if (one.row().interval().holds(day)) {
          kinds.add(one.kind());
          sources.add(one.row().source() + " (" + one.row().confidence() + ")");
        }
      }
    }
    if (kinds.isEmpty() && (!listsAreComplete || around.codes().isEmpty())) {
      return Factor.unknown(
          Criterion.SPECIAL_AREA.id(),
          "lists",
          new Sentence(
              "不在已有的特殊类型地区名单上；资源枯竭、欠发达等名单没有数据",
              "on none of the lists of special areas that are here; some lists are missing"));
    }
    String list = kinds.stream().collect(Collectors.joining(", "));
    return Factor.of(
        Criterion.SPECIAL_AREA.id(),
        new Measure(kinds.size(), "lists", String.join("; ", sources), false),
        Curve.any(),
        new Sentence("在特殊类型地区名单上：" + list, "on the lists of special areas: " + list));
  }

  private Factor homogeneity(Vicinity around, String industry) {
    if (around.silentParks().isEmpty() || industry.length() < 2) {
      return UNTOLD.get(Criterion.HOMOGENEITY);
    }
    String division = industry.substring(0, 2);
    int alike = around.likeParks().getOrDefault(division, 0);
    int silent = around.silentParks().get();
    String source = atlas.layer(Vicinity.PARKS).map(layer -> layer.source()).orElse("");
    boolean synthetic = atlas.layer(Vicinity.PARKS).map(layer -> layer.synthetic()).orElse(false);
    return Factor.between(
        Criterion.HOMOGENEITY.id(),
        new Measure(alike, "parks", source, synthetic),
        alike + silent,
        Curve.fewer(LIKE_PARKS_AT_HALF),
        new Sentence(
            "100 km 内另有 " + alike + " 个园区以 " + division + " 大类为主导产业，" + silent + " 个未说明",
            "within 100 km "
                + alike
                + " other parks lead in division "
                + division
                + ", "
                + silent
                + " do not say"));
  }
}
