package luodi.geo;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.densify.Densifier;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.buffer.BufferOp;

/**
 * A plane in metres around one place, for buffers: the first terms of the transverse Mercator
 * projection. Within 20 km of its centre lengths in every direction are true to 1e-5, where those
 * of {@link LocalFrame} go wrong by a thousandth and more in the north. Unlike there, an edge that
 * is straight in degrees is curved here, so long ones are parted first.
 */
public final class TransverseFrame {
  /** Across so much, about 20 km, one frame serves. */
  private static final double WIDEST_DEGREES = 0.2;

  /** An edge of so many degrees is less than 0.2 m from its chord. */
  private static final double LONGEST_DEGREES = 0.04;

  private static final int STEPS_BACK = 4; // each leaves a thousandth of the error before

  private final double lon;
  private final double lat;
  private final double meridian; // metres of a radian of latitude at the centre, and its slope
  private final double meridianSlope;
  private final double parallel; // the radius of the parallel, and its slope and bend
  private final double parallelSlope;
  private final double parallelBend;
  private final double sin;
  private final double cos;

  private TransverseFrame(Coordinate centre) {
    lon = centre.x;
    lat = centre.y;
    sin = Math.sin(Math.toRadians(lat));
    cos = Math.cos(Math.toRadians(lat));
    double w = Math.sqrt(1 - LocalFrame.E2 * sin * sin);
    meridian = LocalFrame.A * (1 - LocalFrame.E2) / (w * w * w);
    meridianSlope = 3 * meridian * LocalFrame.E2 * sin * cos / (w * w);
    parallel = LocalFrame.A / w * cos;
    parallelSlope = -meridian * sin;
    parallelBend = -meridian * cos - meridianSlope * sin;
  }

  /**
   * All ground within a distance of a shape of any size, in pieces that may overlap: the shape is
   * clipped into pieces so small that each has a frame of its own. True to 0.05 %. Degrees in and
   * out.
   */
  public static List<Geometry> buffers(Geometry degrees, double metres) {
    List<Geometry> buffers = new ArrayList<>();
    for (Geometry piece : pieces(degrees)) {
      TransverseFrame frame = new TransverseFrame(piece.getEnvelopeInternal().centre());
      buffers.add(frame.buffer(piece, metres));
    }
    return buffers;
  }

  /** A shape halved until no piece is too wide. */
  private static List<Geometry> pieces(Geometry degrees) {
    Envelope all = degrees.getEnvelopeInternal();
    if (all.isNull()) {
      return List.of();
    }
    if (Math.max(all.getWidth(), all.getHeight()) <= WIDEST_DEGREES) {
      return List.of(degrees);
    }
    boolean wide = all.getWidth() >= all.getHeight();
    double x = wide ? all.centre().x : all.getMaxX();
    double y = wide ? all.getMaxY() : all.centre().y;
    Envelope first = new Envelope(all.getMinX(), x, all.getMinY(), y);
    Envelope second =
        new Envelope(
            wide ? x : all.getMinX(), all.getMaxX(), wide ? all.getMinY() : y, all.getMaxY());
    List<Geometry> pieces = new ArrayList<>(pieces(Grid.clipBesideGrid(degrees, first)));
    pieces.addAll(pieces(Grid.clipBesideGrid(degrees, second)));
    return pieces;
  }

  private Geometry buffer(Geometry degrees, double metres) {
    Geometry parted = degrees.getDimension() == 0 ? degrees : parted(degrees);
    Geometry plane = Moved.by(this::toMetres, parted);
    return Moved.by(this::toDegrees, BufferOp.bufferOp(plane, metres, LocalFrame.round()));
  }

  private static Geometry parted(Geometry degrees) {
    Densifier densifier = new Densifier(degrees);
    densifier.setDistanceTolerance(LONGEST_DEGREES);
    densifier.setValidate(false);
    return densifier.getResultGeometry();
  }

  private double parallel(double dLat) {
    return parallel + dLat * (parallelSlope + dLat * parallelBend / 2);
  }

  /** What a parallel bends away from the perpendicular through the central meridian. */
  private double bend(double dLat, double dLon) {
    return (sin + cos * dLat) * parallel(dLat) * dLon * dLon / 2;
  }

  private Coordinate toMetres(double x, double y) {
    double dLon = Math.toRadians(x - lon);
    double dLat = Math.toRadians(y - lat);
    return new Coordinate(
        parallel(dLat) * dLon, dLat * (meridian + dLat * meridianSlope / 2) + bend(dLat, dLon));
  }

  private Coordinate toDegrees(double x, double y) {
    double dLat = y / meridian;
    double dLon = 0;
    for (int i = 0; i < STEPS_BACK; i++) {
      dLon = x / parallel(dLat);
      dLat = (y - bend(dLat, dLon) - dLat * dLat * meridianSlope / 2) / meridian;
    }
    return new Coordinate(lon + Math.toDegrees(dLon), lat + Math.toDegrees(dLat));
  }
}
