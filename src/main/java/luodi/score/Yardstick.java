package luodi.score;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A unit in which a criterion may be told.
 *
 * @param moreIsBetter false where less is better, such as wages
 */
record Yardstick(Criterion factor, String unit, boolean moreIsBetter, String zh, String en) {
  /** A merit from 0 to 1 that the user has worked out. */
  static final String MERIT = "1";

  private static final List<Yardstick> ALL =
      List.of(
          new Yardstick(Criterion.LOGISTICS, "CNY/t", false, "物流费用", "freight cost"),
          new Yardstick(Criterion.LOGISTICS, "h", false, "运输时间", "time of transport"),
          new Yardstick(Criterion.SUPPLY_CHAIN, "firms", true, "配套企业数", "suppliers and buyers"),
          new Yardstick(Criterion.SUPPLY_CHAIN, "%", true, "本地配套率", "share supplied locally"),
          new Yardstick(Criterion.LABOUR, "persons", true, "劳动年龄人口", "people of working age"),
          new Yardstick(Criterion.LABOUR, "CNY/month", false, "平均工资", "mean wage"),
          new Yardstick(Criterion.ENERGY, "CNY/kWh", false, "电价", "price of electricity"),
          new Yardstick(Criterion.ENERGY, "MW", true, "可用电力容量", "electric capacity to be had"),
          new Yardstick(Criterion.ENERGY, "tce", true, "可用能耗指标", "energy quota to be had"),
          new Yardstick(Criterion.ENERGY, "%", true, "清洁能源占比", "share of clean energy"),
          new Yardstick(Criterion.LAND, "ha", true, "可供工业用地", "vacant industrial land"),
          new Yardstick(Criterion.LAND, "CNY/m2", false, "工业用地价格", "price of industrial land"),
          new Yardstick(Criterion.HOMOGENEITY, "firms", false, "同类企业数", "firms of the same kind"),
          new Yardstick(Criterion.HOMOGENEITY, "%", false, "产业结构相似度", "likeness of industries"));

  /** The yardstick of a criterion and a unit; empty when there is none. */
  static Optional<Yardstick> of(Criterion factor, String unit) {
    if (factor != Criterion.POLICY && unit.equals(MERIT)) {
      return Optional.of(new Yardstick(factor, MERIT, true, factor.zh(), factor.en()));
    }
    return ALL.stream().filter(one -> one.factor == factor && one.unit.equals(unit)).findFirst();
  }

  /** The units of a criterion, for messages. */
  static String unitsOf(Criterion factor) {
    return ALL.stream()
        .filter(one -> one.factor == factor)
        .map(Yardstick::unit)
        .collect(
            Collectors.joining(
                ", ", "", ALL.stream().anyMatch(one -> one.factor == factor) ? ", 1" : "1"));
  }
}
