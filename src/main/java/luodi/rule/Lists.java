package luodi.rule;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import luodi.fault.Fault;
import luodi.ground.Interval;
import luodi.industry.CodeSet;

/**
 * Dated lists whose rows carry industry codes: catalogues, and the access lists of control units.
 */
public final class Lists {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final SortedMap<String, DatedList> lists = new TreeMap<>();
  private final Map<String, DatedList> accessLists = new ConcurrentHashMap<>();
  private final Map<List<String>, DatedList> ofIndustries = new ConcurrentHashMap<>();

  /** One list; when it is not complete, absence from it says nothing. */
  public record DatedList(String name, boolean complete, List<Row> rows) {
    public DatedList {
      rows = List.copyOf(rows);
    }
  }

  /**
   * One item of a list.
   *
   * @param codes the industries it speaks of
   * @param fields effect, class, dimension, text …
   */
  public record Row(CodeSet codes, SortedMap<String, String> fields, Interval interval) {
    public Row {
      fields = Collections.unmodifiableSortedMap(new TreeMap<>(fields));
    }

    String field(String name) {
      return fields.getOrDefault(name, "");
    }
  }

  /** The rows that a rule means, some certain, some hanging on a fact. */
  static final class Rows {
    private final List<Map.Entry<Row, Truth>> rows = new ArrayList<>();
    private Truth absent = Truth.NO;

    void add(Row row, Truth match) {
      if (!match.no()) {
        rows.add(Map.entry(row, match));
      }
    }

    void unknownBecause(String data) {
      absent = absent.or(Truth.lacks(data));
    }

    Truth any(Predicate<Row> like) {
      return rows.stream()
          .filter(entry -> like.test(entry.getKey()))
          .map(Map.Entry::getValue)
          .reduce(absent, Truth::or);
    }

    List<Row> certain() {
      return rows.stream().filter(entry -> entry.getValue().yes()).map(Map.Entry::getKey).toList();
    }

    List<Row> possible() {
      return rows.stream().map(Map.Entry::getKey).toList();
    }
  }

  Lists(Collection<DatedList> lists) {
    lists.forEach(list -> this.lists.put(list.name(), list));
  }

  Lists with(Collection<DatedList> more) {
    Lists all = new Lists(lists.values());
    more.forEach(list -> all.lists.put(list.name(), list));
    return all;
  }

  boolean has(String name) {
    return lists.containsKey(name) || lists.containsKey(root(name));
  }

  /** True when absence from the list is known. */
  boolean vouchesFor(String name) {
    return named(name).map(DatedList::complete).orElse(false);
  }

  public Optional<DatedList> named(String name) {
    return Optional.ofNullable(lists.get(name))
        .or(() -> Optional.ofNullable(lists.get(root(name))));
  }

  /** The rows of a list that match the project on its day. */
  Rows rowsOf(ListRef ref, Situation situation) {
    Rows found = new Rows();
    if (ref.list().equals(ListRef.ACCESS_LISTS)) {
      situation.accessLists(found).forEach(text -> match(accessList(text), ref, situation, found));
    } else {
      named(ref.list())
          .map(list -> of(list, situation.project().industry()))
          .ifPresent(list -> match(list, ref, situation, found));
    }
    return found;
  }

  /** The rows that can speak of an industry: few of many, and asked for again and again. */
  private DatedList of(DatedList list, String industry) {
    return ofIndustries.computeIfAbsent(
        List.of(list.name(), industry),
        key ->
            new DatedList(
                list.name(),
                list.complete(),
                list.rows().stream().filter(row -> row.codes().mayHold(industry)).toList()));
  }

  /**
   * The words of a list's field of the same name ({@code eia-suspension.pollutants}) that hold on
   * the day.
   */
  Set<String> words(String name, Situation situation) {
    String field = name.substring(name.indexOf('.') + 1);
    Set<String> words = new TreeSet<>();
    named(name).stream()
        .flatMap(list -> list.rows().stream())
        .filter(row -> row.interval().holds(situation.day()) && speaksOfHere(row, situation))
        .forEach(row -> words.addAll(List.of(row.field(field).split(";"))));
    return words;
  }

  /** True when some row of the list speaks of one division only. */
  boolean readsTheCounty(String name) {
    return named(name).stream()
        .flatMap(list -> list.rows().stream())
        .anyMatch(row -> !row.field("unit").isEmpty());
  }

  /** Every division that some row names, and whatever else is written like one. */
  Set<String> namedDivisions() {
    Set<String> named = new HashSet<>();
    for (DatedList list : lists.values()) {
      for (Row row : list.rows()) {
        row.fields().values().forEach(text -> named.addAll(List.of(text.split("\\D+"))));
      }
    }
    return named;
  }

