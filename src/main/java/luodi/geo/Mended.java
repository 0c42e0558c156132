package luodi.geo;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import luodi.fault.Fault;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryCollection;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.locationtech.jts.operation.valid.TopologyValidationError;

/**
 * A shape as it may be published, and what was done for it.
 *
 * @param shape EPSG:4490 on the grid; valid, not empty, of one dimension
 * @param wrong what was wrong and where; empty when the shape was only snapped
 * @param areaBeforeM2 of the shape as it came; where rings cross themselves, what their signed
 *     areas add up to
 * @param movedM the longest way that a position was moved to the grid, metres
 */
public record Mended(
    Geometry shape, List<String> wrong, double areaBeforeM2, double areaAfterM2, double movedM) {
  public Mended {
    wrong = List.copyOf(wrong);
  }

  /**
   * Snaps and mends a shape in degrees. Valid shapes keep every position of theirs, so that edges
   * shared with neighbours stay shared; crossed ones are cut at the crossings and keep all that
   * their rings enclose.
   *
   * @throws luodi.fault.FaultException {@code BAD_SITE} when nothing is left of it, when it mixes
   *     dimensions, or when its lines are too tangled
   */
  public static Mended of(Geometry degrees) {
    mustBeOfOneDimension(degrees);
    double before = Authalic.areaM2(degrees);
    Snapped.Result snapped = Snapped.of(degrees);
    if (snapped.shape().isEmpty()) {
      throw cannot("nothing is left of it on the grid of 1e-7°");
    }
    if (Tangle.isIn(snapped.shape())) {
      throw cannot("its lines cross each other too often");
    }
    List<String> wrong = new ArrayList<>();
    if (snapped.collapsed() > 0) {
      wrong.add(
          "%d rings or lines were thinner than the grid of 1e-7°".formatted(snapped.collapsed()));
    }
    Geometry shape = snapped.shape();
    Optional<String> error = error(shape);
    if (error.isPresent()) {
      wrong.add(error.get() + (error(degrees).isPresent() ? "" : " once it was on the grid"));
      shape = fixed(shape);
    }
    return new Mended(shape, wrong, before, Authalic.areaM2(shape), snapped.farthestM());
  }

  private static Geometry fixed(Geometry shape) {
    try {
      Geometry fixed = Grid.snap(ofDimension(GeometryFixer.fix(shape), shape.getDimension()));
      Geometry kept = ofDimension(fixed, shape.getDimension());
      if (kept.isEmpty() || !kept.isValid()) {
        throw cannot("nothing valid is left of it");
      }
      return kept;
    } catch (IllegalArgumentException unfixable) {
      throw cannot("it is crossed in ways that cannot be told apart").causedBy(unfixable);
    }
  }

  private static Optional<String> error(Geometry shape) {
    TopologyValidationError error = new IsValidOp(shape).getValidationError();
    if (error == null) {
      return Optional.empty();
    }
    Coordinate at = error.getCoordinate();
    String what = error.getMessage().toLowerCase(Locale.ROOT);
    return Optional.of(
        at == null ? what : String.format(Locale.ROOT, "%s at %.7f, %.7f", what, at.x, at.y));
  }

  private static Geometry ofDimension(Geometry shape, int dimension) {
    List<Geometry> parts = new ArrayList<>();
    for (int i = 0; i < shape.getNumGeometries(); i++) {
      Geometry part = shape.getGeometryN(i);
      if (!part.isEmpty() && part.getDimension() == dimension) {
        parts.add(part);
      }
    }
    return parts.isEmpty() ? Grid.SHAPES.createEmpty(dimension) : Grid.SHAPES.buildGeometry(parts);
  }

  private static void mustBeOfOneDimension(Geometry shape) {
    if (shape.getClass() == GeometryCollection.class) {
      for (int i = 0; i < shape.getNumGeometries(); i++) {
        mustBeOfOneDimension(shape.getGeometryN(i));
        if (shape.getGeometryN(i).getDimension() != shape.getDimension()) {
          throw cannot("it mixes points, lines and areas");
        }
      }
    }
  }

  private static luodi.fault.FaultException cannot(String why) {
    return Fault.BAD_SITE.because("The shape cannot be mended: %s.", why);
  }
}
