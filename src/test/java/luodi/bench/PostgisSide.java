package luodi.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import luodi.atlas.Zone;
import org.locationtech.jts.io.WKBWriter;

/**
 * The same ground in PostGIS, and pgbench. PostGIS is given its best: shapes kept in the tiles' own
 * CRS beside degrees, both indexed; attributes as columns; pages found by key, not by counting;
 * prepared statements; and only the length of what it made crosses the wire.
 */
final class PostgisSide implements AutoCloseable {
  private static final String ROWS =
      "INSERT INTO bench.zone VALUES (?, ?, ?, ?, ?, ?, ?, ST_GeomFromWKB(?, 4490))";

  private final String url;
  private final Connection connection;

  /**
   * @param url such as {@code postgresql://user@127.0.0.1:5432/luodi}
   */
  PostgisSide(String url) throws SQLException {
    this.url = url;
    Matcher parts =
        Pattern.compile("postgres(?:ql)?://(?:([^:@/]+)(?::([^@/]*))?@)?(.+)").matcher(url);
    if (!parts.matches()) {
      throw new IllegalArgumentException("no database address: " + url);
    }
    connection =
        DriverManager.getConnection(
            "jdbc:postgresql://" + parts.group(3), parts.group(1), parts.group(2));
  }

  /** A tile by its address. */
  record At(int z, int x, int y) {}

  void load(List<Zone> zones, List<At> tiles) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("DROP SCHEMA IF EXISTS bench CASCADE");
      statement.execute("CREATE SCHEMA bench");
      statement.execute(
          "CREATE TABLE bench.zone (id text PRIMARY KEY, name text, class text, code text, items text, source text,"
              + " confidence text, geom geometry(Geometry, 4490))");
      statement.execute("CREATE TABLE bench.page (n int PRIMARY KEY, first text)");
      statement.execute("CREATE TABLE bench.tile (z int, n int, x int, y int, PRIMARY KEY (z, n))");
    }
    insertZones(zones);
    insertTiles(tiles);
    try (Statement statement = connection.createStatement()) {
      statement.execute("ALTER TABLE bench.zone ADD COLUMN mercator geometry(Geometry, 3857)");
      statement.execute(
          "UPDATE bench.zone SET mercator = ST_Transform(ST_SetSRID(geom, 4326), 3857)");
      statement.execute("CREATE INDEX ON bench.zone USING gist (geom)");
      statement.execute("CREATE INDEX ON bench.zone USING gist (mercator)");
      statement.execute("VACUUM ANALYZE bench.zone");
      statement.execute(
          "INSERT INTO bench.page SELECT row_number() OVER (ORDER BY id) - 1, id FROM bench.zone");
      statement.execute("VACUUM ANALYZE bench.tile");
      statement.execute("VACUUM ANALYZE bench.page");
    }
  }

  private void insertZones(List<Zone> zones) throws SQLException {
    WKBWriter wkb = new WKBWriter();
    try (PreparedStatement insert = connection.prepareStatement(ROWS)) {
      for (Zone zone : zones) {
        insert.setString(1, zone.id());
        insert.setString(2, zone.name());
        insert.setString(3, zone.attributes().get("class"));
        insert.setString(4, zone.attributes().get("code"));
        insert.setString(5, zone.attributes().get("items"));
        insert.setString(6, zone.source());
        insert.setString(7, zone.confidence());
        insert.setBytes(8, wkb.write(zone.shape()));
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  private void insertTiles(List<At> tiles) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement("INSERT INTO bench.tile VALUES (?, ?, ?, ?)")) {
      int[] numbers = new int[32];
      for (At tile : tiles) {
        insert.setInt(1, tile.z());
        insert.setInt(2, numbers[tile.z()]++);
        insert.setInt(3, tile.x());
        insert.setInt(4, tile.y());
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  /** Tiles of one zoom per second, each picked by chance. */
  double tilesPerSecond(int zoom, int tiles, int clients, int seconds) throws Exception {
    return bench(
        """
        \\set n random(0, %d)
        SELECT octet_length(ST_AsMVT(t, 'env-unit', 4096, 'geom')) FROM (
          SELECT z.id, z.name, z.class, z.code, z.confidence, 'true' AS synthetic,
            ST_AsMVTGeom(z.mercator, ST_TileEnvelope(b.z, b.x, b.y), 4096, 80, true) AS geom
          FROM bench.tile b JOIN bench.zone z
            ON z.mercator && ST_TileEnvelope(b.z, b.x, b.y, margin => 80.0 / 4096)
          WHERE b.z = %d AND b.n = :n) t WHERE t.geom IS NOT NULL;
        """
            .formatted(tiles - 1, zoom),
        clients,
        seconds);
  }

  /** Pages of 1,000 features per second, each begun at a place picked by chance. */
  double pagesPerSecond(int offsets, int clients, int seconds) throws Exception {
    return bench(
        """
        \\set n random(0, %d)
        SELECT octet_length('{"type":"FeatureCollection","features":[' ||
          string_agg(ST_AsGeoJSON(t.*, 'geom', 7), ',') || ']}') FROM (
          SELECT id, name, class, code, items::json, source, confidence, true AS synthetic, geom
          FROM bench.zone WHERE id >= (SELECT first FROM bench.page WHERE n = :n)
          ORDER BY id LIMIT 1000) t;
        """
            .formatted(offsets),
        clients,
        seconds);
  }

  private double bench(String script, int clients, int seconds) throws Exception {
    Path file = Files.createTempFile("luodi", ".sql");
    try {
      Files.writeString(file, script);
      List<String> command =
          new ArrayList<>(List.of(pgbench(), "-n", "-M", "prepared", "-f", file.toString()));
      command.addAll(
          List.of("-c", "" + clients, "-j", "" + clients, "-T", "" + seconds, "-d", url));
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      Matcher rate = Pattern.compile("tps = ([0-9.]+)").matcher(printed);
      if (process.waitFor() != 0 || !rate.find()) {
        throw new IOException("pgbench: " + printed);
      }
      return Double.parseDouble(rate.group(1));
    } finally {
      Files.delete(file);
    }
  }

  private static String pgbench() throws IOException {
    try (Stream<Path> versions = Files.list(Path.of("/usr/lib/postgresql"))) {
      return versions
          .map(version -> version.resolve("bin/pgbench"))
          .filter(Files::exists)
          .map(Path::toString)
          .max(String::compareTo)
          .orElseThrow(() -> new IOException("pgbench is missing; install postgresql"));
    }
  }

  @Override
  public void close() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("DROP SCHEMA IF EXISTS bench CASCADE");
    }
    connection.close();
  }
}
