package luodi.report;

import java.util.Locale;

/** Lengths, areas and shares as a planner reads them. */
final class Measures {
  private static final double M2_PER_HA = 10_000;
  private static final double M_PER_KM = 1000;
  private static final double LONG_M = 10_000;

  private Measures() {}

  /** Metres to 0.1 m; from 10 km on as kilometres. */
  static String length(double metres) {
    return metres >= LONG_M ? plain(metres / M_PER_KM, 1) + " 公里" : plain(metres, 1) + " 米";
  }

  /** Hectares with the square metres behind them. */
  static String area(double m2) {
    return m2 >= M2_PER_HA
        ? plain(m2 / M2_PER_HA, 2) + " 公顷（" + plain(m2, 1) + " 平方米）"
        : plain(m2, 1) + " 平方米";
  }

  static String share(double share) {
    return plain(share * 100, 1) + "%";
  }

  private static String plain(double value, int digits) {
    return String.format(Locale.ROOT, "%,." + digits + "f", value).replaceFirst("\\.0+$", "");
  }
}
