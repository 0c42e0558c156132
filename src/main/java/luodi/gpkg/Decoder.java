package luodi.gpkg;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import luodi.atlas.Zone;

/**
 * Makes zones of rows on all processors while further rows are read, and hands them over in the
 * order of the rows. Some thousands of rows are under way at most. Texts that many zones share are
 * kept once.
 */
final class Decoder {
  private static final int BATCH = 256;

  private final int mostUnderWay = 2 * Runtime.getRuntime().availableProcessors() + 2;
  private final Map<String, String> shared = new ConcurrentHashMap<>();
  private final Deque<CompletableFuture<List<Zone>>> underWay = new ArrayDeque<>();
  private final Consumer<Zone> each;
  private List<Row> batch = new ArrayList<>(BATCH);

  /**
   * A row as it is read.
   *
   * @param attributes by name; null where the row has none
   */
  record Row(
      String id,
      String name,
      byte[] shape,
      Map<String, String> attributes,
      String from,
      String to,
      String source,
      String confidence) {}

  Decoder(Consumer<Zone> each) {
    this.each = each;
  }

  /** Takes the next row. */
  void add(Row row) {
    batch.add(row);
    if (batch.size() == BATCH) {
      submit();
    }
  }

  /** Hands over all that is left. */
  void finish() {
    submit();
    while (!underWay.isEmpty()) {
      handOver();
    }
  }

  private void submit() {
    List<Row> rows = batch;
    batch = new ArrayList<>(BATCH);
    underWay.add(CompletableFuture.supplyAsync(() -> rows.stream().map(this::zone).toList()));
    if (underWay.size() >= mostUnderWay) {
      handOver();
    }
  }

  private void handOver() {
    try {
      underWay.remove().join().forEach(each);
    } catch (CompletionException failed) {
      throw failed.getCause() instanceof RuntimeException fault ? fault : failed;
    }
  }

  private Zone zone(Row row) {
    TreeMap<String, String> attributes = new TreeMap<>();
    row.attributes()
        .forEach(
            (attribute, value) -> {
              if (value != null) {
                attributes.put(attribute, once(value));
              }
            });
    return new Zone(
        row.id(),
        row.name(),
        GeometryBlob.shape(row.shape()),
        attributes,
        day(row.from()),
        day(row.to()),
        once(row.source()),
        once(row.confidence()));
  }

  private String once(String text) {
    return text == null ? null : shared.computeIfAbsent(text, same -> same);
  }

  private static Optional<LocalDate> day(String text) {
    return Optional.ofNullable(text).map(LocalDate::parse);
  }
}
