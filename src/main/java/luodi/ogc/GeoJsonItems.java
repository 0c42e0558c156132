package luodi.ogc;

import java.io.OutputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import luodi.atlas.Zone;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/**
 * Writes features as GeoJSON (RFC 7946): outer rings run anticlockwise, positions carry the seven
 * decimals of the grid. An attribute that is not known is null.
 */
public final class GeoJsonItems {
  private static final int DECIMALS = 7;

  private final LayerCollection collection;
  private final JsonText text;

  private GeoJsonItems(LayerCollection collection, OutputStream out) {
    this.collection = collection;
    this.text = new JsonText(out);
  }

  /** One page as a FeatureCollection. */
  public static void page(
      LayerCollection collection, ItemsPage page, List<Link> links, OutputStream out) {
    GeoJsonItems items = new GeoJsonItems(collection, out);
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

  /** One feature with its links. */
  public static void feature(
      LayerCollection collection, Zone zone, List<Link> links, OutputStream out) {
    GeoJsonItems items = new GeoJsonItems(collection, out);
    items.feature(zone, links);
    items.text.flush();
  }

  private void feature(Zone zone, List<Link> links) {
    text.raw("{\"type\":\"Feature\",\"id\":").string(zone.id()).raw(",\"geometry\":");
    geometry(zone.shape());
    text.raw(",\"properties\":{\"name\":").string(zone.name());
    for (Map.Entry<String, Schema.Type> attribute : collection.schema().attributes().entrySet()) {
      text.raw(',').string(attribute.getKey()).raw(':');
      value(zone.attributes().get(attribute.getKey()), attribute.getValue());
    }
    text.raw(",\"valid_from\":").string(zone.from().map(LocalDate::toString).orElse(null));
    text.raw(",\"valid_to\":").string(zone.to().map(LocalDate::toString).orElse(null));
    text.raw(",\"source\":").string(zone.source());
    text.raw(",\"confidence\":").string(zone.confidence());
    text.raw(",\"synthetic\":").raw(String.valueOf(collection.layer().synthetic()));
    text.raw(",\"edition\":").string(collection.layer().edition()).raw('}');
    if (!links.isEmpty()) {
      links(links);
    }
    text.raw('}');
  }

  private void value(String value, Schema.Type type) {
    switch (type) {
      case TEXT, DAY -> text.string(value);
      default -> text.raw(value == null ? "null" : value);
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

  private void geometry(Geometry shape) {
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
      positions(line.getCoordinateSequence(), false);
    } else {
      position(((Point) shape).getCoordinateSequence(), 0);
    }
  }

  private void ring(LineString ring, boolean outer) {
    CoordinateSequence points = ring.getCoordinateSequence();
    positions(points, Orientation.isCCW(points) != outer);
  }

  private void positions(CoordinateSequence points, boolean backwards) {
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
    text.raw('[').number(points.getX(at), DECIMALS).raw(',');
    text.number(points.getY(at), DECIMALS).raw(']');
  }
}
