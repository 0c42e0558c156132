package luodi.rule;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import luodi.ground.Ask;
import luodi.ground.Interval;
import luodi.ground.Letter;
import luodi.ground.Signature;
import luodi.industry.Industries;
import luodi.industry.Industry;

/**
 * A project on a day on a spot, drawn by chance from all words that the law knows.
 *
 * @param here codes of the county, prefecture and province
 */
record RandomCase(Project project, Signature signature, Set<String> here) {
  private static final List<Industry> INDUSTRIES =
      Industries.load().all().stream().filter(one -> one.code().length() == 4).toList();

  /** Trap codes and heavy industries: most rules are about them. */
  private static final List<String> HEAVY =
      List.of("2614", "2613", "3110", "3216", "3011", "2710", "3360", "1713", "2521", "4411");

  private static final List<String> COUNTIES =
      List.of("420106", "640104", "110105", "440106", "330106", "540102", "130102", "510104");

  private static final LocalDate FIRST_DAY = LocalDate.parse("2015-01-01");
  private static final int DAYS = 4700; // to the end of 2027

  /**
   * Facts whose absence says something: "is given", or the ring in which a distance is asked for.
   */
  private static final Set<String> SAYING_BY_ABSENCE =
      Set.of("emits", "approved_plot", "protective_distance_m");

  static RandomCase of(Rulebook law, Random chance) {
    String industry =
        chance.nextInt(3) == 0
            ? HEAVY.get(chance.nextInt(HEAVY.size()))
            : INDUSTRIES.get(chance.nextInt(INDUSTRIES.size())).code();
    TreeMap<String, Project.Fact> facts = new TreeMap<>();
    int told = 1 + chance.nextInt(5); // of five facts
    for (FactTable.Entry entry : law.facts().all()) {
      if (chance.nextInt(5) < told) {
        value(entry, chance)
            .ifPresent(value -> facts.put(entry.key(), new Project.Fact(value, false)));
      }
    }
    Optional<Set<String>> origin =
        chance.nextBoolean() ? Optional.empty() : Optional.of(codes(chance));
    LocalDate day = FIRST_DAY.plusDays(chance.nextInt(DAYS));
    return new RandomCase(
        new Project(industry, facts, origin, day), signature(law, chance), codes(chance));
  }

  private static Set<String> codes(Random chance) {
    String county = COUNTIES.get(chance.nextInt(COUNTIES.size()));
    return Set.of(county, county.substring(0, 4) + "00", county.substring(0, 2) + "0000");
  }

  private static Optional<Value> value(FactTable.Entry entry, Random chance) {
    return switch (entry.type()) {
      case BOOLEAN -> Optional.of(new Value.Flag(chance.nextBoolean()));
      case CHOICE ->
          Optional.of(new Value.Text(entry.choices().get(chance.nextInt(entry.choices().size()))));
      case TEXT -> Optional.of(new Value.Text(chance.nextBoolean() ? "船舶" : "汞"));
      case NUMBER -> Optional.of(new Value.Amount(Math.pow(10, chance.nextInt(6))));
      case DATE -> Optional.of(new Value.Day(FIRST_DAY.plusDays(chance.nextInt(DAYS))));
      case LIST, POLYGON -> Optional.empty();
    };
  }

  private static Signature signature(Rulebook law, Random chance) {
    List<Letter> letters = new ArrayList<>();
    double crowded = 0.3 * Math.pow(chance.nextDouble(), 4); // how often a zone lies there
    double dark = chance.nextBoolean() ? 0 : 0.1; // how often a layer is not known
    for (Ask ask : law.asks(OptionalDouble.empty())) {
      ask.zones()
          .ifPresent(
              attributes -> {
                known(Letter.coverage(ask.layer()), letters, chance.nextDouble() >= dark);
                if (chance.nextDouble() < crowded) {
                  letters.add(zone(law, ask.layer(), attributes, chance));
                }
              });
      ask.bands()
          .forEach(
              (metres, attributes) -> {
                known(Letter.coverage(ask.layer(), metres), letters, chance.nextDouble() >= dark);
                if (chance.nextDouble() < crowded) {
                  letters.add(zone(law, ask.layer(), attributes, chance).within(metres));
                }
              });
    }
    return Signature.of(letters);
  }

  private static void known(Letter coverage, List<Letter> letters, boolean covered) {
    if (covered) {
      letters.add(coverage);
    }
  }

  private static Letter zone(
      Rulebook law, String layer, SortedSet<String> attributes, Random chance) {
    Map<String, String> said = new HashMap<>();
    for (String attribute : attributes) {
      Vocabulary.AttributeWords words =
          law.words().layer(layer).orElseThrow().attributes().get(attribute);
      List<String> values = List.copyOf(words.values().keySet());
      if (!values.isEmpty() && chance.nextInt(8) > 0) {
        said.put(attribute, values.get(chance.nextInt(values.size())));
      }
    }
    return Letter.zone(layer, said, Interval.ALWAYS);
  }

  /** The same where one thing less is known: a fact, a layer, or an attribute. */
  RandomCase forgetting(Rulebook law, Random chance) {
    List<String> facts =
        project.facts().keySet().stream()
            .filter(key -> law.facts().named(key).orElseThrow().presumed().isEmpty())
            .filter(key -> !SAYING_BY_ABSENCE.contains(key))
            .toList();
    if (!facts.isEmpty() && chance.nextBoolean()) {
      TreeMap<String, Project.Fact> fewer = new TreeMap<>(project.facts());
      fewer.remove(facts.get(chance.nextInt(facts.size())));
      return new RandomCase(
          new Project(project.industry(), fewer, project.origin(), project.day()), signature, here);
    }
    TreeSet<Letter> letters = new TreeSet<>(signature.letters());
    Letter lost = List.copyOf(letters).get(chance.nextInt(letters.size()));
    letters.remove(lost);
    if (lost.kind() == Letter.Kind.COVERAGE) {
      letters.removeIf(
          other -> other.layer().equals(lost.layer()) && other.withinM().equals(lost.withinM()));
    } else {
      letters.add(unattributed(lost));
    }
    return new RandomCase(project, Signature.of(letters), here);
  }

  private static Letter unattributed(Letter letter) {
    return letter.reading(Set.of());
  }

  Judgement judged(Rulebook law, Profile profile) {
    Judge judge = law.judge(project, profile);
    return Judgement.of(
        judge.rules().stream()
            .map(
                rule ->
                    new Judgement.Entry(
                        rule,
                        "plot",
                        judge.find(rule, signature, Optional.of(here), SiteMeasures.NONE)))
            .toList());
  }
}
