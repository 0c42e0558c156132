package luodi.siting;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntFunction;
import luodi.atlas.County;
import luodi.rule.Judge;
import luodi.rule.LayerRef;
import luodi.rule.Rule;
import luodi.rule.Rulebook;

/**
 * Counties that a rule does not tell apart. Dated sets of divisions are read once for each span of
 * days on which they do not change.
 */
final class CountyClasses {
  private final List<County> counties;
  private final List<Integer> named; // by county: a number for the set of its codes that lists name
  private final Rulebook rulebook;
  private final Map<List<Object>, Classes> kept = new ConcurrentHashMap<>();

  CountyClasses(List<County> counties, Rulebook rulebook) {
    this.counties = List.copyOf(counties);
    this.rulebook = rulebook;
    Map<Set<String>, Integer> numbers = new HashMap<>();
    this.named =
        this.counties.stream()
            .map(county -> numbers.computeIfAbsent(named(county), key -> numbers.size()))
            .toList();
  }

  private Set<String> named(County county) {
    Set<String> codes = new HashSet<>(county.codes());
    codes.retainAll(rulebook.namedDivisions());
    return codes;
  }

  /**
   * A class for each county.
   *
   * @param samples the first county of each class
   */
  record Classes(int[] byCounty, List<Integer> samples) {
    int count() {
      return samples.size();
    }
  }

  /** The counties that none of these rules tells apart for a project. */
  Classes of(List<Rule> rules, Judge judge) {
    List<LayerRef> refs = rules.stream().flatMap(rule -> rule.memberships().stream()).toList();
    Classes members = kept.computeIfAbsent(spans(refs, judge), key -> members(refs, judge));
    boolean asked =
        !counties.isEmpty()
            && rules.stream()
                .anyMatch(rule -> !judge.askedOf(counties.get(0).codes(), rule).isEmpty());
    return asked ? asked(rules, judge, members) : members;
  }

  private List<Object> spans(List<LayerRef> refs, Judge judge) {
    List<Object> key = new ArrayList<>();
    for (LayerRef ref : refs) {
      key.add(ref);
      key.add(rulebook.regions().unchangedSince(ref, judge.project().day()));
    }
    return key;
  }

  private Classes members(List<LayerRef> refs, Judge judge) {
    return classed(
        county -> {
          Set<String> codes = counties.get(county).codes();
          return refs.stream().map(ref -> judge.membership(ref, codes)).toList();
        });
  }

  private Classes asked(List<Rule> rules, Judge judge, Classes members) {
    boolean alone = judge.turnsOnNamesAlone(rules);
    Map<List<Object>, List<Object>> alike =
        new HashMap<>(); // counties that no rule could tell apart
    return classed(
        county -> {
          Object member = members.byCounty()[county];
          Set<String> codes = counties.get(county).codes();
          return alone
              ? alike.computeIfAbsent(
                  List.of(member, named.get(county)), key -> asked(codes, rules, judge, member))
              : asked(codes, rules, judge, member);
        });
  }

  private static List<Object> asked(
      Set<String> codes, List<Rule> rules, Judge judge, Object member) {
    List<Object> key = new ArrayList<>();
    key.add(member);
    rules.forEach(rule -> key.addAll(judge.askedOf(codes, rule)));
    return key;
  }

  private Classes classed(IntFunction<Object> key) {
    int[] byCounty = new int[counties.size()];
    List<Integer> samples = new ArrayList<>();
    Map<Object, Integer> numbers = new HashMap<>();
    for (int county = 0; county < byCounty.length; county++) {
      int sample = county;
      byCounty[county] =
          numbers.computeIfAbsent(
              key.apply(county),
              added -> {
                samples.add(sample);
                return samples.size() - 1;
              });
    }
    return new Classes(byCounty, samples);
  }

  /** The codes of the divisions that hold the first county of a class. */
  Optional<Set<String>> codesOf(Classes classes, int ofClass) {
    return Optional.of(counties.get(classes.samples().get(ofClass)).codes());
  }
}
