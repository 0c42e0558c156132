package luodi.ingest;

import static luodi.ingest.Trap.converted;
import static luodi.ingest.Trap.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import luodi.atlas.Zone;

/** GeoJSON of every make. */
final class GeoJsonTraps {
  static final String SQUARE =
      "{\"type\":\"Polygon\",\"coordinates\":[[[114,30],[115,30],[115,31],[114,31],[114,30]]]}";
  private static final String OPEN =
      "{\"type\":\"Polygon\",\"coordinates\":[[[114,30],[115,30],[115,31],[114,31]]]}";

  static final List<Trap> ALL =
      List.of(
          trap(
              "a FeatureCollection without CRS",
              "is in WGS 84 degrees, as RFC 7946 says; the report says so",
              folder -> {
                Ingestion done =
                    Ingestion.of(
                        write(
                            folder.resolve("a.geojson"),
                            collection("", feature("{\"id\":\"1\",\"zone\":\"other\"}", SQUARE))));
                assertThat(done.zone().attributes()).containsOnly(entry("zone", "other"));
                assertThat(done.report().path("crs").path("used").asText()).isEqualTo("CRS84");
                assertThat(done.warnings()).contains("RFC 7946");
              }),
          trap(
              "a `crs` member (GeoJSON of 2008), before the features or behind them",
              "is obeyed",
              folder -> {
                Path gauss =
                    converted(
                        folder,
                        collection("", feature("{\"id\":\"1\"}", SQUARE)),
                        "gk.geojson",
                        "-t_srs",
                        "EPSG:4547",
                        "-lco",
                        "RFC7946=NO");
                Ingestion done = Ingestion.of(gauss);
                assertThat(done.report().path("crs").path("used").asText()).isEqualTo("EPSG:4547");
                assertThat(done.zone().shape().norm().toText())
                    .isEqualTo("POLYGON ((114 30, 114 31, 115 31, 115 30, 114 30))");
                String member =
                    "\"crs\":{\"type\":\"name\",\"properties\":{\"name\":\"urn:ogc:def:crs:EPSG::4490\"}}";
                String late =
                    collection("", feature("{\"id\":\"1\"}", SQUARE))
                        .replaceFirst("}$", "," + member + "}");
                done = Ingestion.of(write(folder.resolve("late.geojson"), late));
                assertThat(done.report().path("crs").path("used").asText()).isEqualTo("EPSG:4490");
              }),
          trap(
              "features line by line, with or without record separators (RFC 8142)",
              "are read one after the other",
              folder -> {
                String two =
                    collection(
                        "", feature("{\"id\":\"1\"}", SQUARE), feature("{\"id\":\"2\"}", SQUARE));
                Path lines = converted(folder, two, "a.geojsonl", "-f", "GeoJSONSeq");
                assertThat(Ingestion.of(lines).zones())
                    .extracting(Zone::id)
                    .containsExactly("1", "2");
                Path separated =
                    converted(folder, two, "b.geojsons", "-f", "GeoJSONSeq", "-lco", "RS=YES");
                assertThat(Ingestion.of(separated).zones())
                    .extracting(Zone::id)
                    .containsExactly("1", "2");
              }),
          trap(
              "one Feature, or a bare geometry",
              "is one row",
              folder -> {
                assertThat(
                        Ingestion.of(
                                write(folder.resolve("a.json"), feature("{\"id\":\"x\"}", SQUARE)))
                            .zone()
                            .id())
                    .isEqualTo("x");
                assertThat(Ingestion.of(write(folder.resolve("b.json"), SQUARE)).zone().id())
                    .isEqualTo("1");
              }),
          trap(
              "null, an empty text, numbers, truths and nested values",
              "null is missing, an empty text stays; numbers in plain decimals; lists and objects as JSON",
              folder -> {
                String properties =
                    "{\"id\":\"1\",\"none\":null,\"empty\":\"\",\"mu\":1.50E1,\"count\":7,\"legal\":true,\"list\":[\"甲\",1]}";
                assertThat(
                        Ingestion.of(
                                write(
                                    folder.resolve("a.geojson"),
                                    collection("", feature(properties, SQUARE))))
                            .attributes())
                    .containsOnly(
                        entry("empty", ""),
                        entry("mu", "15"),
                        entry("count", "7"),
                        entry("legal", "true"),
                        entry("list", "[\"甲\",1]"));
              }),
          trap(
              "in GBK, or with a byte order mark",
              "the encoding is found out by the text",
              folder -> {
                String text = collection("", feature("{\"id\":\"1\",\"name\":\"秦岭红线\"}", SQUARE));
                Path gbk = write(folder.resolve("gbk.geojson"), text, Charset.forName("GBK"));
                assertThat(Ingestion.of(gbk).zone().name()).isEqualTo("秦岭红线");
                Path marked =
                    write(folder.resolve("bom.geojson"), "\uFEFF" + text, StandardCharsets.UTF_8);
                assertThat(Ingestion.of(marked).zone().name()).isEqualTo("秦岭红线");
              }),
          trap(
              "a ring that does not end where it began",
              "is closed; the report names the row",
              folder -> {
                Ingestion done =
                    Ingestion.of(
                        write(
                            folder.resolve("a.geojson"),
                            collection("", feature("{\"id\":\"1\"}", OPEN))));
                assertThat(done.zone().shape().norm().toText())
                    .isEqualTo("POLYGON ((114 30, 114 31, 115 31, 115 30, 114 30))");
                assertThat(done.report().path("mended").toString())
                    .contains("a ring that was not closed was closed");
              }),
          trap(
              "features without geometry, of another kind, or with positions that are no numbers",
              "stand in the report with their numbers",
              folder -> {
                String point = "{\"type\":\"Point\",\"coordinates\":[114,30]}";
                String text = "{\"type\":\"Point\",\"coordinates\":[\"114\",30]}";
                Ingestion done =
                    Ingestion.of(
                        write(
                            folder.resolve("a.geojson"),
                            collection(
                                "",
                                feature("{\"id\":\"1\"}", SQUARE),
                                feature("{\"id\":\"2\"}", "null"),
                                feature("{\"id\":\"3\"}", point),
                                feature("{\"id\":\"4\"}", text))));
                assertThat(done.zone().id()).isEqualTo("1");
                assertThat(done.report().path("left_out").findValuesAsText("row"))
                    .containsExactly("2", "3", "4");
                assertThat(done.report().path("left_out").findValuesAsText("why"))
                    .satisfiesExactly(
                        why -> assertThat(why).contains("no geometry"),
                        why -> assertThat(why).contains("point in a layer of polygons"),
                        why -> assertThat(why).contains("[longitude, latitude] in numbers"));
              }),
          trap(
              "cut off, or not JSON at all",
              "is refused with line and column",
              folder -> {
                String text = collection("", feature("{\"id\":\"1\"}", SQUARE));
                Ingestion.of(
                        write(folder.resolve("a.geojson"), text.substring(0, text.length() - 20)))
                    .refused("cannot be read as JSON at line 1, column");
                Ingestion.of(write(folder.resolve("b.geojson"), "<html>"))
                    .refused("cannot be read as JSON");
              }));

  private GeoJsonTraps() {}

  private static Trap trap(String file, String outcome, Trap.Proof proof) {
    return new Trap("GeoJSON", file, outcome, proof);
  }

  static String feature(String properties, String geometry) {
    return "{\"type\":\"Feature\",\"properties\":" + properties + ",\"geometry\":" + geometry + "}";
  }

  static String collection(String members, String... features) {
    return "{\"type\":\"FeatureCollection\","
        + members
        + "\"features\":["
        + String.join(",\n", features)
        + "]}";
  }
}
