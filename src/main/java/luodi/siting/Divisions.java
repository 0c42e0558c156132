package luodi.siting;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import luodi.atlas.Atlas;
import luodi.atlas.County;
import luodi.atlas.Zone;
import luodi.fault.Fault;
import luodi.geo.Grid;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Point;

/**
 * The administrative divisions that this atlas has polygons of, by code, name and position.
 * Immutable.
 */
public final class Divisions {
  private static final List<String> LEVELS = List.of("provinces", "prefectures", County.LAYER);

  private final Atlas atlas;
  private final Map<String, Division> byCode = new TreeMap<>();

  /**
   * One division.
   *
   * @param fullName with the names of the province and prefecture that hold it
   * @param level {@code province}, {@code prefecture} or {@code county}
   */
  public record Division(String adcode, String name, String fullName, String level) {}

  private Divisions(Atlas atlas) {
    this.atlas = atlas;
  }

  public static Divisions of(Atlas atlas) {
    Divisions divisions = new Divisions(atlas);
    for (String layer : LEVELS) {
      String level = layer.equals(County.LAYER) ? "county" : layer.substring(0, layer.length() - 1);
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

  /**
   * A division of any level with the codes of those that hold it.
   *
   * @param pointer where the code stands in the request
   * @throws luodi.fault.FaultException {@code BAD_FACT} when there is none of this code
   */
  County withCodes(String adcode, String pointer) {
    return LEVELS.stream()
        .sorted() // the finest level first
        .map(level -> zone(level, adcode))
        .flatMap(Optional::stream)
        .findFirst()
        .map(County::of)
        .orElseThrow(
            () ->
                Fault.BAD_FACT
                    .because(
                        "There is no division '%s'; give the six digits of a province, prefecture or county, such as 441900.",
                        adcode)
                    .at(pointer));
  }

  /** The codes of the divisions that a project moves from; {@code BAD_FACT} when there are none. */
  Set<String> codesOf(Proposal.Origin origin) {
    return origin
        .adcode()
        .map(adcode -> withCodes(adcode, "/from/adcode"))
        .orElseGet(() -> at(origin.position().orElseThrow()))
        .codes();
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

  private Optional<Zone> zone(String level, String adcode) {
    return atlas
        .zone(level, adcode)
        .or(
            () ->
                atlas.zones(level).stream()
                    .filter(zone -> codeOf(zone).equals(adcode))
                    .findFirst());
  }

  /** The county whose polygon lies at a position, degrees. */
  Optional<County> holding(Coordinate position) {
    Point point = Grid.SHAPES.createPoint(position);
    return atlas.near(County.LAYER, point.getEnvelopeInternal()).stream()
        .filter(zone -> zone.shape().covers(point))
        .findFirst()
        .map(County::of);
  }

  private County at(Coordinate position) {
    return holding(position)
        .orElseThrow(
            () ->
                Fault.BAD_FACT
                    .because(
                        "No county polygon lies at the origin %.5f, %.5f; give its adcode instead.",
                        position.x, position.y)
                    .at("/from"));
  }
}
