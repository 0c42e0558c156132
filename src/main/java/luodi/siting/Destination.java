package luodi.siting;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import luodi.atlas.Zone;
import luodi.rule.Judgement;

/**
 * One place that a project may move to, and what all rules say of it there.
 *
 * @param level province, prefecture, county, or park
 * @param codes of the county, prefecture and province
 * @param parks the parks that lie there
 * @param km2 a division's ground by verdict
 */
record Destination(
    String adcode,
    String name,
    String level,
    Optional<Zone> park,
    Set<String> codes,
    Judgement judgement,
    List<Zone> parks,
    Optional<Verdicts.Km2> km2) {}
