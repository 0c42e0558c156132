package luodi.ogc.items;

import java.io.OutputStream;
import java.util.List;
import luodi.atlas.Zone;
import luodi.ogc.Link;
import luodi.ogc.Schema;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/**
 * Features as GeoJSON (RFC 7946): outer rings run anticlockwise, positions carry the decimals of
 * the grid. An attribute that is not known is null.
 */
public final class GeoJsonItems {
  private final ItemsPage page;
  private final Positions positions;
  private final int decimals;
  private final JsonText text;

  private GeoJsonItems(ItemsPage page, OutputStream out) {
    this.page = page;
    this.positions = new Positions(page.query().crs());
    this.decimals = page.query().crs().decimals();
    this.text = new JsonText(out);
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
    geometry(zone.shape());
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

  private void geometry(Geometry degrees) {
    Geometry shape = positions.of(degrees);
    text.raw("{\"type\":\"" + shape.getGeometryType() + "\",\"coordinates\":");
    if (shape instanceof Point || shape instanceof LineString || shape instanceof Polygon) {
      single(shape);
    } else {
      text.raw('[');
      for (int i = 0; i < shape.getNumGeometries(); i++) {
        text.raw(i == 0 ? "" : ",");
        single(shape.getGeometryN(i));
      }
      text.raw(']');
    }
    text.raw('}');
  }

  private void single(Geometry shape) {
    if (shape instanceof Polygon polygon) {
      text.raw('[');
      ring(polygon.getExteriorRing(), true);
      for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
        text.raw(',');
        ring(polygon.getInteriorRingN(i), false);
      }
      text.raw(']');
    } else if (shape instanceof LineString line) {
      line(line.getCoordinateSequence(), false);
    } else {
      position(((Point) shape).getCoordinateSequence(), 0);
    }
  }

  private void ring(LineString ring, boolean outer) {
    CoordinateSequence points = ring.getCoordinateSequence();
    boolean anticlockwise = Orientation.isCCW(points) != page.query().crs().northFirst();
    line(points, anticlockwise != outer);
  }

  private void line(CoordinateSequence points, boolean backwards) {
    text.raw('[');
    int last = points.size() - 1;
    for (int i = 0; i <= last; i++) {
      if (i > 0) {
        text.raw(',');
      }
      position(points, backwards ? last - i : i);
    }
    text.raw(']');
  }

  private void position(CoordinateSequence points, int at) {
    text.raw('[').number(points.getX(at), decimals).raw(',');
    text.number(points.getY(at), decimals).raw(']');
  }
}
