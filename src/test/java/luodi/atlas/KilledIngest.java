package luodi.atlas;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import luodi.gpkg.GeoPackageStore;
import luodi.ingest.edition.Ingest;
import luodi.ingest.edition.Manifest;
import luodi.ingest.format.Formats;
import luodi.ingest.format.GeoJsonFormat;
import luodi.postgis.DatabaseUrl;
import luodi.postgis.PostgisDatabase;
import luodi.rule.Rulebook;
import luodi.rule.Vocabulary;

/**
 * Ingests, publishes and withdraws without end, and says each step and what is done, until it is
 * killed.
 */
final class KilledIngest {
  static final String LAYER = "udb";
  static final int ZONES = 300;

  /** What is said between one step of the work and the next. */
  static final String STEP = "step";

  private static final Vocabulary WORDS = Rulebook.load().words();

  private KilledIngest() {}

  public static void main(String[] arguments) {
    Path file = Path.of(arguments[1]);
    try (AtlasStore store = open(arguments[0])) {
      for (int i = store.history().number(); ; i++) {
        String edition = "e" + i;
        once(store, file, edition, () -> System.out.println(STEP));
        System.out.println("PUBLISH " + edition);
        if (i % 3 == 0) {
          store.withdraw(LAYER, edition);
          System.out.println("WITHDRAW " + edition);
        }
      }
    }
  }

  private static AtlasStore open(String address) {
    return address.startsWith("postgresql:")
        ? PostgisDatabase.at(DatabaseUrl.parse(address)).open()
        : GeoPackageStore.open(Path.of(address));
  }

  /** One edition, drafted, checked and published. */
  static void once(AtlasStore store, Path file, String edition, Runnable step) {
    Ingest ingest =
        new Ingest(
            Formats.of(List.of(new GeoJsonFormat())), store, WORDS, (what, share) -> step.run());
    Manifest manifest =
        Manifest.read(
            JsonNodeFactory.instance
                .objectNode()
                .put("source", "a test")
                .put("licence", "CC0-1.0")
                .put("accuracy_m", 5)
                .put("exact", true)
                .put("coverage", "none")
                .put("edition", edition),
            LAYER,
            WORDS.layer(LAYER));
    ingest.run(new Ingest.Order(file, LAYER, manifest, LocalDate.parse("2026-11-24"), false));
    store.publish(LAYER, edition);
  }

  /** Small squares, each with an id. */
  static String collection() {
    return IntStream.range(0, ZONES)
        .mapToObj(KilledIngest::square)
        .collect(Collectors.joining(",\n", "{\"type\":\"FeatureCollection\",\"features\":[", "]}"));
  }

  private static String square(int i) {
    double x = 110 + i % 50 * 0.02;
    double y = 30 + i / 50 * 0.02;
    return "{\"type\":\"Feature\",\"properties\":{\"id\":\"z%d\"},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[%f,%f],[%f,%f],[%f,%f],[%f,%f]]]}}"
        .formatted(i, x, y, x + 0.01, y, x + 0.01, y + 0.01, x, y);
  }
}
