package luodi;

import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/** The real PostGIS that tests ask, named by {@code LUODI_TEST_DATABASE_URL}. */
public final class Postgis {
  private Postgis() {}

  /** A connection of the test's own; a missing database is a failure, never a skip. */
  public static Connection connect() throws SQLException {
    return connect(url());
  }

  /** The address of the database that all tests share. */
  static String url() {
    String url = System.getenv("LUODI_TEST_DATABASE_URL");
    if (url == null) {
      throw new AssertionError(
          "LUODI_TEST_DATABASE_URL is not set; run bin/test, or name a PostGIS database as"
              + " postgresql://user@host:port/database.");
    }
    return url;
  }

  /** A connection to {@code postgresql://user[:password]@host:port/database}. */
  public static Connection connect(String url) throws SQLException {
    URI at = URI.create(url);
    Properties who = new Properties();
    String[] user = at.getUserInfo().split(":", 2);
    who.setProperty("user", user[0]);
    if (user.length > 1) {
      who.setProperty("password", user[1]);
    }
    return DriverManager.getConnection(
        "jdbc:postgresql://" + at.getHost() + ":" + at.getPort() + at.getPath(), who);
  }
}
