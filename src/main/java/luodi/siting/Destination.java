package luodi.siting;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import luodi.atlas.Zone;
import luodi.rule.Judgement;
import org.locationtech.jts.geom.Coordinate;

/**
 * One place that a project may move to, and what all rules say of it there.
 *
 * @param level province, prefecture, county, or park
 * @param middle a point inside it, degrees
 * @param codes of the county, prefecture and province
 * @param parks the parks that lie there
 * @param around what lies around it; a move that is prohibited needs no such look
 * @param km2 a division's ground by verdict
 */
record Destination(
    String adcode,
    String name,
    String level,
    Optional<Zone> park,
    Coordinate middle,
    Set<String> codes,
    Judgement judgement,
    List<Zone> parks,
    Supplier<Vicinity> around,
    Optional<Verdicts.Km2> km2) {}
