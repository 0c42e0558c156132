package luodi.ingest;

import static luodi.ingest.Trap.beside;
import static luodi.ingest.Trap.made;
import static luodi.ingest.Trap.patch;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import luodi.Gdal;
import luodi.atlas.Zone;

/** Shapefiles as Chinese offices send them. */
final class ShapefileTraps {
  private static final String SQUARE = "\"POLYGON ((114 30, 114 31, 115 31, 115 30, 114 30))\"";
  private static final String CHINESE =
      "id,MC,备注\n1,秦岭生态保护红线（陕西段）,“涵养水源”——第①类\n".replace("类\n", "类\n");
  private static final int LANGUAGE_BYTE = 29;

  static final List<Trap> ALL =
      List.of(
          trap(
              "a table in GBK, with a .cpg that says so",
              "text arrives as it was",
              folder ->
                  assertChinese(Ingestion.of(chinese(folder, "GBK")), "declared by the .cpg")),
          trap(
              "a table in GBK without .cpg, its language byte says so",
              "text arrives as it was",
              folder -> {
                Path shp = chinese(folder, "GBK");
                Files.delete(beside(shp, ".cpg"));
                patch(beside(shp, ".dbf"), LANGUAGE_BYTE, 0x4D);
                assertChinese(Ingestion.of(shp), "declared by the .dbf's language byte");
              }),
          trap(
              "a table in GBK that says nothing of its encoding",
              "the encoding is found out by the text, and the report says so",
              folder -> {
                Path shp = chinese(folder, "GBK");
                Files.delete(beside(shp, ".cpg"));
                patch(beside(shp, ".dbf"), LANGUAGE_BYTE, 0);
                assertChinese(Ingestion.of(shp), "found by its text");
              }),
          trap(
              "a table in GBK whose .cpg says ISO-8859-1 or 1252, as some exports do",
              "text that is Chinese throughout is not believed to be Latin",
              folder -> {
                Path shp = chinese(folder, "GBK");
                Trap.write(beside(shp, ".cpg"), "ISO-8859-1");
                assertChinese(Ingestion.of(shp), "the .cpg says 'ISO-8859-1'");
              }),
          trap(
              "a table in UTF-8 without .cpg",
              "the encoding is found out by the text",
              folder -> {
                Path shp = chinese(folder, "UTF-8");
                Files.delete(beside(shp, ".cpg"));
                patch(beside(shp, ".dbf"), LANGUAGE_BYTE, 0);
                assertChinese(Ingestion.of(shp), "UTF-8 (found by its text");
              }),
          trap(
              "rare characters of four bytes (GB18030)",
              "arrive as they were",
              folder -> {
                Path shp =
                    made(
                        folder,
                        "id,MC,WKT\n1,𠮷林㐂镇," + SQUARE,
                        "a.shp",
                        "-lco",
                        "ENCODING=GB18030");
                assertThat(Ingestion.of(shp).zone().name()).isEqualTo("𠮷林㐂镇");
              }),
          trap(
              "a value of 254 bytes that ends within a character",
              "arrives whole but for the half character; the report counts such values",
              folder -> {
                Path shp =
                    made(
                        folder,
                        "id,long,WKT\n1," + "长".repeat(84) + "ab," + SQUARE,
                        "a.shp",
                        "-lco",
                        "ENCODING=UTF-8");
                fill(beside(shp, ".dbf"), "长".repeat(84) + "ab", "长".repeat(85));
                Ingestion done = Ingestion.of(shp);
                assertThat(done.attributes()).containsEntry("long", "长".repeat(84));
                assertThat(done.warnings()).contains("1 texts end within a character");
              }),
          trap(
              "an encoding that is told (`--encoding`)",
              "goes before what the file says",
              folder -> {
                Path shp = chinese(folder, "GBK");
                Trap.write(beside(shp, ".cpg"), "UTF-8");
                assertChinese(Ingestion.of(shp, "--encoding", "GBK"), "as told");
              }),
          trap(
              "dates, numbers, truths and NULLs",
              "days as 2024-06-01, numbers in plain decimals, true and false; what is NULL or blank is missing, as a .dbf knows no empty text",
              folder -> {
                Path shp =
                    made(
                        folder,
                        "id,day,no_day,area,count,empty,WKT\n1,2024/06/01,,1234.50,7,," + SQUARE,
                        "a.shp",
                        "-oo",
                        "AUTODETECT_TYPE=YES");
                assertThat(Ingestion.of(shp).attributes())
                    .containsOnly(
                        entry("day", "2024-06-01"), entry("area", "1234.5"), entry("count", "7"));
              }),
          trap(
              "Z, M or both on every position",
              "are left out; positions stay",
              folder -> {
                for (String dimension : List.of("XYZ", "XYM", "XYZM")) {
                  Path own = Files.createDirectories(folder.resolve(dimension));
                  Path shp = made(own, "id,WKT\n1," + SQUARE, "a.shp", "-dim", dimension);
                  assertThat(Ingestion.of(shp).zone().shape().toText())
                      .isEqualTo("POLYGON ((114 30, 114 31, 115 31, 115 30, 114 30))");
                }
              }),
          trap(
              "holes, islands in holes and several parts",
              "keep their places",
              folder -> {
                String shape =
                    "MULTIPOLYGON (((114 30, 114 31, 115 31, 115 30, 114 30), (114.2 30.2, 114.8 30.2, 114.8 30.8, 114.2 30.8, 114.2 30.2)), ((114.4 30.4, 114.4 30.6, 114.6 30.6, 114.6 30.4, 114.4 30.4)), ((116 30, 116 31, 117 31, 116 30)))";
                Path shp = made(folder, "id,WKT\n1,\"" + shape + "\"", "a.shp");
                assertSameArea(Ingestion.of(shp).zone(), shape);
              }),
          trap(
              "rings in the wrong direction",
              "which are holes is told from where they lie; the report names the rows",
              folder -> {
                String shape =
                    "POLYGON ((114 30, 114 31, 115 31, 115 30, 114 30), (114.2 30.2, 114.8 30.2, 114.8 30.8, 114.2 30.8, 114.2 30.2))";
                Path shp = made(folder, "id,WKT\n7,\"" + shape + "\"", "a.shp");
                turnRings(shp);
                Ingestion done = Ingestion.of(shp);
                assertSameArea(done.zone(), shape);
                assertThat(done.report().path("mended").toString())
                    .contains("\"row\":1,\"zone\":\"7\"", "2 of 2 rings had the wrong direction");
              }),
          trap(
              "records without a shape (null shapes)",
              "stand in the report with their numbers; the edition stays a draft until somebody accepts that",
              folder -> {
                Path shp =
                    made(
                        folder,
                        "id,WKT\n1," + SQUARE + "\n2,\n3," + SQUARE,
                        "a.shp",
                        "-nlt",
                        "POLYGON");
                Ingestion done = Ingestion.of(shp);
                assertThat(done.zones()).extracting(Zone::id).containsExactly("1", "3");
                assertThat(done.report().path("left_out").toString())
                    .contains("\"row\":2,\"id\":\"2\"", "null shape");
                assertThat(done.edition().state().word()).isEqualTo("draft");
              }),
          trap(
              "rows that are marked as deleted in the .dbf",
              "are passed over with their shapes, and counted",
              folder -> {
                Path shp = made(folder, "id,WKT\n1," + SQUARE + "\n2," + SQUARE, "a.shp");
                byte[] table = Files.readAllBytes(beside(shp, ".dbf"));
                patch(beside(shp, ".dbf"), (table[8] & 0xFF) | (table[9] & 0xFF) << 8, '*');
                assertThat(Gdal.info("-q", shp, "a"))
                    .contains("OGRFeature(a):1")
                    .doesNotContain("OGRFeature(a):0");
                Ingestion done = Ingestion.of(shp);
                assertThat(done.zones()).extracting(Zone::id).containsExactly("2");
                assertThat(done.warnings()).contains("1 rows are marked as deleted");
              }),
          trap(
              "no .shx",
              "the records are read one after the other",
              folder -> {
                Path shp = made(folder, "id,WKT\n1," + SQUARE + "\n2," + SQUARE, "a.shp");
                Files.delete(beside(shp, ".shx"));
                assertThat(Ingestion.of(shp).zones()).hasSize(2);
              }),
          trap(
              "names in capitals, `A.SHP` beside `a.dbf`",
              "belong together",
              folder -> {
                Path shp = chinese(folder, "GBK");
                Path loud = shp.resolveSibling("A.SHP");
                Files.move(shp, loud);
                Files.move(beside(shp, ".cpg"), shp.resolveSibling("a.CPG"));
                assertChinese(Ingestion.of(loud), "declared by the .cpg");
              }),
          trap(
              "zipped, in a folder with a name in GBK",
              "is read as it is",
              folder -> {
                Path zip = zipped(chinese(folder, "GBK"), "红线数据/红线");
                assertChinese(Ingestion.of(zip), "declared by the .cpg");
              }),
          trap(
              "a shapefile and others in one ZIP",
              "is refused with their names, until one is named (`--table`)",
              folder -> {
                Path shp = chinese(folder, "GBK");
                Path zip = folder.resolve("all.zip");
                try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
                  add(out, shp, "one/a");
                  add(out, shp, "two/b");
                }
                Ingestion.of(zip).refused("several files", "[a, b]");
                assertChinese(Ingestion.of(zip, "--table", "b"), "declared by the .cpg");
              }),
          trap(
              "cut off on its way",
              "is refused: rows that are lost would read as ground where nothing lies",
              folder -> {
                Path shp = made(folder, "id,WKT\n1," + SQUARE + "\n2," + SQUARE, "a.shp");
                byte[] whole = Files.readAllBytes(shp);
                Files.write(shp, java.util.Arrays.copyOf(whole, whole.length - 40));
                Ingestion.of(shp).refused("'a.shp' is cut off");
              }),
          trap(
              "a .dbf of another shapefile",
              "is refused",
              folder -> {
                Path shp = made(folder, "id,WKT\n1," + SQUARE + "\n2," + SQUARE, "a.shp");
                Path other = made(folder, "id,WKT\n1," + SQUARE, "b.shp");
                Files.copy(
                    beside(other, ".dbf"),
                    beside(shp, ".dbf"),
                    java.nio.file.StandardCopyOption.REPLACE_EXISTING);
                Ingestion.of(shp).refused("2 shapes and its .dbf 1 rows");
              }),
          trap(
              "attribute names cut to ten characters",
              "are known again where only one attribute that rules read begins so",
              folder -> {
                Path shp =
                    made(
                        folder,
                        "id,grade,chemical_recognised,WKT\n1,national,true," + SQUARE,
                        "a.shp");
                assertThat(Ingestion.of(shp, "--layer", "industrial-park").said())
                    .contains("column 'chemical_r' is read as attribute 'chemical_recognised'");
              }));

  private ShapefileTraps() {}

  private static Trap trap(String file, String outcome, Trap.Proof proof) {
    return new Trap("Shapefile", file, outcome, proof);
  }

  private static Path chinese(Path folder, String encoding) throws IOException {
    String csv = CHINESE.replace("备注\n", "备注,WKT\n").replace("类\n", "类," + SQUARE + "\n");
    return made(folder, csv, "a.shp", "-lco", "ENCODING=" + encoding);
  }

  private static void assertChinese(Ingestion done, String encoding) {
    assertThat(done.zone().name()).isEqualTo("秦岭生态保护红线（陕西段）");
    assertThat(done.attributes()).containsOnly(entry("备注", "“涵养水源”——第①类"));
    assertThat(done.report().path("encoding").asText()).contains(encoding);
  }

  private static void assertSameArea(Zone zone, String wkt) throws IOException {
    try {
      var wanted = new org.locationtech.jts.io.WKTReader().read(wkt);
      assertThat(zone.shape().norm().toText()).isEqualTo(wanted.norm().toText());
    } catch (org.locationtech.jts.io.ParseException broken) {
      throw new AssertionError(broken);
    }
  }

  /** Puts a longer text into the field that holds the shorter one, as far as the field reaches. */
  private static void fill(Path dbf, String shorter, String longer) throws IOException {
    byte[] bytes = Files.readAllBytes(dbf);
    int header = (bytes[8] & 0xFF) | (bytes[9] & 0xFF) << 8;
    byte[] text = longer.getBytes(StandardCharsets.UTF_8);
    String content = new String(bytes, StandardCharsets.ISO_8859_1);
    int at =
        content.indexOf(
            new String(shorter.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1),
            header);
    int end = Math.min(at + 254, bytes.length - 1);
    assertThat(end - at).isGreaterThan(text.length - 3).isLessThan(text.length + 1);
    System.arraycopy(text, 0, bytes, at, end - at);
    Files.write(dbf, bytes);
  }

  /** Turns every ring of a .shp with one record. */
  private static void turnRings(Path shp) throws IOException {
    var bytes =
        java.nio.ByteBuffer.wrap(Files.readAllBytes(shp)).order(java.nio.ByteOrder.LITTLE_ENDIAN);
    int parts = bytes.getInt(108 + 36);
    int points = bytes.getInt(108 + 40);
    int from = 108 + 44 + 4 * parts;
    for (int part = 0; part < parts; part++) {
      int first = bytes.getInt(108 + 44 + 4 * part);
      int last = part + 1 < parts ? bytes.getInt(108 + 44 + 4 * (part + 1)) : points;
      for (int i = first, j = last - 1; i < j; i++, j--) {
        for (int half = 0; half < 16; half += 8) {
          double kept = bytes.getDouble(from + 16 * i + half);
          bytes.putDouble(from + 16 * i + half, bytes.getDouble(from + 16 * j + half));
          bytes.putDouble(from + 16 * j + half, kept);
        }
      }
    }
    Files.write(shp, bytes.array());
  }

  private static Path zipped(Path shp, String name) throws IOException {
    Path zip = shp.resolveSibling("zipped.zip");
    try (ZipOutputStream out =
        new ZipOutputStream(Files.newOutputStream(zip), Charset.forName("GBK"))) {
      add(out, shp, name);
    }
    return zip;
  }

  private static void add(ZipOutputStream out, Path shp, String name) throws IOException {
    for (String extension : List.of(".shp", ".shx", ".dbf", ".prj", ".cpg")) {
      out.putNextEntry(new ZipEntry(name + extension));
      out.write(Files.readAllBytes(beside(shp, extension)));
      out.closeEntry();
    }
  }
}
