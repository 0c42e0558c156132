package luodi.rule;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import luodi.fault.Fault;

/**
 * The facts of a project that rules can read, with their types, choices and the value presumed of
 * the usual case.
 */
public final class FactTable {
  private static final String ONLY_TRUE = "true if ";
  private static final String FALSE_FOR = "; false for ";

  private final Map<String, Entry> entries = new LinkedHashMap<>();
  private final Map<String, List<Entry>> presumedFalse = new ConcurrentHashMap<>(); // by part

  /** What kind of value a fact has. */
  public enum Type {
    CHOICE,
    TEXT,
    NUMBER,
    BOOLEAN,
    LIST,
    DATE,
    POLYGON
  }

  /**
   * One fact.
   *
   * @param unit empty when it has none
   * @param choices empty when any value may come
   * @param presumed a literal; {@code =} and an expression of the rulebook that makes it true or
   *     false; {@code true if} and an expression where nothing is presumed otherwise; after either,
   *     {@code ; false for} and the kinds of part of which it is presumed false; empty when nothing
   *     is presumed
   */
  public record Entry(
      String key,
      Type type,
      String unit,
      List<String> choices,
      String presumed,
      String decides,
      String questionZh,
      String questionEn) {
    public Entry {
      choices = List.copyOf(choices);
    }

    boolean presumedOnlyTrue() {
      return presumed.startsWith(ONLY_TRUE);
    }

    boolean presumedByExpression() {
      return presumed.startsWith("=") || presumedOnlyTrue();
    }

    /** The expression that makes it true. */
    String expression() {
      int end = presumed.contains(FALSE_FOR) ? presumed.indexOf(FALSE_FOR) : presumed.length();
      return presumed.substring(presumedOnlyTrue() ? ONLY_TRUE.length() : 1, end);
    }

    /** Whether the claim is presumed false of such a part, whatever is presumed of the plot. */
    boolean presumedFalseFor(String part) {
      int at = presumed.indexOf(FALSE_FOR);
      return at >= 0
          && List.of(presumed.substring(at + FALSE_FOR.length()).split(", ")).contains(part);
    }
  }

  FactTable(Collection<Entry> entries) {
    entries.forEach(entry -> this.entries.put(entry.key(), entry));
  }

  public Collection<Entry> all() {
    return List.copyOf(entries.values());
  }

  /** The claims that are presumed false of such a part. */
  List<Entry> presumedFalseFor(String part) {
    return presumedFalse.computeIfAbsent(
        part,
        kind -> entries.values().stream().filter(entry -> entry.presumedFalseFor(kind)).toList());
  }

  public Optional<Entry> named(String key) {
    return Optional.ofNullable(entries.get(key));
  }

  /**
   * Reads what the asker told.
   *
   * @param told text, number, Boolean or a list of texts by key
   */
  public SortedMap<String, Project.Fact> read(Map<String, Object> told) {
    SortedMap<String, Project.Fact> facts = new TreeMap<>();
    told.forEach(
        (key, value) -> {
          if (value != null) {
            facts.put(key, new Project.Fact(read(key, value), false));
          }
        });
    return facts;
  }

  private Value read(String key, Object told) {
    Entry entry =
        named(key)
            .orElseThrow(
                () ->
                    Fault.UNKNOWN_FACT
                        .because(
                            "There is no fact '%s'; GET /facts lists those that rules read: %s.",
                            key, String.join(", ", entries.keySet()))
                        .at("/facts/" + key));
    try {
      return value(entry, told);
    } catch (NumberFormatException | DateTimeParseException | ClassCastException unreadable) {
      throw bad(entry, told);
    }
  }

  private static Value value(Entry entry, Object told) {
    return switch (entry.type()) {
      case CHOICE -> new Value.Text(choice(entry, told));
      case TEXT -> new Value.Text((String) told);
      case NUMBER -> new Value.Amount(number(entry, told));
      case BOOLEAN -> new Value.Flag(flag(entry, told));
      case DATE -> new Value.Day(LocalDate.parse((String) told));
      case LIST -> words(entry, told);
      case POLYGON -> new Value.Other(told);
    };
  }

  private static String choice(Entry entry, Object told) {
    String word = (String) told;
    if (!entry.choices().isEmpty() && !entry.choices().contains(word)) {
      throw bad(entry, told);
    }
    return word;
  }

  private static double number(Entry entry, Object told) {
    double number =
        told instanceof Number amount ? amount.doubleValue() : Double.parseDouble((String) told);
    if (!Double.isFinite(number) || number < 0) {
      throw bad(entry, told);
    }
    return number;
  }

  private static boolean flag(Entry entry, Object told) {
    String word = String.valueOf(told);
    if (!Set.of("true", "false").contains(word)) {
      throw bad(entry, told);
    }
    return Boolean.parseBoolean(word);
  }

  private static Value words(Entry entry, Object told) {
    if (told instanceof String text) {
      return new Value.Words(
          text.isBlank() || text.equals("none")
              ? Set.of()
              : java.util.Arrays.stream(text.split(","))
                  .map(String::trim)
                  .collect(Collectors.toCollection(TreeSet::new)));
    }
    if (!(told instanceof List<?> list)) {
      return new Value.Other(told);
    }
    boolean plain = list.stream().allMatch(String.class::isInstance);
    if (!plain && !entry.key().equals("replaces")) {
      throw bad(entry, told);
    }
    return plain
        ? new Value.Words(
            list.stream().map(String.class::cast).collect(Collectors.toCollection(TreeSet::new)))
        : new Value.Other(told);
  }

  private static RuntimeException bad(Entry entry, Object told) {
    String wanted =
        entry.choices().isEmpty()
            ? entry.type().name().toLowerCase(java.util.Locale.ROOT)
                + (entry.unit().isEmpty() ? "" : " in " + entry.unit())
            : "one of " + String.join(", ", entry.choices());
    return Fault.BAD_FACT
        .because("Fact '%s' cannot be '%s'; give %s.", entry.key(), told, wanted)
        .at("/facts/" + entry.key());
  }
}
