package luodi.atlas;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/**
 * Makes zones of a store's rows on all processors while further rows are read, and hands them over
 * in the order of the rows. Some thousands of rows are under way at most. Texts that many zones
 * share are kept once. Used by one thread.
 *
 * @param <R> a row as it is read
 */
public final class Decoding<R> {
  private static final int BATCH = 256;

  private final int mostUnderWay = 2 * Runtime.getRuntime().availableProcessors() + 2;
  private final Map<String, String> shared = new ConcurrentHashMap<>();
  private final Deque<CompletableFuture<List<Zone>>> underWay = new ArrayDeque<>();
  private final BiFunction<R, Texts, Zone> decode;
  private final Consumer<Zone> each;
  private List<R> batch = new ArrayList<>(BATCH);

  /** Keeps equal texts once. */
  @FunctionalInterface
  public interface Texts {
    /** The same text as one that came before, where there was one; null for null. */
    String once(String text);
  }

  /**
   * @param decode makes a zone of a row; called by many threads
   */
  public Decoding(BiFunction<R, Texts, Zone> decode, Consumer<Zone> each) {
    this.decode = decode;
    this.each = each;
  }

  /** Takes the next row. */
  public void add(R row) {
    batch.add(row);
    if (batch.size() == BATCH) {
      submit();
    }
  }

  /** Hands over all that is left. */
  public void finish() {
    submit();
    while (!underWay.isEmpty()) {
      handOver();
    }
  }

  private void submit() {
    List<R> rows = batch;
    batch = new ArrayList<>(BATCH);
    underWay.add(
        CompletableFuture.supplyAsync(
            () -> rows.stream().map(row -> decode.apply(row, this::once)).toList()));
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

  private String once(String text) {
    return text == null ? null : shared.computeIfAbsent(text, same -> same);
  }
}
