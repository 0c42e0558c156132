package luodi.siting;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import luodi.fault.Fault;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.locationtech.jts.operation.valid.TopologyValidationError;

/**
 * One piece of ground that a project would use.
 *
 * @param kind the law speaks of each differently
 * @param shape valid and not empty, EPSG:4490 degrees, longitude first
 */
public record Part(Kind kind, Geometry shape) {

  /** What a part is, and of which dimensions it can be: 0 a spot, 1 a line, 2 an area. */
  public enum Kind {
    PLOT(0, 2),
    OUTFALL(0),
    INTAKE(0),
    STACK(0),
    BERTH(0, 1, 2),
    ROAD(1, 2),
    WELL(0);

    private final Set<Integer> dimensions;

    Kind(Integer... dimensions) {
      this.dimensions = Set.of(dimensions);
    }

    /** As requests and answers write it. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Kind named(String word, String pointer) {
      return Arrays.stream(values())
          .filter(kind -> kind.word().equals(word))
          .findFirst()
          .orElseThrow(
              () ->
                  Fault.BAD_SITE
                      .because("A project has no part '%s'; a part is one of %s.", word, words())
                      .at(pointer));
    }

    private static String words() {
      return Arrays.stream(values()).map(Kind::word).collect(Collectors.joining(", "));
    }
  }

  /**
   * Throws {@code BAD_SITE} when the shape is empty, crossed or of a dimension that its kind cannot
   * have.
   */
  public Part {
    if (shape.isEmpty()) {
      throw Fault.BAD_SITE.because("The %s has an empty shape; draw it.", kind.word()).at("/site");
    }
    if (!kind.dimensions.contains(shape.getDimension())) {
      throw Fault.BAD_SITE
          .because(
              "A %s cannot be a %s; give %s.",
              kind.word(), shape.getGeometryType(), wanted(kind.dimensions))
          .at("/site");
    }
    TopologyValidationError wrong = new IsValidOp(shape).getValidationError();
    if (wrong != null) {
      throw crossed(kind, wrong);
    }
  }

  private static RuntimeException crossed(Kind kind, TopologyValidationError wrong) {
    Coordinate at = wrong.getCoordinate();
    return Fault.BAD_SITE
        .because(
            "The %s's outline is not valid: %s at longitude %.7f, latitude %.7f. Draw it so that it does not cross or touch itself.",
            kind.word(), wrong.getMessage().toLowerCase(Locale.ROOT), at.x, at.y)
        .at("/site");
  }

  private static String wanted(Set<Integer> dimensions) {
    return dimensions.stream()
        .sorted()
        .map(
            dimension -> dimension == 0 ? "a Point" : dimension == 1 ? "a LineString" : "a Polygon")
        .collect(Collectors.joining(" or "));
  }
}
