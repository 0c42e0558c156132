package luodi.rule;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import luodi.ground.Interval;

/**
 * Dated sets of division codes: region lists, basins by prefecture, special areas, official
 * pairings.
 */
public final class Regions {
  private final SortedMap<String, Table> tables;
  private final List<Pairing> pairings;
  private final Map<String, LocalDate> firstDays = new HashMap<>();
  private final Map<String, Map<String, List<Row>>> index = new HashMap<>(); // by table and code
  private final Map<String, TreeSet<LocalDate>> turns = new HashMap<>();
  private final Map<String, List<Row>> inside = new ConcurrentHashMap<>(); // by table and division

  private static final int COUNTY_DIGITS = 6;

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
      String kind,
      LocalDate from,
      String supporter,
      String supporterName,
      String partner,
      String partnerName,
      String document,
      String confidence) {

    /** Whether it joins these two places, whichever of them supports the other. */
    boolean joins(Set<String> one, Set<String> other) {
      return one.contains(supporter) && other.contains(partner)
          || one.contains(partner) && other.contains(supporter);
    }
  }

  Regions(Collection<Table> tables, List<Pairing> pairings) {
    this.tables = new TreeMap<>();
    tables.forEach(table -> this.tables.put(table.name(), table));
    this.pairings = List.copyOf(pairings);
    tables.forEach(table -> firstDay(table).ifPresent(day -> firstDays.put(table.name(), day)));
    for (Table table : tables) {
      index.put(table.name(), table.rows().stream().collect(Collectors.groupingBy(Row::adcode)));
      turns.put(table.name(), turns(table));
    }
  }

  /** The day of a set's first edition; empty when a member always belonged or none is known. */
  private static Optional<LocalDate> firstDay(Table table) {
    boolean dated = table.rows().stream().allMatch(row -> row.interval().from().isPresent());
    return dated
        ? table.rows().stream()
            .map(row -> row.interval().from().orElseThrow())
            .min(Comparator.naturalOrder())
        : Optional.empty();
  }

  Regions with(Collection<Table> more) {
    SortedMap<String, Table> all = new TreeMap<>(tables);
    more.forEach(table -> all.put(table.name(), table));
    return new Regions(all.values(), pairings);
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
    Map<String, List<Row>> byCode = index.getOrDefault(tableName(ref), Map.of());
    List<List<Row>> holding = new ArrayList<>(1); // rarely more than one code has any
    for (String code : codes) {
      Optional.ofNullable(byCode.get(code)).ifPresent(holding::add);
    }
    if (holding.isEmpty()) {
      return List.of();
    }
    List<Row> inOrder = tableOf(ref).orElseThrow().rows();
    return (holding.size() == 1 ? holding.get(0) : inOrder)
        .stream()
            .filter(row -> codes.contains(row.adcode()) && row.interval().holds(day))
            .filter(row -> means(ref, row).yes())
            .toList();
  }

  /** The name of the set that a reference reads: the value of {@code set}, or the layer itself. */
  public static String tableName(LayerRef ref) {
    Set<String> sets = ref.allowed("set");
    return sets.isEmpty() ? ref.layer() : sets.iterator().next();
  }

  Truth member(LayerRef ref, Set<String> codes, LocalDate day) {
    Set<String> adcodes = ref.allowed("adcode");
    if (!adcodes.isEmpty()) {
      return Truth.of(codes.stream().anyMatch(adcodes::contains));
    }
    LocalDate firstDay = firstDays.get(tableName(ref));
    if (firstDay != null && day.isBefore(firstDay)) {
      return Truth.lacks(tableName(ref)); // whoever was on an older list was not written down
    }
    String division = digitsOf(codes);
    Truth member = Truth.NO;
    for (Row row : rowsNear(tableName(ref), codes, division)) {
      Truth here = holds(row, codes, division);
      if (!here.no() && row.interval().holds(day)) {
        member = member.or(here.and(means(ref, row)));
      }
    }
    return member;
  }

  /**
   * The rows that can speak of a division: those of its own codes, and of one that is no county
   * those that lie in it.
   */
  private List<Row> rowsNear(String table, Set<String> codes, String division) {
    Map<String, List<Row>> byCode = index.getOrDefault(table, Map.of());
    List<Row> rows = new ArrayList<>();
    if (division.length() < COUNTY_DIGITS) {
      rows.addAll(
          inside.computeIfAbsent(
              table + " " + division,
              added ->
                  named(table).map(Table::rows).orElse(List.of()).stream()
                      .filter(row -> row.adcode().startsWith(division))
                      .toList()));
    }
    codes.forEach(code -> rows.addAll(byCode.getOrDefault(code, List.of())));
    return rows;
  }

  /** Whether a row speaks of a division; of one coarser than the row only a part is meant. */
  private static Truth holds(Row row, Set<String> codes, String division) {
    return codes.contains(row.adcode())
        ? Truth.YES
        : row.adcode().startsWith(division) ? Truth.needs("origin") : Truth.NO;
  }

  /** The digits that all codes inside the finest of these divisions begin with. */
  private static String digitsOf(Set<String> codes) {
    String finest = Collections.max(codes);
    return finest.endsWith("0000")
        ? finest.substring(0, 2)
        : finest.endsWith("00") ? finest.substring(0, 4) : finest;
  }

  /** The first day from which the set that a reference reads is as on a day; empty from ever. */
  public Optional<LocalDate> unchangedSince(LayerRef ref, LocalDate day) {
    return Optional.ofNullable(turns.get(tableName(ref))).map(days -> days.floor(day));
  }

  /** The days on which a set changes. */
  private static TreeSet<LocalDate> turns(Table table) {
    return table.rows().stream()
        .flatMap(row -> Stream.concat(row.interval().from().stream(), row.interval().to().stream()))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** True when absence from the set that this reference reads is known. */
  boolean vouchesFor(LayerRef ref) {
    return !ref.allowed("adcode").isEmpty() || tableOf(ref).map(Table::complete).orElse(false);
  }

  /** Whether the origin lies in such a part of a basin that the site lies in too. */
  Truth sameBasin(Set<String> here, Set<String> origin, Set<String> parts) {
    Map<String, List<Row>> basins = index.getOrDefault("basin", Map.of());
    Set<String> shared = new HashSet<>();
    for (String code : here) {
      basins
          .getOrDefault(code, List.of())
          .forEach(row -> shared.add(row.attributes().get("basin")));
    }
    if (shared.isEmpty()) {
      return Truth.NO;
    }
    String division = digitsOf(origin);
    Truth same = Truth.NO;
    for (Row row : rowsNear("basin", origin, division)) {
      if (shared.contains(row.attributes().get("basin"))) {
        same = same.or(holds(row, origin, division).and(says(row, "basin", "part", parts)));
      }
    }
    return same;
  }

  Truth paired(Set<String> origin, Set<String> here, LocalDate day) {
    return Truth.of(!pairingsBetween(origin, here, day).isEmpty());
  }

  /** The official pairings of two places on a day; each place told by all its codes. */
  public List<Pairing> pairingsBetween(Set<String> one, Set<String> other, LocalDate day) {
    return pairings.stream()
        .filter(pairing -> !day.isBefore(pairing.from()) && pairing.joins(one, other))
        .toList();
  }

  private Optional<Table> tableOf(LayerRef ref) {
    return Optional.ofNullable(tables.get(tableName(ref)));
  }

  /** Whether a row is meant; an attribute that the table does not give is unknown. */
  private static Truth means(LayerRef ref, Row row) {
    Truth all = Truth.YES;
    for (LayerRef.Condition condition : ref.conditions()) {
      if (!condition.attribute().equals("set")) {
        all = all.and(says(row, tableName(ref), condition.attribute(), condition.values()));
      }
    }
    return all;
  }

  private static Truth says(Row row, String table, String attribute, Set<String> wanted) {
    String value = row.attributes().get(attribute);
    return value == null ? Truth.lacks(table + "." + attribute) : Truth.of(wanted.contains(value));
  }
}
