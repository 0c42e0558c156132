package luodi.bench;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import luodi.atlas.Atlas;
import luodi.atlas.AtlasStore;
import luodi.gpkg.GeoPackageStore;
import luodi.industry.Industries;
import luodi.industry.Industry;
import luodi.rule.Rulebook;
import luodi.siting.Places;
import luodi.siting.ProposalReader;
import luodi.siting.Ranking;
import luodi.siting.Screener;

/**
 * How long all parks of a ground take to be ranked, for every class of GB/T 4754 once: no answer is
 * kept, so each is asked anew.
 *
 * <p>{@code java -Xmx4g -XX:+UseParallelGC -cp target/test-classes:target/classes:target/lib/*
 * luodi.bench.RankTheParks DIR/ground.gpkg}
 */
final class RankTheParks {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 24);
  private static final int PLACES = 100;
  private static final int CLASS = 4;
  private static final int EVERY = 10;

  private RankTheParks() {}

  public static void main(String[] arguments) {
    Atlas atlas;
    try (AtlasStore store = GeoPackageStore.open(Path.of(arguments[0]))) {
      atlas = Atlas.of(store);
    }
    Rulebook rulebook = Rulebook.load();
    Industries industries = Industries.load();
    Places places = new Places(new Screener(atlas, rulebook, industries, rulebook.profile("demo")));
    long start = System.nanoTime();
    places.prepare(DAY);
    System.out.printf("prepared in %.1f s%n", millis(start) / 1000);
    List<Industry> classes =
        industries.all().stream().filter(industry -> industry.level() == CLASS).toList();
    for (int round = 0; round < 2; round++) {
      double cpuBefore = cpuMillis();
      double[] took = new double[classes.size() / EVERY];
      Ranking last = null;
      for (int i = 0; i < took.length; i++) {
        start = System.nanoTime();
        last = rank(places, classes.get(i * EVERY).code());
        took[i] = millis(start);
      }
      double cpu = (cpuMillis() - cpuBefore) / took.length;
      System.out.printf("first %.0f ms, of %s%n", took[0], last.counts());
      Arrays.sort(took);
      System.out.printf(
          "%d industries: median %.0f ms, 95 %% below %.0f ms, at most %.0f ms; %.0f ms of one core each%n",
          took.length,
          took[took.length / 2],
          took[(int) (took.length * 0.95)],
          took[took.length - 1],
          cpu);
    }
  }

  private static Ranking rank(Places places, String industry) {
    var project = JsonNodeFactory.instance.objectNode().put("industry", industry);
    return places.rank(Places.Question.of(ProposalReader.readWithoutSite(project, DAY), PLACES));
  }

  /** Of all threads: what other work on the machine does not touch. */
  private static double cpuMillis() {
    var system =
        (com.sun.management.OperatingSystemMXBean)
            java.lang.management.ManagementFactory.getOperatingSystemMXBean();
    return system.getProcessCpuTime() / 1e6;
  }

  private static double millis(long since) {
    return (System.nanoTime() - since) / 1e6;
  }
}
