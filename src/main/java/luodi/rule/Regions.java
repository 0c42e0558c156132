package luodi.rule;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import luodi.ground.Interval;

/**
 * Dated sets of division codes: region lists, basins by prefecture, special areas, official
 * pairings.
 */
public final class Regions {
  private final SortedMap<String, Table> tables;
  private final List<Pairing> pairings;

  /**
   * One member of a set.
   *
   * @param adcode a province, prefecture or county; all that lies in it belongs
   */
  public record Row(
      String adcode,
      String name,
      SortedMap<String, String> attributes,
      Interval interval,
      String source,
      String confidence) {
    public Row {
      attributes = Collections.unmodifiableSortedMap(new TreeMap<>(attributes));
    }
  }

  /** A named set; when it is not complete, absence from it says nothing. */
  public record Table(String name, boolean complete, List<Row> rows) {
    public Table {
      rows = List.copyOf(rows);
    }
  }

  /** Two regions that a document pairs from a day on. */
  public record Pairing(
      String kind, LocalDate from, String supporter, String partner, String document) {}

  Regions(Collection<Table> tables, List<Pairing> pairings) {
    this.tables = new TreeMap<>();
    tables.forEach(table -> this.tables.put(table.name(), table));
    this.pairings = List.copyOf(pairings);
  }

  /** A set by its name. */
  public Optional<Table> named(String name) {
    return Optional.ofNullable(tables.get(name));
  }

  public Collection<Table> all() {
    return Collections.unmodifiableCollection(tables.values());
  }

  public List<Pairing> pairings() {
    return pairings;
  }

  /** The rows of the set that a reference means and that hold these codes on a day. */
  public List<Row> rowsFor(LayerRef ref, Set<String> codes, LocalDate day) {
    Optional<Table> table = tableOf(ref);
    if (table.isEmpty()) {
      return List.of();
    }
    return table.get().rows().stream()
        .filter(row -> codes.contains(row.adcode()) && row.interval().holds(day) && means(ref, row))
        .toList();
  }

  /** The name of the set that a reference reads: the value of {@code set}, or the layer itself. */
  public static String tableName(LayerRef ref) {
    return ref.allowed("set").stream().findFirst().orElse(ref.layer());
  }

  Truth member(LayerRef ref, Set<String> codes, LocalDate day) {
    Set<String> adcodes = ref.allowed("adcode");
    if (!adcodes.isEmpty()) {
      return Truth.of(codes.stream().anyMatch(adcodes::contains));
    }
    return Truth.of(!rowsFor(ref, codes, day).isEmpty());
  }

  /** True when absence from the set that this reference reads is known. */
  boolean vouchesFor(LayerRef ref) {
    return !ref.allowed("adcode").isEmpty() || tableOf(ref).map(Table::complete).orElse(false);
  }

  /** Whether the origin lies in such a part of a basin that the site lies in too. */
  Truth sameBasin(Set<String> here, Set<String> origin, Set<String> parts) {
    List<Row> basins = named("basin").map(Table::rows).orElse(List.of());
    Set<String> shared = new TreeSet<>();
    basins.stream()
        .filter(row -> here.contains(row.adcode()))
        .forEach(row -> shared.add(row.attributes().get("basin")));
    return Truth.of(
        basins.stream()
            .anyMatch(
                row ->
                    origin.contains(row.adcode())
                        && shared.contains(row.attributes().get("basin"))
                        && parts.contains(row.attributes().getOrDefault("part", ""))));
  }

  Truth paired(Set<String> origin, Set<String> here, LocalDate day) {
    return Truth.of(
        pairings.stream()
            .filter(pairing -> !day.isBefore(pairing.from()))
            .anyMatch(
                pairing ->
                    origin.contains(pairing.supporter()) && here.contains(pairing.partner())
                        || origin.contains(pairing.partner())
                            && here.contains(pairing.supporter())));
  }

  private Optional<Table> tableOf(LayerRef ref) {
    return Optional.ofNullable(tables.get(tableName(ref)));
  }

  private static boolean means(LayerRef ref, Row row) {
    Map<String, String> attributes = row.attributes();
    return ref.conditions().stream()
        .filter(condition -> !condition.attribute().equals("set"))
        .allMatch(
            condition ->
                condition.values().contains(attributes.getOrDefault(condition.attribute(), "")));
  }
}
