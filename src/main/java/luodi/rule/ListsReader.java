package luodi.rule;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import luodi.fault.FaultException;
import luodi.ground.Interval;
import luodi.industry.CodeSet;
import luodi.rule.Tokens.IllegalExpression;
import org.apache.commons.csv.CSVRecord;

/**
 * Reads the catalogues: {@code lists.csv} holds their editions with scope and days, {@code
 * list_items.csv} the items. An item holds while its edition does.
 */
final class ListsReader {
  private static final String EDITIONS = "lists.csv";
  private static final String ITEMS = "list_items.csv";

  /** The columns of an item that rules and answers read as fields. */
  private static final List<String> FIELDS =
      List.of("edition", "class", "capacity_below", "unit", "text", "text_kind", "source");

  private final Set<String> known;
  private final Mistakes mistakes;
  private final Map<String, Edition> editions = new LinkedHashMap<>();
  private final Map<String, List<Lists.Row>> items = new LinkedHashMap<>();

  /**
   * One edition of a list.
   *
   * @param includes lists whose items of the day count as its own, each with a class or without
   */
  private record Edition(String list, Interval interval, boolean complete, List<String> includes) {}

  private ListsReader(Set<String> known, Mistakes mistakes) {
    this.known = known;
    this.mistakes = mistakes;
  }

  /**
   * All lists; a mistake becomes a line of the report.
   *
   * @param known the names that rules may speak of
   */
  static List<Lists.DatedList> read(
      byte[] editions, byte[] items, Set<String> known, Mistakes mistakes) {
    ListsReader reader = new ListsReader(known, mistakes);
    TableReader.rows(editions).forEach(row -> reader.tried(EDITIONS, row, reader::edition));
    TableReader.rows(items).forEach(row -> reader.tried(ITEMS, row, reader::item));
    return reader.lists();
  }

  private interface Read {
    void of(CSVRecord row);
  }

  private void tried(String file, CSVRecord row, Read read) {
    try {
      read.of(row);
    } catch (IllegalExpression | FaultException | IllegalArgumentException wrong) {
      long line = row.getRecordNumber() + 1; // the first line names the columns
      mistakes.add(
          new Mistake("rulebook/" + file, Math.toIntExact(line), "", "", wrong.getMessage()));
    }
  }

  private void edition(CSVRecord row) {
    String list = row.get("list");
    if (!known.contains(list)) {
      throw new IllegalExpression("no list '" + list + "'; there are " + known);
    }
    wanted(row, "document", "source");
    String includes = row.get("includes");
    editions.put(
        key(row),
        new Edition(
            list,
            Interval.parse(row.get("from"), row.get("to")),
            Boolean.parseBoolean(row.get("complete")),
            includes.isEmpty() ? List.of() : List.of(includes.split(" "))));
  }

  private void item(CSVRecord row) {
    Edition edition = editions.get(key(row));
    if (edition == null) {
      throw new IllegalExpression("no edition '" + key(row) + "' in " + EDITIONS);
    }
    wanted(row, "codes", "text", "source");
    if (!row.get("unit").matches("|\\d{6}")) {
      throw new IllegalExpression("'" + row.get("unit") + "' is no division; write six digits");
    }
    if (!row.get("capacity_below").isEmpty()) {
      Double.parseDouble(row.get("capacity_below"));
    }
    TreeMap<String, String> fields = new TreeMap<>();
    FIELDS.forEach(name -> fields.put(name, row.get(name)));
    items
        .computeIfAbsent(edition.list(), list -> new ArrayList<>())
        .add(new Lists.Row(CodeSet.parse(row.get("codes")), fields, edition.interval()));
  }

  private static void wanted(CSVRecord row, String... columns) {
    for (String column : columns) {
      if (row.get(column).isBlank()) {
        throw new IllegalExpression("'" + column + "' is empty");
      }
    }
  }

  private static String key(CSVRecord row) {
    return row.get("list") + " " + row.get("edition");
  }

  /** A list is complete when each of its editions is. */
  private List<Lists.DatedList> lists() {
    Map<String, Boolean> complete = new LinkedHashMap<>();
    Map<String, List<Lists.Row>> rows = new LinkedHashMap<>();
    for (Edition edition : editions.values()) {
      complete.merge(edition.list(), edition.complete(), Boolean::logicalAnd);
      rows.computeIfAbsent(
              edition.list(), list -> new ArrayList<>(items.getOrDefault(list, List.of())))
          .addAll(included(edition));
    }
    return rows.entrySet().stream()
        .map(
            list ->
                new Lists.DatedList(list.getKey(), complete.get(list.getKey()), list.getValue()))
        .toList();
  }

  /** What other lists bring into an edition, on the days that both hold. */
  private List<Lists.Row> included(Edition edition) {
    List<Lists.Row> included = new ArrayList<>();
    for (String include : edition.includes()) {
      String[] listAndClass = include.split(":");
      Predicate<Lists.Row> meant =
          row -> listAndClass.length < 2 || row.field("class").equals(listAndClass[1]);
      items.getOrDefault(listAndClass[0], List.of()).stream()
          .filter(meant)
          .forEach(
              row ->
                  row.interval()
                      .and(edition.interval())
                      .ifPresent(
                          both -> included.add(new Lists.Row(row.codes(), row.fields(), both))));
    }
    return included;
  }
}
