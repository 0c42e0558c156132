package luodi.web;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import luodi.atlas.Edition;

/** Files in, editions out: ingest, publication and withdrawal. */
final class EditionDoors implements RouteGroup {
  private static final String EDITIONS = "/layers/{id}/editions";
  private static final String EDITION = EDITIONS + "/{edition}";
  private static final Map<String, Boolean> TRUTHS = Map.of("true", true, "false", false);

  private final Supplier<Keeper> keeper;
  private final Supplier<Admission> admission;
  private final Jobs jobs;

  EditionDoors(Supplier<Keeper> keeper, Supplier<Admission> admission, Jobs jobs) {
    this.keeper = keeper;
    this.admission = admission;
    this.jobs = jobs;
  }

  @Override
  public void addTo(JavalinConfig config) {
    config.routes.get(EDITIONS, this::editions);
    config.routes.post(EDITIONS, this::ingest);
    config.routes.get(EDITION, this::edition);
    config.routes.post(EDITION + "/publish", this::publish);
    config.routes.post(EDITION + "/withdraw", this::withdraw);
  }

  private void editions(Context context) {
    Keeper now = admitted(context, Query.of(context, Set.of()));
    Respond.json(
        context,
        Map.of(
            "editions",
            now.editions(context.pathParam("id")).stream().map(EditionDoors::shown).toList()));
  }

  private void edition(Context context) {
    Keeper now = admitted(context, Query.of(context, Set.of()));
    Respond.json(
        context, inFull(now.edition(context.pathParam("id"), context.pathParam("edition"))));
  }

  private void ingest(Context context) {
    Keeper now = admitted(context, Query.of(context, Set.of()));
    SentFile sent = SentFile.receive(context, context.pathParam("id"));
    Job job;
    try {
      job =
          jobs.start(
              Jobs.Lane.USUAL, "ingest", progress -> ingested(now, sent, progress), sent::delete);
    } catch (RuntimeException full) {
      sent.delete();
      throw full;
    }
    context.status(202).header("Location", Address.of(context) + "/jobs/" + job.id());
    Respond.json(context, job.status(Address.of(context)));
  }

  private static Job.Result ingested(Keeper keeper, SentFile sent, Jobs.Progress progress) {
    Edition made =
        keeper.ingest(sent.upload(), (what, share) -> progress.reached((int) (share * 100)));
    if (sent.publish()) {
      made = keeper.publish(made.layer().id(), made.layer().edition(), sent.upload().accept());
    }
    return new Job.Document("application/json; charset=utf-8", Json.write(inFull(made)));
  }

  private void publish(Context context) {
    Query query = Query.of(context, Set.of("accept"));
    Keeper now = admitted(context, query);
    boolean accept = query.choice("accept", TRUTHS, false);
    Respond.json(
        context, shown(now.publish(context.pathParam("id"), context.pathParam("edition"), accept)));
  }

  private void withdraw(Context context) {
    Keeper now = admitted(context, Query.of(context, Set.of()));
    Respond.json(
        context, shown(now.withdraw(context.pathParam("id"), context.pathParam("edition"))));
  }

  /** The keeper, for who may change the ground; the query was looked at before. */
  private Keeper admitted(Context context, Query query) {
    admission.get().mustHold(context);
    context.header("Cache-Control", "no-store");
    return keeper.get();
  }

  private static Map<String, Object> shown(Edition edition) {
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("layer", edition.layer().id());
    shown.put("edition", edition.layer().edition());
    shown.put("state", edition.state().word());
    shown.put("current", edition.current());
    shown.put("source", edition.layer().source());
    return shown;
  }

  private static Map<String, Object> inFull(Edition edition) {
    Map<String, Object> shown = shown(edition);
    shown.put("report", Json.read(edition.report().getBytes(StandardCharsets.UTF_8)));
    return shown;
  }
}
