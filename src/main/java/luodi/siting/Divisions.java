package luodi.siting;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import luodi.atlas.Atlas;
import luodi.atlas.Zone;

/** The administrative divisions that this atlas has polygons of, by code and name. Immutable. */
public final class Divisions {
  private static final List<String> LEVELS = List.of("provinces", "prefectures", "counties");

  private final Map<String, Division> byCode = new TreeMap<>();

  /**
   * One division.
   *
   * @param fullName with the names of the province and prefecture that hold it
   * @param level {@code province}, {@code prefecture} or {@code county}
   */
  public record Division(String adcode, String name, String fullName, String level) {}

  private Divisions() {}

  public static Divisions of(Atlas atlas) {
    Divisions divisions = new Divisions();
    for (String layer : LEVELS) {
      String level = layer.equals("counties") ? "county" : layer.substring(0, layer.length() - 1);
      atlas.zones(layer).forEach(zone -> divisions.add(zone, level));
    }
    return divisions;
  }

  private void add(Zone zone, String level) {
    String adcode = codeOf(zone);
    byCode.putIfAbsent(adcode, new Division(adcode, zone.name(), fullName(zone), level));
  }

  /** The division of a code of six digits. */
  public Optional<Division> named(String adcode) {
    return Optional.ofNullable(byCode.get(adcode));
  }

  /** Divisions by the beginning of the code or by a piece of the name: shorter names first. */
  public List<Division> search(String query, int limit) {
    String wanted = query.trim().toLowerCase(Locale.ROOT);
    return byCode.values().stream()
        .filter(one -> one.adcode().startsWith(wanted) || one.fullName().contains(wanted))
        .sorted(
            Comparator.comparing((Division one) -> !one.name().startsWith(wanted))
                .thenComparing(one -> !one.name().contains(wanted))
                .thenComparing(one -> one.fullName().length())
                .thenComparing(Division::adcode))
        .limit(limit)
        .toList();
  }

  static String codeOf(Zone division) {
    return division.attributes().getOrDefault("adcode", division.id());
  }

  static String fullName(Zone division) {
    String held =
        division.attributes().getOrDefault("province_name", "")
            + division.attributes().getOrDefault("prefecture_name", "");
    return held.endsWith(division.name()) ? held : held + division.name();
  }
}
