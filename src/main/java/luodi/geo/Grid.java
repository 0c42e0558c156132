package luodi.geo;

import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.geom.TopologyException;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.locationtech.jts.operation.overlayng.UnaryUnionNG;
import org.locationtech.jts.precision.GeometryPrecisionReducer;

/**
 * The grid of 1e-7° (about 1 cm) on which every published coordinate lies, and overlay on it.
 *
 * <p>Overlay in floating precision can be silently wrong by the whole area on nearly equal shapes;
 * on the grid it is not. A rectangle clip that leaves a shape whole is answered without overlay.
 */
public final class Grid {
  /** Grid lines per degree. */
  public static final double LINES_PER_DEGREE = 1e7;

  /** The grid's own uncertainty: the diagonal of one cell at the equator, metres. */
  public static final double CELL_M = 0.016;

  private static final PrecisionModel MODEL = new PrecisionModel(LINES_PER_DEGREE);

  /** Makes shapes of EPSG:4490; coordinates keep the precision they are given. */
  public static final GeometryFactory SHAPES = new GeometryFactory(new PrecisionModel(), 4490);

  /** Makes shapes that lie on the grid and take little memory; coordinates are snapped to it. */
  public static final GeometryFactory COMPACT =
      new GeometryFactory(new PrecisionModel(), 4490, GridSequence.FACTORY);

  private Grid() {}

  /** One coordinate on the grid, degrees. */
  public static double snap(double degrees) {
    return Math.rint(degrees * LINES_PER_DEGREE) / LINES_PER_DEGREE;
  }

  /** A shape whose corners lie on the grid, in little memory. */
  public static Geometry compact(Geometry onGrid) {
    return COMPACT.createGeometry(onGrid);
  }

  /** The shape on the grid: valid, perhaps split or empty where it was thinner than a cell. */
  public static Geometry snap(Geometry shape) {
    return GeometryPrecisionReducer.reduce(shape, MODEL);
  }

  /**
   * What both shapes cover; empty when they only touch in fewer dimensions than the smaller has.
   */
  public static Geometry intersection(Geometry a, Geometry b) {
    if (!a.getEnvelopeInternal().intersects(b.getEnvelopeInternal())) {
      return a.getFactory().createEmpty(Math.min(a.getDimension(), b.getDimension()));
    }
    return ofDimension(
        overlay(a, b, OverlayNG.INTERSECTION), Math.min(a.getDimension(), b.getDimension()));
  }

  /**
   * The area that two shapes share, m², measured under their own edges: unlike the area of {@link
   * #intersection}, whose corners are moved to the grid, by a square metre on a large plot. Where
   * floating precision and the grid disagree by more than that, the grid is right.
   */
  public static double sharedM2(Geometry a, Geometry b) {
    Geometry onGrid = intersection(a, b);
    double gridM2 = Authalic.areaM2(onGrid);
    try {
      Geometry fine = SHAPES.createGeometry(a); // the overlay keeps the precision of its first
      Geometry exact = OverlayNG.overlay(fine, b, OverlayNG.INTERSECTION, new PrecisionModel());
      double exactM2 = Authalic.areaM2(exact);
      double edgeM = Math.max(lengthM(onGrid), lengthM(exact));
      return Math.abs(exactM2 - gridM2) <= CELL_M * edgeM ? exactM2 : gridM2;
    } catch (TopologyException crossed) {
      return gridM2;
    }
  }

  private static double lengthM(Geometry shape) {
    return shape.isEmpty() ? 0 : LocalFrame.around(shape).toMetres(shape).getLength();
  }

  /** What of {@code a} lies outside {@code b}. */
  public static Geometry difference(Geometry a, Geometry b) {
    if (!a.getEnvelopeInternal().intersects(b.getEnvelopeInternal())) {
      return a;
    }
    return ofDimension(overlay(a, b, OverlayNG.DIFFERENCE), a.getDimension());
  }

  /** All ground that any of the shapes covers. */
  public static Geometry union(Iterable<Geometry> shapes) {
    var all = new java.util.ArrayList<Geometry>();
    shapes.forEach(all::add);
    if (all.size() == 1) {
      return all.get(0);
    }
    try {
      return UnaryUnionNG.union(all, SHAPES, MODEL);
    } catch (RuntimeException nodingFailed) {
      // A sliver that rounding turned inside out is invalid input; it is mended first.
      all.replaceAll(GeometryFixer::fix);
      Geometry mended = OverlayNGRobust.union(SHAPES.buildGeometry(all));
      return GeometryPrecisionReducer.reduce(mended, MODEL);
    }
  }

  /** The part of the shape within the rectangle. */
  public static Geometry clip(Geometry shape, Envelope window) {
    if (window.contains(shape.getEnvelopeInternal())) {
      return shape;
    }
    return intersection(shape, SHAPES.toGeometry(window));
  }

  /** The same, but new corners keep the precision they have, which is cheaper. */
  public static Geometry clipBesideGrid(Geometry shape, Envelope window) {
    if (window.contains(shape.getEnvelopeInternal())) {
      return shape;
    }
    try {
      return ofDimension(
          OverlayNG.overlay(
              shape, SHAPES.toGeometry(window), OverlayNG.INTERSECTION, new PrecisionModel()),
          shape.getDimension());
    } catch (TopologyException crossed) {
      return clip(shape, window);
    }
  }

  private static Geometry overlay(Geometry a, Geometry b, int operation) {
    try {
      return OverlayNG.overlay(a, b, operation, MODEL);
    } catch (RuntimeException nodingFailed) {
      // Noding on a fixed grid fails only on invalid input; the robust variant mends it or says so.
      return OverlayNGRobust.overlay(snap(a), snap(b), operation);
    }
  }

  private static Geometry ofDimension(Geometry shape, int dimension) {
    if (shape.isEmpty() || shape.getDimension() < dimension) {
      return shape.getFactory().createEmpty(dimension);
    }
    var parts = new java.util.ArrayList<Geometry>();
    for (int i = 0; i < shape.getNumGeometries(); i++) {
      if (shape.getGeometryN(i).getDimension() == dimension) {
        parts.add(shape.getGeometryN(i));
      }
    }
    return parts.size() == shape.getNumGeometries()
        ? shape
        : shape.getFactory().buildGeometry(parts);
  }
}
