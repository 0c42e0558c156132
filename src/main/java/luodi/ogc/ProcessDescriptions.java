package luodi.ogc;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import luodi.fault.Fault;

/**
 * What can be executed, written by hand under {@code resources/ogc/processes}.
 *
 * @see <a href="https://docs.ogc.org/is/18-062r2/18-062r2.html">OGC API - Processes - Part 1</a>
 */
public final class ProcessDescriptions {
  private static final String EXECUTE = "http://www.opengis.net/def/rel/ogc/1.0/execute";
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Map<String, ObjectNode> ALL = read(List.of("screening", "ranking", "batch"));

  private ProcessDescriptions() {}

  /** The first processes of the server at this address. */
  public static JsonNode all(String base, int limit) {
    ObjectNode list = JSON.createObjectNode();
    ArrayNode processes = list.putArray("processes");
    ALL.keySet().stream()
        .limit(limit)
        .forEach(
            id -> {
              ObjectNode summary = described(id, base);
              summary.remove(List.of("inputs", "outputs"));
              processes.add(summary);
            });
    ArrayNode links = list.putArray("links");
    link(links, base + "/processes?f=json", "self", Media.JSON, "Processes");
    link(links, base + "/processes?f=html", "alternate", Media.HTML, "Processes");
    return list;
  }

  /** One process, or {@code NOT_FOUND}. */
  public static JsonNode of(String id, String base) {
    if (!ALL.containsKey(id)) {
      throw Fault.NOT_FOUND.because("There is no process '%s'; GET /processes lists all.", id);
    }
    return described(id, base);
  }

  private static ObjectNode described(String id, String base) {
    ObjectNode described = ALL.get(id).deepCopy();
    String at = base + "/processes/" + id;
    String title = described.path("title").asText();
    ArrayNode links = described.putArray("links");
    link(links, at + "?f=json", "self", Media.JSON, title);
    link(links, at + "?f=html", "alternate", Media.HTML, title);
    link(links, at + "/execution", EXECUTE, Media.JSON, "Execute " + title);
    return described;
  }

  private static void link(ArrayNode links, String href, String rel, Media type, String title) {
    links.add(JSON.valueToTree(new Link(href, rel, type.type(), title)));
  }

  private static Map<String, ObjectNode> read(List<String> ids) {
    Map<String, ObjectNode> all = new LinkedHashMap<>();
    for (String id : ids) {
      String file = "/ogc/processes/" + id + ".json";
      try (InputStream in = ProcessDescriptions.class.getResourceAsStream(file)) {
        all.put(id, (ObjectNode) JSON.readTree(in));
      } catch (IOException broken) {
        throw new IllegalStateException(file, broken);
      }
    }
    return all;
  }
}
