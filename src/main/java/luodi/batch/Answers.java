package luodi.batch;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/** Where answers go, in the order of their rows. */
public interface Answers extends Closeable {
  void write(RowAnswer answer) throws IOException;

  @Override
  default void close() throws IOException {}

  /** Answers that are kept in memory. */
  static Answers into(List<RowAnswer> all) {
    return all::add;
  }
}
