package luodi.ogc;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import luodi.atlas.Layer;
import luodi.atlas.Zone;

/**
 * The properties of a collection's features. Zones keep their attributes as text; here each gets
 * the type that all its values have. Codes stay text though they are made of digits.
 *
 * @param properties in the order in which features carry them
 */
public record Schema(List<Property> properties) {
  private static final JsonFactory JSON = new JsonFactory();
  private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9]\\d{0,14})(\\.\\d{1,15})?");
  private static final Pattern WHOLE = Pattern.compile("-?(0|[1-9]\\d{0,14})");

  /** Names whose digits identify and do not measure. */
  private static final Pattern CODE =
      Pattern.compile(".*code.*|province|prefecture|county|leading_industries");

  /** Properties that every feature has; an attribute cannot take their names. */
  private static final Set<String> OURS =
      Set.of(
          "id",
          "name",
          "valid_from",
          "valid_to",
          "source",
          "confidence",
          "synthetic",
          "edition",
          "geometry");

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

  /**
   * One property.
   *
   * @param of its value for a feature as text that its type can be read from; null when unknown
   */
  public record Property(String name, Type type, Function<Zone, String> of) {}

  public Schema {
    properties = List.copyOf(properties);
  }

  static Schema of(Layer layer, List<Zone> zones) {
    List<Property> all = new ArrayList<>();
    all.add(new Property("name", Type.TEXT, Zone::name));
    types(zones)
        .forEach(
            (name, type) -> all.add(new Property(name, type, zone -> zone.attributes().get(name))));
    all.add(new Property("valid_from", Type.DAY, zone -> day(zone.from())));
    all.add(new Property("valid_to", Type.DAY, zone -> day(zone.to())));
    all.add(new Property("source", Type.TEXT, Zone::source));
    all.add(new Property("confidence", Type.TEXT, Zone::confidence));
    String synthetic = String.valueOf(layer.synthetic());
    all.add(new Property("synthetic", Type.BOOLEAN, zone -> synthetic));
    all.add(new Property("edition", Type.TEXT, zone -> layer.edition()));
    return new Schema(all);
  }

  private static String day(Optional<LocalDate> day) {
    return day.map(LocalDate::toString).orElse(null);
  }

  private static Map<String, Type> types(List<Zone> zones) {
    Map<String, Type> types = new TreeMap<>();
    for (Zone zone : zones) {
      zone.attributes()
          .forEach(
              (name, value) -> {
                if (!OURS.contains(name) && types.get(name) != Type.TEXT) {
                  types.merge(name, typeOf(name, value), Schema::common);
                }
              });
    }
    return types;
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
