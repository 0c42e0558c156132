package luodi.batch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import luodi.fault.Fault;
import luodi.fault.FaultException;

/**
 * One row of a table.
 *
 * @param number the first row after a header is 1
 * @param id as the asker named it; empty when nobody did
 * @param project the project in the JSON of the contract; throws when the row tells none
 */
public record Row(int number, Optional<String> id, Supplier<JsonNode> project) {
  private static final String ID = "id";

  /** A row that tells no project. */
  static Row bad(int number, Optional<String> id, FaultException why) {
    return new Row(
        number,
        id,
        () -> {
          throw why;
        });
  }

  /** A project with its {@code id} as one more member. */
  static Row of(int number, JsonNode told) {
    if (!(told instanceof ObjectNode)) {
      return bad(
          number,
          Optional.empty(),
          Fault.BAD_BODY.because(
              "A project is a JSON object with 'industry' and 'site'; %s came.",
              told.getNodeType().toString().toLowerCase(Locale.ROOT)));
    }
    ObjectNode project = told.deepCopy();
    JsonNode id = project.remove(ID);
    if (id == null || id.isNull()) {
      return new Row(number, Optional.empty(), () -> project);
    }
    if (!id.isTextual() && !id.isNumber()) {
      return bad(
          number,
          Optional.empty(),
          Fault.BAD_BODY.because("'id' is text or a number; %s came.", id).at("/" + ID));
    }
    return new Row(number, Optional.of(id.asText()), () -> project);
  }
}
