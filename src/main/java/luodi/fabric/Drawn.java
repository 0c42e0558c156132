package luodi.fabric;

import java.lang.ref.SoftReference;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * The ground of one layer's reach, drawn when it is first asked for and forgotten when memory runs
 * short. Safe for many threads.
 */
final class Drawn {
  private final Reach reach;
  private final AtomicReferenceArray<SoftReference<List<Region>>> regions;

  Drawn(Reach reach) {
    this.reach = reach;
    this.regions = new AtomicReferenceArray<>(reach.size());
  }

  Reach reach() {
    return reach;
  }

  List<Region> of(Reach.Item item) {
    SoftReference<List<Region>> kept = regions.get(item.number());
    List<Region> known = kept == null ? null : kept.get();
    if (known == null) {
      known = reach.drawn(item);
      regions.set(item.number(), new SoftReference<>(known));
    }
    return known;
  }
}
