package luodi.atlas;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import luodi.geo.Grid;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.geom.util.LinearComponentExtracter;

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

  /** Those segments of the coverage's edge that may lie in a window of degrees, as lines. */
  public Geometry edgeNear(Envelope window) {
    List<LineString> lines = new ArrayList<>();
    for (Object ring : LinearComponentExtracter.getLines(extent())) {
      CoordinateSequence points = ((LineString) ring).getCoordinateSequence();
      List<Coordinate> line = new ArrayList<>();
      for (int i = 1; i < points.size(); i++) {
        Coordinate from = points.getCoordinate(i - 1);
        Coordinate to = points.getCoordinate(i);
        if (window.intersects(from, to)) {
          if (line.isEmpty()) {
            line.add(from);
          }
          line.add(to);
        } else if (!line.isEmpty()) {
          lines.add(Grid.SHAPES.createLineString(line.toArray(Coordinate[]::new)));
          line.clear();
        }
      }
      if (!line.isEmpty()) {
        lines.add(Grid.SHAPES.createLineString(line.toArray(Coordinate[]::new)));
      }
    }
    return Grid.SHAPES.createMultiLineString(lines.toArray(LineString[]::new));
  }

  /** The covered ground within a window of degrees; empty when there is none. */
  public Geometry within(Envelope window) {
    return extent == null ? Grid.SHAPES.createPolygon() : Grid.clip(extent.getGeometry(), window);
  }
}
