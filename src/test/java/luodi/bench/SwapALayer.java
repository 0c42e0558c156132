package luodi.bench;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import luodi.atlas.Atlas;
import luodi.atlas.AtlasStore;
import luodi.atlas.Layer;
import luodi.atlas.LayerEdition;
import luodi.industry.Industries;
import luodi.rule.Rulebook;
import luodi.score.Indicators;
import luodi.siting.Screener;

/**
 * How much memory it takes to answer from a new edition of the largest layer while requests still
 * hold the one before: {@code bin/bench swap-a-layer}. Heap that is used after a full collection;
 * the store is written to, so it must be the benchmark's own.
 */
final class SwapALayer {
  private static final String LAYER = "env-unit";
  private static final double MB = 1e6;

  private SwapALayer() {}

  public static void main(String[] arguments) {
    Rulebook rulebook = Rulebook.load();
    List<Object> held = new ArrayList<>();
    try (AtlasStore store = LoadTheGround.open(arguments[0])) {
      Screener before =
          new Screener(Atlas.of(store), rulebook, Industries.load(), rulebook.profile("demo"));
      held.add(before);
      double server = usedMb();
      held.add(Atlas.of(1, List.of(store.read(LAYER))));
      double layer = usedMb() - server;
      held.remove(1);
      publishAgain(store);
      double start = usedMb();
      long from = System.nanoTime();
      held.add(before.over(before.atlas().renewed(store), Indicators.NONE));
      double seconds = (System.nanoTime() - from) / 1e9;
      double both = usedMb() - start;
      before = null;
      held.remove(0);
      double after = usedMb() - start;
      System.out.printf(
          Locale.ROOT,
          "server %,.0f MB; %s alone %,.0f MB; swapped in %.1f s; both held %,.0f MB more = %.2f times the layer; after it %,.0f MB more%n",
          server,
          LAYER,
          layer,
          seconds,
          both,
          both / layer,
          after);
    }
  }

  /** The same zones as another edition. */
  private static void publishAgain(AtlasStore store) {
    LayerEdition now = store.read(LAYER);
    Layer is = now.layer();
    Layer next =
        new Layer(
            is.id(),
            is.titleZh(),
            is.titleEn(),
            is.geometry(),
            "swapped",
            is.source(),
            is.licence(),
            is.crs(),
            is.accuracyM(),
            is.exact(),
            is.synthetic(),
            is.coverage());
    store.write(new LayerEdition(next, now.zones()));
  }

  private static double usedMb() {
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / MB;
  }
}
