package luodi.batch;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import luodi.fault.Fault;

/** JSON as the contract writes it, for rows and their answers. */
final class BatchJson {
  private static final int DEEPEST = 100;

  static final JsonMapper MAPPER =
      JsonMapper.builder()
          .addModule(new Jdk8Module())
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(JsonInclude.Include.ALWAYS, JsonInclude.Include.ALWAYS))
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build();

  static {
    MAPPER
        .getFactory()
        .setStreamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build());
  }

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
