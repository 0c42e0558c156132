package luodi.rule;

import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import luodi.fault.Fault;

/**
 * What the keys of the rulebook are called in Chinese and English: attributes and their values,
 * region lists, item lists, facts and their choices, tags. Titles only: no verdict reads them.
 */
public final class Terms {
  private static final String FILE = "terms.csv";

  private final Map<String, Term> terms = new LinkedHashMap<>();

  /** One key's names. */
  public record Term(String zh, String en) {}

  private Terms() {}

  /** The terms of the class path. */
  public static Terms load() {
    Terms terms = new Terms();
    try (InputStream in = Terms.class.getResourceAsStream("/rulebook/" + FILE)) {
      TableReader.rows(in.readAllBytes())
          .forEach(
              row ->
                  terms.terms.put(
                      key(row.get("kind"), row.get("key")),
                      new Term(row.get("zh"), row.get("en"))));
    } catch (IOException unreadable) {
      throw Fault.UNAVAILABLE.because("rulebook/%s cannot be read.", FILE).causedBy(unreadable);
    }
    return terms;
  }

  /** An attribute of a layer. */
  public Optional<Term> attribute(String layer, String name) {
    return named("attribute", layer + "." + name);
  }

  /** A value of a layer's attribute. */
  public Optional<Term> value(String layer, String attribute, String value) {
    return named("value", layer + "." + attribute + "=" + value)
        .or(() -> attribute.equals("set") ? set(value) : Optional.empty())
        .or(() -> yesOrNo(value));
  }

  /** A dated set of divisions. */
  public Optional<Term> set(String name) {
    return named("set", name);
  }

  /** A list whose rows carry industry codes. */
  public Optional<Term> list(String name) {
    return named("list", name);
  }

  /** A fact of a project. */
  public Optional<Term> fact(String key) {
    return named("fact", key);
  }

  /** One choice of a fact. */
  public Optional<Term> choice(String fact, String choice) {
    return named("choice", fact + "=" + choice).or(() -> yesOrNo(choice));
  }

  /** A tag of industries. */
  public Optional<Term> tag(String id) {
    return named("tag", id);
  }

  /** All keys of one kind, in the order of the file. */
  public Stream<String> keys(String kind) {
    String start = key(kind, "");
    return terms.keySet().stream()
        .filter(key -> key.startsWith(start))
        .map(key -> key.substring(start.length()));
  }

  private Optional<Term> named(String kind, String key) {
    return Optional.ofNullable(terms.get(key(kind, key)));
  }

  private static Optional<Term> yesOrNo(String value) {
    return switch (value) {
      case "true" -> Optional.of(new Term("是", "yes"));
      case "false" -> Optional.of(new Term("否", "no"));
      default -> Optional.empty();
    };
  }

  private static String key(String kind, String key) {
    return kind + " " + key;
  }
}
