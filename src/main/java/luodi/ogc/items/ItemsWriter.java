package luodi.ogc.items;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import luodi.ogc.Link;

/** A form of features; it streams, so memory is bounded whatever the number of features. */
public interface ItemsWriter {
  /**
   * Writes a page.
   *
   * @param links of the page, for forms that can carry them
   */
  void write(ItemsPage page, List<Link> links, OutputStream out) throws IOException;
}
