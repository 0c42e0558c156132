package luodi.siting;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import luodi.rule.LayerRef;
import luodi.rule.Regions;
import luodi.rule.Rule;
import luodi.rule.Terms;

/**
 * One kind of special area: a dated set of divisions, or those of its rows that are of one type.
 *
 * @param table the name of the set
 * @param type the value of the attribute {@code type}; empty for the whole set
 * @param part the attribute that names the areas it consists of
 */
record SpecialAreaKind(String id, String table, Optional<String> type, Optional<String> part) {
  private static final String SPECIAL = "special-area";

  static final List<SpecialAreaKind> ALL =
      List.of(
          special("old-revolutionary", Optional.of("region")),
          special("border", Optional.empty()),
          special("resource-depleted", Optional.empty()),
          special("underdeveloped", Optional.empty()),
          new SpecialAreaKind(
              "treated-as-west", "treated-as-west", Optional.empty(), Optional.empty()),
          new SpecialAreaKind("demo-zone", "demo-zone", Optional.empty(), Optional.of("zone")),
          new SpecialAreaKind(
              "urban-cluster", "urban-cluster", Optional.empty(), Optional.of("cluster")));

  private static SpecialAreaKind special(String type, Optional<String> part) {
    return new SpecialAreaKind(type, SPECIAL, Optional.of(type), part);
  }

  /** The rows that hold on a day. */
  List<Regions.Row> rows(Regions regions, LocalDate day) {
    return all(regions).stream().filter(row -> row.interval().holds(day)).toList();
  }

  private List<Regions.Row> all(Regions regions) {
    return regions.named(table).map(Regions.Table::rows).orElse(List.of()).stream()
        .filter(
            row -> type.isEmpty() || type.equals(Optional.ofNullable(row.attributes().get("type"))))
        .toList();
  }

  /** False when no table of it is loaded. */
  boolean isKnown(Regions regions) {
    return !all(regions).isEmpty();
  }

  /** Whether absence from the list is known: of one type, its own list is whole. */
  boolean isComplete(Regions regions) {
    return regions.named(table).map(Regions.Table::complete).orElse(false);
  }

  Terms.Term title(Terms terms) {
    return type.flatMap(value -> terms.value(SPECIAL, "type", value))
        .or(() -> terms.set(table))
        .orElseGet(() -> new Terms.Term("承接产业转移示范区", "transfer demonstration zone"));
  }

  /** Whether a rule speaks of such areas. */
  boolean isMeantBy(Rule rule) {
    return rule.memberships().stream().anyMatch(this::isMeantBy);
  }

  private boolean isMeantBy(LayerRef ref) {
    Set<String> types = new TreeSet<>(ref.allowed("type"));
    boolean ofTheType = type.isEmpty() || types.isEmpty() || types.contains(type.get());
    return Regions.tableName(ref).equals(table) && ofTheType;
  }
}
