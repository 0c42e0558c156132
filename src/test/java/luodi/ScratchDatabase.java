package luodi;

import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import luodi.postgis.DatabaseUrl;
import luodi.postgis.PostgisDatabase;

/**
 * A database of a test's own, beside the shared one, which goes when it is closed. It is copied
 * from one that was made with the schema once.
 */
public final class ScratchDatabase implements AutoCloseable {
  private static final AtomicInteger COUNT = new AtomicInteger();
  private static final String PREFIX = "luodi_scratch_" + ProcessHandle.current().pid() + "_";

  private final String name;

  private ScratchDatabase(String name) {
    this.name = name;
  }

  private static final class Template {
    static final String NAME = PREFIX + "template";

    static {
      execute("CREATE DATABASE " + NAME);
      try (Connection connection = Postgis.connect(address(NAME));
          Statement statement = connection.createStatement()) {
        statement.execute("CREATE EXTENSION postgis");
      } catch (SQLException failed) {
        throw new AssertionError(failed);
      }
      PostgisDatabase.at(DatabaseUrl.parse(address(NAME)));
      Runtime.getRuntime().addShutdownHook(new Thread(() -> drop(NAME)));
    }
  }

  /** An empty store's database. */
  public static ScratchDatabase make() {
    String name = PREFIX + COUNT.incrementAndGet();
    execute("CREATE DATABASE " + name + " TEMPLATE " + Template.NAME);
    return new ScratchDatabase(name);
  }

  /** A database that has neither PostGIS nor a schema of ours. */
  public static ScratchDatabase bare() {
    String name = PREFIX + COUNT.incrementAndGet();
    execute("CREATE DATABASE " + name);
    return new ScratchDatabase(name);
  }

  /** {@code postgresql://…}, as settings name it. */
  public String url() {
    return address(name);
  }

  public Connection connect() throws SQLException {
    return Postgis.connect(url());
  }

  @Override
  public void close() {
    drop(name);
  }

  private static void drop(String name) {
    execute("DROP DATABASE IF EXISTS " + name + " WITH (FORCE)");
  }

  private static String address(String name) {
    return URI.create(Postgis.url()).resolve("/" + name).toString();
  }

  private static void execute(String sql) {
    try (Connection connection = Postgis.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException failed) {
      throw new AssertionError(failed);
    }
  }
}
