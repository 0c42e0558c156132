package luodi.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import luodi.atlas.Atlas;
import luodi.atlas.Layer;
import luodi.atlas.Zone;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.WKBWriter;

/**
 * The same questions asked of PostGIS: once of the tables as they come, once of tables cut by
 * {@code ST_Subdivide} as good users do it. Prepared statements on one connection; areas are
 * planar, which is cheaper than ours.
 */
final class OverlayInPostgis implements AutoCloseable {
  private final Connection connection;
  private final WKBWriter wkb = new WKBWriter();

  OverlayInPostgis(String url) throws SQLException {
    Matcher parts =
        Pattern.compile("postgres(?:ql)?://(?:([^:@/]+)(?::([^@/]*))?@)?(.+)").matcher(url);
    if (!parts.matches()) {
      throw new IllegalArgumentException("no database address: " + url);
    }
    connection =
        DriverManager.getConnection(
            "jdbc:postgresql://" + parts.group(3), parts.group(1), parts.group(2));
  }

  void load(Atlas atlas) throws SQLException {
    run("DROP SCHEMA IF EXISTS overlay CASCADE");
    run("CREATE SCHEMA overlay");
    run(
        "CREATE TABLE overlay.raw (layer text, id text, class text, geom geometry(Geometry, 4490))");
    connection.setAutoCommit(false);
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO overlay.raw VALUES (?, ?, ?, ST_GeomFromWKB(?, 4490))")) {
      for (Layer layer : atlas.layers()) {
        if (layer.geometry() == Layer.Shape.POLYGON) {
          for (Zone zone : atlas.zones(layer.id())) {
            insert.setString(1, layer.id());
            insert.setString(2, zone.id());
            insert.setString(3, zone.attributes().get("class"));
            insert.setBytes(4, wkb.write(zone.shape()));
            insert.addBatch();
          }
          insert.executeBatch();
        }
      }
    }
    connection.commit();
    connection.setAutoCommit(true);
    run(
        "CREATE TABLE overlay.cut AS SELECT layer, id, class, ST_Subdivide(geom, 128) AS geom FROM overlay.raw");
    for (String table : new String[] {"raw", "cut"}) {
      run("CREATE INDEX ON overlay." + table + " USING gist (geom)");
      run("CREATE INDEX ON overlay." + table + " (layer)");
      run("VACUUM ANALYZE overlay." + table);
    }
  }

  /** Questions about one shape; each answer is read to its last row. */
  PreparedStatement overlaps(String table) throws SQLException {
    return connection.prepareStatement(
        "SELECT z.layer, z.id, sum(ST_Area(ST_Intersection(z.geom, s.g))) FROM overlay."
            + table
            + " z, (SELECT ST_GeomFromWKB(?, 4490) AS g) s WHERE ST_Intersects(z.geom, s.g) GROUP BY 1, 2");
  }

  PreparedStatement spots(String table) throws SQLException {
    return connection.prepareStatement(
        "SELECT z.layer, z.id FROM overlay."
            + table
            + " z WHERE ST_Intersects(z.geom, ST_GeomFromWKB(?, 4490))");
  }

  PreparedStatement nearest(String table, String layer) throws SQLException {
    return connection.prepareStatement(
        "SELECT z.id, ST_Distance(z.geom, s.g) FROM overlay."
            + table
            + " z, (SELECT ST_GeomFromWKB(?, 4490) AS g) s WHERE z.layer = '"
            + layer
            + "' ORDER BY z.geom <-> s.g LIMIT 3");
  }

  /** Areas by county of all ground under one of some layers, as a verdict on all ground needs. */
  PreparedStatement areasByCounty(String table) throws SQLException {
    return connection.prepareStatement(
        "SELECT c.id, z.class, sum(ST_Area(ST_Intersection(z.geom, c.geom))) FROM overlay."
            + table
            + " z JOIN overlay."
            + table
            + " c ON c.layer = 'counties' AND ST_Intersects(z.geom, c.geom)"
            + " WHERE z.layer IN ('env-unit', 'eco-redline', 'perm-basic-farmland') GROUP BY 1, 2");
  }

  void ask(PreparedStatement statement, Geometry shape) {
    try {
      statement.setBytes(1, wkb.write(shape));
      ask(statement);
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }

  void ask(PreparedStatement statement) {
    try (ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        rows.getString(1);
      }
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }

  private void run(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
