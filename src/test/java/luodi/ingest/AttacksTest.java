package luodi.ingest;

import static luodi.ingest.GeoJsonTraps.SQUARE;
import static luodi.ingest.GeoJsonTraps.collection;
import static luodi.ingest.GeoJsonTraps.feature;
import static luodi.ingest.Trap.write;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Files that somebody made to do harm. The time-outs are far off: only a hang meets them. */
@Timeout(300)
class AttacksTest {
  private static final String ONE = collection("", feature("{\"id\":\"1\"}", SQUARE));

  @TempDir private Path folder;

  @Test
  void a_zip_bomb_is_refused_before_it_fills_the_disk() throws IOException {
    Path zip = folder.resolve("bomb.zip");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
      out.putNextEntry(new ZipEntry("a.geojson"));
      byte[] blanks = " ".repeat(1 << 20).getBytes(StandardCharsets.US_ASCII);
      for (int mb = 0; mb < 300; mb++) {
        out.write(blanks);
      }
    }

    Ingestion.of(zip).refused("unpacks to far more than it holds, as a bomb does");
  }

  @Test
  void no_name_within_a_zip_leads_out_of_our_folder() throws IOException {
    for (String name :
        List.of(
            "../../escaped.geojson",
            "/tmp/luodi-escaped/x.geojson",
            "..\\..\\escaped.geojson",
            "C:\\escaped.geojson",
            "a/../../escaped.geojson",
            ".geojson")) {
      Path own = Files.createDirectories(folder.resolve("deep/deeper"));
      Path zip = own.resolve("a.zip");
      try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
        out.putNextEntry(new ZipEntry(name));
        out.write(ONE.getBytes(StandardCharsets.UTF_8));
      }

      assertThat(Ingestion.of(zip).zone().id()).isEqualTo("1");
    }
    assertThat(Path.of("/tmp/luodi-escaped")).doesNotExist();
    try (Stream<Path> all = Files.walk(folder)) {
      assertThat(all.filter(file -> file.toString().contains("escaped"))).isEmpty();
    }
  }

  @Test
  void a_zip_in_a_zip_is_not_opened() throws IOException {
    Path zip = folder.resolve("a.zip");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
      out.putNextEntry(new ZipEntry("inner.zip"));
    }

    Ingestion.of(zip).refused("holds no file that is read here; it holds [inner.zip]");
  }

  @Test
  void brackets_without_end_are_refused() throws IOException {
    Ingestion.of(write(folder.resolve("a.geojson"), "{\"type\":" + "[".repeat(2_000_000)))
        .refused("cannot be read as JSON", "nesting depth");
    String wkt = "GEOMETRYCOLLECTION(".repeat(100_000);
    Ingestion.of(
            write(folder.resolve("b.csv"), "id,wkt\n1,\"" + wkt + "\"\n"), "--crs", "EPSG:4490")
        .refused("nested deeper");
  }

  @Test
  void a_row_without_end_is_refused_before_it_fills_the_memory() throws IOException {
    Path csv = folder.resolve("a.csv");
    Path json = folder.resolve("a.geojson");
    try (OutputStream table = Files.newOutputStream(csv);
        OutputStream features = Files.newOutputStream(json)) {
      table.write("id,wkt\n1,\"".getBytes(StandardCharsets.US_ASCII));
      features.write(
          "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"properties\":{\"x\":["
              .getBytes(StandardCharsets.US_ASCII));
      byte[] piece = "1,".repeat(1 << 19).getBytes(StandardCharsets.US_ASCII);
      for (int mb = 0; mb < 40; mb++) {
        table.write(piece);
        features.write(piece);
      }
    }

    Ingestion.of(csv, "--crs", "EPSG:4490").refused("is longer than 32 million characters");
    Ingestion.of(json).refused("is longer than 32 million characters");
  }

  @Test
  void pages_of_a_database_that_lead_in_a_circle_are_refused() throws IOException, SQLException {
    Path file = Trap.made(folder, points(2000), "a.gpkg", "-lco", "SPATIAL_INDEX=NO");
    int root;
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery("SELECT rootpage FROM sqlite_master WHERE name = 'made'")) {
      root = row.getInt(1);
    }
    ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file));
    int page = (root - 1) * 4096;
    assertThat(bytes.get(page)).as("the root is an inner page").isEqualTo((byte) 5);
    for (int cell = 0; cell < bytes.getShort(page + 3); cell++) {
      bytes.putInt(page + bytes.getShort(page + 12 + 2 * cell), root);
    }
    Files.write(file, bytes.array());

    Ingestion.of(file).refused("cannot be read as a GeoPackage");
  }

  @Test
  void what_a_schema_wants_computed_is_not_computed() throws SQLException {
    Path file = folder.resolve("a.gpkg");
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      statement.executeUpdate(
          """
          CREATE TABLE gpkg_contents (table_name TEXT, data_type TEXT, srs_id INTEGER);
          CREATE TABLE gpkg_geometry_columns (table_name TEXT, column_name TEXT, srs_id INTEGER);
          CREATE TABLE gpkg_spatial_ref_sys (srs_id INTEGER, organization TEXT, organization_coordsys_id INTEGER, definition TEXT);
          CREATE TABLE t (fid INTEGER PRIMARY KEY, geom BLOB, id TEXT, huge TEXT GENERATED ALWAYS AS (hex(zeroblob(100000000))) VIRTUAL);
          INSERT INTO gpkg_contents VALUES ('t', 'features', 4490);
          INSERT INTO gpkg_geometry_columns VALUES ('t', 'geom', 4490);
          INSERT INTO gpkg_spatial_ref_sys VALUES (4490, 'EPSG', 4490, 'undefined')""");
      try (PreparedStatement insert =
          connection.prepareStatement("INSERT INTO t (fid, geom, id) VALUES (?, ?, 'a')")) {
        insert.setInt(1, 1);
        insert.setBytes(2, blob(point()));
        insert.executeUpdate();
        insert.setInt(1, 2);
        insert.setBytes(2, blob(nested(100_000)));
        insert.executeUpdate();
      }
    }

    Ingestion done = Ingestion.of(file);

    assertThat(done.zone().attributes()).isEmpty();
    assertThat(done.report().path("left_out").findValuesAsText("why").get(0))
        .contains("nested deeper than 8");
  }

  @Test
  void a_shape_that_crosses_itself_without_end_stands_in_the_report() throws IOException {
    String zigzag =
        IntStream.range(0, 20_000)
            .mapToObj(
                i ->
                    "[%f,%f]"
                        .formatted(
                            114 + (i * 7919 % 20_000) / 2e4, 30 + (i * 104_729 % 20_000) / 2e4))
            .collect(
                Collectors.joining(
                    ",", "{\"type\":\"Polygon\",\"coordinates\":[[", ",[114.000000,30.000000]]]}"));

    Ingestion done =
        Ingestion.of(
            write(
                folder.resolve("a.geojson"),
                collection(
                    "", feature("{\"id\":\"1\"}", SQUARE), feature("{\"id\":\"2\"}", zigzag))));

    assertThat(done.zone().id()).isEqualTo("1");
    assertThat(done.report().path("left_out").findValuesAsText("why").get(0))
        .contains("cross each other too often");
  }

  @Test
  void rings_within_rings_without_end_stand_in_the_report() throws IOException {
    Path shp =
        Trap.made(
            folder, "id,WKT\n1,\"POLYGON ((114 30, 114 31, 115 31, 115 30, 114 30))\"\n", "a.shp");
    nestRings(shp, 60_000);

    Ingestion.of(shp).refused("rings lie in each other in too many ways");
  }

  private static String points(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> i + ",\"POINT (114 30)\"\n")
        .collect(Collectors.joining("", "id,WKT\n", ""));
  }

  private static byte[] blob(byte[] wkb) {
    return ByteBuffer.allocate(8 + wkb.length)
        .put(new byte[] {'G', 'P', 0, 1, 0, 0, 0, 0})
        .put(wkb)
        .array();
  }

  private static byte[] point() {
    return ByteBuffer.allocate(21)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put((byte) 1)
        .putInt(1)
        .putDouble(114)
        .putDouble(30)
        .array();
  }

  private static byte[] nested(int depth) {
    ByteBuffer wkb = ByteBuffer.allocate(9 * depth + 21).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < depth; i++) {
      wkb.put((byte) 1).putInt(7).putInt(1);
    }
    return wkb.put(point()).array();
  }

  /** Puts many squares into the only record of a shapefile, each within the one before. */
  private static void nestRings(Path shp, int rings) throws IOException {
    int content = 44 + 4 * rings + 16 * 5 * rings;
    ByteBuffer bytes = ByteBuffer.allocate(108 + content).put(Files.readAllBytes(shp), 0, 100);
    bytes.order(ByteOrder.BIG_ENDIAN).putInt(24, bytes.capacity() / 2);
    bytes.putInt(100, 1).putInt(104, content / 2);
    bytes.order(ByteOrder.LITTLE_ENDIAN).putInt(108, 5).putInt(144, rings).putInt(148, 5 * rings);
    bytes.position(152);
    IntStream.range(0, rings).forEach(ring -> bytes.putInt(5 * ring));
    for (int ring = 0; ring < rings; ring++) {
      double in = ring * 1e-6;
      double[] x = {114 + in, 114 + in, 115 - in, 115 - in, 114 + in};
      double[] y = {30 + in, 31 - in, 31 - in, 30 + in, 30 + in};
      for (int i = 0; i < 5; i++) {
        bytes.putDouble(x[i]).putDouble(y[i]);
      }
    }
    Files.write(shp, bytes.array());
    Files.delete(Trap.beside(shp, ".shx"));
  }
}
