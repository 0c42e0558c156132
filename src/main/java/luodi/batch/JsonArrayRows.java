package luodi.batch;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.IOException;
import java.util.Optional;
import luodi.fault.Fault;

/** The elements of one JSON array, read one at a time. */
final class JsonArrayRows implements Rows {
  /** Reads one element: what follows it is the next one. */
  private static final ObjectReader ELEMENT =
      BatchJson.MAPPER.reader().without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private final MeteredText text;
  private final JsonParser parser;
  private int number;

  private JsonArrayRows(MeteredText text, JsonParser parser) {
    this.text = text;
    this.parser = parser;
  }

  static Rows open(MeteredText text) throws IOException {
    JsonParser parser = BatchJson.MAPPER.createParser(text);
    try {
      if (parser.nextToken() != JsonToken.START_ARRAY) {
        throw Fault.BAD_BODY.because(
            "A JSON array of projects was wanted; for one project a line, say that it is application/x-ndjson (a file that ends in .jsonl).");
      }
    } catch (JsonProcessingException broken) {
      throw noJson(broken);
    }
    return new JsonArrayRows(text, parser);
  }

  @Override
  public Optional<Row> next() {
    try {
      text.nextRow();
      JsonToken token = parser.nextToken();
      if (token == JsonToken.END_ARRAY) {
        mustEnd();
        return Optional.empty();
      }
      JsonNode told = ELEMENT.readTree(parser);
      number++;
      return Optional.of(Row.of(number, told));
    } catch (JsonProcessingException broken) {
      throw noJson(broken);
    } catch (IOException broken) {
      throw Table.broken(number + 1, broken);
    }
  }

  @Override
  public void close() {
    Table.close(parser);
  }

  private void mustEnd() throws IOException {
    if (parser.nextToken() != null) {
      throw Fault.BAD_BODY.because(
          "Something follows the array of projects; send one array and nothing behind it.");
    }
  }

  private static RuntimeException noJson(JsonProcessingException broken) {
    return Fault.BAD_BODY
        .because(
            "The array of projects is not JSON: %s in line %d. JSON lines keep one bad row apart from the others.",
            BatchJson.why(broken),
            broken.getLocation() == null ? 1 : broken.getLocation().getLineNr())
        .causedBy(broken);
  }
}
