package luodi.siting;

import java.util.List;

/**
 * A project's verdicts as polygons.
 *
 * @param preconditions rules that weigh on the project wherever it stands
 * @param areas one for each verdict that occurs, the worst first
 */
public record VerdictGround(
    List<String> preconditions, List<VerdictArea> areas, List<String> warnings) {}
