package luodi.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import luodi.rule.FactTable;
import luodi.rule.Rulebook;
import luodi.rule.Terms;
import luodi.rule.Vocabulary;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** What the keys of an answer are called on paper; a key that has no title is its own title. */
final class Titles {
  private static final Map<String, Terms.Term> WORDS = read();
  private static final Terms TERMS = Terms.load();

  private final Rulebook rulebook;

  Titles(Rulebook rulebook) {
    this.rulebook = rulebook;
  }

  /** A word of the answer itself: a verdict, an outcome, a kind of text … */
  static Terms.Term word(String kind, String key) {
    Terms.Term word = WORDS.get(kind + " " + key);
    return word == null ? new Terms.Term(key, key) : word;
  }

  static boolean knows(String kind, String key) {
    return WORDS.containsKey(kind + " " + key);
  }

  static String zh(String kind, String key) {
    return word(kind, key).zh();
  }

  /** A layer, a region list or a list of items, such as {@code eia-suspension.pollutants}. */
  String layer(String id) {
    String root = id.contains(".") ? id.substring(0, id.indexOf('.')) : id;
    return rulebook
        .words()
        .layer(id)
        .map(Vocabulary.LayerWords::titleZh)
        .or(() -> TERMS.set(id).map(Terms.Term::zh))
        .or(() -> TERMS.list(id).map(Terms.Term::zh))
        .or(() -> TERMS.list(root).map(Terms.Term::zh))
        .or(() -> rulebook.words().layer(root).map(Vocabulary.LayerWords::titleZh))
        .orElseGet(() -> zh("layer", id));
  }

  String fact(String key) {
    return TERMS.fact(key).map(Terms.Term::zh).orElse(key);
  }

  String value(String fact, Object value) {
    String plain = String.valueOf(value);
    String unit = rulebook.facts().named(fact).map(FactTable.Entry::unit).orElse("");
    return TERMS
        .choice(fact, plain)
        .map(Terms.Term::zh)
        .orElse(unit.isEmpty() ? plain : plain + " " + unit);
  }

  static String tag(String id) {
    return TERMS.tag(id).map(Terms.Term::zh).orElse(id);
  }

  private static Map<String, Terms.Term> read() {
    Map<String, Terms.Term> words = new HashMap<>();
    try (InputStream in = Titles.class.getResourceAsStream("/report/words.csv")) {
      CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
      for (CSVRecord row : format.parse(new InputStreamReader(in, StandardCharsets.UTF_8))) {
        words.put(
            row.get("kind") + " " + row.get("key"), new Terms.Term(row.get("zh"), row.get("en")));
      }
      return words;
    } catch (IOException broken) {
      throw new IllegalStateException("report/words.csv", broken);
    }
  }
}
