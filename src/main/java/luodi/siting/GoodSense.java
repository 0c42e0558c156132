package luodi.siting;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import luodi.atlas.Atlas;
import luodi.atlas.Layer;
import luodi.atlas.Zone;
import luodi.geo.Geodesic;
import luodi.rule.Judgement;
import luodi.rule.Outcome;
import luodi.rule.Rule;
import luodi.score.Factor;
import luodi.score.Scorecard;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/** Scores a place by what rules encourage there and by its distances to hub, rail node and port. */
final class GoodSense {
  private GoodSense() {}

  static Scorecard of(Atlas atlas, Geometry place, Judgement judgement) {
    Coordinate middle = place.getInteriorPoint().getCoordinate();
    List<Factor> factors = new ArrayList<>();
    factors.add(Factor.policy(encouragement(judgement), 1, "rules that encourage or discourage"));
    factors.add(nearness(atlas, "logistics-hub", middle));
    factors.add(nearness(atlas, "cr-express", middle));
    factors.add(nearness(atlas, "port", middle));
    return Scorecard.of(factors);
  }

  private static double encouragement(Judgement judgement) {
    double sum = 0;
    for (Judgement.Entry entry : judgement.entries()) {
      Outcome outcome = entry.finding().outcome();
      if (outcome == Outcome.ENCOURAGED || outcome == Outcome.DISCOURAGED) {
        sum += weight(entry.rule());
      }
    }
    return sum;
  }

  private static double weight(Rule rule) {
    return rule.branches().stream().mapToDouble(branch -> branch.weight().orElse(0)).sum();
  }

  private static Factor nearness(Atlas atlas, String layerId, Coordinate from) {
    Optional<Layer> layer = atlas.layer(layerId);
    Zone nearest = null;
    double leastM = Double.POSITIVE_INFINITY;
    for (Zone zone : atlas.zones(layerId)) {
      Coordinate to = zone.shape().getCoordinate();
      double metres = Geodesic.distanceM(from.x, from.y, to.x, to.y);
      if (metres < leastM) {
        leastM = metres;
        nearest = zone;
      }
    }
    Optional<Zone> found = Optional.ofNullable(nearest);
    double km = leastM / 1000;
    return Factor.nearness(
        layerId,
        found.map(zone -> km),
        1,
        found
            .map(zone -> zone.name() + "; " + zone.source() + " (" + zone.confidence() + ")")
            .orElse("no data"),
        layer.map(Layer::synthetic).orElse(false));
  }
}
