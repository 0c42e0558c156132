package luodi.ogc;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The shapes of one layer as GeoJSON text, kept once written: numbers take longer to write than to
 * send. Layers of one atlas share the room; when it is full nothing more is kept and nothing thrown
 * out, so that one walk through a large layer does not cost the others theirs. Safe for many
 * threads.
 */
public final class WrittenShapes {
  /** What a kept text takes beside its bytes. */
  private static final int BESIDE = 100;

  private final Map<String, byte[]> byZone = new ConcurrentHashMap<>();
  private final AtomicLong room;

  /**
   * @param room bytes that may still be taken
   */
  WrittenShapes(AtomicLong room) {
    this.room = room;
  }

  /** A zone's shape, degrees, longitude first; not to be changed. Null when it is not kept. */
  public byte[] of(String zone) {
    return byZone.get(zone);
  }

  /** True when a text of about this many bytes would be kept. */
  public boolean wouldKeep(long bytes) {
    return room.get() > bytes + BESIDE;
  }

  /** Keeps a text, when there is room. */
  public void keep(String zone, byte[] text) {
    long taken = text.length + BESIDE;
    if (room.addAndGet(-taken) < 0 || byZone.putIfAbsent(zone, text) != null) {
      room.addAndGet(taken);
    }
  }
}
