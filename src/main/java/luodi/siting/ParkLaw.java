package luodi.siting;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import luodi.ground.Signature;
import luodi.rule.Effect;
import luodi.rule.Finding;
import luodi.rule.Judge;
import luodi.rule.Judgement;
import luodi.rule.Rule;
import luodi.rule.SiteMeasures;

/**
 * What the law says of one project on all parks: each rule is asked once of each word of the
 * ground, and of a park as a whole only where a distance must be measured. A park is judged as its
 * outline would be on a screening.
 */
final class ParkLaw {
  private static final String PLOT = Part.Kind.PLOT.word();

  private final List<Asked> asked;

  private ParkLaw(List<Asked> asked) {
    this.asked = asked;
  }

  /**
   * A rule with its finding on each word.
   *
   * @param measured true when a distance at the site can decide
   */
  private record Asked(Rule rule, Judge judge, boolean measured, Finding[] byWord) {

    /** False when it passes every park or does not speak of the project at all. */
    boolean saysAnything() {
      for (Finding finding : byWord) {
        if (matters(finding)) {
          return true;
        }
      }
      return false;
    }

    /** The worst of the faces that together are deeper than the tolerance. */
    Finding of(Park park) {
      if (measured && hangsOnTheSite(park)) {
        return park.under().found(rule, judge, fact -> {}).worst();
      }
      int[] words = park.words();
      Finding first = byWord[words[0]];
      boolean alike = true;
      for (int i = 1; i < words.length && alike; i++) {
        alike = byWord[words[i]] == first;
      }
      return alike ? first : worstOfSeveral(park);
    }

    private boolean hangsOnTheSite(Park park) {
      for (int word : park.words()) {
        if (byWord[word].hangsOnTheSite()) {
          return true;
        }
      }
      return false;
    }

    private Finding worstOfSeveral(Park park) {
      TreeMap<Finding, BitSet> ranked = new TreeMap<>(Finding.WEIGHTIEST_FIRST);
      for (int i = 0; i < park.words().length; i++) {
        ranked.computeIfAbsent(byWord[park.words()[i]], finding -> new BitSet()).set(i);
      }
      BitSet caught = new BitSet();
      for (var entry : ranked.entrySet()) {
        caught.or(entry.getValue());
        boolean all = caught.cardinality() == park.words().length;
        if (all || park.deeper((BitSet) caught.clone(), park.under().toleranceM(rule))) {
          return entry.getKey();
        }
      }
      return ranked.lastKey();
    }
  }

  /** Asks the rules in force. */
  static ParkLaw of(Judge judge, ParkGround ground) {
    Judge own = judge.about(PLOT);
    List<Rule> speaking =
        own.rules().stream()
            .filter(rule -> rule.part().equals("any") || rule.part().equals(PLOT))
            .filter(own::mayApply)
            .toList();
    return new ParkLaw(
        speaking.parallelStream()
            .map(rule -> asked(rule, own, ground))
            .filter(Asked::saysAnything)
            .toList());
  }

  private static Asked asked(Rule rule, Judge judge, ParkGround ground) {
    boolean measured = rule.readsDistance() || rule.readsApprovedPlot();
    return new Asked(rule, judge, measured, byWord(rule, judge, ground));
  }

  private static Finding[] byWord(Rule rule, Judge judge, ParkGround ground) {
    Readings readings = ground.readings(rule.reads());
    CountyClasses.Classes counties = ground.countyClasses().of(List.of(rule), judge);
    Finding[][] byClass = new Finding[counties.count() + 1][readings.count()];
    Finding[] byWord = new Finding[ground.words().size()];
    for (int i = 0; i < byWord.length; i++) {
      ParkGround.Word word = ground.words().get(i);
      int county = word.county() < 0 ? counties.count() : counties.byCounty()[word.county()];
      int read = readings.classOf(word.signature());
      if (byClass[county][read] == null) {
        Optional<Set<String>> here =
            word.county() < 0 ? Optional.empty() : ground.countyClasses().codesOf(counties, county);
        Signature signature = readings.read(read);
        byClass[county][read] = judge.find(rule, signature, here, SiteMeasures.NONE);
      }
      byWord[i] = byClass[county][read];
    }
    return byWord;
  }

  /** Whether it can weigh in a verdict or a score. */
  private static boolean matters(Finding finding) {
    return finding.worst() != Effect.NONE || finding.best() != Effect.NONE;
  }

  /** What all rules that matter say of one park. */
  Judgement on(Park park) {
    List<Judgement.Entry> entries = new ArrayList<>(asked.size());
    for (Asked one : asked) {
      Finding finding = one.of(park);
      if (matters(finding)) {
        entries.add(new Judgement.Entry(one.rule(), PLOT, finding));
      }
    }
    return Judgement.of(entries);
  }
}
