package luodi.ogc.items;

import java.util.List;
import luodi.atlas.Zone;
import luodi.ogc.LayerCollection;

/**
 * The features that a query finds, one page of them.
 *
 * @param zones in the order that was asked for, else in that of their ids
 * @param matched how many match on all pages
 */
public record ItemsPage(
    LayerCollection collection, ItemsQuery query, List<Zone> zones, int matched) {

  /** True when a further page has features. */
  public boolean hasNext() {
    return query.offset() + zones.size() < matched;
  }

  /** True when a page before this has features. */
  public boolean hasPrevious() {
    return query.offset() > 0 && matched > 0;
  }

  /** Where the next page begins. */
  public int next() {
    return query.offset() + zones.size();
  }

  /** Where the page before this begins. */
  public int previous() {
    return Math.max(0, Math.min(query.offset(), matched) - query.limit());
  }
}
