package luodi.ogc;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/**
 * The description of all routes, OpenAPI 3.0: written by hand under {@code resources/ogc/openapi}.
 */
public final class OpenApi {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Files of paths, in the order in which a reader meets them. */
  private static final List<String> PATHS =
      List.of(
          "law",
          "rules",
          "reports",
          "landscape",
          "moves",
          "features",
          "tiles",
          "editions",
          "batches",
          "processes");

  private static final ObjectNode DOCUMENT = read();

  private OpenApi() {}

  /** The document of the server at this address. */
  public static JsonNode at(String base) {
    ObjectNode document = DOCUMENT.deepCopy();
    document.putArray("servers").addObject().put("url", base);
    return document;
  }

  /** The version of this software. */
  public static String version() {
    return DOCUMENT.at("/info/version").textValue();
  }

  private static ObjectNode read() {
    ObjectNode document = file("api");
    ObjectNode paths = document.putObject("paths");
    PATHS.forEach(name -> paths.setAll(file(name)));
    return document;
  }

  private static ObjectNode file(String name) {
    try (InputStream in = OpenApi.class.getResourceAsStream("/ogc/openapi/" + name + ".json")) {
      return (ObjectNode) JSON.readTree(in);
    } catch (IOException broken) {
      throw new IllegalStateException("ogc/openapi/" + name + ".json", broken);
    }
  }
}
