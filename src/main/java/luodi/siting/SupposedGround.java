package luodi.siting;

import java.util.Optional;
import java.util.OptionalDouble;
import luodi.atlas.County;
import luodi.fabric.Fabric;
import luodi.fault.Fault;
import org.locationtech.jts.geom.Envelope;

/**
 * Verdicts on all ground of one prefecture as law and ground are, and as a scenario supposes them.
 * The fabric of both is compiled for the answer and then forgotten.
 */
public final class SupposedGround {
  private final Screener screener;

  public SupposedGround(Screener screener) {
    this.screener = screener;
  }

  /** The same question before and after. */
  public record BeforeAndAfter(Verdicts before, Verdicts after) {}

  /**
   * Adds both up by county.
   *
   * @param proposal a project with a scenario; its site is not read
   * @param within a prefecture or county
   * @param strict true when also what does not depend on the place counts
   * @throws luodi.fault.FaultException {@code SCENARIO_TOO_WIDE} for a province
   */
  public BeforeAndAfter verdicts(Proposal proposal, String within, boolean strict) {
    County division = screener.divisions().withCodes(within, "/within");
    boolean province =
        screener
            .divisions()
            .named(within)
            .filter(one -> one.level().equals("province"))
            .isPresent();
    if (province) {
      throw Fault.SCENARIO_TOO_WIDE
          .because(
              "A scenario is compiled for one prefecture at most; '%s' is a province. Give the code of a prefecture or county.",
              within)
          .inParameter("within");
    }
    Envelope window = division.zone().shape().getEnvelopeInternal();
    return new BeforeAndAfter(
        of(screener, proposal, within, window, strict),
        of(screener.supposing(proposal), proposal, within, window, strict));
  }

  private static Verdicts of(
      Screener screener, Proposal proposal, String within, Envelope window, boolean strict) {
    Fabric fabric =
        Fabric.within(window, screener.atlas(), screener.rulebook().asks(OptionalDouble.empty()));
    VerdictMap map = new VerdictMap(fabric, screener.rulebook());
    return Landscape.verdicts(
        screener, map, proposal, Verdicts.By.COUNTY, Optional.of(within), strict);
  }
}
