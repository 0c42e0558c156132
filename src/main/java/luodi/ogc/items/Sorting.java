package luodi.ogc.items;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import luodi.atlas.Zone;
import luodi.fault.Fault;
import luodi.ogc.LayerCollection;
import luodi.ogc.filter.Kind;
import luodi.ogc.filter.Queryable;
import luodi.ogc.filter.Value;

/**
 * The order that {@code sortby} names: {@code +name,-grade}. What is not known comes last; equals
 * come in the order of their ids, so that pages stay stable.
 */
record Sorting(List<Key> keys) {
  private static final int MOST_KEYS = 10;

  /** One property, up or down. */
  record Key(Queryable queryable, boolean down) {}

  static Sorting parse(String text, LayerCollection collection) {
    List<Key> keys = new ArrayList<>();
    for (String piece : text.split(",", -1)) {
      // A plus sign that was not percent-encoded arrives as a space
      boolean signed = piece.startsWith("+") || piece.startsWith("-") || piece.startsWith(" ");
      String name = signed ? piece.substring(1) : piece;
      Queryable queryable = collection.queryables().get(name);
      if (queryable == null || queryable.kind() == Kind.SHAPE || keys.size() == MOST_KEYS) {
        throw Fault.BAD_PARAMETER
            .because(
                "'%s' is no sortby; give up to %d properties of the collection's queryables, each with + or - before it.",
                text, MOST_KEYS)
            .inParameter("sortby");
      }
      keys.add(new Key(queryable, piece.startsWith("-")));
    }
    return new Sorting(List.copyOf(keys));
  }

  /** The zones in this order. */
  List<Zone> sorted(List<Zone> zones) {
    Comparator<Zone> order = null;
    for (Key key : keys) {
      Comparator<Zone> next = comparator(key);
      order = order == null ? next : order.thenComparing(next);
    }
    return zones.stream().sorted(order).toList(); // stable: equals keep the order of their ids
  }

  private static Comparator<Zone> comparator(Key key) {
    Comparator<Value> values = key.down() ? (a, b) -> Value.order(b, a) : Value::order;
    return Comparator.comparing(key.queryable().of(), Comparator.nullsLast(values));
  }
}
