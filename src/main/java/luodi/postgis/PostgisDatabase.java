package luodi.postgis;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import luodi.atlas.AtlasStore;
import luodi.fault.Fault;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/**
 * One PostGIS database whose schema {@code luodi} is that of this version. Safe for many threads;
 * each store that it opens is for one.
 */
public final class PostgisDatabase {
  private static final String SCHEMA = "luodi";

  private final DatabaseUrl url;

  private PostgisDatabase(DatabaseUrl url) {
    this.url = url;
  }

  /**
   * Connects, and brings the schema to this version by the numbered files of {@code sql/schema};
   * one that was made by a newer version is used as it is. Processes that do so at once wait for
   * each other.
   *
   * @throws luodi.fault.FaultException {@code UNAVAILABLE} when the database is down or missing, or
   *     has no PostGIS
   */
  public static PostgisDatabase at(DatabaseUrl url) {
    PostgisDatabase database = new PostgisDatabase(url);
    database.migrate();
    return database;
  }

  /** A store with a connection of its own. */
  public AtlasStore open() {
    return new PostgisStore(url, connect());
  }

  DatabaseUrl url() {
    return url;
  }

  Connection connect() {
    try {
      Connection connection = DriverManager.getConnection(url.jdbc(), url.properties());
      try (Statement statement = connection.createStatement()) {
        statement.execute("SET search_path TO luodi, public");
      }
      return connection;
    } catch (SQLException down) {
      throw Fault.UNAVAILABLE
          .because(
              "The database %s cannot be used: %s. Start it, or name another by --database or LUODI_DATABASE.",
              url, SqlFaults.message(down))
          .causedBy(down);
    }
  }

  private void migrate() {
    try {
      connect().close(); // so that a database that is down is told as such
      Flyway.configure(PostgisDatabase.class.getClassLoader())
          .dataSource(url.jdbc(), url.user(), url.password().orElse(""))
          .jdbcProperties(url.manners())
          .defaultSchema(SCHEMA)
          .locations("classpath:sql/schema")
          .validateMigrationNaming(true)
          .load()
          .migrate();
    } catch (SQLException | FlywayException failed) {
      throw Fault.UNAVAILABLE
          .because(
              "The schema of the database %s cannot be made: %s. It needs PostGIS 3 in schema public and the right to create schemas; as a superuser: CREATE EXTENSION postgis; CREATE EXTENSION btree_gist.",
              url, SqlFaults.message(failed))
          .causedBy(failed);
    }
  }
}
