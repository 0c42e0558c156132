package luodi.rule;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The answers that make a difference: for every fact, one value for each way in which rules can
 * read it. A number or a day has one value on each side of every limit that some rule names.
 */
final class Answers {
  /**
   * More combinations than this are not tried; best and worst then come from three-valued logic.
   */
  private static final int MOST_COMBINATIONS = 256;

  /** Of a choice with more words than this only those that rules name are worth asking. */
  private static final int MOST_CHOICES = 6;

  private final FactTable facts;
  private final Map<String, Given> presumptions;
  private final SortedMap<String, SortedSet<String>> words = new TreeMap<>();
  private final SortedMap<String, SortedSet<Double>> limits = new TreeMap<>();
  private boolean readsLists;

  /** By the facts that are missing; a rule reads few facts, so they are few. */
  private final Map<SortedSet<String>, List<Map<String, Value>>> combined =
      new ConcurrentHashMap<>();

  /**
   * The answers to what these rules read.
   *
   * @param presumptions what makes a claim true that nobody told, by the claim
   */
  Answers(FactTable facts, Map<String, Given> presumptions, List<Rule> rules) {
    this.facts = facts;
    this.presumptions = presumptions;
    for (Rule rule : rules) {
      gather(rule.appliesTo().meaning());
      rule.appliesTo().meaning().lists(list -> readsLists = true);
      rule.branches().forEach(branch -> branch.when().meaning().lists(list -> readsLists = true));
      rule.branches().forEach(branch -> gather(branch.when().meaning()));
      for (Rule.Before before : rule.before()) {
        before.appliesTo().ifPresent(applies -> gather(applies.meaning()));
        before.branches().ifPresent(all -> all.forEach(one -> gather(one.when().meaning())));
      }
    }
  }

  /** Whether some rule tells values of the fact apart, by its own words or by those of a tag. */
  boolean tellApart(String fact) {
    return words.containsKey(fact) || limits.containsKey(fact);
  }

  /**
   * All combinations of answers to the facts that are missing; empty when they are too many or a
   * fact is free text.
   */
  List<Map<String, Value>> to(SortedSet<String> missing) {
    return combined.computeIfAbsent(missing, this::combinations);
  }

  private List<Map<String, Value>> combinations(SortedSet<String> missing) {
    List<Map<String, Value>> combinations = new ArrayList<>(List.of(Map.of()));
    for (String fact : missing) {
      List<Value> values = readsLists && isFreeText(fact) ? List.of() : values(fact);
      if (values.isEmpty() || combinations.size() * values.size() > MOST_COMBINATIONS) {
        return List.of();
      }
      combinations = times(combinations, fact, values);
    }
    return combinations;
  }

  /** Rows of lists may name any text, and nobody can try them all. */
  private boolean isFreeText(String fact) {
    return facts
        .named(fact)
        .map(entry -> entry.type() == FactTable.Type.TEXT && entry.choices().isEmpty())
        .orElse(false);
  }

  /** The values worth trying for one fact, each with a label that an asker understands. */
  SortedMap<String, Value> labelled(String fact) {
    SortedMap<String, Value> labelled = new TreeMap<>(Comparator.naturalOrder());
    for (Value value : values(fact)) {
      labelled.put(label(fact, value), value);
    }
    return labelled;
  }

  private List<Value> values(String key) {
    FactTable.Entry entry = facts.named(key).orElse(null);
    if (entry == null) {
      return List.of();
    }
    List<Value> values = new ArrayList<>();
    switch (entry.type()) {
      case BOOLEAN -> {
        values.add(new Value.Flag(true));
        values.add(new Value.Flag(false));
      }
      case CHOICE, TEXT -> wordsOf(entry).forEach(word -> values.add(new Value.Text(word)));
      case LIST -> lists(key, values);
      case NUMBER ->
          limits.getOrDefault(key, new TreeSet<>()).forEach(limit -> around(limit, values));
      case DATE -> limits.getOrDefault(key, new TreeSet<>()).forEach(day -> days(day, values));
      case POLYGON -> {}
    }
    return values.stream().distinct().toList();
  }

