package luodi.rule;

import java.util.Collections;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** {@code listed(env-unit.items, dimension=spatial)}: rows of a dated list with such fields. */
public record ListRef(String list, SortedMap<String, Set<String>> fields) {
  /** The access lists that control units carry. */
  static final String ACCESS_LISTS = "env-unit.items";

  /** The layer whose zones carry them. */
  static final String ACCESS_LISTS_LAYER = "env-unit";

  /** In the place of a field's value: the division in which the project stands. */
  static final String HERE = "here";

  public ListRef {
    fields = Collections.unmodifiableSortedMap(new TreeMap<>(fields));
  }

  /** True when the rows come from the ground or are chosen by where the project stands. */
  boolean readsThePlace() {
    return list.equals(ACCESS_LISTS) || readsTheCounty();
  }

  /** True when the rows are chosen by the county that the project stands in. */
  boolean readsTheCounty() {
    return fields.containsKey("county");
  }
}
