package luodi.fabric;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import luodi.geo.Grid;
import luodi.geo.Mesh;
import luodi.geo.Moved;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.overlayng.CoverageUnion;

/**
 * A window's ground drawn as polygons, each under one word: the outlines of all regions, noded on
 * the whole numbers of a plane. Neighbours share their vertices.
 */
public final class Patchwork {
  private final Plane plane;
  private final Window window;
  private final List<Coordinate[]> lines = new ArrayList<>();
  private int edges;

  /** Where ground is drawn: on grid cells, or on the units of a map's tile. */
  public interface Plane {
    /** A position on the plane, in whole numbers, of a position in degrees. */
    Coordinate of(double lon, double lat);

    /** The degrees of a position on the plane. */
    Coordinate degrees(double x, double y);
  }

  /** The plane of grid cells: nothing is lost on it. */
  public static final Plane CELLS =
      new Plane() {
        @Override
        public Coordinate of(double lon, double lat) {
          return new Coordinate(
              Math.rint(lon * Grid.LINES_PER_DEGREE), Math.rint(lat * Grid.LINES_PER_DEGREE));
        }

        @Override
        public Coordinate degrees(double x, double y) {
          return new Coordinate(x / Grid.LINES_PER_DEGREE, y / Grid.LINES_PER_DEGREE);
        }
      };

  /**
   * Ground under one word.
   *
   * @param shape on the plane
   * @param word a number of the fabric's
   */
  public record Patch(Polygon shape, int word) {}

  private Patchwork(Plane plane, Window window) {
    this.plane = plane;
    this.window = window;
  }

  /**
   * Draws a window, sheet by sheet, from the very outlines that the fabric was compiled from.
   *
   * @param degrees the window
   * @param regions of the fabric's atlas and asks
   * @param mostEdges the most edges that may cross the window
   * @return empty when more edges do; ground that no word is known of is left out
   */
  public static Optional<List<Patch>> of(
      Fabric fabric, Regions regions, Envelope degrees, Plane plane, int mostEdges) {
    List<Coordinate[]> lines = new ArrayList<>();
    int edges = 0;
    for (Window sheet : fabric.sheetsMeeting(degrees)) {
      Envelope part = degrees.intersection(sheet.degrees());
      Patchwork work = new Patchwork(plane, Window.around(part));
      work.frame(part);
      for (Region region : regions.near(sheet.degrees()).regions()) {
        region.rings().forEach(work::ring);
      }
      edges += work.edges;
      if (edges > mostEdges) {
        return Optional.empty();
      }
      lines.addAll(work.lines);
    }
    Envelope drawn = new Envelope(plane.of(degrees.getMinX(), degrees.getMinY()));
    drawn.expandToInclude(plane.of(degrees.getMaxX(), degrees.getMaxY()));
    return Optional.of(
        Mesh.between(lines).parallelStream()
            .filter(shape -> drawn.contains(shape.getEnvelopeInternal()))
            .flatMap(shape -> labelled(shape, plane, fabric).stream())
            .toList());
  }

  private void frame(Envelope degrees) {
    Coordinate southWest = plane.of(degrees.getMinX(), degrees.getMinY());
    Coordinate northEast = plane.of(degrees.getMaxX(), degrees.getMaxY());
    lines.add(
        new Coordinate[] {
          southWest,
          new Coordinate(northEast.x, southWest.y),
          northEast,
          new Coordinate(southWest.x, northEast.y),
          southWest
        });
  }

  /** Adds the stretches of a ring that may cross the window, without steps that are too short. */
  private void ring(Ring ring) {
    List<Coordinate> stretch = new ArrayList<>();
    for (int i = 1; i < ring.count(); i++) {
      if (window.mayMeet(ring.x(i - 1), ring.y(i - 1), ring.x(i), ring.y(i))) {
        edges++;
        if (stretch.isEmpty()) {
          stretch.add(at(ring, i - 1));
        }
        Coordinate next = at(ring, i);
        if (!next.equals2D(stretch.get(stretch.size() - 1))) {
          stretch.add(next);
        }
      } else {
        end(stretch);
      }
    }
    end(stretch);
  }

  private Coordinate at(Ring ring, int position) {
    return plane.of(
        ring.x(position) / Grid.LINES_PER_DEGREE, ring.y(position) / Grid.LINES_PER_DEGREE);
  }

  private void end(List<Coordinate> stretch) {
    if (stretch.size() > 1) {
      lines.add(stretch.toArray(Coordinate[]::new));
    }
    stretch.clear();
  }

  /** Patches as one shape, on their plane: they share their vertices, so nothing can go wrong. */
  public static Geometry joined(List<Patch> patches) {
    return CoverageUnion.union(
            Grid.SHAPES.buildGeometry(patches.stream().map(Patch::shape).toList()))
        .norm();
  }

  /** A shape of a plane in degrees. */
  public static Geometry degrees(Geometry shape, Plane plane) {
    return Moved.by(plane::degrees, shape);
  }

  private static Optional<Patch> labelled(Polygon shape, Plane plane, Fabric fabric) {
    Point inside = shape.getInteriorPoint();
    Coordinate degrees = plane.degrees(inside.getX(), inside.getY());
    int word = fabric.wordAt(degrees.x, degrees.y);
    return word < 0 ? Optional.empty() : Optional.of(new Patch(shape, word));
  }
}
