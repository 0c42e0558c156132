package luodi.siting;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import luodi.rule.Rule;
import luodi.rule.Verdict;

/** The whole ground in the colours of one project. Filled rule by rule, then only read. */
final class Coloured {
  private static final int SHARES = 4; // of the work, to be done side by side
  private static final int UNKNOWN = -1;

  private final VerdictMap map;
  private final List<Rule> rules = new ArrayList<>();
  private final List<Said> said = new ArrayList<>();
  private final List<Rule> everywhere = new ArrayList<>();
  private byte[] byWord; // made when it is first asked for

  Coloured(VerdictMap map) {
    this.map = map;
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
    List<VerdictMap.Stretch> counties = map.byCounty();
    int last = first(share + 1, counties.size());
    for (int i = first(share, counties.size()); i < last; i++) {
      VerdictMap.Stretch stretch = counties.get(i);
      int row = rowOfCounty[stretch.county()];
      if (row >= 0) {
        int count = grouped(blend, stretch, km2, groups);
        for (int j = 0; j < count; j++) {
          add(blend, stretch.county(), groups[j], km2[groups[j]], row, sums);
          km2[groups[j]] = 0;
        }
      }
    }
    return sums;
  }

  /** Adds a county's ground up by group; returns how many groups lie there. */
  private static int grouped(Blend blend, VerdictMap.Stretch stretch, double[] km2, int[] groups) {
    int count = 0;
    for (int i = 0; i < stretch.grounds().length; i++) {
      int group = blend.groupOf(stretch.grounds()[i]);
      if (km2[group] == 0) {
        groups[count++] = group;
      }
      km2[group] += Math.max(stretch.km2()[i], Double.MIN_VALUE);
    }
    return count;
  }

  private void add(Blend blend, int county, int group, double km2, int row, Sums sums) {
    int verdict = verdictNumber(blend.colour(group, county));
    sums.km2[row * (Colour.SITE_DEPENDENT + 1) + verdict] += km2;
    blend.addBinding(group, county, verdict, km2, sums.binding, row * rules.size());
  }

  private int verdictNumber(int colour) {
    return everywhere.isEmpty() ? Colour.verdictNumber(colour) : Verdict.PROHIBITED.ordinal();
  }

  /** The first of a share of the work. */
  private static int first(int share, int all) {
    return (int) ((long) all * share / SHARES);
  }

  /** What one of the rules says of a word. */
  int colour(int rule, int word) {
    return said.get(rule).colour(map.countyOf(word), map.groundOf(word));
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
    byte[] words = new byte[map.fabric().words().size()];
    IntStream.range(0, SHARES).parallel().forEach(share -> mix(blend, share, words));
    return words;
  }

  private void mix(Blend blend, int share, byte[] words) {
    int[] colours = new int[blend.count()]; // of the groups in one county
    int county = -1;
    for (int word = first(share, words.length); word < first(share + 1, words.length); word++) {
      if (map.countyOf(word) != county) {
        Arrays.fill(colours, UNKNOWN);
        county = map.countyOf(word);
      }
      if (county >= 0) {
        int group = blend.groupOf(map.groundOf(word));
        if (colours[group] == UNKNOWN) {
          colours[group] = blend.colour(group, county);
        }
        words[word] = (byte) colours[group];
      }
    }
  }

  private Blend blend() {
    return new Blend(said, map.groundCount());
  }
}
