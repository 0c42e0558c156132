package luodi.ogc;

import java.util.List;
import luodi.atlas.Zone;

/**
 * One page of features.
 *
 * @param matched how many match on all pages
 * @param offset of the first one here
 */
public record ItemsPage(List<Zone> zones, int matched, int offset, int limit) {

  /** True when a further page has features. */
  public boolean hasNext() {
    return offset + zones.size() < matched;
  }

  /** True when a page before this has features. */
  public boolean hasPrevious() {
    return offset > 0;
  }
}
