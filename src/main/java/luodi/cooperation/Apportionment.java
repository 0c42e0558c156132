package luodi.cooperation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Splits a whole number by percentages so that the parts are whole and add up to it: the largest
 * remainders (Hamilton's method) get the units that are left, of equal ones the smaller code first.
 */
final class Apportionment {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private Apportionment() {}

  private record Quota(String adcode, long whole, BigDecimal remainder) {}

  /**
   * The parts by party.
   *
   * @param total may be negative; its parts then are those of its opposite, negated
   * @param shares of one agreement and indicator; they add up to 100
   */
  static SortedMap<String, Long> of(long total, List<Share> shares) {
    List<Quota> quotas = new ArrayList<>();
    long left = Math.abs(total);
    for (Share share : shares) {
      BigDecimal exact =
          BigDecimal.valueOf(Math.abs(total)).multiply(share.percent()).divide(HUNDRED);
      long whole = exact.setScale(0, RoundingMode.DOWN).longValueExact();
      quotas.add(new Quota(share.adcode(), whole, exact.subtract(BigDecimal.valueOf(whole))));
      left -= whole;
    }
    quotas.sort(Comparator.comparing(Quota::remainder).reversed().thenComparing(Quota::adcode));
    SortedMap<String, Long> parts = new TreeMap<>();
    for (Quota quota : quotas) {
      long part = quota.whole() + (left-- > 0 ? 1 : 0);
      parts.put(quota.adcode(), total < 0 ? -part : part);
    }
    return parts;
  }
}
