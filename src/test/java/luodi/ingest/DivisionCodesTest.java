package luodi.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import luodi.Gdal;
import luodi.geo.Crs;
import luodi.geo.Grid;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Coordinate;

/**
 * Files whose zones carry division codes, held against the county polygons in the store. The zones
 * are the real counties of Hubei, where GCJ-02 lies about 580 m to the east-south-east.
 */
class DivisionCodesTest {
  private static final Path COUNTIES =
      Path.of("geodata/boundaries/counties_echarts_mit_wgs84.topojson");
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final double METRES_PER_DEGREE = 111_200;

  @TempDir private Path folder;
  private Path zones;

  @BeforeEach
  void makeZones() {
    zones = folder.resolve("zones.geojson");
    Gdal.convert(
        zones,
        COUNTIES,
        "-sql",
        "SELECT adcode AS id, adcode FROM counties WHERE adcode LIKE '42%'");
  }

  @Test
  void a_file_in_gcj02_that_is_read_as_cgcs2000_gets_a_warning_with_the_measured_offset()
      throws IOException {
    publishCounties();
    Path moved = shifted(zones, "GCJ-02");

    String warnings = ingested(moved, "EPSG:4490");

    assertThat(warnings)
        .contains("looks like GCJ-02, though it is read as EPSG:4490", "--crs GCJ-02");
    double[] wanted = meanOffset(zones, moved);
    double[] found = measured(warnings);
    assertThat(found[0]).isCloseTo(wanted[0], within(60.0));
    assertThat(found[1]).isCloseTo(wanted[1], within(60.0));
  }

  @Test
  void a_file_in_bd09_is_told_from_one_in_gcj02() throws IOException {
    publishCounties();

    assertThat(ingested(shifted(zones, "BD-09"), "EPSG:4490"))
        .contains("looks like BD-09, though it is read as EPSG:4490");
  }

  @Test
  void a_file_that_lies_where_its_codes_say_gets_no_warning() throws IOException {
    publishCounties();

    assertThat(ingested(zones, "EPSG:4490")).doesNotContain("divisions whose codes");
    assertThat(ingested(shifted(zones, "GCJ-02"), "GCJ-02"))
        .doesNotContain("divisions whose codes");
  }

  @Test
  void borders_that_are_generalised_by_two_kilometres_still_tell_gcj02_from_true_places()
      throws IOException {
    Path rough = folder.resolve("rough.geojson");
    Gdal.convert(rough, zones, "-simplify", "0.02");
    publish(rough);

    assertThat(ingested(zones, "EPSG:4490")).doesNotContain("divisions whose codes");
    assertThat(ingested(shifted(zones, "GCJ-02"), "EPSG:4490")).contains("looks like GCJ-02");
  }

  @Test
  void a_wrong_zone_of_gauss_krueger_shows_in_the_codes() throws IOException {
    publishCounties();
    Path metres = folder.resolve("metres.geojson");
    Gdal.convert(metres, zones, "-t_srs", "EPSG:4547", "-lco", "RFC7946=NO");

    assertThat(ingested(metres, "EPSG:4547")).doesNotContain("divisions whose codes");
    assertThat(ingested(metres, "EPSG:4546"))
        .contains(
            "% of the zones' ground lies outside of the divisions whose codes are in 'adcode'")
        .containsPattern("on average 2\\d\\d km \\(2\\d\\d km west");
  }

  @Test
  void nothing_is_said_where_the_store_has_no_divisions() throws IOException {
    assertThat(ingested(shifted(zones, "GCJ-02"), "EPSG:4490"))
        .doesNotContain("divisions whose codes");
  }

  private void publishCounties() {
    publish(zones);
  }

  private void publish(Path counties) {
    Ingestion done =
        Ingestion.into(
            folder.resolve("data"),
            counties,
            "--layer",
            "counties",
            "--title-zh",
            "县",
            "--title-en",
            "Counties",
            "--publish",
            "--accept");
    assertThat(done.drafted().edition().current()).isTrue();
  }

  private String ingested(Path file, String crs) {
    Ingestion done =
        Ingestion.into(
            folder.resolve("data"),
            file,
            "--crs",
            crs,
            "--layer",
            "my-zones",
            "--title-zh",
            "区",
            "--title-en",
            "Zones");
    return done.drafted().warnings();
  }

  /** The file as a web map has it: the places that its way back leads home from. */
  private Path shifted(Path file, String webMap) throws IOException {
    ObjectNode all = (ObjectNode) JSON.readTree(file.toFile());
    all.path("features")
        .forEach(feature -> shift(feature.path("geometry").path("coordinates"), Crs.named(webMap)));
    all.remove("crs");
    Path shifted = folder.resolve(webMap + ".geojson");
    Files.writeString(shifted, all.toString());
    return shifted;
  }

  private static void shift(JsonNode node, Crs webMap) {
    if (node.path(0).isArray()) {
      node.forEach(inner -> shift(inner, webMap));
      return;
    }
    Coordinate home = new Coordinate(node.get(0).asDouble(), node.get(1).asDouble());
    Coordinate there = home.copy();
    for (int step = 0; step < 8; step++) {
      Coordinate back = webMap.toDegrees(Grid.SHAPES.createPoint(there)).getCoordinate();
      there = new Coordinate(there.x + home.x - back.x, there.y + home.y - back.y);
    }
    ((ArrayNode) node).set(0, there.x).set(1, there.y);
  }

  private static double[] meanOffset(Path before, Path after) throws IOException {
    double[] a = mean(JSON.readTree(before.toFile()).path("features"));
    double[] b = mean(JSON.readTree(after.toFile()).path("features"));
    return new double[] {
      (b[0] - a[0]) * METRES_PER_DEGREE * Math.cos(Math.toRadians(a[1])),
      (b[1] - a[1]) * METRES_PER_DEGREE
    };
  }

  /** The mean of all positions. */
  private static double[] mean(JsonNode node) {
    double[] sum = new double[3];
    add(node, sum);
    return new double[] {sum[0] / sum[2], sum[1] / sum[2]};
  }

  private static void add(JsonNode node, double[] sum) {
    if (node.isArray() && node.path(0).isNumber()) {
      sum[0] += node.get(0).asDouble();
      sum[1] += node.get(1).asDouble();
      sum[2]++;
    } else if (node.isArray()) {
      node.forEach(inner -> add(inner, sum));
    } else {
      add(node.path("geometry").path("coordinates"), sum);
    }
  }

  /** East and north of the first offset in the text. */
  private static double[] measured(String warnings) {
    Matcher offset =
        Pattern.compile("lie \\d+ m \\((\\d+) m (east|west), (\\d+) m (north|south)\\)")
            .matcher(warnings);
    assertThat(offset.find()).as(warnings).isTrue();
    return new double[] {
      Integer.parseInt(offset.group(1)) * (offset.group(2).equals("east") ? 1 : -1),
      Integer.parseInt(offset.group(3)) * (offset.group(4).equals("north") ? 1 : -1)
    };
  }
}
