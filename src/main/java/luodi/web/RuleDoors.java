package luodi.web;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import luodi.fault.Fault;
import luodi.ogc.Media;
import luodi.rule.Rule;
import luodi.rule.RuleSchema;
import luodi.siting.RuleGround;

/** The law: its rules, the ground that each speaks of, and how a rule is written. */
final class RuleDoors implements RouteGroup {
  private final Supplier<Desk> desk;

  RuleDoors(Supplier<Desk> desk) {
    this.desk = desk;
  }

  @Override
  public void addTo(JavalinConfig config) {
    config.routes.get("/rules", this::rules);
    config.routes.get("/rules/{id}", this::rule);
    config.routes.get("/rules/{id}/ground", this::ground);
    config.routes.get("/schemas/rulebook.json", this::schema);
  }

  private void rules(Context context) {
    Query.of(context, Set.of());
    Desk now = desk.get();
    LocalDate today = now.today();
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put(
        "rules", now.rulebook().rules().stream().map(rule -> Shown.rule(rule, today)).toList());
    shown.put("packs", now.rulebook().packs());
    Respond.json(context, shown);
  }

  private void rule(Context context) {
    Query.of(context, Set.of());
    Desk now = desk.get();
    Respond.json(context, Shown.ruleInFull(named(context, now), now.today()));
  }

  private void ground(Context context) {
    Desk now = desk.get();
    Query query = Query.of(context, Set.of("within", "bbox", "as_of"));
    Rule rule = named(context, now);
    Query.Ground told = query.ground();
    LocalDate day = query.day("as_of", now.today());
    RuleGround ground = now.landscape().get().ground(rule, told.within(), told.bbox(), day);
    Respond.as(context, Media.GEOJSON, geoJson(ground, day));
  }

  private static Map<String, Object> geoJson(RuleGround ground, LocalDate day) {
    Map<String, Object> collection = new LinkedHashMap<>();
    collection.put("type", "FeatureCollection");
    collection.put("rule", ground.rule().id());
    collection.put("where", ground.rule().on(day).where().text());
    collection.put("as_of", day.toString());
    collection.put("stands", ground.standsThen());
    collection.put("warnings", ground.warnings());
    collection.put("features", ground.areas().stream().map(RuleDoors::feature).toList());
    return collection;
  }

  private static Map<String, Object> feature(RuleGround.Area area) {
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put("holds", area.holds());
    properties.put("lacks", List.copyOf(area.lacks()));
    properties.put("area_m2", area.areaM2());
    return Shown.feature(properties, area.shape());
  }

  private void schema(Context context) {
    Query.of(context, Set.of());
    Respond.bytes(context, "application/schema+json; charset=utf-8", RuleSchema.text());
  }

  private static Rule named(Context context, Desk now) {
    String id = context.pathParam("id");
    return now.rulebook()
        .rule(id)
        .orElseThrow(
            () -> Fault.NOT_FOUND.because("There is no rule '%s'; GET /rules lists all.", id));
  }
}
