package luodi.geo;

import java.util.Optional;
import java.util.stream.IntStream;

/** The CRSs of China as the EPSG registry numbers them: degrees, and Gauss-Krüger in zones. */
final class ChineseGrids {
  private static final int FIRST_6 = 13; // the 6° zones of China are 13 to 23
  private static final int FIRST_3 = 25; // the 3° zones 25 to 45
  private static final int WEST = 75; // degrees: the first zone's meridian, of either width

  private ChineseGrids() {}

  /** The definition under a code; empty when it is none of China's. */
  static Optional<CrsDefinition> of(int code) {
    return switch (code) {
      case 4490 -> Optional.of(CrsDefinition.geographic("EPSG:4490", Datum.CGCS2000));
      case 4326 -> Optional.of(CrsDefinition.geographic("EPSG:4326", Datum.WGS84));
      case 4214 -> Optional.of(CrsDefinition.geographic("EPSG:4214", Datum.BEIJING54));
      case 4610 -> Optional.of(CrsDefinition.geographic("EPSG:4610", Datum.XIAN80));
      default -> zones(code);
    };
  }

  private static Optional<CrsDefinition> zones(int code) {
    if (code >= 4491 && code <= 4554) {
      return sixThenThree(code, 4491, Datum.CGCS2000);
    }
    if (code >= 2327 && code <= 2390) {
      return sixThenThree(code, 2327, Datum.XIAN80);
    }
    if (code >= 2401 && code <= 2442) {
      return Optional.of(three(code, code - 2401, Datum.BEIJING54));
    }
    if (code >= 21413 && code <= 21423) {
      return Optional.of(six(code, code - 21413, true, Datum.BEIJING54));
    }
    if (code >= 21453 && code <= 21463) {
      return Optional.of(six(code, code - 21453, false, Datum.BEIJING54));
    }
    if (code >= 21473 && code <= 21483) {
      return Optional.of(six(code, code - 21473, false, Datum.BEIJING54));
    }
    return Optional.empty();
  }

  /** 11 zones of 6° with and 11 without the number, then 21 zones of 3° with and 21 without. */
  private static Optional<CrsDefinition> sixThenThree(int code, int first, Datum datum) {
    int nth = code - first;
    return Optional.of(
        nth < 22 ? six(code, nth % 11, nth < 11, datum) : three(code, nth - 22, datum));
  }

  private static CrsDefinition six(int code, int nth, boolean numbered, Datum datum) {
    return CrsDefinition.gaussKrueger(
        "EPSG:" + code, datum, WEST + 6 * nth, numbered ? FIRST_6 + nth : 0);
  }

  private static CrsDefinition three(int code, int nth, Datum datum) {
    int zone = nth % 21;
    return CrsDefinition.gaussKrueger(
        "EPSG:" + code, datum, WEST + 3 * zone, nth < 21 ? FIRST_3 + zone : 0);
  }

  /** The name of a CGCS2000 zone with this projection, rather of 3°; empty when there is none. */
  static Optional<String> nameOf(String projection) {
    return IntStream.concat(IntStream.rangeClosed(4513, 4554), IntStream.rangeClosed(4491, 4512))
        .mapToObj(code -> of(code).orElseThrow())
        .filter(zone -> zone.projection().equals(projection))
        .map(CrsDefinition::name)
        .findFirst();
  }
}
