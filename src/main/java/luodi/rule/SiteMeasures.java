package luodi.rule;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What only a site can measure.
 *
 * @param distanceM from the part to the nearest zone that the rule's {@code where} names
 * @param overlapsApprovedPlot whether the plot overlaps the one that was approved
 */
public record SiteMeasures(OptionalDouble distanceM, Optional<Boolean> overlapsApprovedPlot) {
  /** What is missing where no site is measured. */
  static final String DISTANCE = "distance";

  static final String APPROVED_PLOT = "approved_plot";

  /** Nothing measured: a map's point of view. */
  public static final SiteMeasures NONE =
      new SiteMeasures(OptionalDouble.empty(), Optional.empty());
}
