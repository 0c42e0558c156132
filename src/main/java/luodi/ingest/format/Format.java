package luodi.ingest.format;

import java.nio.file.Path;
import java.util.Optional;

/** A kind of file. */
public interface Format {
  /**
   * What the caller says of a file.
   *
   * @param encoding of its text; empty to find it out
   * @param table which of several tables or files within it
   * @param wktColumn the column of a CSV that holds WKT
   * @param lonColumn the column of a CSV that holds longitude or easting
   * @param latColumn the column of a CSV that holds latitude or northing
   */
  record Wishes(
      Optional<String> encoding,
      Optional<String> table,
      Optional<String> wktColumn,
      Optional<String> lonColumn,
      Optional<String> latColumn) {
    /** Nothing said. */
    public static final Wishes NONE =
        new Wishes(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
  }

  /** True when a file that begins so is of this kind. */
  boolean recognises(Path file, byte[] start);

  /** Opens the file; {@code BAD_FILE} when it is broken. */
  Source open(Path file, Wishes wishes);
}
