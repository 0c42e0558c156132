package luodi.batch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import luodi.fault.Fault;
import luodi.siting.ContractJson;

/** JSON as the contract writes it, for rows and their answers. */
final class BatchJson {
  static final JsonMapper MAPPER = ContractJson.MAPPER;

  private BatchJson() {}

  /** Reads the text of one row or field; a fault names what was to be JSON. */
  static JsonNode read(String text, String what, String pointer) {
    try {
      JsonNode node = MAPPER.readTree(text);
      return node == null ? MissingNode.getInstance() : node;
    } catch (JsonProcessingException broken) {
      throw Fault.BAD_BODY
          .because("%s is not JSON: %s.", what, why(broken))
          .causedBy(broken)
          .at(pointer);
    }
  }

  /** What is wrong, and in which column of its line. */
  static String why(JsonProcessingException broken) {
    String message = broken.getOriginalMessage().split("\n")[0];
    return broken.getLocation() == null
        ? message
        : message + " at column " + broken.getLocation().getColumnNr();
  }
}
