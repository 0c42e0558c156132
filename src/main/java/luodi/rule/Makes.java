package luodi.rule;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import luodi.industry.CodeSet;

/**
 * Products and processes that rules name and that only some industries can have: no other industry
 * is asked for them. A word without a row may be any industry's.
 */
public final class Makes {
  private final Map<String, CodeSet> codes = new HashMap<>(); // by fact and word
  private final Map<String, String> words = new HashMap<>(); // by fact and other name

  void add(String fact, String word, Iterable<String> otherNames, CodeSet makers) {
    codes.put(key(fact, word), makers);
    otherNames.forEach(name -> words.put(key(fact, name), word));
  }

  /** The word of the rulebook for what was told; what was told when there is none. */
  public String word(String fact, String told) {
    return words.getOrDefault(key(fact, told), told);
  }

  /** True unless no industry of this code can have any of these. */
  boolean any(String fact, Set<String> named, String industry) {
    return named.stream()
        .map(word -> codes.get(key(fact, word)))
        .anyMatch(makers -> makers == null || makers.mayHold(industry));
  }

  private static String key(String fact, String word) {
    return fact + " " + word.strip().toLowerCase(java.util.Locale.ROOT);
  }
}
