package luodi.ogc.items;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.util.List;
import luodi.atlas.Zone;
import luodi.geo.PublishedCrs;
import luodi.ogc.Link;
import luodi.ogc.Schema;
import luodi.ogc.WrittenShapes;
import org.locationtech.jts.geom.Geometry;

/**
 * Features as GeoJSON (RFC 7946): outer rings run anticlockwise, positions carry the decimals of
 * the grid. An attribute that is not known is null.
 */
public final class GeoJsonItems {
  /** Such as {@code [113.1234567,23.1234567],}. */
  private static final int BYTES_OF_A_POSITION = 25;

  private final ItemsPage page;
  private final Positions positions;
  private final int decimals;
  private final JsonText text;
  private final GeoJsonShapes shapes;

  private GeoJsonItems(ItemsPage page, OutputStream out) {
    this.page = page;
    this.positions = new Positions(page.query().crs());
    this.decimals = page.query().crs().decimals();
    this.text = new JsonText(out);
    this.shapes = new GeoJsonShapes(text, decimals, page.query().crs().northFirst());
  }

  /** One page as a FeatureCollection. */
  public static void collection(ItemsPage page, List<Link> links, OutputStream out) {
    GeoJsonItems items = new GeoJsonItems(page, out);
    items
        .text
        .raw("{\"type\":\"FeatureCollection\",\"numberMatched\":" + page.matched())
        .raw(",\"numberReturned\":" + page.zones().size());
    items.links(links);
    items.text.raw(",\"features\":[");
    boolean first = true;
    for (Zone zone : page.zones()) {
      if (!first) {
        items.text.raw(',');
      }
      items.feature(zone, List.of());
      first = false;
    }
    items.text.raw("]}").flush();
  }

  /** One feature on each line. */
  public static void lines(ItemsPage page, List<Link> links, OutputStream out) {
    GeoJsonItems items = new GeoJsonItems(page, out);
    for (Zone zone : page.zones()) {
      items.feature(zone, List.of());
      items.text.raw('\n');
    }
    items.text.flush();
  }

  /** The only feature of a page, with its links. */
  public static void single(ItemsPage page, List<Link> links, OutputStream out) {
    GeoJsonItems items = new GeoJsonItems(page, out);
    items.feature(page.zones().get(0), links);
    items.text.flush();
  }

  private void feature(Zone zone, List<Link> links) {
    text.raw("{\"type\":\"Feature\",\"id\":").string(zone.id()).raw(",\"geometry\":");
    geometry(zone);
    text.raw(",\"properties\":{");
    boolean first = true;
    for (Schema.Property property : page.query().selection().properties()) {
      text.raw(first ? "" : ",").string(property.name()).raw(':');
      value(property.of().apply(zone), property.type());
      first = false;
    }
    text.raw('}');
    if (!links.isEmpty()) {
      links(links);
    }
    text.raw('}');
  }

  private void value(String value, Schema.Type type) {
    switch (type) {
      case TEXT, DAY -> text.string(value);
      case BOOLEAN, INTEGER, NUMBER, STRUCTURE -> text.raw(value == null ? "null" : value);
    }
  }

  private void links(List<Link> links) {
    text.raw(",\"links\":[");
    String comma = "";
    for (Link link : links) {
      text.raw(comma).raw("{\"href\":").string(link.href()).raw(",\"rel\":").string(link.rel());
      text.raw(",\"type\":").string(link.type()).raw(",\"title\":").string(link.title()).raw('}');
      comma = ",";
    }
    text.raw(']');
  }

  private void geometry(Zone zone) {
    if (page.query().crs() != PublishedCrs.CRS84) {
      shapes.write(positions.of(zone.shape()));
      return;
    }
    WrittenShapes written = page.collection().written();
    byte[] kept = written.of(zone.id());
    if (kept != null) {
      text.raw(kept);
    } else if (written.wouldKeep((long) BYTES_OF_A_POSITION * zone.shape().getNumPoints())) {
      byte[] made = made(zone.shape());
      written.keep(zone.id(), made);
      text.raw(made);
    } else {
      shapes.write(zone.shape());
    }
  }

  private byte[] made(Geometry shape) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    JsonText aside = new JsonText(bytes);
    new GeoJsonShapes(aside, decimals, false).write(shape);
    aside.flush();
    return bytes.toByteArray();
  }
}