  /**
   * For long choices only those that some rule names, and one that none names; all of them where
   * the rows of a list may name any.
   */
  private SortedSet<String> wordsOf(FactTable.Entry entry) {
    SortedSet<String> named = new TreeSet<>(words.getOrDefault(entry.key(), new TreeSet<>()));
    if ((readsLists || entry.choices().size() <= MOST_CHOICES) && !entry.choices().isEmpty()) {
      named.addAll(entry.choices());
    } else {
      named.add("other");
    }
    return named;
  }

  private void lists(String key, List<Value> values) {
    values.add(new Value.Words(java.util.Set.of()));
    words
        .getOrDefault(key, new TreeSet<>())
        .forEach(word -> values.add(new Value.Words(java.util.Set.of(word))));
  }

  private static void around(double limit, List<Value> values) {
    values.add(new Value.Amount(Math.max(0, limit - 1)));
    values.add(new Value.Amount(limit));
    values.add(new Value.Amount(limit + 1));
  }

  private static void days(double day, List<Value> values) {
    LocalDate limit = LocalDate.ofEpochDay((long) day);
    values.add(new Value.Day(limit.minusDays(1)));
    values.add(new Value.Day(limit));
  }

  private static String label(String fact, Value value) {
    if (value instanceof Value.Words set) {
      return set.plain().isEmpty() ? "none" : String.join(",", set.plain());
    }
    if (value instanceof Value.Amount amount && amount.plain() == Math.rint(amount.plain())) {
      return String.valueOf(amount.plain().longValue());
    }
    return String.valueOf(value.plain());
  }

  private static List<Map<String, Value>> times(
      List<Map<String, Value>> combinations, String fact, List<Value> values) {
    List<Map<String, Value>> product = new ArrayList<>();
    for (Map<String, Value> before : combinations) {
      for (Value value : values) {
        Map<String, Value> more = new LinkedHashMap<>(before);
        more.put(fact, value);
        product.add(more);
      }
    }
    return product;
  }

  private void gather(Given given) {
    if (given instanceof Given.All all) {
      all.parts().forEach(this::gather);
    } else if (given instanceof Given.Any any) {
      any.parts().forEach(this::gather);
    } else if (given instanceof Given.Not not) {
      gather(not.other());
    } else if (given instanceof Given.Among among) {
      words.computeIfAbsent(among.fact(), key -> new TreeSet<>()).addAll(among.words());
    } else if (given instanceof Given.Claim claim && presumptions.containsKey(claim.fact())) {
      gather(presumptions.get(claim.fact()));
    } else if (given instanceof Given.EmitsAny emits) {
      words.computeIfAbsent("emits", key -> new TreeSet<>()).addAll(emits.pollutants());
    } else if (given instanceof Given.Code code) {
      gather(code.codes());
    } else if (given instanceof Given.Tagged tagged) {
      gather(tagged.codes());
    } else if (given instanceof Given.Compared compared) {
      limit(compared);
    }
  }

  private void gather(luodi.industry.CodeSet codes) {
    codes.rows().stream()
        .flatMap(row -> row.qualifier().stream())
        .forEach(
            qualifier ->
                words
                    .computeIfAbsent(qualifier.fact(), key -> new TreeSet<>())
                    .add(qualifier.value()));
  }

  private void limit(Given.Compared compared) {
    if (compared.left() instanceof Measure.OfFact fact) {
      double limit =
          compared.right() instanceof Measure.Constant constant
              ? constant.value()
              : compared.right() instanceof Measure.OnDay on ? on.day().toEpochDay() : Double.NaN;
      if (!Double.isNaN(limit)) {
        limits.computeIfAbsent(fact.fact(), key -> new TreeSet<>()).add(limit);
      }
    }
  }
}
