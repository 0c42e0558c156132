package luodi.rule;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A JSON file of the law, and the line on which each of its values begins.
 *
 * @param lines by JSON pointer, from 1
 */
record LinedJson(String name, JsonNode root, Map<String, Integer> lines) {
  private static final int DEEPEST = 20;

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build();

  static {
    JSON.getFactory()
        .setStreamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build());
  }

  /** Reads a file; what is no JSON becomes a mistake. */
  static Optional<LinedJson> read(String name, byte[] bytes, Mistakes mistakes) {
    try {
      JsonNode root = JSON.readTree(bytes);
      return Optional.of(new LinedJson(name, root, lines(bytes)));
    } catch (JsonProcessingException broken) {
      int line = broken.getLocation() == null ? 1 : broken.getLocation().getLineNr();
      String what = "not JSON: " + broken.getOriginalMessage().split("\n")[0];
      mistakes.add(new Mistake(name, line, "", "", what));
    } catch (IOException broken) {
      mistakes.add(new Mistake(name, 1, "", "", "not text in UTF-8: " + broken.getMessage()));
    }
    return Optional.empty();
  }

  private static Map<String, Integer> lines(byte[] bytes) throws IOException {
    Map<String, Integer> lines = new HashMap<>();
    try (JsonParser parser = JSON.createParser(bytes)) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        if (token.isStructStart() || token.isScalarValue()) {
          lines.put(
              parser.getParsingContext().pathAsPointer().toString(),
              parser.currentTokenLocation().getLineNr());
        }
      }
    }
    return lines;
  }

  /** The line of a value; of one that is missing the line of what should hold it. */
  int line(String pointer) {
    for (String at = pointer; !at.isEmpty(); at = at.substring(0, at.lastIndexOf('/'))) {
      Integer line = lines.get(at);
      if (line != null) {
        return line;
      }
    }
    return lines.getOrDefault("", 1);
  }

  /** The id of the rule that holds a value; empty when none does. */
  String subject(String pointer) {
    for (String at = pointer; !at.isEmpty(); at = at.substring(0, at.lastIndexOf('/'))) {
      JsonNode id = root.at(at).path("id");
      if (id.isTextual()) {
        return id.asText();
      }
    }
    return "";
  }
}
