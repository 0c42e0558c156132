package luodi.web;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import luodi.atlas.Layer;
import luodi.geo.GeoJson;
import luodi.ground.Interval;
import luodi.ground.Letter;
import luodi.rule.Citation;
import luodi.rule.FactTable;
import luodi.rule.Rule;
import luodi.rule.Sought;
import luodi.siting.Explanation;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/** Rules, facts, layers and letters as the contract writes them. */
final class Shown {
  private Shown() {}

  static Map<String, Object> explanation(Explanation here) {
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("letters", letters(here.letters()));
    shown.put(
        "rules",
        here.rules().stream()
            .map(
                found -> {
                  Map<String, Object> rule = new LinkedHashMap<>();
                  rule.put("id", found.rule().id());
                  rule.put("title_zh", found.rule().titleZh());
                  rule.put("title_en", found.rule().titleEn());
                  rule.put("certain", found.certain());
                  rule.put("letters", letters(found.letters()));
                  return rule;
                })
            .toList());
    return shown;
  }

  private static List<Map<String, Object>> letters(List<Letter> letters) {
    return letters.stream().map(Shown::letter).toList();
  }

  /** {@code {"layer":"river-shoreline","attributes":{"rank":"main"},"within_m":1000}}. */
  private static Map<String, Object> letter(Letter letter) {
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("layer", letter.layer());
    shown.put("attributes", letter.attributes());
    if (letter.kind() == Letter.Kind.COVERAGE) {
      shown.put("coverage", true);
    }
    if (letter.withinM().isPresent()) {
      shown.put("within_m", letter.withinM().getAsDouble());
    }
    return shown;
  }

  /** The letters of one layer that matter for an industry. */
  static Map<String, Object> sought(Sought sought) {
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("layer", sought.layer());
    shown.put("attributes", sought.attributes());
    shown.put("overlap", sought.overlap());
    shown.put("within_m", sought.bandsM());
    shown.put("distance_set_elsewhere", sought.distanceSetElsewhere());
    shown.put("parts", sought.parts());
    shown.put("effect", sought.strictest().word());
    shown.put("in_profile", sought.inProfile());
    shown.put("rules", sought.rules());
    return shown;
  }

  /** A rule in a list. */
  static Map<String, Object> rule(Rule rule, LocalDate day) {
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("id", rule.id());
    shown.put("subject", rule.subject());
    shown.put("title_zh", rule.titleZh());
    shown.put("title_en", rule.titleEn());
    shown.put("authority", rule.authority());
    shown.put("in_force", interval(rule.inForce()));
    shown.put("in_force_today", rule.inForce().holds(day));
    shown.put("effect", rule.strictest().word());
    shown.put("applies_to", rule.appliesTo().text());
    shown.put("where", rule.where().text());
    shown.put("part", rule.part());
    shown.put("pack", rule.pack());
    shown.put("tightens", rule.tightens());
    return shown;
  }

  /** A rule with its history and text. */
  static Map<String, Object> ruleInFull(Rule rule, LocalDate day) {
    Map<String, Object> shown = rule(rule, day);
    shown.put("branches", rule.branches().stream().map(Shown::branch).toList());
    shown.put("condition", rule.condition());
    shown.put("approver", rule.approver());
    shown.put("deliverable", rule.deliverable());
    shown.put("can_be_met", rule.canBeMet());
    shown.put("suspended", rule.suspensions().stream().map(Shown::suspension).toList());
    shown.put("family", rule.family());
    shown.put("exception_to", rule.exceptionTo());
    shown.put("citations", rule.citations().stream().map(Shown::citation).toList());
    shown.put("before", rule.before().stream().map(Shown::before).toList());
    shown.put("remarks", rule.remarks());
    shown.put("confidence", rule.confidence());
    return shown;
  }

  /** How a rule read on earlier days; parts that read as today are left out. */
  private static Map<String, Object> before(Rule.Before before) {
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("in_force", interval(before.interval()));
    shown.put("unread", before.unread());
    before.appliesTo().ifPresent(applies -> shown.put("applies_to", applies.text()));
    before.where().ifPresent(where -> shown.put("where", where.text()));
    before
        .branches()
        .ifPresent(all -> shown.put("branches", all.stream().map(Shown::branch).toList()));
    shown.put("why", before.why());
    return shown;
  }

  private static Map<String, Object> branch(Rule.Branch branch) {
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("when", branch.when().text());
    shown.put("effect", branch.effect().word());
    shown.put("weight", branch.weight().isPresent() ? branch.weight().getAsDouble() : null);
    return shown;
  }

  private static Map<String, Object> suspension(Rule.Suspension pause) {
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("days", interval(pause.interval()));
    shown.put("by", pause.by());
    return shown;
  }

  private static Map<String, Object> citation(Citation citation) {
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("document", citation.document());
    shown.put("number", citation.number());
    shown.put("article", citation.article());
    shown.put("text", citation.text());
    shown.put("text_kind", citation.textKind());
    shown.put("in_force", interval(citation.interval()));
    shown.put("status", citation.status());
    shown.put("source", citation.source());
    return shown;
  }

  private static String[] interval(Interval interval) {
    return new String[] {
      interval.from().map(LocalDate::toString).orElse(null),
      interval.to().map(LocalDate::toString).orElse(null)
    };
  }

  static Map<String, Object> fact(FactTable.Entry entry) {
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("key", entry.key());
    shown.put("type", entry.type().name().toLowerCase(java.util.Locale.ROOT));
    shown.put("unit", entry.unit().isEmpty() ? null : entry.unit());
    shown.put("choices", entry.choices());
    shown.put("presumed", entry.presumed().isEmpty() ? null : entry.presumed());
    shown.put("decides", entry.decides());
    shown.put("question_zh", entry.questionZh());
    shown.put("question_en", entry.questionEn());
    return shown;
  }

  /** A layer's manifest; coverage as its bounding box. */
  static Map<String, Object> layer(Layer layer, int zones) {
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("id", layer.id());
    shown.put("title_zh", layer.titleZh());
    shown.put("title_en", layer.titleEn());
    shown.put("geometry", layer.geometry().word());
    shown.put("edition", layer.edition());
    shown.put("source", layer.source());
    shown.put("licence", layer.licence());
    shown.put("crs", layer.crs());
    shown.put("accuracy_m", layer.accuracyM());
    shown.put("exact", layer.exact());
    shown.put("synthetic", layer.synthetic());
    shown.put("zones", zones);
    shown.put("coverage_bbox", layer.coverage().map(Shown::bbox).orElse(null));
    return shown;
  }

  /** A layer's manifest with its declared coverage as GeoJSON. */
  static Map<String, Object> layerInFull(Layer layer, int zones) {
    Map<String, Object> shown = layer(layer, zones);
    Optional<Geometry> coverage = layer.coverage();
    shown.put("coverage", coverage.map(GeoJson::write).orElse(null));
    shown.put("editions", List.of(layer.edition()));
    return shown;
  }

  private static double[] bbox(Geometry shape) {
    Envelope box = shape.getEnvelopeInternal();
    return new double[] {box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY()};
  }

  /** A GeoJSON feature. */
  static Map<String, Object> feature(Map<String, Object> properties, Geometry shape) {
    Map<String, Object> feature = new LinkedHashMap<>();
    feature.put("type", "Feature");
    feature.put("properties", properties);
    feature.put("geometry", GeoJson.write(shape));
    return feature;
  }
}
