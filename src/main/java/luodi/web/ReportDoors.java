package luodi.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import luodi.archive.Kept;
import luodi.ogc.Media;
import luodi.report.ConformitySheet;
import luodi.report.Drafting;
import luodi.report.Report;
import luodi.report.Sketch;
import luodi.siting.Proposal;
import luodi.siting.ProposalReader;
import luodi.siting.Screening;

/** Screenings as documents that can be attached. */
final class ReportDoors implements RouteGroup {
  /** A document runs nothing and fetches nothing. */
  private static final String POLICY = "default-src 'none'; style-src 'unsafe-inline'";

  private final Supplier<Desk> desk;

  ReportDoors(Supplier<Desk> desk) {
    this.desk = desk;
  }

  @Override
  public void addTo(JavalinConfig config) {
    config.routes.get("/screenings/{screening}/report", this::ofKept);
    config.routes.get("/screenings/{screening}/conformity", this::conformity);
    config.routes.post("/report", this::ofProject);
  }

  private void ofKept(Context context) {
    Query.of(context, Set.of("f"));
    Media form = form(context);
    Desk now = desk.get();
    Kept kept = now.archive().find(context.pathParam("screening"));
    send(context, form, Keeping.screening(kept), Keeping.dossier(kept).sketch(), now);
  }

  private void ofProject(Context context) {
    Query.of(context, Set.of("f"));
    Media form = form(context);
    Desk now = desk.get();
    JsonNode project = Body.json(context);
    Proposal proposal = ProposalReader.read(project, now.today());
    Screening screening = now.screener().screen(proposal);
    Optional<Sketch> sketch = Drafting.sketch(proposal, screening, now.atlas());
    send(context, form, Keeping.asAnswered(screening), sketch, now);
  }

  private void conformity(Context context) {
    Query.of(context, Set.of("f"));
    Media form = Form.of(context, Media.HTML, Media.CSV);
    Kept kept = desk.get().archive().find(context.pathParam("screening"));
    ConformitySheet sheet =
        ConformitySheet.of(Keeping.screening(kept), Keeping.dossier(kept).conformity());
    if (form == Media.CSV) {
      String name = "luodi-conformity-" + kept.id().substring(0, 12) + ".csv";
      context.header("Content-Disposition", "attachment; filename=\"" + name + "\"");
      Respond.bytes(context, "text/csv; charset=utf-8; header=present", sheet.csv());
    } else {
      page(context, sheet.html());
    }
  }

  private static Media form(Context context) {
    return Form.of(context, Media.HTML, Media.PDF);
  }

  private static void send(
      Context context, Media form, Screening screening, Optional<Sketch> sketch, Desk now) {
    Report report = Report.of(screening, sketch, now.rulebook());
    if (form == Media.PDF) {
      String name = "luodi-" + screening.id().substring(0, 12) + ".pdf";
      context.header("Content-Disposition", "inline; filename=\"" + name + "\"");
      Respond.bytes(context, Media.PDF.type(), report.pdf());
    } else {
      page(context, report.html());
    }
  }

  /** A self-contained page. */
  private static void page(Context context, byte[] html) {
    context.header("Content-Security-Policy", POLICY).header("Content-Language", "zh-CN");
    Respond.bytes(context, "text/html; charset=utf-8", html);
  }
}
