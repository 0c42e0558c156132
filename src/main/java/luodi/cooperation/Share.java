package luodi.cooperation;

import java.math.BigDecimal;

/**
 * What part of an indicator one party is credited with.
 *
 * @param adcode the party
 * @param percent greater than 0, to six decimals; those of one agreement and indicator add up to
 *     exactly 100
 */
public record Share(String agreement, Indicator indicator, String adcode, BigDecimal percent) {
  public Share {
    percent = percent.stripTrailingZeros();
  }
}
