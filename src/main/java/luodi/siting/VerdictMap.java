package luodi.siting;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import luodi.atlas.County;
import luodi.fabric.Fabric;
import luodi.ground.Signature;
import luodi.rule.Finding;
import luodi.rule.Judge;
import luodi.rule.Outcome;
import luodi.rule.Reads;
import luodi.rule.Rule;
import luodi.rule.Rulebook;
import luodi.rule.SiteMeasures;

/**
 * What a project may do on all ground of a fabric at once. Signatures that no rule tells apart
 * which can decide are one ground. A rule is asked once for each class of grounds that read the
 * same to it and each class of counties that it does not tell apart; the words only look their
 * colours up. Immutable and safe for many threads.
 */
public final class VerdictMap {
  private static final String PLOT = Part.Kind.PLOT.word();

  private final Fabric fabric;
  private final Readings grounds; // signatures that no rule which decides tells apart are one
  private final Map<String, Readings> readings; // by rule, of the grounds
  private final Map<String, List<Rule>> exceptions = new HashMap<>(); // by the rule they lift
  private final List<County> counties = new ArrayList<>();
  private final int[] countyOfWord; // -1 where no county polygon lies
  private final List<Stretch> stretches;
  private final CountyClasses countyClasses;

  public VerdictMap(Fabric fabric, Rulebook rulebook) {
    this.fabric = fabric;
    for (Rule rule : rulebook.rules()) {
      rule.exceptionTo()
          .ifPresent(
              lifted -> exceptions.computeIfAbsent(lifted, id -> new ArrayList<>()).add(rule));
    }
    List<Rule> deciding =
        rulebook.rules().stream().filter(rule -> rule.canDecide() || lifts(rule)).toList();
    Reads all = deciding.stream().map(Rule::reads).reduce(Reads.NOTHING, Reads::and);
    this.grounds = Readings.of(Readings.Spelt.of(fabric.signatures()), all);
    this.readings = read(deciding);
    this.countyOfWord = new int[fabric.words().size()];
    Map<String, Integer> numbers = new HashMap<>();
    for (int word = 0; word < countyOfWord.length; word++) {
      Optional<County> county = fabric.words().get(word).county();
      countyOfWord[word] = county.map(one -> numbered(one, numbers)).orElse(-1);
    }
    this.stretches = stretches();
    this.countyClasses = new CountyClasses(counties, rulebook);
  }

  /**
   * The grounds of one county.
   *
   * @param grounds their numbers
   * @param km2 how much of each there is
   */
  record Stretch(int county, int[] grounds, double[] km2) {}

  /** What lies in each county; words of a county lie together. */
  private List<Stretch> stretches() {
    List<Stretch> all = new ArrayList<>();
    Map<Integer, Double> km2 = new LinkedHashMap<>();
    for (int word = 0; word < countyOfWord.length; word++) {
      km2.merge(groundOf(word), fabric.areaM2(word) / 1e6, Double::sum);
      if (word + 1 == countyOfWord.length || countyOfWord[word + 1] != countyOfWord[word]) {
        if (countyOfWord[word] >= 0) {
          all.add(
              new Stretch(
                  countyOfWord[word],
                  km2.keySet().stream().mapToInt(Integer::intValue).toArray(),
                  km2.values().stream().mapToDouble(Double::doubleValue).toArray()));
        }
        km2.clear();
      }
    }
    return List.copyOf(all);
  }

  private static boolean lifts(Rule rule) {
    return rule.exceptionTo().isPresent();
  }

  /** By rule, what it reads of the grounds; rules that read the same share it. */
  private Map<String, Readings> read(List<Rule> deciding) {
    Map<String, Reads> reads = new HashMap<>();
    for (Rule rule : deciding) {
      reads.put(
          rule.id(), exceptionsTo(rule).stream().map(Rule::reads).reduce(rule.reads(), Reads::and));
    }
    Readings.Spelt spelt = Readings.Spelt.of(grounds.all());
    Map<Reads, Readings> shared =
        Set.copyOf(reads.values()).parallelStream()
            .collect(Collectors.toConcurrentMap(one -> one, one -> Readings.of(spelt, one)));
    Map<String, Readings> byRule = new HashMap<>();
    reads.forEach((rule, one) -> byRule.put(rule, shared.get(one)));
    return byRule;
  }

