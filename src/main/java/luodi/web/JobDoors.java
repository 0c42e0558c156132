package luodi.web;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.util.Set;
import luodi.fault.Fault;
import luodi.ogc.JobStatus;
import luodi.ogc.Media;
import luodi.web.html.HtmlPage;

/** Jobs by their ids: how far they have come, what came out, an end to them. */
final class JobDoors implements RouteGroup {
  private final Jobs jobs;

  JobDoors(Jobs jobs) {
    this.jobs = jobs;
  }

  @Override
  public void addTo(JavalinConfig config) {
    config.routes.get("/jobs/{job}", this::status);
    config.routes.get("/jobs/{job}/results", this::results);
    config.routes.delete("/jobs/{job}", this::dismiss);
  }

  private void status(Context context) {
    Query.withLanguage(context, Set.of());
    Job job = jobs.named(context.pathParam("job"));
    context.header("Cache-Control", "no-store");
    Respond.document(
        context,
        Form.of(context, Media.JSON, Media.HTML),
        job::status,
        pages -> page(pages, job.status(pages.base())));
  }

  private void results(Context context) {
    Query.of(context, Set.of("f"));
    Job job = jobs.named(context.pathParam("job"));
    Job.Result result = job.result().orElseThrow(() -> missing(job));
    Media form = Form.of(context, result.forms().toArray(Media[]::new));
    context.header("Cache-Control", "no-store");
    result.send(context, form);
  }

  private void dismiss(Context context) {
    Query.of(context, Set.of());
    Job job = jobs.dismiss(context.pathParam("job"));
    Respond.json(context, job.status(Address.of(context)));
  }

  private static RuntimeException missing(Job job) {
    return switch (job.state()) {
      case FAILED -> Fault.NOT_FOUND.because("The job failed: %s", job.message());
      case DISMISSED -> Fault.NOT_FOUND.because("The job was dismissed; execute it anew.");
      default -> Fault.NOT_FOUND.because("The results are not ready; ask for the job's status.");
    };
  }

  private static HtmlPage page(Pages pages, JobStatus job) {
    HtmlPage.Builder page =
        pages
            .below(pages.word("job"))
            .crumb(pages.word("processes"), pages.base() + "/processes?" + pages.form())
            .fact(pages.word("id"), job.jobId())
            .fact(pages.word("process"), job.processId())
            .fact(pages.word("status"), job.status())
            .fact(pages.word("progress"), job.progress() + " %")
            .fact(pages.word("created"), job.created())
            .fact(pages.word("finished"), job.finished())
            .as("JSON", pages.base() + "/jobs/" + job.jobId() + "?f=json");
    if (job.status().equals("successful")) {
      page.onward(pages.word("results"), pages.base() + "/jobs/" + job.jobId() + "/results");
    }
    return page.build();
  }
}
