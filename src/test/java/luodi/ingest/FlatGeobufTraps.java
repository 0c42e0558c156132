package luodi.ingest;

import static luodi.ingest.GeoJsonTraps.SQUARE;
import static luodi.ingest.GeoJsonTraps.collection;
import static luodi.ingest.GeoJsonTraps.feature;
import static luodi.ingest.Trap.converted;
import static luodi.ingest.Trap.made;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import luodi.atlas.Zone;

/** FlatGeobuf by GDAL. */
final class FlatGeobufTraps {
  static final List<Trap> ALL =
      List.of(
          trap(
              "with or without its index, in any CRS of China",
              "is read from the first feature to the last; its CRS is known by its EPSG code",
              folder -> {
                String two =
                    collection(
                        "", feature("{\"id\":\"1\"}", SQUARE), feature("{\"id\":\"2\"}", SQUARE));
                for (String index : List.of("YES", "NO")) {
                  Path own = Files.createDirectories(folder.resolve(index));
                  Ingestion done =
                      Ingestion.of(
                          converted(
                              own,
                              two,
                              "a.fgb",
                              "-t_srs",
                              "EPSG:4526",
                              "-lco",
                              "SPATIAL_INDEX=" + index));
                  assertThat(done.zones()).extracting(Zone::id).containsExactly("1", "2");
                  assertThat(done.report().path("crs").path("used").asText())
                      .isEqualTo("EPSG:4526");
                  assertThat(done.zones().get(0).shape().norm().toText())
                      .isEqualTo("POLYGON ((114 30, 114 31, 115 31, 115 30, 114 30))");
                }
              }),
          trap(
              "values of all types",
              "arrive as they were; NULL is missing, a day that became midnight is a day again",
              folder -> {
                String properties =
                    "{\"id\":\"1\",\"name\":\"秦岭红线\",\"mu\":1234.5,\"count\":7,\"big\":9007199254740993,\"legal\":true,\"day\":\"2024-06-01\",\"none\":null,\"empty\":\"\"}";
                Zone zone =
                    Ingestion.of(
                            converted(folder, collection("", feature(properties, SQUARE)), "a.fgb"))
                        .zone();
                assertThat(zone.name()).isEqualTo("秦岭红线");
                assertThat(zone.attributes())
                    .containsOnly(
                        entry("mu", "1234.5"),
                        entry("count", "7"),
                        entry("big", "9007199254740993"),
                        entry("legal", "true"),
                        entry("day", "2024-06-01"),
                        entry("empty", ""));
              }),
          trap(
              "Z and M, holes, several parts, lines, points and mixed kinds",
              "Z and M are left out; the rest keeps its place, and what is of another kind stands in the report",
              folder -> {
                String shapes =
                    "id,WKT\n1,\"MULTIPOLYGON (((114 30, 114 31, 115 31, 115 30, 114 30), (114.2 30.2, 114.8 30.2, 114.8 30.8, 114.2 30.2)), ((116 30, 116 31, 117 31, 116 30)))\"\n2,\"POINT (114 30)\"\n3,\"MULTILINESTRING ((114 30, 115 30), (114 31, 115 31))\"\n4,\"POLYGON ((114 30, 114 31, 115 31, 114 30))\"\n";
                Path fgb =
                    made(folder, shapes, "a.fgb", "-dim", "XYZM", "-lco", "SPATIAL_INDEX=NO");
                Ingestion done = Ingestion.of(fgb);
                assertThat(done.zones()).extracting(Zone::id).containsExactly("1", "4");
                assertThat(done.zones().get(0).shape().norm().toText())
                    .isEqualTo(
                        "MULTIPOLYGON (((114 30, 114 31, 115 31, 115 30, 114 30), (114.2 30.2, 114.8 30.2, 114.8 30.8, 114.2 30.2)), ((116 30, 116 31, 117 31, 116 30)))");
                assertThat(done.report().path("left_out").findValuesAsText("row"))
                    .containsExactly("2", "3");
              }),
          trap(
              "cut off on its way",
              "is refused",
              folder -> {
                Path fgb =
                    converted(
                        folder,
                        collection(
                            "",
                            feature("{\"id\":\"1\"}", SQUARE),
                            feature("{\"id\":\"2\"}", SQUARE)),
                        "a.fgb");
                byte[] whole = Files.readAllBytes(fgb);
                Files.write(fgb, Arrays.copyOf(whole, whole.length - 30));
                Ingestion.of(fgb).refused("is cut off or broken");
              }));

  private FlatGeobufTraps() {}

  private static Trap trap(String file, String outcome, Trap.Proof proof) {
    return new Trap("FlatGeobuf", file, outcome, proof);
  }
}
