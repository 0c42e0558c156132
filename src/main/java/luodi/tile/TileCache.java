package luodi.tile;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;

/**
 * Drawn tiles, those asked for last, within a bound of memory. A tile that several ask for at once
 * is drawn once, and others are drawn meanwhile. Safe for many threads.
 */
public final class TileCache<K> {
  private final long mostBytes;
  private final Map<K, CompletableFuture<Tile>> kept = new LinkedHashMap<>(256, 0.75f, true);
  private long bytes;

  public TileCache(long mostBytes) {
    this.mostBytes = mostBytes;
  }

  /** The tile of a key, drawn unless it is kept. */
  public Tile get(K key, Function<K, Tile> draw) {
    CompletableFuture<Tile> mine = new CompletableFuture<>();
    CompletableFuture<Tile> there;
    synchronized (kept) {
      there = kept.putIfAbsent(key, mine);
      if (there != null) {
        kept.get(key); // the map keeps the order of use
      }
    }
    if (there != null) {
      return awaited(there);
    }
    try {
      Tile drawn = draw.apply(key);
      mine.complete(drawn);
      keep(drawn.weight());
      return drawn;
    } catch (RuntimeException | Error failed) {
      mine.completeExceptionally(failed);
      synchronized (kept) {
        kept.remove(key, mine);
      }
      throw failed;
    }
  }

  private void keep(int weight) {
    synchronized (kept) {
      bytes += weight;
      Iterator<CompletableFuture<Tile>> eldest = kept.values().iterator();
      while (bytes > mostBytes && eldest.hasNext()) {
        CompletableFuture<Tile> oldest = eldest.next();
        if (oldest.isDone() && !oldest.isCompletedExceptionally()) {
          bytes -= oldest.join().weight();
          eldest.remove();
        }
      }
    }
  }

  private static Tile awaited(CompletableFuture<Tile> there) {
    try {
      return there.join();
    } catch (CompletionException failed) {
      if (failed.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw failed;
    }
  }
}
