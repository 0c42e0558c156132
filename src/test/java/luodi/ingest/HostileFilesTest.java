package luodi.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import luodi.fault.FaultException;
import luodi.geo.Crs;
import luodi.geo.Mended;
import luodi.gpkg.GeoPackageFormat;
import luodi.ingest.flatgeobuf.FlatGeobufFormat;
import luodi.ingest.format.CsvFormat;
import luodi.ingest.format.Format.Wishes;
import luodi.ingest.format.Formats;
import luodi.ingest.format.GeoJsonFormat;
import luodi.ingest.format.Row;
import luodi.ingest.format.Source;
import luodi.ingest.shapefile.ShapefileFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Files that are broken or mean harm: whatever the bytes are, the answer is rows or a fault of the
 * caller's, in bounded memory, and never a hang. A failure names the format and the seed of its
 * file; a seed that failed once is kept in {@link #KEPT}.
 */
class HostileFilesTest {
  /** Heap that one file of a few kilobytes may use in all while it is read. */
  private static final long MOST_BYTES = 48L << 20;

  /** Far beyond what any of them takes, so that only a hang meets it. */
  private static final Duration HANG = Duration.ofMinutes(10);

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final Formats FORMATS =
      Formats.of(
          List.of(
              new GeoPackageFormat(),
              new FlatGeobufFormat(),
              new ShapefileFormat(),
              new GeoJsonFormat(),
              new CsvFormat()));

  /** Seeds of files that once broke a reader. */
  private static final Map<String, long[]> KEPT = Map.of();

  @TempDir private Path folder;

  @Test
  void broken_shapefiles() throws IOException {
    Path shp = Trap.made(folder, SHAPES, "a.shp", "-lco", "ENCODING=GBK");
    mutants("shapefile .shp", 11_000, shp, shp);
    mutants("shapefile .dbf", 6_000, Trap.beside(shp, ".dbf"), shp);
    mutants("shapefile .shx", 4_000, Trap.beside(shp, ".shx"), shp);
    mutants("shapefile .prj", 1_000, Trap.beside(shp, ".prj"), shp);
    Files.delete(Trap.beside(shp, ".shx"));
    mutants("shapefile .shp without .shx", 3_000, shp, shp);
  }

  @Test
  void broken_geojson() throws IOException {
    Path made =
        Trap.converted(folder, "{\"type\":\"FeatureCollection\",\"features\":[]}", "none.geojson");
    Files.delete(made);
    Path file = Trap.write(folder.resolve("a.geojson"), FEATURES);
    mutants("geojson", 9_000, file, file);
    Path lines =
        Trap.write(
            folder.resolve("a.geojsonl"),
            FEATURES
                .lines()
                .filter(line -> line.startsWith("{\"type\":\"Feature\""))
                .map(line -> line.replaceAll(",$", ""))
                .collect(java.util.stream.Collectors.joining("\n")));
    mutants("geojson lines", 4_000, lines, lines);
  }

  @Test
  void broken_csv() throws IOException {
    Path wkt = Trap.write(folder.resolve("a.csv"), SHAPES);
    mutants("csv wkt", 7_000, wkt, wkt);
    Path points =
        Trap.write(
            folder.resolve("b.csv"), "id,lon,lat,名称\n1,114.3,30.6,\"甲,\"\"乙\"\"\"\n2,115,31,\n");
    mutants("csv points", 3_000, points, points);
  }

  @Test
  void broken_geopackages() throws IOException {
    Path file = folder.resolve("a.gpkg");
    makeGeoPackage(file);
    mutants("geopackage", 8_000, file, file);
  }

  @Test
  void broken_flatgeobufs() throws IOException {
    Path file = Trap.converted(folder, FEATURES, "a.fgb", "-nlt", "PROMOTE_TO_MULTI");
    mutants("flatgeobuf", 5_000, file, file);
  }

  @Test
  void broken_zips() throws IOException {
    Path zip = folder.resolve("a.zip");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
      out.putNextEntry(new ZipEntry("数据/a.geojson"));
      out.write(FEATURES.getBytes(java.nio.charset.StandardCharsets.UTF_8));
      out.closeEntry();
    }
    mutants("zip", 4_000, zip, zip);
  }

  /** Changes one file of a set in many ways and reads the set each time. */
  private void mutants(String name, int count, Path changed, Path read) throws IOException {
    byte[] original = Files.readAllBytes(changed);
    assertThat(rows(read)).as("rows of the whole file").isPositive();
    assertTimeoutPreemptively(
        HANG,
        () -> {
          for (long seed : KEPT.getOrDefault(name, new long[0])) {
            survive(name, seed, original, changed, read);
          }
          for (long seed = 0; seed < count; seed++) {
            survive(name, seed, original, changed, read);
          }
        },
        name + " hangs");
    Files.write(changed, original);
  }

  private static void survive(String name, long seed, byte[] original, Path changed, Path read)
      throws IOException {
    Files.write(changed, Mutation.of(original, seed));
    long before = THREADS.getCurrentThreadAllocatedBytes();
    try {
      rows(read);
    } catch (FaultException told) {
      assertThat(told.fault().exitCode())
          .as("%s, seed %d: %s", name, seed, told.getMessage())
          .isIn(2, 3);
      assertThat(told.getMessage()).as("%s, seed %d", name, seed).hasSizeLessThan(2000);
    } catch (Exception | StackOverflowError | OutOfMemoryError broke) {
      fail("%s, seed %d: %s".formatted(name, seed, broke), broke);
    }
    assertThat(THREADS.getCurrentThreadAllocatedBytes() - before)
        .as("bytes that %s, seed %d took", name, seed)
        .isLessThan(MOST_BYTES);
  }

  /** Reads all rows and mends their shapes, as an ingest does. */
  private static long rows(Path file) {
    long rows = 0;
    try (Source source = FORMATS.open(file, Wishes.NONE)) {
      source.found().crs().ifPresent(text -> Crs.understood(text, Optional.empty()));
      for (Optional<Row> row = source.next(); row.isPresent(); row = source.next()) {
        rows++;
        assertThat(row.get().shape().isPresent()).isNotEqualTo(row.get().trouble().isPresent());
        row.get().shape().ifPresent(HostileFilesTest::mend);
      }
      source.remarks();
    }
    return rows;
  }

  private static void mend(org.locationtech.jts.geom.Geometry shape) {
    try {
      assertThat(Mended.of(shape).shape().isValid()).isTrue();
    } catch (FaultException unusable) {
      assertThat(unusable.fault().exitCode()).isEqualTo(2);
    }
  }

  private static void makeGeoPackage(Path file) {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      statement.executeUpdate("PRAGMA page_size = 512");
      statement.executeUpdate(
          """
          CREATE TABLE gpkg_contents (table_name TEXT, data_type TEXT, srs_id INTEGER);
          CREATE TABLE gpkg_geometry_columns (table_name TEXT, column_name TEXT, srs_id INTEGER);
          CREATE TABLE gpkg_spatial_ref_sys (srs_id INTEGER, organization TEXT, organization_coordsys_id INTEGER, definition TEXT);
          CREATE TABLE t (fid INTEGER PRIMARY KEY, geom BLOB, id TEXT, mu DOUBLE);
          INSERT INTO gpkg_contents VALUES ('t', 'features', 4490);
          INSERT INTO gpkg_geometry_columns VALUES ('t', 'geom', 4490);
          INSERT INTO gpkg_spatial_ref_sys VALUES (4490, 'EPSG', 4490, 'undefined')""");
      String polygon =
          "4750000100000000" // header without envelope
              + "0103000000010000000400000000000000008"
              + "05C400000000000003E40"
              + "0000000000C05C40"
              + "0000000000003E40"
              + "0000000000C05C40"
              + "0000000000003F40"
              + "0000000000805C40"
              + "0000000000003E40";
      for (int i = 0; i < 12; i++) {
        statement.executeUpdate(
            "INSERT INTO t VALUES (%d, x'%s', '区 %d', 1.5)".formatted(i, polygon, i));
      }
    } catch (SQLException failed) {
      throw new AssertionError(failed);
    }
  }

  private static final String SHAPES =
      """
      id,名称,day,WKT
      1,秦岭生态保护红线,2024-06-01,"POLYGON ((114 30, 114 31, 115 31, 115 30, 114 30), (114.2 30.2, 114.8 30.2, 114.8 30.8, 114.2 30.8, 114.2 30.2))"
      2,,,"MULTIPOLYGON (((116 30, 116 31, 117 31, 116 30)), ((118 30, 118 31, 119 31, 118 30)))"
      3,巴山,,"POLYGON ((114.2 30, 114.3 30.1, 114.3 30, 114.2 30.1, 114.2 30))"
      """;

  private static final String FEATURES =
      """
      {"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::4490"}},"features":[
      {"type":"Feature","id":7,"properties":{"name":"秦岭","mu":12.5,"list":[1,{"a":null}]},"geometry":{"type":"Polygon","coordinates":[[[114,30],[115,30],[115,31],[114,31],[114,30]]]}},
      {"type":"Feature","properties":{"name":null},"geometry":{"type":"MultiPolygon","coordinates":[[[[114,30],[114.1,30.1],[114.1,30],[114,30.1],[114,30]]]]}},
      {"type":"Feature","properties":null,"geometry":{"type":"GeometryCollection","geometries":[{"type":"Polygon","coordinates":[[[1,2,3],[2,3,4],[1,4,5],[1,2,3]]]}]}}
      ]}
      """;
}