  private int numbered(County county, Map<String, Integer> numbers) {
    return numbers.computeIfAbsent(
        county.zone().id(),
        added -> {
          counties.add(county);
          return counties.size() - 1;
        });
  }

  Fabric fabric() {
    return fabric;
  }

  /** All counties that hold any ground; a county's number is its position. */
  List<County> counties() {
    return counties;
  }

  /** What lies in each county, county by county. */
  List<Stretch> byCounty() {
    return stretches;
  }

  /** How many grounds there are that rules tell apart. */
  int groundCount() {
    return grounds.count();
  }

  /** The number of the ground under a word. */
  int groundOf(int word) {
    return grounds.classOf(fabric.signatureOf(word));
  }

  /** The number of a word's county, -1 where no county polygon lies. */
  int countyOf(int word) {
    return countyOfWord[word];
  }

  /**
   * What the law says of a project everywhere.
   *
   * @param strict true when also what does not depend on the place counts, with missing facts of
   *     the project at their worst
   */
  Coloured colour(Judge judge, boolean strict) {
    return colour(judge, rule -> strict);
  }

  /** The same, where only some rules count strictly. */
  Coloured colour(Judge judge, Predicate<Rule> strict) {
    Judge ofPlot = judge.about(PLOT);
    List<Rule> speaking =
        ofPlot.rules().stream()
            .filter(rule -> rule.part().equals("any") || rule.part().equals(PLOT))
            .filter(rule -> rule.canDecide() && ofPlot.mayApply(rule))
            .toList();
    List<Optional<Said>> said =
        speaking.parallelStream()
            .map(
                rule ->
                    strict.test(rule) || rule.readsThePlace()
                        ? Optional.of(said(rule, ofPlot, strict.test(rule)))
                        : Optional.<Said>empty())
            .toList();
    Coloured coloured = new Coloured(this);
    for (int i = 0; i < speaking.size(); i++) {
      Rule rule = speaking.get(i);
      if (said.get(i).isPresent()) {
        coloured.add(rule, said.get(i).get());
      } else if (violated(rule, ofPlot)) {
        coloured.addEverywhere(rule);
      }
    }
    return coloured;
  }

  /** A precondition that is violated makes every place prohibited. */
  private static boolean violated(Rule rule, Judge judge) {
    return judge.findAnywhere(rule).outcome() == Outcome.VIOLATED;
  }

  /** What a rule says by class of signatures and class of counties. */
  private Said said(Rule rule, Judge judge, boolean strict) {
    List<Rule> lifting = exceptionsTo(rule).stream().filter(judge::mayApply).toList();
    List<Rule> together = new ArrayList<>(lifting);
    together.add(rule);
    Readings signatures = readings.get(rule.id());
    CountyClasses.Classes counted = countyClasses.of(together, judge);
    byte[][] colours = new byte[counted.count()][signatures.count()];
    for (int county = 0; county < colours.length; county++) {
      Optional<Set<String>> here = countyClasses.codesOf(counted, county);
      for (int read = 0; read < signatures.count(); read++) {
        Signature signature = signatures.read(read);
        Finding finding = judge.find(rule, signature, here, SiteMeasures.NONE);
        boolean lifted =
            lifting.stream()
                .map(exception -> judge.find(exception, signature, here, SiteMeasures.NONE))
                .anyMatch(found -> found.outcome() == Outcome.CONDITION);
        colours[county][read] = (byte) Colour.of(lifted ? finding.lifted() : finding, strict);
      }
    }
    return new Said(signatures, counted.byCounty(), colours);
  }

  private List<Rule> exceptionsTo(Rule rule) {
    return exceptions.getOrDefault(rule.id(), List.of());
  }
}
