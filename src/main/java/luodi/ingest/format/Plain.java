package luodi.ingest.format;

import java.math.BigDecimal;

/** Numbers as every format writes them alike: plain decimals without needless zeros. */
public final class Plain {
  private static final int LONGEST = 40;

  private Plain() {}

  /** {@code 12.50} and {@code 1.25E1} as {@code 12.5}; what is no number as it was. */
  public static String number(String text) {
    if (text.length() > LONGEST || text.matches("-?(0|[1-9]\\d*)")) {
      return text;
    }
    try {
      BigDecimal number = new BigDecimal(text);
      if (Math.abs(number.scale()) > LONGEST) {
        return text;
      }
      String plain = number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
      return plain.length() > LONGEST ? text : plain;
    } catch (NumberFormatException noNumber) {
      return text;
    }
  }

  /** The shortest decimal that is this double. */
  public static String number(double value) {
    return number(Double.toString(value));
  }
}
