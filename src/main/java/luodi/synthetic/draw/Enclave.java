package luodi.synthetic.draw;

import java.util.Optional;
import luodi.geo.Grid;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;

/** Ragged shapes wholly inside others, and holes of that shape. */
public final class Enclave {
  private static final int TRIES = 15;
  private static final int VERTICES = 40;
  private static final double ROUGHNESS = 0.2;

  private Enclave() {}

  /** A place within the shape's envelope. */
  public static Coordinate somewhere(Envelope envelope, Dice dice) {
    return new Coordinate(
        Grid.snap(dice.between(envelope.getMinX(), envelope.getMaxX())),
        Grid.snap(dice.between(envelope.getMinY(), envelope.getMaxY())));
  }

  /** A ragged shape of that area inside the other, not touching its border; none if none fits. */
  public static Optional<Polygon> inside(Geometry whole, double areaM2, Dice dice) {
    PreparedGeometry ready = PreparedGeometryFactory.prepare(whole);
    for (int i = 0; i < TRIES; i++) {
      Blob blob = Blob.of(VERTICES, ROUGHNESS, dice);
      Polygon shape = blob.at(somewhere(whole.getEnvelopeInternal(), dice), areaM2);
      if (ready.containsProperly(shape)) {
        return Optional.of(shape);
      }
    }
    return Optional.empty();
  }

  /** The polygon with a hole of about that area, or as it was when none fits. */
  public static Polygon punched(Polygon whole, double areaM2, Dice dice) {
    return inside(whole, areaM2, dice).map(hole -> without(whole, hole)).orElse(whole);
  }

  private static Polygon without(Polygon whole, Polygon hole) {
    LinearRing[] holes = new LinearRing[whole.getNumInteriorRing() + 1];
    for (int i = 0; i < holes.length - 1; i++) {
      holes[i] = whole.getInteriorRingN(i);
    }
    holes[holes.length - 1] = hole.getExteriorRing();
    return Grid.SHAPES.createPolygon(whole.getExteriorRing(), holes);
  }
}
