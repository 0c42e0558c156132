package luodi.synthetic;

import java.util.Locale;

/** The three classes of control unit, with the share of the country's area that each has. */
enum UnitClass {
  PRIORITY(1, "优先保护单元", 0.544),
  KEY(2, "重点管控单元", 0.141),
  GENERAL(3, "一般管控单元", 0.315);

  private final int digit;
  private final String title;
  private final double areaShare;

  UnitClass(int digit, String title, double areaShare) {
    this.digit = digit;
    this.title = title;
    this.areaShare = areaShare;
  }

  int digit() {
    return digit;
  }

  String title() {
    return title;
  }

  double areaShare() {
    return areaShare;
  }

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
