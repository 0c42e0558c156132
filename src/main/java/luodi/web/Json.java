package luodi.web;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.util.Locale;
import luodi.fault.Fault;
import luodi.siting.ContractJson;

/**
 * JSON as the contract writes it: members in snake case in the order of the records, absent things
 * as null.
 */
public final class Json {
  private static final JsonMapper MAPPER = ContractJson.MAPPER;

  private Json() {}

  /** The value as UTF-8 JSON on one line. */
  public static byte[] write(Object value) {
    try {
      return MAPPER.writeValueAsBytes(value);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** The value as indented JSON, for people. */
  public static String indented(Object value) {
    try {
      return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(value);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** Reads back what {@link #write} wrote. */
  public static <T> T readBack(byte[] written, Class<T> type) {
    try {
      return MAPPER.readValue(written, type);
    } catch (IOException broken) {
      throw Fault.BAD_DATA
          .because("What was kept is no %s: %s", type.getSimpleName(), broken.getMessage())
          .causedBy(broken);
    }
  }

  /** Reads a body; a fault tells line and column of what is wrong. */
  public static JsonNode read(byte[] body) {
    try (JsonParser parser = MAPPER.createParser(body)) {
      JsonNode node = MAPPER.readTree(parser);
      return node == null ? MissingNode.getInstance() : node;
    } catch (JsonProcessingException broken) {
      throw Fault.BAD_BODY
          .because(
              "The body is not JSON: %s at line %d, column %d. Send one JSON object.",
              broken.getOriginalMessage().split("\n")[0],
              broken.getLocation() == null ? 1 : broken.getLocation().getLineNr(),
              broken.getLocation() == null ? 1 : broken.getLocation().getColumnNr())
          .causedBy(broken);
    } catch (IOException broken) {
      throw Fault.BAD_BODY
          .because(
              "The body is not text in UTF-8: %s.", broken.getMessage().toLowerCase(Locale.ROOT))
          .causedBy(broken);
    }
  }
}
