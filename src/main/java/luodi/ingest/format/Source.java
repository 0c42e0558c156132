package luodi.ingest.format;

import java.util.List;
import java.util.Optional;

/** An open file that gives its rows one after the other. Used by one thread. */
public interface Source extends AutoCloseable {
  Found found();

  /**
   * The next row; empty at the end.
   *
   * @throws luodi.fault.FaultException {@code BAD_FILE} when the rest of the file cannot be read
   */
  Optional<Row> next();

  /** How much of the file was read, 0 to 1. */
  double done();

  /** What came to light while reading, in English sentences; complete at the end. */
  default List<String> remarks() {
    return List.of();
  }

  @Override
  void close();
}
