package luodi.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import luodi.fault.Fault;
import luodi.industry.Industry;
import luodi.ogc.Media;
import luodi.siting.Landscape;
import luodi.siting.Proposal;
import luodi.siting.ProposalReader;
import luodi.siting.SupposedGround;
import luodi.siting.Verdicts;
import luodi.tile.TileAddress;

/** What a project may do everywhere. */
final class VerdictDoors implements RouteGroup {
  private static final Map<String, Verdicts.By> BY =
      Map.of(
          "province", Verdicts.By.PROVINCE,
          "prefecture", Verdicts.By.PREFECTURE,
          "county", Verdicts.By.COUNTY);

  private static final int DEEPEST = 16;

  private final Supplier<Desk> desk;

  VerdictDoors(Supplier<Desk> desk) {
    this.desk = desk;
  }

  @Override
  public void addTo(JavalinConfig config) {
    config.routes.get("/verdicts", this::verdicts);
    config.routes.post("/verdicts", this::supposed);
    config.routes.get("/tiles/verdict/{industry}/{z}/{x}/{y}.png", this::png);
    config.routes.get("/tiles/verdict/{industry}.json", this::tileJson);
  }

  private void png(Context context) {
    Desk now = desk.get();
    Query query = Query.ofFacts(context, Set.of("as_of", "from", "facts", "f"));
    Form.of(context, Media.PNG);
    TileAddress tile =
        TileAddress.parse(context.pathParam("z"), context.pathParam("x"), context.pathParam("y"));
    byte[] png = now.landscape().get().png(project(context, query, now), strict(query), tile);
    Respond.bytes(context, Media.PNG.type(), png);
  }

  private void tileJson(Context context) {
    Desk now = desk.get();
    Query query = Query.ofFacts(context, Set.of("as_of", "from", "facts"));
    Industry industry =
        now.industries().named(project(context, query, now).industry().orElseThrow());
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("tilejson", "3.0.0");
    shown.put("name", industry.code() + " " + industry.zh());
    shown.put("scheme", "xyz");
    shown.put("tiles", List.of(tiles(context, industry, "png")));
    shown.put("vector_tiles", List.of(tiles(context, industry, "mvt")));
    shown.put("minzoom", 0);
    shown.put("maxzoom", DEEPEST);
    shown.put("bounds", List.of(73.0, 3.0, 136.0, 54.0));
    shown.put("legend", Landscape.legend());
    shown.put("vector_layers", List.of());
    Respond.json(context, shown);
  }

  private static String tiles(Context context, Industry industry, String form) {
    String raw = context.queryString();
    return Address.of(context)
        + "/tiles/verdict/"
        + industry.code()
        + "/{z}/{x}/{y}."
        + form
        + (raw == null ? "" : "?" + raw);
  }

  /** A project whose industry stands in the path. */
  static Proposal project(Context context, Query query, Desk now) {
    ObjectNode project = query.project();
    project.put("industry", context.pathParam("industry"));
    return ProposalReader.readWithoutSite(project, now.today());
  }

  static boolean strict(Query query) {
    return query.choice("facts", Map.of("strict", true), false);
  }

  private void verdicts(Context context) {
    Desk now = desk.get();
    Query query =
        Query.ofFacts(
            context, Set.of("industry", "product", "as_of", "from", "by", "within", "facts", "f"));
    Proposal anywhere = ProposalReader.readWithoutSite(query.project(), now.today());
    Verdicts verdicts =
        now.landscape()
            .get()
            .verdicts(
                anywhere,
                query.choice("by", BY, Verdicts.By.PROVINCE),
                Optional.ofNullable(query.text("within")),
                strict(query));
    if (Form.of(context, Media.JSON, Media.CSV) == Media.CSV) {
      Respond.bytes(
          context, "text/csv; charset=utf-8", csv(verdicts).getBytes(StandardCharsets.UTF_8));
    } else {
      Respond.json(context, verdicts);
    }
  }

  /** Verdicts on a prefecture before and after a scenario. */
  private void supposed(Context context) {
    Desk now = desk.get();
    Query query = Query.of(context, Set.of("within", "facts"));
    Proposal proposal = ProposalReader.readScenario(Body.json(context), now.today());
    if (query.text("within") == null) {
      throw Fault.BAD_PARAMETER
          .because("No ground came; give within, the code of a prefecture or county.")
          .inParameter("within");
    }
    Respond.json(
        context,
        new SupposedGround(now.screener()).verdicts(proposal, query.text("within"), strict(query)));
  }

  private static String csv(Verdicts verdicts) {
    String head =
        "adcode,name,prohibited_km2,insufficient_km2,conditional_km2,permitted_as_checked_km2,site_dependent_km2,binding\r\n";
    return verdicts.rows().stream()
        .map(VerdictDoors::line)
        .collect(Collectors.joining("", head, ""));
  }

  private static String line(Verdicts.Row row) {
    return String.format(
        Locale.ROOT,
        "%s,%s,%.6f,%.6f,%.6f,%.6f,%.6f,%s\r\n",
        row.adcode(),
        row.name(),
        row.km2().prohibited(),
        row.km2().insufficient(),
        row.km2().conditional(),
        row.km2().permittedAsChecked(),
        row.km2().siteDependent(),
        row.binding().stream().map(Verdicts.Binding::rule).collect(Collectors.joining(" ")));
  }
}
