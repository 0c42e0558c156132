package luodi.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.Locale;
import luodi.atlas.Edition;
import luodi.ingest.edition.Report;

/** An ingest's report for people. */
final class IngestShown {
  private static final int MOST_ROWS = 20;

  private IngestShown() {}

  static void print(PrintWriter out, Edition edition, Report report) {
    ObjectNode json = report.json();
    out.printf(
        "%s %s: %s%s%n",
        edition.layer().id(),
        edition.layer().edition(),
        edition.state().word(),
        edition.current() ? ", current" : "");
    line(
        out,
        "file",
        "%s: %s, text in %s",
        text(json, "file"),
        text(json, "format"),
        text(json, "encoding"));
    JsonNode crs = json.path("crs");
    line(
        out,
        "CRS",
        "%s (%s)",
        text(crs, "used"),
        crs.path("declared").asBoolean() ? "declared" : "as the file says");
    JsonNode rows = json.path("rows");
    line(
        out,
        "rows",
        "%,d read, %,d kept, %,d of them mended, %,d left out",
        rows.path("read").asLong(),
        rows.path("kept").asLong(),
        rows.path("mended").asLong(),
        rows.path("left_out").asLong());
    JsonNode area = json.path("area_m2");
    line(
        out,
        "area",
        "%,.0f m² as it came, %,.0f m² as it stands; positions moved at most %s m to the grid",
        area.path("before").asDouble(),
        area.path("after").asDouble(),
        json.path("moved_m").asText());
    rows(out, json.path("left_out"), "left out");
    rows(out, json.path("mended"), "mended");
    report.findings().forEach(finding -> line(out, "finding", "%s", finding));
    report.warnings().forEach(warning -> line(out, "warning", "%s", warning));
  }

  private static void rows(PrintWriter out, JsonNode rows, String word) {
    for (int i = 0; i < Math.min(MOST_ROWS, rows.size()); i++) {
      JsonNode row = rows.get(i);
      line(
          out,
          word,
          "row %s (%s): %s",
          text(row, "row"),
          text(row, row.has("zone") ? "zone" : "id"),
          row.has("why") ? text(row, "why") : mended(row));
    }
    if (rows.size() > MOST_ROWS) {
      line(out, word, "%d more stand in the report", rows.size() - MOST_ROWS);
    }
  }

  private static String mended(JsonNode row) {
    StringBuilder wrong = new StringBuilder();
    row.path("wrong")
        .forEach(each -> wrong.append(wrong.isEmpty() ? "" : "; ").append(each.asText()));
    return String.format(
        Locale.ROOT,
        "%s; %,.1f m² before, %,.1f m² after",
        wrong,
        row.path("area_before_m2").asDouble(),
        row.path("area_after_m2").asDouble());
  }

  private static String text(JsonNode node, String member) {
    return node.path(member).asText();
  }

  private static void line(PrintWriter out, String word, String pattern, Object... values) {
    out.printf("  %-9s%s%n", word, String.format(Locale.ROOT, pattern, values));
  }
}
