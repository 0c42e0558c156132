package luodi.cooperation;

import java.util.Locale;

/** What the parties of an agreement share. */
public enum Indicator {
  OUTPUT("fen"),
  REVENUE("fen"),
  LAND("m2");

  private final String unit;

  Indicator(String unit) {
    this.unit = unit;
  }

  /** The unit in which it is kept, without decimals: fen or m2. */
  public String unit() {
    return unit;
  }

  /** As tables and answers write it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
