package luodi.fabric;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import luodi.atlas.Atlas;
import luodi.atlas.County;
import luodi.atlas.Layer;
import luodi.atlas.Zone;
import luodi.geo.LocalFrame;
import luodi.ground.Ask;
import org.locationtech.jts.geom.Envelope;

/** Where two atlases differ for what the law asks to read. */
final class Changed {
  /** Clipping leaves edges of its own, some metres around a window. */
  private static final double MARGIN_M = 50;

  private final Atlas before;
  private final Atlas after;
  private final List<Envelope> places = new ArrayList<>();

  private Changed(Atlas before, Atlas after) {
    this.before = before;
    this.after = after;
  }

  /** Windows of degrees outside of which the two atlases say the same. */
  static List<Envelope> between(Atlas before, Atlas after, List<Ask> asks) {
    Changed changed = new Changed(before, after);
    changed.layer(County.LAYER, 0);
    for (Ask ask : asks) {
      double reachM =
          ask.bands().keySet().stream().mapToDouble(Double::doubleValue).max().orElse(0);
      changed.layer(ask.layer(), reachM);
    }
    return changed.places;
  }

  private void layer(String id, double reachM) {
    Optional<Layer> was = before.layer(id);
    Optional<Layer> is = after.layer(id);
    double blurM = Math.max(accuracyM(was), accuracyM(is));
    double aroundM = reachM + blurM + MARGIN_M;
    if (!sameManner(was, is)) {
      add(before.coverage(id).extent().getEnvelopeInternal(), aroundM);
      add(after.coverage(id).extent().getEnvelopeInternal(), aroundM);
    }
    boolean sameAccuracy = accuracyM(was) == accuracyM(is);
    Map<String, Zone> former = new HashMap<>();
    before.zones(id).forEach(zone -> former.put(zone.id(), zone));
    for (Zone zone : after.zones(id)) {
      Zone other = former.remove(zone.id());
      if (!zone.equals(other) || !sameAccuracy) {
        add(zone.shape().getEnvelopeInternal(), aroundM);
        if (other != null) {
          add(other.shape().getEnvelopeInternal(), aroundM);
        }
      }
    }
    former.values().forEach(zone -> add(zone.shape().getEnvelopeInternal(), aroundM));
  }

  /** False when letters lie elsewhere though the zones be the same. */
  private static boolean sameManner(Optional<Layer> was, Optional<Layer> is) {
    if (was.isEmpty() || is.isEmpty()) {
      return was.isEmpty() && is.isEmpty();
    }
    return was.get().geometry() == is.get().geometry()
        && was.get().coverage().equals(is.get().coverage());
  }

  private static double accuracyM(Optional<Layer> layer) {
    return layer.map(Layer::accuracyM).orElse(0.0);
  }

  private void add(Envelope degrees, double metres) {
    if (!degrees.isNull()) {
      places.add(LocalFrame.at(degrees.centre().x, farthestNorth(degrees)).grow(degrees, metres));
    }
  }

  /** Where a degree of longitude is shortest. */
  private static double farthestNorth(Envelope degrees) {
    return Math.max(Math.abs(degrees.getMinY()), Math.abs(degrees.getMaxY()));
  }
}
