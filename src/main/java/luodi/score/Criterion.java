package luodi.score;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What good sense asks of a place, in the order in which factors are told. */
public enum Criterion {
  /** What rules encourage and discourage; counted nowhere else. */
  POLICY("政策导向", "policy"),
  LOGISTICS("物流通达", "logistics"),
  SUPPLY_CHAIN("产业链配套", "supply chain"),
  LABOUR("劳动力", "labour"),
  ENERGY("能源", "energy"),
  LAND("土地", "land"),
  SPECIAL_AREA("特殊类型地区", "special area"),
  /** Too many places that court the same industry. */
  HOMOGENEITY("同质化", "homogeneity");

  private final String zh;
  private final String en;

  Criterion(String zh, String en) {
    this.zh = zh;
    this.en = en;
  }

  /** As requests and answers write it. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  public String zh() {
    return zh;
  }

  public String en() {
    return en;
  }

  /** The criterion of an id. */
  public static Optional<Criterion> named(String id) {
    return Arrays.stream(values()).filter(one -> one.id().equals(id)).findFirst();
  }

  /** All ids, for messages. */
  public static String ids() {
    return Arrays.stream(values()).map(Criterion::id).collect(Collectors.joining(", "));
  }
}
