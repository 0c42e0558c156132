package luodi.web;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import luodi.fault.Fault;

/** Whether the server lives, and whether it can answer. */
final class HealthDoors implements RouteGroup {
  private final AtomicReference<Desk> desk;

  HealthDoors(AtomicReference<Desk> desk) {
    this.desk = desk;
  }

  @Override
  public void addTo(JavalinConfig config) {
    config.routes.get("/health/live", this::live);
    config.routes.get("/health/ready", this::ready);
  }

  private void live(Context context) {
    Query.of(context, Set.of());
    context.header("Cache-Control", "no-store");
    Respond.json(context, Map.of("status", "live"));
  }

  private void ready(Context context) {
    Query.of(context, Set.of());
    context.header("Cache-Control", "no-store");
    Desk now = desk.get();
    if (now == null) {
      Problems.tell(
          Fault.UNAVAILABLE.because("The ground is still being loaded; ask again in some seconds."),
          context);
      return;
    }
    Respond.json(context, Map.of("status", "ready", "atlas", now.atlas().name()));
  }
}
