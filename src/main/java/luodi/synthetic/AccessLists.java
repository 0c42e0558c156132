package luodi.synthetic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import luodi.synthetic.draw.Dice;

/**
 * The pool of access lists that control units draw from: few enough that many units share one, as
 * text that is equal when the lists are. They stand in {@code synthetic/access-lists.json}.
 */
final class AccessLists {
  private static final String POOL = "/synthetic/access-lists.json";

  private final Map<UnitClass, List<String>> byClass;

  private AccessLists(Map<UnitClass, List<String>> byClass) {
    this.byClass = byClass;
  }

  static AccessLists read() {
    ObjectMapper json = new ObjectMapper();
    try (InputStream file = AccessLists.class.getResourceAsStream(POOL)) {
      JsonNode pool = json.readTree(file);
      Map<UnitClass, List<String>> byClass = new EnumMap<>(UnitClass.class);
      for (UnitClass kind : UnitClass.values()) {
        List<String> lists = new ArrayList<>();
        for (JsonNode names : pool.get("lists").get(kind.word())) {
          lists.add(text(json, names, pool.get("items")));
        }
        byClass.put(kind, List.copyOf(lists));
      }
      return new AccessLists(byClass);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static String text(ObjectMapper json, JsonNode names, JsonNode items) throws IOException {
    ObjectNode list = json.createObjectNode();
    list.put("complete", true);
    ArrayNode chosen = list.putArray("items");
    names.forEach(name -> chosen.add(items.get(name.textValue())));
    return json.writeValueAsString(list);
  }

  /** A list for a unit of that class, as compact JSON. */
  String draw(UnitClass kind, Dice dice) {
    List<String> lists = byClass.get(kind);
    return lists.get(dice.below(lists.size()));
  }
}
