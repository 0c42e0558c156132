package luodi.ingest.format;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;

/**
 * One row of a file.
 *
 * @param number as the file counts: a record's number from 1, or a GeoPackage's fid
 * @param shape two-dimensional, in the file's CRS, perhaps invalid; empty when the row has none or
 *     it cannot be read
 * @param values by column, as text; a column without a value is missing, an empty text is there
 * @param mended what was put right so that the shape could be read
 * @param trouble why there is no shape; empty when there is one
 */
public record Row(
    long number,
    Optional<Geometry> shape,
    Map<String, String> values,
    List<String> mended,
    Optional<String> trouble) {

  /** A shape of a file, or why there is none. */
  public record Shape(Optional<Geometry> geometry, List<String> mended, Optional<String> trouble) {
    /** A shape that was read, with what had to be mended for it. */
    public static Shape of(Geometry geometry, List<String> mended) {
      return new Shape(Optional.of(geometry), List.copyOf(mended), Optional.empty());
    }

    /** No shape, and why. */
    public static Shape none(String why) {
      return new Shape(Optional.empty(), List.of(), Optional.of(why));
    }
  }

  /** A row of a shape and its values. */
  public static Row of(long number, Shape shape, Map<String, String> values) {
    return new Row(number, shape.geometry(), values, shape.mended(), shape.trouble());
  }
}
