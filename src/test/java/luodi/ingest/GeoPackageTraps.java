package luodi.ingest;

import static luodi.ingest.GeoJsonTraps.SQUARE;
import static luodi.ingest.GeoJsonTraps.collection;
import static luodi.ingest.GeoJsonTraps.feature;
import static luodi.ingest.Trap.converted;
import static luodi.ingest.Trap.made;
import static luodi.ingest.Trap.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import luodi.Gdal;
import luodi.atlas.Zone;

/** GeoPackages by GDAL, by QGIS, and our own. */
final class GeoPackageTraps {
  private static final String ONE =
      collection("", feature("{\"id\":\"1\",\"name\":\"秦岭红线\"}", SQUARE));

  static final List<Trap> ALL =
      List.of(
          trap(
              "a table in Gauss-Krüger of CGCS2000",
              "is known by its EPSG code",
              folder -> {
                Ingestion done =
                    Ingestion.of(
                        converted(folder, ONE, "a.gpkg", "-t_srs", "EPSG:4526", "-nln", "红线"));
                assertThat(done.report().path("crs").path("used").asText()).isEqualTo("EPSG:4526");
                assertThat(done.zone().name()).isEqualTo("秦岭红线");
                assertThat(done.zone().shape().norm().toText())
                    .isEqualTo("POLYGON ((114 30, 114 31, 115 31, 115 30, 114 30))");
              }),
          trap(
              "dates, whole numbers, decimals, truths, NULL and empty texts",
              "arrive as they were; pictures (BLOB) are left out",
              folder -> {
                Path gpkg =
                    made(
                        folder,
                        "id,day,mu,count,empty,none,WKT\n1,2024-06-01,1234.5,9007199254740993,\"\",,\"POINT (114 30)\"",
                        "a.gpkg",
                        "-oo",
                        "AUTODETECT_TYPE=YES",
                        "-oo",
                        "EMPTY_STRING_AS_NULL=NO",
                        "-lco",
                        "SPATIAL_INDEX=NO");
                sql(
                    gpkg,
                    "ALTER TABLE made ADD COLUMN legal BOOLEAN; UPDATE made SET legal = 1, empty = '', none = NULL; ALTER TABLE made ADD COLUMN photo BLOB; UPDATE made SET photo = x'00FF'");
                assertThat(Ingestion.of(gpkg).attributes())
                    .containsOnly(
                        entry("day", "2024-06-01"),
                        entry("mu", "1234.5"),
                        entry("count", "9007199254740993"),
                        entry("empty", ""),
                        entry("legal", "true"));
              }),
          trap(
              "Z and M, several parts, empty and missing geometries",
              "Z and M are left out; what is empty stands in the report",
              folder -> {
                String shapes =
                    "id,WKT\n1,\"MULTIPOLYGON (((114 30, 114 31, 115 31, 114 30)), ((116 30, 116 31, 117 31, 116 30)))\"\n2,\n3,\"POLYGON EMPTY\"";
                Path gpkg = made(folder, shapes, "a.gpkg", "-dim", "XYZM");
                Ingestion done = Ingestion.of(gpkg);
                assertThat(done.zone().shape().norm().toText())
                    .isEqualTo(
                        "MULTIPOLYGON (((114 30, 114 31, 115 31, 114 30)), ((116 30, 116 31, 117 31, 116 30)))");
                assertThat(done.report().path("left_out").findValuesAsText("row"))
                    .containsExactly("2", "3");
              }),
          trap(
              "several tables",
              "is refused with their names, until one is named (`--table`)",
              folder -> {
                Path gpkg = converted(folder, ONE, "a.gpkg", "-nln", "红线");
                Gdal.convert("-append", gpkg, folder.resolve("from.geojson"), "-nln", "other");
                Ingestion.of(gpkg).refused("several feature tables", "[other, 红线]");
                assertThat(Ingestion.of(gpkg, "--table", "红线").zone().id()).isEqualTo("1");
              }),
          trap(
              "no CRS (srs_id 0 or -1)",
              "is refused with where the numbers lie",
              folder -> {
                Path gpkg = converted(folder, ONE, "a.gpkg");
                sql(gpkg, "UPDATE gpkg_geometry_columns SET srs_id = -1");
                Ingestion.of(gpkg)
                    .refused("does not say what CRS", "x 114.00000 to 115.00000", "--crs");
              }),
          trap(
              "a view",
              "is refused: a view can hold any SQL",
              folder -> {
                Path gpkg = converted(folder, ONE, "a.gpkg", "-nln", "t");
                sql(
                    gpkg,
                    "CREATE VIEW v AS SELECT * FROM t; INSERT INTO gpkg_contents (table_name, data_type, srs_id) VALUES ('v', 'features', 4326); INSERT INTO gpkg_geometry_columns VALUES ('v', 'geom', 'GEOMETRY', 4326, 0, 0)");
                Ingestion.of(gpkg, "--table", "v").refused("'v' is a view");
              }),
          trap(
              "curves (CIRCULARSTRING …)",
              "stand in the report: they must be made lines first",
              folder -> {
                Path gpkg =
                    made(
                        folder,
                        "id,WKT\n1,\"POLYGON ((114 30, 114 31, 115 31, 114 30))\"\n2,\"CURVEPOLYGON (CIRCULARSTRING (114 30, 115 30, 115 31, 114 31, 114 30))\"",
                        "a.gpkg");
                Ingestion done = Ingestion.of(gpkg);
                assertThat(done.zone().id()).isEqualTo("1");
                assertThat(done.report().path("left_out").findValuesAsText("why").get(0))
                    .contains("curves must be made lines");
              }),
          trap(
              "a layer of Luodi's own, edited in QGIS or by GDAL",
              "comes back as the zones that it was, with ids, days and attributes",
              folder -> {
                String zone =
                    feature(
                        "{\"id\":\"R-1\",\"name\":\"红线\",\"zone\":\"other\",\"valid_from\":\"2024-06-01\",\"备注\":\"\"}",
                        SQUARE);
                Path first = write(folder.resolve("a.geojson"), collection("", zone));
                Zone was = Ingestion.into(folder.resolve("one"), first).zone();
                Path ground = folder.resolve("one").resolve("ground.gpkg");
                Zone is =
                    Ingestion.into(folder.resolve("two"), ground, "--table", "eco-redline@1")
                        .zone();
                assertThat(is).isEqualTo(was);
                assertThat(is.from()).contains(LocalDate.parse("2024-06-01"));
                assertThat(is.attributes()).containsOnly(entry("zone", "other"), entry("备注", ""));
              }),
          trap(
              "another SQLite file, or a broken one",
              "is refused",
              folder -> {
                Path file = folder.resolve("a.gpkg");
                sql(file, "CREATE TABLE t (a)");
                Ingestion.of(file).refused("cannot be read as a GeoPackage");
              }));

  private GeoPackageTraps() {}

  private static Trap trap(String file, String outcome, Trap.Proof proof) {
    return new Trap("GeoPackage", file, outcome, proof);
  }

  private static void sql(Path file, String sql) {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      statement.executeUpdate(sql);
    } catch (SQLException failed) {
      throw new AssertionError(failed);
    }
  }
}
