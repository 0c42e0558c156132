package luodi.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import luodi.Gdal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A shapefile of many rows: 150,000, and a million with {@code -Dluodi.national=true}; in the heap
 * given, the rows themselves would have no room.
 */
class ManyRowsTest {
  private static final int ROWS = Boolean.getBoolean("luodi.national") ? 1_000_000 : 150_000;
  private static final String HEAP = Boolean.getBoolean("luodi.national") ? "-Xmx96m" : "-Xmx48m";

  @TempDir private Path folder;

  @Test
  void rows_without_number_are_ingested_in_bounded_memory()
      throws IOException, InterruptedException {
    Path shp = folder.resolve("farmland.shp");
    Gdal.convert(
        shp,
        csv(),
        "-a_srs",
        "EPSG:4490",
        "-lco",
        "ENCODING=GBK",
        "-oo",
        "KEEP_GEOM_COLUMNS=NO",
        "-oo",
        "GEOM_POSSIBLE_NAMES=WKT");

    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                HEAP,
                "-cp",
                System.getProperty("java.class.path"),
                "luodi.Main",
                "ingest",
                shp.toString(),
                "--layer",
                "farmland",
                "--source",
                "a test",
                "--licence",
                "CC0-1.0",
                "--accuracy-m",
                "1",
                "--exact",
                "true",
                "--coverage",
                "none",
                "--edition",
                "1",
                "--publish",
                "--data",
                folder.resolve("data").toString())
            .redirectErrorStream(true)
            .start();
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(process.waitFor()).as(said).isZero();
    assertThat(said)
        .contains(
            String.format(
                Locale.ROOT, "%,d read, %,d kept, 0 of them mended, 0 left out", ROWS, ROWS));
    assertThat(Gdal.info("-so", folder.resolve("data/ground.gpkg"), "farmland"))
        .contains("Feature Count: " + ROWS);
    assertThat(Gdal.info("-q", folder.resolve("data/ground.gpkg"), "farmland", "-fid", ROWS))
        .contains("name (String) = 地块%d号，东至沟渠，西至机耕道".formatted(ROWS - 1), "a_MJ (String) = 1.5");
  }

  private Path csv() throws IOException {
    Path csv = folder.resolve("farmland.csv");
    try (BufferedWriter out = Files.newBufferedWriter(csv)) {
      out.write("BSM,MC,MJ,WKT\n");
      for (int i = 0; i < ROWS; i++) {
        double x = 100 + i % 2000 * 0.01;
        double y = 20 + i / 2000 * 0.04;
        out.write(
            String.format(
                Locale.ROOT,
                "%d,地块%d号，东至沟渠，西至机耕道,1.50,\"POLYGON ((%.6f %.6f,%.6f %.6f,%.6f %.6f,%.6f %.6f))\"\n",
                i,
                i,
                x,
                y,
                x,
                y + 0.005,
                x + 0.005,
                y + 0.005,
                x,
                y));
      }
    }
    return csv;
  }
}
