package luodi.ogc.items;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import luodi.fault.Fault;
import luodi.ogc.LayerCollection;
import luodi.ogc.Schema;

/**
 * The properties that features are given with. That a feature is synthetic is always told.
 *
 * @param properties in the order in which features carry them
 */
public record Selection(List<Schema.Property> properties) {
  private static final String ALWAYS = "synthetic";

  static Selection all(LayerCollection collection) {
    return new Selection(collection.schema().properties());
  }

  static Selection parse(String text, LayerCollection collection) {
    Set<String> wanted = new TreeSet<>(List.of(text.split(",", -1)));
    List<Schema.Property> all = collection.schema().properties();
    List<String> names = all.stream().map(Schema.Property::name).toList();
    for (String name : wanted) {
      if (!names.contains(name)) {
        throw Fault.BAD_PARAMETER
            .because(
                "'%s' is no property of '%s'; there are %s.",
                name, collection.id(), String.join(", ", names))
            .inParameter("properties");
      }
    }
    return new Selection(
        all.stream()
            .filter(property -> wanted.contains(property.name()) || property.name().equals(ALWAYS))
            .toList());
  }
}
