package luodi.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import luodi.ogc.Media;
import luodi.ogc.ProcessDescriptions;
import luodi.web.html.HtmlPage;
import luodi.web.html.HtmlPage.Reference;

/** Screening, ranking and batch as processes. */
final class ProcessDoors implements RouteGroup {
  private static final int MOST_PROCESSES = 100;

  private final Supplier<Desk> desk;
  private final Jobs jobs;

  ProcessDoors(Supplier<Desk> desk, Jobs jobs) {
    this.desk = desk;
    this.jobs = jobs;
  }

  @Override
  public void addTo(JavalinConfig config) {
    config.routes.get("/processes", this::processes);
    config.routes.get("/processes/{process}", this::process);
    config.routes.post("/processes/{process}/execution", this::execute);
  }

  private void processes(Context context) {
    Query query = Query.withLanguage(context, Set.of("limit"));
    int limit = query.number("limit", 1, MOST_PROCESSES).orElse(MOST_PROCESSES);
    Respond.document(
        context,
        Form.of(context, Media.JSON, Media.HTML),
        base -> ProcessDescriptions.all(base, limit),
        ProcessDoors::page);
  }

  private void process(Context context) {
    Query.withLanguage(context, Set.of());
    String id = context.pathParam("process");
    JsonNode described = ProcessDescriptions.of(id, Address.of(context));
    Respond.document(
        context,
        Form.of(context, Media.JSON, Media.HTML),
        base -> described,
        pages -> page(pages, described));
  }

  private void execute(Context context) {
    Query.of(context, Set.of());
    Desk now = desk.get();
    References references = new References(now.collections(), Address.of(context));
    Execution execution =
        Execution.read(context.pathParam("process"), Body.json(context), references);
    Callable<Job.Result> work = execution.on(now);
    if (wantsToGoOn(context)) {
      Job job = jobs.start(execution.process(), work);
      context
          .status(201)
          .header("Location", Address.of(context) + "/jobs/" + job.id())
          .header("Preference-Applied", "respond-async");
      Respond.json(context, job.status(Address.of(context)));
    } else {
      Job.Result result = done(work);
      result.send(context, result.forms().get(0));
    }
  }

  private static Job.Result done(Callable<Job.Result> work) {
    try {
      return work.call();
    } catch (RuntimeException fault) {
      throw fault;
    } catch (Exception impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** RFC 7240, {@code respond-async}: the client does not wait. */
  private static boolean wantsToGoOn(Context context) {
    String prefer = context.header("Prefer");
    return prefer != null && prefer.toLowerCase(Locale.ROOT).contains("respond-async");
  }

  private static HtmlPage page(Pages pages) {
    List<List<Reference>> rows = new ArrayList<>();
    for (JsonNode one : ProcessDescriptions.all(pages.base(), MOST_PROCESSES).path("processes")) {
      String id = one.path("id").asText();
      rows.add(
          Pages.row(
              Reference.to(
                  one.path("title").asText(),
                  pages.base() + "/processes/" + id + "?" + pages.form()),
              one.path("description").asText()));
    }
    return pages
        .below(pages.word("processes"))
        .table(
            pages.word("processes"),
            List.of(pages.word("process"), pages.word("description")),
            rows)
        .as("JSON", pages.base() + "/processes?f=json")
        .build();
  }

  private static HtmlPage page(Pages pages, JsonNode described) {
    String at = pages.base() + "/processes/" + described.path("id").asText();
    return pages
        .below(described.path("title").asText())
        .crumb(pages.word("processes"), pages.base() + "/processes?" + pages.form())
        .intro(described.path("description").asText())
        .fact(pages.word("address"), "POST " + at + "/execution")
        .onward(pages.word("api"), pages.base() + "/api?" + pages.form() + "#/processes")
        .table(pages.word("inputs"), columns(pages), rows(described.path("inputs")))
        .table(pages.word("outputs"), columns(pages), rows(described.path("outputs")))
        .as("JSON", at + "?f=json")
        .build();
  }

  private static List<String> columns(Pages pages) {
    return List.of(
        pages.word("id"), pages.word("title"), pages.word("type"), pages.word("description"));
  }

  private static List<List<Reference>> rows(JsonNode puts) {
    List<List<Reference>> rows = new ArrayList<>();
    puts.properties()
        .forEach(
            put ->
                rows.add(
                    Pages.row(
                        put.getKey(),
                        put.getValue().path("title").asText(),
                        put.getValue().at("/schema/type").asText(),
                        put.getValue().path("description").asText())));
    return rows;
  }
}
