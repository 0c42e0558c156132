package luodi.batch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import luodi.fault.Fault;
import luodi.geo.GeoJson;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

/** A project from the fields of one row. */
final class CsvProject {
  private static final Set<String> TEXTS = Set.of("industry", "product", "crs", "as_of", "adcode");
  private static final Set<String> SITES = new TreeSet<>(Set.of("lon", "lat", "wkt", "site"));
  private static final Set<String> COLUMNS = new TreeSet<>(Set.of("id", "from", "declared"));
  private static final String FACT = "fact.";
  private static final String NUMBER = "[-+]?\\d{1,9}(\\.\\d{1,20})?([eE][-+]?\\d{1,2})?";
  private static final int DEEPEST_WKT = 8;

  static {
    COLUMNS.addAll(TEXTS);
    COLUMNS.addAll(SITES);
  }

  private CsvProject() {}

  /** The names of a header, or what is wrong with it. */
  static List<String> columns(List<String> header) {
    List<String> columns = new ArrayList<>();
    for (String told : header) {
      String name = told.replace("\uFEFF", "").strip();
      name = name.startsWith(FACT) ? name : name.toLowerCase(Locale.ROOT);
      if (!COLUMNS.contains(name) && !name.startsWith(FACT)) {
        throw Fault.UNKNOWN_PARAMETER.because(
            "There is no column '%s' here; there are %s and fact.… for each fact. Leave other columns out and join them again by id.",
            told, String.join(", ", COLUMNS));
      }
      if (columns.contains(name)) {
        throw Fault.BAD_BODY.because("Column '%s' came twice; give it once.", name);
      }
      columns.add(name);
    }
    if (!columns.contains("industry") && !columns.contains("product")) {
      throw Fault.UNKNOWN_INDUSTRY.because(
          "The table has no column 'industry' (GB/T 4754-2017 codes) and none 'product' (text); give one of them.");
    }
    return columns;
  }

  /** The project in the JSON of the contract. */
  static JsonNode of(List<Map.Entry<String, String>> fields) {
    ObjectNode project = JsonNodeFactory.instance.objectNode();
    ObjectNode facts = JsonNodeFactory.instance.objectNode();
    ObjectNode site = JsonNodeFactory.instance.objectNode();
    for (Map.Entry<String, String> field : fields) {
      String name = field.getKey();
      String text = field.getValue();
      if (TEXTS.contains(name)) {
        project.put(name, text);
      } else if (SITES.contains(name)) {
        site.put(name, text);
      } else if (name.equals("from")) {
        project.set(name, origin(text));
      } else if (name.equals("declared")) {
        project.set(name, BatchJson.read(text, "Column 'declared'", "/declared"));
      } else {
        facts.put(name.substring(FACT.length()), text);
      }
    }
    project.set("facts", facts);
    if (!site.isEmpty()) {
      project.set("site", site(site));
    }
    return project;
  }

  /** No move is written {@code none}; an empty field says nothing of it. */
  private static JsonNode origin(String text) {
    if (text.equalsIgnoreCase("none")) {
      return JsonNodeFactory.instance.nullNode();
    }
    return text.startsWith("{")
        ? BatchJson.read(text, "Column 'from'", "/from")
        : JsonNodeFactory.instance.textNode(text);
  }

  private static JsonNode site(ObjectNode told) {
    boolean asPoint = told.has("lon") || told.has("lat");
    int ways = (asPoint ? 1 : 0) + (told.has("wkt") ? 1 : 0) + (told.has("site") ? 1 : 0);
    if (ways > 1) {
      throw Fault.BAD_SITE
          .because("The row gives its site in %d ways; give lon and lat, or wkt, or site.", ways)
          .at("/site");
    }
    if (asPoint) {
      ObjectNode point = JsonNodeFactory.instance.objectNode();
      point.put("type", "Point");
      point.putArray("coordinates").add(number(told, "lon")).add(number(told, "lat"));
      return point;
    }
    return told.has("wkt")
        ? GeoJson.writeExactly(shape(told.get("wkt").textValue()))
        : BatchJson.read(told.get("site").textValue(), "Column 'site'", "/site");
  }

  private static double number(ObjectNode told, String column) {
    String text = told.path(column).asText("");
    if (!text.matches(NUMBER)) {
      throw Fault.BAD_SITE
          .because(
              "'%s' is no %s; give lon and lat as numbers, such as 114.31 and 30.59.",
              text.isEmpty() ? "nothing" : text, column)
          .at("/" + column);
    }
    return Double.parseDouble(text);
  }

  private static Geometry shape(String wkt) {
    if (depth(wkt) > DEEPEST_WKT) {
      throw badWkt("its brackets are nested deeper than " + DEEPEST_WKT);
    }
    try {
      return new WKTReader().read(wkt);
    } catch (ParseException | IllegalArgumentException broken) {
      throw badWkt(String.valueOf(broken.getMessage()).split("\n")[0]);
    }
  }

  private static RuntimeException badWkt(String why) {
    return Fault.BAD_SITE
        .because(
            "Column 'wkt' is no WKT: %s. Give it as POLYGON ((114.3 30.5, 114.4 30.5, 114.4 30.6, 114.3 30.5)).",
            why.length() > 200 ? why.substring(0, 200) + "…" : why)
        .at("/wkt");
  }

  /** How deep brackets nest: the reader follows them by recursion. */
  private static int depth(String text) {
    int depth = 0;
    int deepest = 0;
    for (int i = 0; i < text.length(); i++) {
      depth += text.charAt(i) == '(' ? 1 : text.charAt(i) == ')' ? -1 : 0;
      deepest = Math.max(deepest, depth);
    }
    return deepest;
  }
}
