package luodi.synthetic;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import luodi.geo.Authalic;

/**
 * How many control units each county gets: the country's 44,604 (Ministry of Ecology and
 * Environment, 15 August 2024) shared out by area, at least one each, largest remainders first.
 */
final class UnitQuota {
  static final int NATIONAL_UNITS = 44_604;

  private UnitQuota() {}

  private record Share(String adcode, double exact) {
    int whole() {
      return Math.max(1, (int) Math.floor(exact));
    }

    double rest() {
      return exact - whole();
    }
  }

  /** Units by county code. */
  static Map<String, Integer> of(List<Basis.County> counties) {
    double[] areas = counties.stream().mapToDouble(c -> Authalic.areaM2(c.shape())).toArray();
    double national = 0;
    for (double area : areas) {
      national += area;
    }
    List<Share> shares = new java.util.ArrayList<>();
    for (int i = 0; i < areas.length; i++) {
      shares.add(new Share(counties.get(i).adcode(), NATIONAL_UNITS * areas[i] / national));
    }
    return rounded(shares);
  }

  private static Map<String, Integer> rounded(List<Share> shares) {
    Map<String, Integer> units = new TreeMap<>();
    shares.forEach(share -> units.put(share.adcode(), share.whole()));
    int missing = NATIONAL_UNITS - shares.stream().mapToInt(Share::whole).sum();
    List<Share> byRest =
        shares.stream()
            .sorted(Comparator.comparingDouble(Share::rest).reversed().thenComparing(Share::adcode))
            .toList();
    for (int i = 0; i < missing; i++) {
      units.merge(byRest.get(i % byRest.size()).adcode(), 1, Integer::sum);
    }
    return units;
  }
}
