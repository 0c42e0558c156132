package luodi.industry;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import luodi.fault.Fault;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** The classification GB/T 4754-2017 with English names and product synonyms. Immutable. */
public final class Industries {
  private static final CSVFormat CSV =
      CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();
  private static final int MOST_HINTS = 3;

  private final Map<String, Industry> byCode = new TreeMap<>();

  /**
   * An industry that a search found.
   *
   * @param matched the code, name or synonym that matched
   * @param qualifier the fact that the matched word implies
   * @param rank 0 the code itself, 1 the beginning of the code, 2 the whole word, 3 its beginning,
   *     4 inside it
   */
  public record Match(Industry industry, String matched, Optional<Qualifier> qualifier, int rank) {}

  private Industries() {}

  /** The register of the class path; a synonym or name of an unknown code is a fault. */
  public static Industries load() {
    Industries register = new Industries();
    Map<String, String> english = new HashMap<>();
    rows("english.csv").forEach(row -> english.put(row.get("code"), row.get("en")));
    Map<String, List<Synonym>> synonyms = new HashMap<>();
    rows("synonyms.csv")
        .forEach(
            row ->
                synonyms
                    .computeIfAbsent(row.get("code"), code -> new ArrayList<>())
                    .add(synonym(row)));
    for (CSVRecord row : rows("gbt4754_2017.csv")) {
      String code = digits(row.get("code"));
      register.byCode.put(
          code,
          new Industry(
              code,
              Integer.parseInt(row.get("level")),
              row.get("name"),
              english.getOrDefault(code, ""),
              digits(row.get("parent")),
              synonyms.getOrDefault(code, List.of())));
    }
    register.mustKnow("english.csv", english.keySet());
    register.mustKnow("synonyms.csv", synonyms.keySet());
    return register;
  }

  /** All entries in the order of their codes. */
  public List<Industry> all() {
    return List.copyOf(byCode.values());
  }

  /**
   * The industry of a code of 2 to 4 digits, with or without the section's letter; else {@code
   * UNKNOWN_INDUSTRY}.
   */
  public Industry named(String told) {
    String code = digits(told.trim().toUpperCase(Locale.ROOT));
    Industry industry = code.matches("\\d{2,4}") ? byCode.get(code) : null;
    if (industry == null) {
      throw Fault.UNKNOWN_INDUSTRY
          .because(
              "There is no industry '%s' in GB/T 4754-2017; give 2 to 4 digits such as 3011%s. GET /industries?q= searches by code and product.",
              told, hints(told))
          .at("/industry");
    }
    return industry;
  }

  /**
   * The industry of a product by its name; {@code UNKNOWN_INDUSTRY} when none or several answer to
   * it.
   */
  public Match ofProduct(String product) {
    List<Match> found = search(product, Integer.MAX_VALUE);
    List<String> best =
        found.stream()
            .filter(match -> match.rank() == found.get(0).rank() && match.rank() <= 2)
            .map(match -> match.industry().code())
            .distinct()
            .toList();
    if (best.size() == 1) {
      return found.get(0);
    }
    throw Fault.UNKNOWN_INDUSTRY
        .because(
            best.isEmpty()
                ? "No industry is known to make '%s'%s. Give 'industry', a GB/T 4754-2017 code."
                : "'%s' is made by more than one industry%s. Give 'industry' to choose.",
            product,
            hints(product))
        .at("/product");
  }

  /** What a query may mean, the best first: by code, name, or product in Chinese or English. */
  public List<Match> search(String query, int limit) {
    String wanted = folded(query);
    if (wanted.isEmpty()) {
      return List.of();
    }
    return byCode.values().stream()
        .map(industry -> best(industry, wanted))
        .flatMap(Optional::stream)
        .sorted(
            Comparator.comparingInt(Match::rank)
                .thenComparing(match -> -match.industry().level())
                .thenComparing(match -> match.matched().length())
                .thenComparing(match -> match.industry().code()))
        .limit(limit)
        .toList();
  }

  private static Optional<Match> best(Industry industry, String wanted) {
    List<Match> found = new ArrayList<>();
    String code = wanted.toUpperCase(Locale.ROOT);
    if (digits(code).equals(industry.code())) {
      found.add(new Match(industry, industry.code(), Optional.empty(), 0));
    } else if (code.matches("\\d+") && industry.code().startsWith(code)) {
      found.add(new Match(industry, industry.code(), Optional.empty(), 1));
    }
    word(industry, industry.zh(), wanted, Optional.empty()).ifPresent(found::add);
    word(industry, industry.en(), wanted, Optional.empty()).ifPresent(found::add);
    for (Synonym synonym : industry.synonyms()) {
      word(industry, synonym.zh(), wanted, synonym.qualifier()).ifPresent(found::add);
      word(industry, synonym.en(), wanted, synonym.qualifier()).ifPresent(found::add);
    }
    return found.stream()
        .min(Comparator.comparingInt(Match::rank).thenComparing(match -> match.matched().length()));
  }

  private static Optional<Match> word(
      Industry industry, String word, String wanted, Optional<Qualifier> qualifier) {
    String folded = folded(word);
    int rank =
        folded.equals(wanted) ? 2 : folded.startsWith(wanted) ? 3 : folded.contains(wanted) ? 4 : 5;
    return rank == 5 ? Optional.empty() : Optional.of(new Match(industry, word, qualifier, rank));
  }

  /** Case and width do not matter to a search. */
  private static String folded(String text) {
    return java.text.Normalizer.normalize(text, java.text.Normalizer.Form.NFKC)
        .toLowerCase(Locale.ROOT)
        .trim();
  }

  private String hints(String told) {
    String hints =
        search(told, MOST_HINTS).stream()
            .map(match -> match.industry().code() + " " + match.industry().zh())
            .collect(Collectors.joining(", "));
    return hints.isEmpty() ? "" : "; nearest: " + hints;
  }

  private void mustKnow(String file, Iterable<String> codes) {
    for (String code : codes) {
      if (!byCode.containsKey(code)) {
        throw Fault.BAD_DATA.because(
            "industry/%s names '%s', which is no code of GB/T 4754-2017.", file, code);
      }
    }
  }

  private static Synonym synonym(CSVRecord row) {
    String fact = row.get("qualifier_fact");
    return new Synonym(
        row.get("zh"),
        row.get("en"),
        fact.isEmpty()
            ? Optional.empty()
            : Optional.of(new Qualifier(fact, row.get("qualifier_value"))));
  }

  private static String digits(String code) {
    return code.matches("[A-Z]\\d+") ? code.substring(1) : code;
  }

  private static List<CSVRecord> rows(String file) {
    try (InputStream in = Industries.class.getResourceAsStream("/industry/" + file);
        InputStreamReader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
      return CSV.parse(reader).getRecords();
    } catch (IOException unreadable) {
      throw Fault.UNAVAILABLE.because("industry/%s cannot be read.", file).causedBy(unreadable);
    }
  }
}
