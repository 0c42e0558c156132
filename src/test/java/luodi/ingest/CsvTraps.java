package luodi.ingest;

import static luodi.ingest.Trap.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import luodi.atlas.Zone;

/** Tables with shapes. */
final class CsvTraps {
  static final List<Trap> ALL =
      List.of(
          trap(
              "WKT in a column `wkt`, `geometry`, `geom` …",
              "is read, also as EWKT; its CRS must be declared",
              folder -> {
                Path file =
                    write(
                        folder.resolve("a.csv"),
                        "id,geom,zone\n1,\"SRID=4490;POLYGON Z ((114 30 5, 114 31 5, 115 31 5, 114 30 5))\",other\n");
                Ingestion.of(file)
                    .refused(
                        "'a.csv' (CSV with WKT in 'geom') does not say what CRS",
                        "could be degrees of EPSG:4490");
                Zone zone = Ingestion.of(file, "--crs", "EPSG:4490").zone();
                assertThat(zone.shape().toText())
                    .isEqualTo("POLYGON ((114 30, 114 31, 115 31, 114 30))");
                assertThat(zone.attributes()).containsOnly(entry("zone", "other"));
              }),
          trap(
              "longitude and latitude in columns `lon` `lat`, `lng`, `x` `y`, `经度` `纬度` …",
              "are points",
              folder -> {
                for (String names :
                    List.of("lon,lat", "LNG,LAT", "x,y", "经度,纬度", "longitude,latitude")) {
                  Path file = write(folder.resolve("a.csv"), "id," + names + "\n1,114.3,30.6\n");
                  assertThat(Ingestion.of(file, "--crs", "EPSG:4490").zone().shape().toText())
                      .isEqualTo("POINT (114.3 30.6)");
                }
              }),
          trap(
              "a field that is empty, and one that is an empty text in quotation marks",
              "the first is missing, the second is an empty text; all else as it was, numbers too",
              folder -> {
                Path file =
                    write(
                        folder.resolve("a.csv"),
                        "id,missing,empty,mu,text,lon,lat\n1,,\"\",001.50,\"甲,\n\"\"乙\"\"\",114,30\n");
                assertThat(Ingestion.of(file, "--crs", "EPSG:4490").attributes())
                    .containsOnly(
                        entry("empty", ""), entry("mu", "001.50"), entry("text", "甲,\n\"乙\""));
              }),
          trap(
              "in GBK, with semicolons or tabs, with a byte order mark",
              "is found out by its text",
              folder -> {
                for (String delimiter : List.of(",", ";", "\t")) {
                  String text = "id,name,lon,lat\n1,武汉经开区,114,30\n".replace(",", delimiter);
                  Path gbk = write(folder.resolve("a.csv"), text, Charset.forName("GBK"));
                  assertThat(Ingestion.of(gbk, "--crs", "EPSG:4490").zone().name())
                      .isEqualTo("武汉经开区");
                  Path marked = write(folder.resolve("b.csv"), "\uFEFF" + text);
                  assertThat(Ingestion.of(marked, "--crs", "EPSG:4490").zone().id()).isEqualTo("1");
                }
              }),
          trap(
              "degrees with minutes and seconds, words or nothing in place of a coordinate",
              "stand in the report with their numbers",
              folder -> {
                Path file =
                    write(
                        folder.resolve("a.csv"),
                        "id,lon,lat\n1,114,30\n2,114°18′,30°36′\n3,,30\n4,NaN,30\n");
                Ingestion done = Ingestion.of(file, "--crs", "EPSG:4490");
                assertThat(done.zone().id()).isEqualTo("1");
                assertThat(done.report().path("left_out").findValuesAsText("row"))
                    .containsExactly("2", "3", "4");
              }),
          trap(
              "no column of shapes",
              "is refused with the columns that there are",
              folder ->
                  Ingestion.of(
                          write(folder.resolve("a.csv"), "id,name\n1,甲\n"), "--crs", "EPSG:4490")
                      .refused("has no column of shapes: it has [id, name]")),
          trap(
              "days of validity",
              "are read as 2024-06-01, 2024/6/1, 20240601 or 2024年6月1日; what is no day stands in the report",
              folder -> {
                Path file =
                    write(
                        folder.resolve("a.csv"),
                        "id,valid_from,valid_to,lon,lat\n1,2024-06-01,2025/6/1,114,30\n2,20240601,2025年6月1日,114,30\n3,2024-02-30,,114,30\n4,2025-01-01,2024-01-01,114,30\n");
                Ingestion done = Ingestion.of(file, "--crs", "EPSG:4490");
                assertThat(done.zones())
                    .extracting(zone -> zone.days().toString())
                    .containsExactly("2024-06-01/2025-06-01", "2024-06-01/2025-06-01");
                assertThat(done.report().path("left_out").findValuesAsText("row"))
                    .containsExactly("3", "4");
              }),
          trap(
              "the same id twice, or no ids at all",
              "a number is put behind the id (`#2`); rows' numbers stand for missing ids; the report says so",
              folder -> {
                Ingestion done =
                    Ingestion.of(
                        write(folder.resolve("a.csv"), "id,lon,lat\nA,114,30\nA,115,30\n"),
                        "--crs",
                        "EPSG:4490");
                assertThat(done.zones()).extracting(Zone::id).containsExactly("A", "A#2");
                assertThat(done.warnings()).contains("1 rows have an id that came before");
                done =
                    Ingestion.of(
                        write(folder.resolve("b.csv"), "lon,lat\n114,30\n115,30\n"),
                        "--crs",
                        "EPSG:4490");
                assertThat(done.zones()).extracting(Zone::id).containsExactly("1", "2");
                assertThat(done.warnings()).contains("no column gives the zones' ids");
              }));

  private CsvTraps() {}

  private static Trap trap(String file, String outcome, Trap.Proof proof) {
    return new Trap("CSV", file, outcome, proof);
  }
}