  /** A notice, or an item, may name the division that it is about. */
  private static boolean speaksOfHere(Row row, Situation situation) {
    String unit = row.field("unit");
    return unit.isEmpty() || situation.here().map(codes -> codes.contains(unit)).orElse(true);
  }

  /** The benchmark for the project's product, when a table of benchmarks is loaded. */
  Optional<Double> benchmark(Situation situation) {
    ListRef ref = new ListRef("energy-benchmark", new TreeMap<>(Map.of("product", Set.of())));
    return rowsOf(ref, situation).certain().stream()
        .map(row -> Double.valueOf(row.field("benchmark")))
        .findFirst();
  }

  private static void match(DatedList list, ListRef ref, Situation situation, Rows found) {
    for (Row row : list.rows()) {
      if (row.interval().holds(situation.day())) {
        Truth here = Truth.of(speaksOfHere(row, situation));
        found.add(row, here.and(fieldsOf(row, ref, situation)).and(speaksOf(row, situation)));
      }
    }
    if (!list.complete() && ref.list().equals(ListRef.ACCESS_LISTS)) {
      found.unknownBecause(ref.list());
    }
  }

  /** Whether a row speaks of such a project, whatever a rule wants of its fields. */
  static Truth speaksOf(Row row, Situation situation) {
    return situation
        .matches(row.codes())
        .and(processOf(row, situation))
        .and(Truth.of(isSmallEnough(row, situation)));
  }

  /**
   * An item may speak of works below a capacity only. Without a told capacity it is no hit: such
   * items stand in lists that are not complete, of which a hit counts and silence is a caveat.
   */
  private static boolean isSmallEnough(Row row, Situation situation) {
    String below = row.field("capacity_below");
    return below.isEmpty()
        || situation
            .fact("capacity")
            .filter(Value.Amount.class::isInstance)
            .map(told -> ((Value.Amount) told).plain() < Double.parseDouble(below))
            .orElse(false);
  }

  private static Truth fieldsOf(Row row, ListRef ref, Situation situation) {
    Truth all = Truth.YES;
    for (Map.Entry<String, Set<String>> wanted : ref.fields().entrySet()) {
      all = all.and(fieldOf(row.field(wanted.getKey()), wanted, situation));
    }
    return all;
  }

  /**
   * Whether a row's field is as wanted: one of the words, {@code here}, or what the project tells
   * of itself ({@code product}, {@code group=enterprise_group}).
   */
  private static Truth fieldOf(
      String field, Map.Entry<String, Set<String>> wanted, Situation situation) {
    Set<String> words = wanted.getValue();
    if (words.contains(ListRef.HERE)) {
      return situation
          .here()
          .map(codes -> Truth.of(codes.contains(field)))
          .orElseGet(() -> Truth.lacks("region"));
    }
    String fact = words.isEmpty() ? wanted.getKey() : words.iterator().next();
    return words.size() <= 1 && situation.isFact(fact)
        ? new Given.Among(fact, Set.of(field)).in(situation)
        : Truth.of(words.contains(field));
  }

  private static Truth processOf(Row row, Situation situation) {
    String process = row.field("process");
    return process.isEmpty()
        ? Truth.YES
        : new Given.Among("process", Set.of(process)).in(situation);
  }

  /** The access list that a control unit carries as JSON text. */
  DatedList accessList(String text) {
    return accessLists.computeIfAbsent(text, Lists::parse);
  }

  /** Reads the access list that a control unit carries as JSON text. */
  static DatedList parse(String text) {
    try {
      JsonNode root = JSON.readTree(text);
      List<Row> rows = new ArrayList<>();
      for (JsonNode item : root.path("items")) {
        rows.add(row(item));
      }
      return new DatedList(ListRef.ACCESS_LISTS, root.path("complete").asBoolean(false), rows);
    } catch (JsonProcessingException broken) {
      throw Fault.BAD_DATA.because("An access list is not JSON: %s", text).causedBy(broken);
    }
  }

  private static Row row(JsonNode item) {
    SortedMap<String, String> fields = new TreeMap<>();
    for (String name : List.of("dimension", "effect", "process", "text")) {
      if (item.hasNonNull(name)) {
        fields.put(name, item.get(name).asText());
      }
    }
    List<String> codes = new ArrayList<>();
    item.path("codes").forEach(code -> codes.add(code.asText()));
    return new Row(
        CodeSet.parse(String.join("; ", codes)),
        fields,
        Interval.parse(item.path("from").asText(null), item.path("to").asText(null)));
  }

  private static String root(String name) {
    return name.contains(".") ? name.substring(0, name.indexOf('.')) : name;
  }
}
