package luodi.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** An answer of {@code GET /moves} on the served ground. */
record Transfer(JsonNode answer) {
  private static final Map<String, JsonNode> ASKED = new HashMap<>();

  /** Asks once for each query string. */
  static Transfer asked(String query) {
    return new Transfer(
        ASKED.computeIfAbsent(
            query,
            added -> {
              Answered answered = Answered.get("/moves?" + query);
              if (answered.status() != 200) {
                throw new AssertionError(answered.text());
              }
              return answered.json();
            }));
  }

  /** The row of a division. */
  JsonNode to(String adcode) {
    for (JsonNode row : answer.path("rows")) {
      if (row.path("adcode").asText().equals(adcode) && row.path("park").isNull()) {
        return row;
      }
    }
    throw new AssertionError("no row for " + adcode);
  }

  String verdict(String adcode) {
    return to(adcode).at("/move/verdict").asText();
  }

  /** The outcome of a rule among the reasons; empty when it is none. */
  String outcome(String adcode, String rule) {
    for (JsonNode reason : to(adcode).at("/move/reasons")) {
      if (reason.path("rule").asText().equals(rule)) {
        return reason.path("outcome").asText();
      }
    }
    return "";
  }

  /** {@code 1.5 open}. */
  String ratio(String adcode) {
    JsonNode ratio = to(adcode).path("ratio");
    return ratio.path("required").asText() + " " + ratio.path("route").asText();
  }

  List<String> modes(String adcode) {
    return new ArrayList<>(to(adcode).path("modes").findValuesAsText("mode"));
  }
}
