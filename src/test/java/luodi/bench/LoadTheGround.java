package luodi.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import luodi.atlas.Atlas;
import luodi.atlas.AtlasStore;
import luodi.atlas.Layer;
import luodi.atlas.LayerEdition;
import luodi.gpkg.GeoPackageStore;
import luodi.postgis.DatabaseUrl;
import luodi.postgis.PostgisDatabase;

/**
 * How long a ground takes to load into an atlas, and how much memory the process takes then.
 *
 * <p>{@code bin/bench load-the-ground}; of any other ground {@code java -Xmx3g -XX:+UseParallelGC
 * -cp target/test-classes:target/classes:target/lib/* luodi.bench.LoadTheGround DIR/ground.gpkg},
 * or {@code postgresql://user@host/name} instead of the file
 */
final class LoadTheGround {
  private LoadTheGround() {}

  public static void main(String[] arguments) throws IOException {
    long start = System.nanoTime();
    List<LayerEdition> editions = new ArrayList<>();
    try (AtlasStore store = open(arguments[0])) {
      for (Layer layer : store.layers()) {
        editions.add(store.read(layer.id()));
      }
    }
    double readS = seconds(start);
    Atlas atlas = Atlas.of(1, editions);
    double loadedS = seconds(start);
    long zones = editions.stream().mapToLong(edition -> edition.zones().size()).sum();
    long vertices =
        editions.stream()
            .flatMap(edition -> edition.zones().stream())
            .mapToLong(zone -> zone.shape().getNumPoints())
            .sum();
    System.out.printf(
        "%s: %,d zones, %,d vertices; read %.1f s, loaded %.1f s; resident %s, at most %s%n",
        atlas.name().substring(0, 10),
        zones,
        vertices,
        readS,
        loadedS,
        memory("VmRSS"),
        memory("VmHWM"));
  }

  /** The store of a file or of a database. */
  static AtlasStore open(String ground) {
    return ground.startsWith("postgresql:")
        ? PostgisDatabase.at(DatabaseUrl.parse(ground)).open()
        : GeoPackageStore.open(Path.of(ground));
  }

  private static double seconds(long start) {
    return (System.nanoTime() - start) / 1e9;
  }

  private static String memory(String line) throws IOException {
    return Files.readAllLines(Path.of("/proc/self/status")).stream()
        .filter(one -> one.startsWith(line))
        .map(one -> one.replaceAll("\\s+", " "))
        .findFirst()
        .orElse("unknown");
  }
}
