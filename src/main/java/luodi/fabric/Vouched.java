package luodi.fabric;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import luodi.atlas.Atlas;
import luodi.atlas.Coverage;
import luodi.atlas.Layer;
import luodi.ground.Ask;
import luodi.ground.Letter;

/**
 * Letters that say "here we would know", of all layers that share a coverage and are asked for
 * alike.
 *
 * @param of where they hold
 * @param aroundM the coverage is looked at so far around what is asked about, metres
 * @param withinM they do not hold within so much of the coverage's edge, metres; 0 for the letters
 *     of zones' own ground
 */
record Vouched(Coverage of, double aroundM, double withinM, List<Letter> letters) {
  /** Clipping leaves edges of its own; they stay this far from what is asked about, metres. */
  static final double MARGIN_M = 10;

  private record Alike(Coverage of, double aroundM, double withinM) {}

  /** All letters of coverage that the law asks for, those that look farthest first. */
  static List<Vouched> of(Atlas atlas, List<Ask> asks) {
    Map<Alike, List<Letter>> letters = new LinkedHashMap<>();
    for (Ask ask : asks) {
      atlas
          .layer(ask.layer())
          .ifPresent(layer -> add(atlas.coverage(ask.layer()), layer, ask, letters));
    }
    List<Vouched> all = new ArrayList<>();
    letters.forEach(
        (alike, said) ->
            all.add(new Vouched(alike.of(), alike.aroundM(), alike.withinM(), List.copyOf(said))));
    all.sort(Comparator.comparingDouble(Vouched::aroundM).reversed());
    return List.copyOf(all);
  }

  private static void add(
      Coverage coverage, Layer layer, Ask ask, Map<Alike, List<Letter>> letters) {
    if (Reach.readsGround(layer, ask)) {
      letters
          .computeIfAbsent(new Alike(coverage, MARGIN_M, 0), key -> new ArrayList<>())
          .add(Letter.coverage(layer.id()));
    }
    for (double withinM : ask.bands().keySet()) {
      double aroundM = withinM + Reach.blurM(layer, withinM) + MARGIN_M;
      letters
          .computeIfAbsent(new Alike(coverage, aroundM, withinM), key -> new ArrayList<>())
          .add(Letter.coverage(layer.id(), withinM));
    }
  }
}
