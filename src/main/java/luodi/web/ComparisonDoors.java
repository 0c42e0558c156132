package luodi.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import luodi.fault.Fault;
import luodi.fault.FaultException;
import luodi.siting.Comparison;
import luodi.siting.Proposal;
import luodi.siting.ProposalReader;

/** Projects side by side. */
final class ComparisonDoors implements RouteGroup {
  private static final int FEWEST = 2;
  private static final int MOST = 5;

  private final Supplier<Desk> desk;

  ComparisonDoors(Supplier<Desk> desk) {
    this.desk = desk;
  }

  @Override
  public void addTo(JavalinConfig config) {
    config.routes.post("/comparisons", this::compare);
  }

  private void compare(Context context) {
    Query.of(context, Set.of());
    Desk now = desk.get();
    Respond.json(context, Comparison.of(projects(Body.json(context), now), now.screener()));
  }

  private static List<Proposal> projects(JsonNode body, Desk now) {
    JsonNode told = body.path("projects");
    if (!told.isArray() || told.size() < FEWEST || told.size() > MOST) {
      throw Fault.BAD_BODY
          .because(
              "%s came; give {\"projects\":[…]} with %d to %d projects.",
              told.isArray() ? told.size() + " projects" : "No list of projects", FEWEST, MOST)
          .at("/projects");
    }
    body.fieldNames()
        .forEachRemaining(
            name -> {
              if (!name.equals("projects")) {
                throw Fault.UNKNOWN_PARAMETER
                    .because("A comparison has no member '%s'; it has projects.", name)
                    .at("/" + name);
              }
            });
    List<Proposal> projects = new ArrayList<>();
    for (int i = 0; i < told.size(); i++) {
      try {
        projects.add(ProposalReader.read(told.get(i), now.today()));
      } catch (FaultException wrong) {
        throw wrong.under("/projects/" + i);
      }
    }
    return projects;
  }
}
