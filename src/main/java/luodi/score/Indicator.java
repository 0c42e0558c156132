package luodi.score;

/**
 * A value that somebody brought of a place.
 *
 * @param place the six digits of a division, or the id of a park
 * @param factor the criterion it speaks of
 * @param unit one of the yardsticks of that criterion
 * @param source who says so
 * @param year which the value is of
 */
public record Indicator(
    String place, Criterion factor, double value, String unit, String source, int year) {

  /** Places that are compared with each other: provinces, prefectures, counties, parks. */
  enum Kind {
    PROVINCE,
    PREFECTURE,
    COUNTY,
    PARK
  }

  Kind kind() {
    if (!place.matches("\\d{6}")) {
      return Kind.PARK;
    }
    return place.endsWith("0000")
        ? Kind.PROVINCE
        : place.endsWith("00") ? Kind.PREFECTURE : Kind.COUNTY;
  }
}
