package luodi.batch;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Iterator;
import java.util.Optional;

/** Rows one after the other, in the order of their table. */
public interface Rows extends AutoCloseable {
  /**
   * The next row; empty after the last.
   *
   * @throws luodi.fault.FaultException when what follows cannot be told apart into rows
   */
  Optional<Row> next();

  @Override
  default void close() {}

  /** The elements of an array, each a project. */
  static Rows of(JsonNode projects) {
    Iterator<JsonNode> all = projects.iterator();
    return new Rows() {
      private int number;

      @Override
      public Optional<Row> next() {
        return all.hasNext() ? Optional.of(Row.of(++number, all.next())) : Optional.empty();
      }
    };
  }
}
