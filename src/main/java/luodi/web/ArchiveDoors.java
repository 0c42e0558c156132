package luodi.web;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.util.Set;
import java.util.function.Supplier;
import luodi.archive.Difference;
import luodi.archive.Kept;

/** Screenings that somebody asked to keep. */
final class ArchiveDoors implements RouteGroup {
  /** In the place of another screening: the same project, asked today. */
  private static final String NOW = "now";

  private final Supplier<Desk> desk;

  ArchiveDoors(Supplier<Desk> desk) {
    this.desk = desk;
  }

  @Override
  public void addTo(JavalinConfig config) {
    config.routes.get("/screenings/{screening}", this::replay);
    config.routes.get("/screenings/{screening}/diff/{other}", this::difference);
  }

  private void replay(Context context) {
    Query.of(context, Set.of());
    Respond.bytes(
        context, "application/json; charset=utf-8", kept(context, desk.get()).screening());
  }

  private void difference(Context context) {
    Query.of(context, Set.of());
    Desk now = desk.get();
    Kept before = kept(context, now);
    String other = context.pathParam("other");
    Difference.Side after =
        other.equals(NOW)
            ? Keeping.asOfToday(before, now)
            : Keeping.side(now.archive().find(other));
    Respond.json(context, Difference.between(Keeping.side(before), after, now.rulebook()));
  }

  private static Kept kept(Context context, Desk now) {
    return now.archive().find(context.pathParam("screening"));
  }
}
