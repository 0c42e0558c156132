package luodi.web;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import luodi.fault.Fault;
import luodi.siting.Proposal;
import luodi.siting.ProposalReader;

/** Where an industry may move to, and with whom. */
final class MoveDoors implements RouteGroup {
  private final Supplier<Desk> desk;

  MoveDoors(Supplier<Desk> desk) {
    this.desk = desk;
  }

  @Override
  public void addTo(JavalinConfig config) {
    config.routes.get("/moves", this::moves);
    config.routes.get("/complementarity", this::complementarity);
    config.routes.get("/special-areas", this::specialAreas);
  }

  private void moves(Context context) {
    Desk now = desk.get();
    Query query =
        Query.ofScored(context, Set.of("industry", "product", "as_of", "from", "to", "facts"));
    division(query, "from", "It is where the project moves from");
    Optional<String> to = Optional.ofNullable(query.text("to"));
    Proposal moving = ProposalReader.readWithoutSite(query.project(), now.today());
    boolean strict = query.choice("facts", Map.of("strict", true), false);
    Respond.json(context, now.landscape().get().moves(moving, now.places(), to, strict));
  }

  private void complementarity(Context context) {
    Desk now = desk.get();
    Query query = Query.of(context, Set.of("from", "to", "as_of"));
    String from = division(query, "from", "It is the region that lets industry go");
    String to = division(query, "to", "It is the region that takes industry in");
    Respond.json(context, now.policy().complementarity(from, to, query.day("as_of", now.today())));
  }

  private void specialAreas(Context context) {
    Desk now = desk.get();
    Query query = Query.ofFacts(context, Set.of("industry", "product", "as_of"));
    Respond.json(
        context,
        now.policy().specialAreas(ProposalReader.readWithoutSite(query.project(), now.today())));
  }

  /** The code of a division that a request cannot do without. */
  static String division(Query query, String name, String what) {
    String adcode = query.text(name);
    if (adcode == null) {
      throw Fault.BAD_PARAMETER
          .because(
              "'%s' is missing. %s: the six digits of a province, prefecture or county, such as %s=441900.",
              name, what, name)
          .inParameter(name);
    }
    return adcode;
  }
}
