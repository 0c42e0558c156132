package luodi.web;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.Set;
import java.util.function.Supplier;
import luodi.batch.Batch;

/** A table of projects in, a job out. */
final class BatchDoors implements RouteGroup {
  private final Supplier<Desk> desk;
  private final Jobs jobs;

  BatchDoors(Supplier<Desk> desk, Jobs jobs) {
    this.desk = desk;
    this.jobs = jobs;
  }

  @Override
  public void addTo(JavalinConfig config) {
    config.routes.post("/batches", this::accept);
  }

  private void accept(Context context) {
    Query.of(context, Set.of());
    Batch batch = of(desk.get());
    SentTable sent = SentTable.receive(context);
    Job job;
    try {
      job =
          jobs.start(
              Jobs.Lane.BATCH,
              "batch",
              progress -> judged(batch, sent, progress),
              sent::deleteRows);
    } catch (RuntimeException full) {
      SentTable.delete(sent.folder());
      throw full;
    }
    context.status(202).header("Location", Address.of(context) + "/jobs/" + job.id());
    Respond.json(context, job.status(Address.of(context)));
  }

  /** A batch that leaves half of the processors to other requests. */
  static Batch of(Desk desk) {
    int workers = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
    return new Batch(desk.screener(), desk.today(), workers);
  }

  private static Job.Result judged(Batch batch, SentTable sent, Jobs.Progress progress)
      throws IOException, InterruptedException {
    int all = sent.table().rows();
    return KeptAnswers.of(batch, sent, done -> progress.reached((int) (done * 100L / all)));
  }
}
