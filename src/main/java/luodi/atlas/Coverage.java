package luodi.atlas;

import java.util.Optional;
import luodi.geo.Grid;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;

/**
 * Where a layer is declared to be complete: only there does "no zone" mean that there is none. Safe
 * for many threads.
 */
public final class Coverage {
  private static final Coverage NOWHERE = new Coverage(null);

  private final PreparedGeometry extent;

  private Coverage(PreparedGeometry extent) {
    this.extent = extent;
  }

  /** How much of a shape a layer knows. */
  public enum Extent {
    FULL,
    PARTIAL,
    NONE
  }

  static Coverage of(Optional<Geometry> extent) {
    return extent
        .map(shape -> new Coverage(PreparedGeometryFactory.prepare(shape)))
        .orElse(NOWHERE);
  }

  /** How much of the shape lies in the declared coverage. */
  public Extent over(Geometry shape) {
    if (extent == null || !extent.intersects(shape)) {
      return Extent.NONE;
    }
    return extent.covers(shape) ? Extent.FULL : Extent.PARTIAL;
  }

  /** The declared coverage, degrees; empty when there is none. */
  public Geometry extent() {
    return extent == null ? Grid.SHAPES.createPolygon() : extent.getGeometry();
  }

  /** The covered ground within a window of degrees; empty when there is none. */
  public Geometry within(Envelope window) {
    return extent == null ? Grid.SHAPES.createPolygon() : Grid.clip(extent.getGeometry(), window);
  }
}
