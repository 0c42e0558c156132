package luodi.siting;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Optional;
import luodi.geo.GeoJson;
import luodi.geo.Grid;
import luodi.geo.LocalFrame;
import luodi.rule.Project;
import luodi.rule.Value;
import org.locationtech.jts.geom.Geometry;

/** The plot for which an earlier approval was given: the fact {@code approved_plot}. */
final class ApprovedPlot {
  static final String FACT = "approved_plot";

  /** As deep as for any zone whose layer names no tolerance of its own. */
  private static final double SLIVER_M = 0.5;

  private static final ObjectMapper JSON = new ObjectMapper();

  private ApprovedPlot() {}

  /**
   * Whether a plot overlaps the approved one deeper than a sliver; empty when none was told or the
   * plot has no shape.
   *
   * @param plot degrees
   * @throws luodi.fault.FaultException {@code BAD_SITE} when the fact is no GeoJSON geometry in
   *     degrees
   */
  static Optional<Boolean> overlaps(Geometry plot, Project project) {
    Project.Fact told = project.facts().get(FACT);
    if (plot.isEmpty() || told == null || !(told.value() instanceof Value.Other shape)) {
      return Optional.empty();
    }
    Geometry approved = GeoJson.read(JSON.valueToTree(shape.plain()), "/facts/" + FACT);
    return Optional.of(
        plot.getDimension() == 0
            ? approved.contains(plot)
            : LocalFrame.around(plot).deeper(Grid.intersection(plot, approved), SLIVER_M));
  }
}
