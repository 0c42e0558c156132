package luodi.siting;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import luodi.industry.Needs;
import luodi.rule.Effect;
import luodi.rule.Judge;
import luodi.rule.Rule;
import luodi.rule.Where;
import luodi.score.Criterion;
import luodi.score.Curve;
import luodi.score.Factor;
import luodi.score.Measure;
import luodi.score.Sentence;

/**
 * Access to logistics: how near hub, rail node, port, airport and trunk line are, weighed by what
 * the industry needs. Inside a band that the law forbids the project, a line is worth nothing.
 */
final class Access {
  /** Distance at which access is worth 1/e of access at the door, kilometres: ours. */
  private static final double REACH_KM = 100;

  /** The same for lines, which one must drive to: ours. */
  private static final double REACH_OF_LINES_KM = 25;

  private static final Needs NEEDS = Needs.load();

  static final List<Kind> KINDS =
      List.of(
          new Kind("hub", "国家物流枢纽", "logistics hub", List.of("logistics-hub"), REACH_KM),
          new Kind("rail", "中欧班列节点", "rail node", List.of("cr-express"), REACH_KM),
          new Kind("port", "港口", "port", List.of("port"), REACH_KM),
          new Kind("airport", "机场", "airport", List.of("airport"), REACH_KM),
          new Kind("corridor", "运输通道", "trunk line", Vicinity.LINES, REACH_OF_LINES_KM));

  private Access() {}

  /** One thing to be near to, and the layers that hold it. */
  record Kind(String id, String zh, String en, List<String> layers, double reachKm) {

    /** The nearest of it; empty when no layer has any. */
    Optional<Vicinity.Near> nearest(Map<String, Vicinity.Near> around) {
      return layers.stream()
          .map(around::get)
          .filter(near -> near != null)
          .min(Comparator.comparingDouble(Vicinity.Near::metres));
    }

    /** Every industry needs a hub and a line; the rest as its kind of business does. */
    private double need(String industry) {
      return switch (id) {
        case "rail" -> NEEDS.of(industry, Needs.Need.RAIL);
        case "port" -> NEEDS.of(industry, Needs.Need.PORT);
        case "airport" -> NEEDS.of(industry, Needs.Need.AIR);
        default -> 1;
      };
    }
  }

  /** The kind of an id. */
  static Kind kind(String id) {
    return KINDS.stream().filter(kind -> kind.id().equals(id)).findFirst().orElseThrow();
  }

  /**
   * How wide the bands are that the rules in force surely forbid this project around all of a
   * layer, metres, by layer. Bands around some of its zones only, or for projects of which a fact
   * is missing, are left to the verdict.
   */
  static Map<String, Double> forbiddenM(Judge judge) {
    Map<String, Double> bands = new TreeMap<>();
    for (Rule rule : judge.rules()) {
      boolean forbids =
          rule.branches().stream().anyMatch(branch -> branch.effect() == Effect.PROHIBIT);
      if (forbids && judge.surelyApplies(rule)) {
        rule.where()
            .meaning()
            .atoms(
                atom -> {
                  if (atom instanceof Where.Within band
                      && band.distanceM().isPresent()
                      && band.ref().conditions().isEmpty()) {
                    bands.merge(band.ref().layer(), band.distanceM().getAsDouble(), Math::max);
                  }
                });
      }
    }
    return bands;
  }

  /** The factor {@code logistics}. */
  static Factor of(Vicinity around, String industry, Map<String, Double> forbiddenM) {
    List<Factor> parts = new ArrayList<>();
    boolean caught =
        forbiddenM.entrySet().stream()
            .anyMatch(band -> isCaught(around.nearest().get(band.getKey()), forbiddenM));
    for (int i = 0; i < KINDS.size(); i++) {
      Kind kind = KINDS.get(i);
      double need = kind.need(industry);
      if (need > 0) {
        Factor part = caught ? part(kind, around.nearest(), forbiddenM) : around.access().get(i);
        parts.add(part.weighing(need));
      }
    }
    return Factor.of(
        Criterion.LOGISTICS.id(),
        parts,
        new Sentence(
            parts.stream().map(Factor::sentenceZh).collect(Collectors.joining("；")),
            parts.stream().map(Factor::sentenceEn).collect(Collectors.joining("; "))));
  }

  private static boolean isCaught(Vicinity.Near near, Map<String, Double> forbiddenM) {
    return near != null && near.metres() < forbiddenM.getOrDefault(near.layer().id(), 0.0);
  }

  /** How near one kind is. */
  static Factor part(Kind kind, Map<String, Vicinity.Near> around, Map<String, Double> forbiddenM) {
    Optional<Vicinity.Near> near = kind.nearest(around);
    if (near.isEmpty()) {
      return Factor.unknown(
          kind.id(),
          "km",
          new Sentence(
              "没有%s的数据".formatted(kind.zh()), "there are no data on any %s".formatted(kind.en())));
    }
    Optional<Vicinity.Near> caught =
        kind.layers().stream()
            .map(around::get)
            .filter(one -> isCaught(one, forbiddenM))
            .findFirst();
    Vicinity.Near told = caught.orElse(near.get());
    return Factor.of(
        kind.id(),
        new Measure(told.km(), "km", told.told(), told.layer().synthetic()),
        caught.isPresent() ? Curve.forbiddenBand() : Curve.nearness(kind.reachKm()),
        sentence(kind, told, caught.isPresent()));
  }

  private static Sentence sentence(Kind kind, Vicinity.Near near, boolean caught) {
    String km = String.format(Locale.ROOT, "%.1f", near.km());
    String name = near.zone().name();
    return caught
        ? new Sentence(
            "在法律禁止该项目的%s“%s”带内，不计通达".formatted(kind.zh(), name),
            "inside the band along %s “%s” that the law forbids this project: worth nothing"
                .formatted(kind.en(), name))
        : new Sentence(
            "距最近的%s“%s” %s km".formatted(kind.zh(), name, km),
            "%s km to the nearest %s, “%s”".formatted(km, kind.en(), name));
  }
}
