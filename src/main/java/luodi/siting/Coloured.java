package luodi.siting;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import luodi.fabric.Fabric;
import luodi.rule.Rule;
import luodi.rule.Verdict;

/** The whole ground in the colours of one project. Filled rule by rule, then only read. */
final class Coloured {
  private static final int SHARES = 4; // of the work, to be done side by side
  private static final int UNKNOWN = -1;

  private final VerdictMap map;
  private final Fabric fabric;
  private final List<Rule> rules = new ArrayList<>();
  private final List<Said> said = new ArrayList<>();
  private final List<Rule> everywhere = new ArrayList<>();
  private byte[] byWord; // made when it is first asked for

  Coloured(VerdictMap map) {
    this.map = map;
    this.fabric = map.fabric();
  }

  void add(Rule rule, Said what) {
    if (!what.isSilent()) {
      rules.add(rule);
      said.add(what);
    }
  }

  /** Adds a rule that prohibits the project wherever it stands. */
  void addEverywhere(Rule rule) {
    everywhere.add(rule);
  }

  /** The rules that say anything of any ground, in the order of the rulebook. */
  List<Rule> rules() {
    return rules;
  }

  /** The rules that prohibit the project wherever it stands. */
  List<Rule> prohibitingEverywhere() {
    return everywhere;
  }

  /** The verdict on a word; empty when only a measurement at the site can tell. */
  Optional<Verdict> verdict(int word) {
    return everywhere.isEmpty() ? Colour.verdict(colours()[word]) : Optional.of(Verdict.PROHIBITED);
  }

  /** How many rules prohibit the project on a word. */
  int prohibiting(int word) {
    int count = everywhere.size();
    for (int rule = 0; rule < rules.size(); rule++) {
      count += Colour.prohibits(colour(rule, word)) ? 1 : 0;
    }
    return count;
  }

  /**
   * The ground of divisions by verdict, and that on which each rule is among the reasons.
   *
   * @param km2 by row and verdict
   * @param binding by row and rule
   */
  record Sums(double[] km2, double[] binding) {
    Sums(int rows, int rules) {
      this(new double[rows * (Colour.SITE_DEPENDENT + 1)], new double[rows * rules]);
    }

    private Sums plus(Sums other) {
      Arrays.setAll(km2, i -> km2[i] + other.km2[i]);
      Arrays.setAll(binding, i -> binding[i] + other.binding[i]);
      return this;
    }
  }

  /**
   * Adds all ground up.
   *
   * @param rowOfCounty by county, -1 for none
   */
  Sums sums(int[] rowOfCounty, int rows) {
    Blend blend = blend();
    return IntStream.range(0, SHARES) // rounding hangs on their number, which is fixed
        .parallel()
        .mapToObj(share -> sum(blend, share, rowOfCounty, new Sums(rows, rules.size())))
        .toList()
        .stream()
        .reduce(Sums::plus)
        .orElseThrow();
  }

  private Sums sum(Blend blend, int share, int[] rowOfCounty, Sums sums) {
    double[] km2 = new double[blend.count()]; // of the groups in one county
    int[] groups = new int[blend.count()]; // those that lie there
    int count = 0;
    int county = -1;
    for (int word = first(share); word < first(share + 1); word++) {
      if (map.countyOf(word) != county) { // words of a county lie together
        add(blend, county, groups, count, km2, rowOfCounty, sums);
        county = map.countyOf(word);
        count = 0;
      }
      int group = blend.groupOf(fabric.signatureOf(word));
      if (km2[group] == 0) {
        groups[count++] = group;
      }
      km2[group] += Math.max(map.km2(word), Double.MIN_VALUE);
    }
    add(blend, county, groups, count, km2, rowOfCounty, sums);
    return sums;
  }

  private void add(
      Blend blend,
      int county,
      int[] groups,
      int count,
      double[] km2,
      int[] rowOfCounty,
      Sums sums) {
    int row = county < 0 ? -1 : rowOfCounty[county];
    for (int i = 0; i < count; i++) {
      int group = groups[i];
      if (row >= 0) {
        int verdict = verdictNumber(blend.colour(group, county));
        sums.km2[row * (Colour.SITE_DEPENDENT + 1) + verdict] += km2[group];
        blend.addBinding(group, county, verdict, km2[group], sums.binding, row * rules.size());
      }
      km2[group] = 0;
    }
  }

  private int verdictNumber(int colour) {
    return everywhere.isEmpty() ? Colour.verdictNumber(colour) : Verdict.PROHIBITED.ordinal();
  }

  /** The first word of a share of the work. */
  private int first(int share) {
    return (int) ((long) fabric.words().size() * share / SHARES);
  }

  /** What one of the rules says of a word. */
  int colour(int rule, int word) {
    return said.get(rule).colour(map.countyOf(word), fabric.signatureOf(word));
  }

  /** The colour of each word, of words in a county only. */
  synchronized byte[] colours() {
    if (byWord == null) {
      byWord = mixed();
    }
    return byWord;
  }

  private byte[] mixed() {
    Blend blend = blend();
    byte[] words = new byte[fabric.words().size()];
    IntStream.range(0, SHARES).parallel().forEach(share -> mix(blend, share, words));
    return words;
  }

  private void mix(Blend blend, int share, byte[] words) {
    int[] colours = new int[blend.count()]; // of the groups in one county
    int county = -1;
    for (int word = first(share); word < first(share + 1); word++) {
      if (map.countyOf(word) != county) {
        Arrays.fill(colours, UNKNOWN);
        county = map.countyOf(word);
      }
      if (county >= 0) {
        int group = blend.groupOf(fabric.signatureOf(word));
        if (colours[group] == UNKNOWN) {
          colours[group] = blend.colour(group, county);
        }
        words[word] = (byte) colours[group];
      }
    }
  }

  private Blend blend() {
    return new Blend(said, fabric.signatures().size());
  }
}
