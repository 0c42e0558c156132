package luodi.ogc.items;

import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/** Shapes as GeoJSON geometries: outer rings run anticlockwise on the map. */
final class GeoJsonShapes {
  private final JsonText text;
  private final int decimals;
  private final boolean northFirst;

  GeoJsonShapes(JsonText text, int decimals, boolean northFirst) {
    this.text = text;
    this.decimals = decimals;
    this.northFirst = northFirst;
  }

  /** Writes one, in the CRS that it came in. */
  void write(Geometry shape) {
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
    boolean anticlockwise = Orientation.isCCW(points) != northFirst;
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
