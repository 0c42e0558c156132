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
    for (int word = 0; word < map.fabric().words().size(); word++) {
      int county = map.countyOf(word);
      if (county >= 0 && ofCounty.get(county) != null) {
        ofCounty.get(county).see(word);
      }
    }
    return all;
  }

  private void see(int next) {
    double area = map.fabric().areaM2(next) / 1e6;
    km2[coloured.verdict(next).map(Verdict::ordinal).orElse(SITE_DEPENDENT)] += area;
    int order = word < 0 ? -1 : Integer.compare(rank(next), rank(word));
    if (order > 0) {
      return;
    }
    int rules = coloured.mildest(next) == Verdict.PROHIBITED ? coloured.prohibiting(next) : 0;
    boolean better =
        order < 0
            || rules < prohibiting
            || rules == prohibiting && area > map.fabric().areaM2(word) / 1e6;
    if (better) {
      word = next;
      prohibiting = rules;
    }
  }

  /** By the verdict at best; what only a site can settle comes after what is settled. */
  private int rank(int of) {
    return 2 * coloured.mildest(of).ordinal() + (coloured.verdict(of).isPresent() ? 0 : 1);
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
