package luodi.ingest.edition;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import luodi.geo.Crs;
import luodi.geo.Mended;
import luodi.ingest.format.Found;

/**
 * What an ingest found and did. Rows stand in it with their numbers: all that were left out or
 * mended up to {@link #MOST_SHOWN} of each, and the count of all.
 */
public final class Report {
  static final int MOST_SHOWN = 10_000;

  private final ObjectNode head = JsonNodeFactory.instance.objectNode();
  private final ArrayNode mended = JsonNodeFactory.instance.arrayNode();
  private final ArrayNode leftOut = JsonNodeFactory.instance.arrayNode();
  private final List<String> warnings = new ArrayList<>();
  private final List<String> findings = new ArrayList<>();
  private ObjectNode tiling = JsonNodeFactory.instance.objectNode().put("checked", false);
  private long read;
  private long kept;
  private long mendedRows;
  private long leftOutRows;
  private double areaBefore;
  private double areaAfter;
  private double moved;

  Report(String layer, String edition, String file, Found found, Crs crs, boolean declared) {
    head.put("layer", layer).put("edition", edition).put("file", file);
    head.put("format", found.format()).put("encoding", found.encoding());
    ObjectNode crss = head.putObject("crs").put("used", crs.name()).put("declared", declared);
    crss.put("found", found.crs().map(Report::shortened).orElse(null));
    warnings.addAll(found.remarks());
  }

  void warn(String warning) {
    warnings.add(warning);
  }

  /** What keeps the edition from being published until a person accepts it. */
  void find(String finding) {
    findings.add(finding);
  }

  /** A row became a zone. */
  void keep(long row, String zone, List<String> whileReading, Mended shape) {
    read++;
    kept++;
    areaBefore += shape.areaBeforeM2();
    areaAfter += shape.areaAfterM2();
    moved = Math.max(moved, shape.movedM());
    if (whileReading.isEmpty() && shape.wrong().isEmpty()) {
      return;
    }
    mendedRows++;
    if (mended.size() < MOST_SHOWN) {
      ObjectNode entry = mended.addObject().put("row", row).put("zone", zone);
      ArrayNode wrong = entry.putArray("wrong");
      whileReading.stream().limit(20).forEach(wrong::add);
      shape.wrong().forEach(wrong::add);
      entry.put("area_before_m2", rounded(shape.areaBeforeM2()));
      entry.put("area_after_m2", rounded(shape.areaAfterM2()));
    }
  }

  /** A row did not become a zone. */
  void leaveOut(long row, String id, String why) {
    read++;
    leftOutRows++;
    if (leftOut.size() < MOST_SHOWN) {
      leftOut.addObject().put("row", row).put("id", id).put("why", why);
    }
  }

  void tiling(ObjectNode checked) {
    tiling = checked;
  }

  public long kept() {
    return kept;
  }

  public long leftOut() {
    return leftOutRows;
  }

  public long mended() {
    return mendedRows;
  }

  /** What a planner should know, in English sentences. */
  public List<String> warnings() {
    return List.copyOf(warnings);
  }

  /** Why the edition may not be published until a person accepts it. */
  public List<String> findings() {
    List<String> all = new ArrayList<>();
    if (leftOutRows > 0) {
      all.add(
          "%d of %d rows became no zone, so the layer would say that there is nothing where they lie"
              .formatted(leftOutRows, read));
    }
    all.addAll(findings);
    return all;
  }

  /** Rows that were left out, as far as they are shown. */
  public ArrayNode leftOutRows() {
    return leftOut.deepCopy();
  }

  /** All of it, as it is kept with the edition. */
  public ObjectNode json() {
    ObjectNode json = head.deepCopy();
    json.putObject("rows")
        .put("read", read)
        .put("kept", kept)
        .put("mended", mendedRows)
        .put("left_out", leftOutRows);
    json.putObject("area_m2").put("before", rounded(areaBefore)).put("after", rounded(areaAfter));
    json.put("moved_m", Math.ceil(moved * 1e4) / 1e4);
    json.set("left_out", leftOut.deepCopy());
    json.set("mended", mended.deepCopy());
    json.set("tiling", tiling.deepCopy());
    findings().forEach(json.putArray("findings")::add);
    warnings.forEach(json.putArray("warnings")::add);
    return json;
  }

  private static double rounded(double m2) {
    return Math.rint(m2 * 100) / 100;
  }

  private static String shortened(String text) {
    return text.length() > 300 ? text.substring(0, 300) + "…" : text;
  }
}
