package luodi.ogc;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import luodi.atlas.Zone;

/**
 * The properties of a collection's features. Zones keep their attributes as text; here each gets
 * the type that all its values have. Codes stay text though they are made of digits.
 *
 * @param attributes the types of the attributes that occur, by name
 */
public record Schema(Map<String, Type> attributes) {
  /**
   * Properties that every feature has, after its attributes; an attribute cannot take their names.
   */
  static final Set<String> OURS =
      Set.of("name", "valid_from", "valid_to", "source", "confidence", "synthetic", "edition");

  private static final JsonFactory JSON = new JsonFactory();
  private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9]\\d{0,14})(\\.\\d{1,15})?");
  private static final Pattern WHOLE = Pattern.compile("-?(0|[1-9]\\d{0,14})");

  /** Names whose digits identify and do not measure. */
  private static final Pattern CODE =
      Pattern.compile(".*code.*|province|prefecture|county|leading_industries");

  /** What a property's values are. */
  public enum Type {
    TEXT,
    BOOLEAN,
    INTEGER,
    NUMBER,
    DAY,
    /** A JSON object or array. */
    STRUCTURE
  }

  public Schema {
    attributes = Collections.unmodifiableMap(new TreeMap<>(attributes));
  }

  static Schema of(List<Zone> zones) {
    Map<String, Type> types = new TreeMap<>();
    for (Zone zone : zones) {
      zone.attributes()
          .forEach(
              (name, value) -> {
                if (!OURS.contains(name)) {
                  types.merge(name, typeOf(name, value), Schema::common);
                }
              });
    }
    return new Schema(types);
  }

  /** All property names in the order in which features carry them. */
  public List<String> properties() {
    List<String> all = new ArrayList<>(List.of("name"));
    all.addAll(attributes.keySet());
    all.addAll(List.of("valid_from", "valid_to", "source", "confidence", "synthetic", "edition"));
    return all;
  }

  private static Type typeOf(String name, String value) {
    if (value.equals("true") || value.equals("false")) {
      return Type.BOOLEAN;
    }
    if (isStructure(value)) {
      return Type.STRUCTURE;
    }
    if (CODE.matcher(name).matches()) {
      return Type.TEXT;
    }
    if (WHOLE.matcher(value).matches()) {
      return Type.INTEGER;
    }
    return NUMBER.matcher(value).matches() ? Type.NUMBER : Type.TEXT;
  }

  /** Only what parses is written as JSON; anything else would break the answer around it. */
  private static boolean isStructure(String value) {
    if (!value.startsWith("{") && !value.startsWith("[")) {
      return false;
    }
    try (JsonParser parser = JSON.createParser(value)) {
      parser.nextToken();
      parser.skipChildren();
      return parser.nextToken() == null;
    } catch (IOException broken) {
      return false;
    }
  }

  private static Type common(Type a, Type b) {
    if (a == b) {
      return a;
    }
    boolean numbers = Set.of(Type.INTEGER, Type.NUMBER).containsAll(Set.of(a, b));
    return numbers ? Type.NUMBER : Type.TEXT;
  }
}
