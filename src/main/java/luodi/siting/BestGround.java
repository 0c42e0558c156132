package luodi.siting;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import luodi.atlas.County;
import luodi.rule.Verdict;

/** The ground of each division on which a project stands best. */
final class BestGround {
  private static final int SITE_DEPENDENT = Verdict.values().length;

  private final VerdictMap map;
  private final Coloured coloured;
  private final double[] km2 = new double[SITE_DEPENDENT + 1];
  private int word = -1;
  private int best;
  private int prohibiting;

  private BestGround(VerdictMap map, Coloured coloured) {
    this.map = map;
    this.coloured = coloured;
  }

  /**
   * The best word of each division and its ground by verdict.
   *
   * @param divisionOf the code of the division that a county counts for; empty for none
   */
  static Map<String, BestGround> of(
      VerdictMap map, Coloured coloured, Function<County, Optional<String>> divisionOf) {
    Map<String, BestGround> all = new TreeMap<>();
    List<BestGround> ofCounty = new ArrayList<>();
    for (County county : map.counties()) {
      ofCounty.add(
          divisionOf
              .apply(county)
              .map(code -> all.computeIfAbsent(code, added -> new BestGround(map, coloured)))
              .orElse(null));
    }
    Standings standings = new Standings(coloured);
    for (int word = 0; word < map.fabric().words().size(); word++) {
      int county = map.countyOf(word);
      if (county >= 0 && ofCounty.get(county) != null) {
        ofCounty.get(county).see(word, standings);
      }
    }
    return all;
  }

  private void see(int next, Standings standings) {
    double area = map.fabric().areaM2(next) / 1e6;
    km2[standings.column(next)] += area;
    int rank = standings.rank(next);
    if (word >= 0 && rank > best) {
      return;
    }
    int rules = standings.isProhibited(next) ? coloured.prohibiting(next) : 0;
    boolean better =
        word < 0
            || rank < best
            || rules < prohibiting
            || rules == prohibiting && area > map.fabric().areaM2(word) / 1e6;
    if (better) {
      word = next;
      best = rank;
      prohibiting = rules;
    }
  }

  /** How every word stands, looked up by its colour: there are hundreds of thousands of words. */
  private static final class Standings {
    private final byte[] colours;
    private final int[] columns = new int[Colour.MANY];
    private final int[] ranks = new int[Colour.MANY];

    Standings(Coloured coloured) {
      this.colours = coloured.colours();
      boolean nowhere = !coloured.prohibitingEverywhere().isEmpty();
      for (int colour = 0; colour < Colour.MANY; colour++) {
        Optional<Verdict> verdict =
            nowhere ? Optional.of(Verdict.PROHIBITED) : Colour.verdict(colour);
        Verdict mildest = nowhere ? Verdict.PROHIBITED : Colour.mildest(colour);
        columns[colour] = verdict.map(Verdict::ordinal).orElse(SITE_DEPENDENT);
        ranks[colour] = 2 * mildest.ordinal() + (verdict.isPresent() ? 0 : 1);
      }
    }

    /** The verdict's ordinal, or that only a site can tell. */
    int column(int word) {
      return columns[colours[word]];
    }

    /** By the verdict at best; what only a site can settle comes after what is settled. */
    int rank(int word) {
      return ranks[colours[word]];
    }

    boolean isProhibited(int word) {
      return column(word) == Verdict.PROHIBITED.ordinal();
    }
  }

  /** The word of the fabric. */
  int word() {
    return word;
  }

  County county() {
    return map.counties().get(map.countyOf(word));
  }

  /** All ground of the division by verdict. */
  Verdicts.Km2 km2() {
    return Verdicts.Km2.of(km2);
  }
}
