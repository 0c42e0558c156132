package luodi.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import luodi.fault.Fault;
import luodi.siting.Explanation;
import luodi.siting.Places;
import luodi.siting.Proposal;
import luodi.siting.ProposalReader;

/** Screenings, places, and what lies at a spot. */
final class ScreeningDoors implements RouteGroup {
  private static final int FEWEST_PLACES = 1;
  private static final int MOST_PLACES = 5000;
  private static final int USUAL_PLACES = 100;

  private final Supplier<Desk> desk;

  ScreeningDoors(Supplier<Desk> desk) {
    this.desk = desk;
  }

  @Override
  public void addTo(JavalinConfig config) {
    config.routes.post("/screenings", this::screenBody);
    config.routes.get("/screenings", this::screenQuery);
    config.routes.get("/places", this::places);
    config.routes.get("/explain", this::explain);
    config.routes.get("/industries/{code}/letters", this::letters);
  }

  private void screenBody(Context context) {
    Query.of(context, Set.of());
    Desk now = desk.get();
    JsonNode project = Body.json(context);
    if (ProposalReader.isToBeKept(project)) {
      Respond.bytes(context, "application/json; charset=utf-8", Keeping.keep(project, now));
    } else {
      screen(context, project);
    }
  }

  private void screenQuery(Context context) {
    ObjectNode project = Query.ofProject(context, Set.of()).project();
    if (!project.has("site")) {
      throw Fault.BAD_SITE
          .because(
              "No site came; give lon and lat in degrees, such as lon=114.31&lat=30.59, or POST a GeoJSON site.")
          .inParameter("lon");
    }
    screen(context, project);
  }

  private void screen(Context context, JsonNode project) {
    Desk now = desk.get();
    Proposal proposal = ProposalReader.read(project, now.today());
    Respond.json(context, now.screener().screen(proposal));
  }

  private void places(Context context) {
    Desk now = desk.get();
    Query query = Query.ofWishes(context, Set.of("industry", "product", "as_of", "from", "limit"));
    Proposal anywhere = ProposalReader.readWithoutSite(query.project(), now.today());
    int limit = query.number("limit", FEWEST_PLACES, MOST_PLACES).orElse(USUAL_PLACES);
    Respond.json(context, now.places().rank(new Places.Question(anywhere, query.wishes(), limit)));
  }

  /** The letters of the ground that matter for an industry. */
  private void letters(Context context) {
    Desk now = desk.get();
    ObjectNode project = Query.ofFacts(context, Set.of("as_of", "from", "adcode")).project();
    project.put("industry", context.pathParam("code"));
    Proposal anywhere = ProposalReader.readWithoutSite(project, now.today());
    Respond.json(
        context,
        Map.of("letters", now.screener().sought(anywhere).stream().map(Shown::sought).toList()));
  }

  private void explain(Context context) {
    Desk now = desk.get();
    Query query = Query.of(context, Set.of("lon", "lat", "as_of"));
    Explanation here =
        Explanation.at(query.position(), now.screener(), query.day("as_of", now.today()));
    Respond.json(context, Shown.explanation(here));
  }
}
