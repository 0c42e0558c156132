package luodi.siting;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import luodi.atlas.Atlas;
import luodi.atlas.County;
import luodi.atlas.Zone;
import luodi.fault.Fault;
import luodi.geo.Grid;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Point;

/** Divisions by their codes and by what lies in them. */
final class Divisions {
  private static final List<String> LEVELS = List.of(County.LAYER, "prefectures", "provinces");

  private final Atlas atlas;

  Divisions(Atlas atlas) {
    this.atlas = atlas;
  }

  /**
   * A division of any level.
   *
   * @param pointer where the code stands in the request
   * @throws luodi.fault.FaultException {@code BAD_FACT} when there is none of this code
   */
  County named(String adcode, String pointer) {
    return LEVELS.stream()
        .map(level -> in(level, adcode))
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
        .map(adcode -> named(adcode, "/from/adcode"))
        .orElseGet(() -> at(origin.position().orElseThrow()))
        .codes();
  }

  private Optional<Zone> in(String level, String adcode) {
    return atlas
        .zone(level, adcode)
        .or(
            () ->
                atlas.zones(level).stream()
                    .filter(zone -> adcode.equals(zone.attributes().get("adcode")))
                    .findFirst());
  }

  private County at(Coordinate position) {
    Point point = Grid.SHAPES.createPoint(position);
    return atlas.near(County.LAYER, point.getEnvelopeInternal()).stream()
        .filter(zone -> zone.shape().covers(point))
        .findFirst()
        .map(County::of)
        .orElseThrow(
            () ->
                Fault.BAD_FACT
                    .because(
                        "No county polygon lies at the origin %.5f, %.5f; give its adcode instead.",
                        position.x, position.y)
                    .at("/from"));
  }
}
