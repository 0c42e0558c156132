package luodi.ogc;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import luodi.atlas.Zone;
import luodi.ogc.filter.Kind;
import luodi.ogc.filter.Queryable;
import luodi.ogc.filter.Value;

/** The properties of a collection that filters and orders may name. */
final class Queryables {
  private Queryables() {}

  /** By name: the feature's id, its properties in their order, and its geometry. */
  static Map<String, Queryable> of(Schema schema) {
    Map<String, Queryable> all = new LinkedHashMap<>();
    put(all, "id", Kind.TEXT, zone -> Value.of(zone.id()));
    for (Schema.Property property : schema.properties()) {
      kind(property.type())
          .ifPresent(kind -> put(all, property.name(), kind, value(property, kind)));
    }
    put(all, "geometry", Kind.SHAPE, zone -> new Value.Shape(zone.shape()));
    return Collections.unmodifiableMap(all);
  }

  private static void put(
      Map<String, Queryable> all, String name, Kind kind, Function<Zone, Value> of) {
    all.put(name, new Queryable(name, kind, of));
  }

  /** Empty for what is an object or a list: CQL2 cannot look into those. */
  private static Optional<Kind> kind(Schema.Type type) {
    return switch (type) {
      case TEXT -> Optional.of(Kind.TEXT);
      case BOOLEAN -> Optional.of(Kind.BOOLEAN);
      case INTEGER, NUMBER -> Optional.of(Kind.NUMBER);
      case DAY -> Optional.of(Kind.INSTANT);
      case STRUCTURE -> Optional.empty();
    };
  }

  private static Function<Zone, Value> value(Schema.Property property, Kind kind) {
    return zone -> {
      String text = property.of().apply(zone);
      if (text == null) {
        return null;
      }
      return switch (kind) {
        case BOOLEAN -> Value.of(text.equals("true"));
        case NUMBER -> Value.of(Double.parseDouble(text));
        case INSTANT -> Value.Span.of(LocalDate.parse(text));
        default -> Value.of(text);
      };
    };
  }
}
