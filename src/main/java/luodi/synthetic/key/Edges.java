package luodi.synthetic.key;

import java.util.ArrayList;
import java.util.List;
import luodi.atlas.LayerEdition;
import luodi.atlas.Zone;
import luodi.synthetic.draw.Dice;
import luodi.synthetic.draw.Plane;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;

/** Draws edges of zones, of counties and of gaps, to step aside from. */
final class Edges {
  private static final double SHORTEST_M = 20;

  private final List<List<Source>> sources = new ArrayList<>();

  private record Source(String layer, String zone, Geometry shape) {}

  /**
   * A place on an edge.
   *
   * @param layer empty for the edge of coverage
   * @param zone the zone's id, empty for the edge of coverage
   * @param east the normal's part to the east; north its part to the north
   */
  record Place(String layer, String zone, Plane plane, double east, double north) {}

  Edges(Known known) {
    for (LayerEdition edition : known.layers()) {
      List<Source> zones = new ArrayList<>();
      for (Zone zone : edition.zones()) {
        zones.add(new Source(edition.layer().id(), zone.id(), zone.shape()));
      }
      if (!zones.isEmpty()) {
        sources.add(zones);
      }
    }
    List<Source> coverage = new ArrayList<>();
    known.counties().forEach(county -> coverage.add(new Source("", "", county.shape())));
    sources.add(coverage);
    if (!known.gaps().isEmpty()) {
      sources.add(known.gaps().stream().map(gap -> new Source("", "", gap.shape())).toList());
    }
  }

  /** A place on an edge: every layer is as likely, and every zone in it. */
  Place draw(Dice dice) {
    while (true) {
      List<Source> layer = sources.get(dice.below(sources.size()));
      Source source = layer.get(dice.below(layer.size()));
      Geometry part = source.shape().getGeometryN(dice.below(source.shape().getNumGeometries()));
      Coordinate[] points = line(part, dice).getCoordinates();
      int at = dice.below(points.length - 1);
      double along = dice.between(0.2, 0.8);
      Coordinate a = points[at];
      Coordinate b = points[at + 1];
      Plane plane = Plane.at(a.x + along * (b.x - a.x), a.y + along * (b.y - a.y));
      double length = plane.distance(a, b);
      if (length > SHORTEST_M) {
        return new Place(
            source.layer(),
            source.zone(),
            plane,
            (plane.y(b) - plane.y(a)) / length,
            (plane.x(a) - plane.x(b)) / length);
      }
    }
  }

  /** The outline of a part or of one of its holes; or the part, when it is a line. */
  private static Geometry line(Geometry part, Dice dice) {
    if (part instanceof Polygon polygon) {
      int ring = dice.below(polygon.getNumInteriorRing() + 1);
      return ring == 0 ? polygon.getExteriorRing() : polygon.getInteriorRingN(ring - 1);
    }
    return part;
  }
}
