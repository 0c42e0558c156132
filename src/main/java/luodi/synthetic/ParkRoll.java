package luodi.synthetic;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.locationtech.jts.geom.Coordinate;

/**
 * Which of the real zones are industrial parks and get an outline, and which do not and why. A
 * recognised chemical park that is no row of GB/T 37028 is a park of its own.
 */
final class ParkRoll {
  static final String LAYER = "industrial-park";

  /** Types of GB/T 37028 that are no industrial park; most would cover a city or a province. */
  private static final Set<String> NO_PARKS =
      Set.of(
          "海关特殊监管区域", "自由贸易试验区", "国家自主创新示范区", "国家级新区", "重点开发开放试验区", "内陆开放型经济试验区", "国家可持续发展议程创新示范区");

  private static final String RESORT = "旅游度假区";
  private static final String PREFECTURE_SUFFIX = "00";

  private ParkRoll() {}

  /** How large and how governed a park is. */
  enum Grade {
    NATIONAL(2, 50),
    PROVINCIAL(1, 20),
    OTHER(1, 20);

    private final double leastKm2;
    private final double mostKm2;

    Grade(double leastKm2, double mostKm2) {
      this.leastKm2 = leastKm2;
      this.mostKm2 = mostKm2;
    }

    double leastM2() {
      return leastKm2 * 1e6;
    }

    double mostM2() {
      return mostKm2 * 1e6;
    }

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * A park to be drawn.
   *
   * @param id the zone code, or our own for parks that have none
   * @param seat of the county or prefecture where it lies
   * @param wide true when only the prefecture is known
   * @param chemical true when it is known as a recognised chemical park
   */
  record Park(
      String id,
      String name,
      Grade grade,
      Optional<String> zoneCode,
      Coordinate seat,
      boolean wide,
      boolean chemical) {}

  /** The parks of a province, in the order of their ids, and the rows that are none. */
  record Roll(List<Park> parks, List<LeftOut> leftOut) {}

  static Roll of(Province province) {
    List<Park> parks = new ArrayList<>();
    List<LeftOut> leftOut = new ArrayList<>();
    Set<String> chemical = new HashSet<>();
    Basis real = province.country().real();
    real.chemicalParks().forEach(park -> chemical.add(park.name()));
    for (Basis.DevelopmentZone zone : real.developmentZones()) {
      if (zone.code().startsWith(province.prefix())) {
        reasonAgainst(province, zone)
            .ifPresentOrElse(
                reason -> leftOut.add(new LeftOut(LAYER, zone.code(), zone.name(), reason)),
                () -> parks.add(park(zone, chemical.contains(zone.name()))));
      }
    }
    parks.addAll(chemicalParks(province));
    parks.sort(Comparator.comparing(Park::id));
    return new Roll(List.copyOf(parks), List.copyOf(leftOut));
  }

  private static Optional<String> reasonAgainst(Province province, Basis.DevelopmentZone zone) {
    if (NO_PARKS.contains(zone.type())) {
      return Optional.of("type '" + zone.type() + "' is no industrial park");
    }
    if (zone.name().contains(RESORT)) {
      return Optional.of("a tourist resort is no industrial park");
    }
    if (zone.seat().isEmpty()) {
      return Optional.of("its county is not known, so it has no seat to be drawn around");
    }
    return lies(province, zone.seat().get())
        ? Optional.empty()
        : Optional.of("its seat lies in no county polygon of the province");
  }

  private static boolean lies(Province province, Coordinate seat) {
    return province
        .country()
        .countyAt(seat)
        .filter(county -> county.province().equals(province.code()))
        .isPresent();
  }

  private static Park park(Basis.DevelopmentZone zone, boolean chemical) {
    return new Park(
        "IP-" + zone.code(),
        zone.name(),
        zone.grade().startsWith("国家") ? Grade.NATIONAL : Grade.PROVINCIAL,
        Optional.of(zone.code()),
        zone.seat().orElseThrow(),
        zone.adcode().endsWith(PREFECTURE_SUFFIX),
        chemical);
  }

  private static List<Park> chemicalParks(Province province) {
    Basis real = province.country().real();
    Set<String> named = new HashSet<>();
    real.developmentZones().forEach(zone -> named.add(zone.name()));
    List<Park> parks = new ArrayList<>();
    int number = 0;
    for (Basis.ChemicalPark park : real.chemicalParks()) {
      number++;
      if (!named.contains(park.name()) && lies(province, park.seat())) {
        String id = String.format(Locale.ROOT, "IP-CHEM-%03d", number);
        parks.add(
            new Park(id, park.name(), Grade.OTHER, Optional.empty(), park.seat(), false, true));
      }
    }
    return parks;
  }
}
