package luodi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import luodi.web.ServedGround;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Archives of tiles, read with the library that web maps read them with, against the tiles that a
 * server gives for the same ground.
 */
class ExportTilesTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path LIBRARY =
      Path.of("src/main/web/node_modules/pmtiles/dist/esm/index.js");
  private static final Path READER = Path.of("src/test/resources/pmtiles/read.mjs");
  private static final String BBOX = "106,38,106.6,38.6";

  @TempDir private static Path ground;
  @TempDir private Path folder;

  @BeforeAll
  static void makeTheGround() {
    LuodiProcess.makeNingxia(ground);
  }

  @Test
  void layers_are_the_tiles_of_the_server_on_every_zoom() throws Exception {
    Path file = folder.resolve("layers.pmtiles");

    LuodiProcess made = export(file, "env-unit", "eco-redline", "--bbox", BBOX, "--max-zoom", "11");

    assertThat(made.exitCode()).as(made.err()).isZero();
    List<String> wanted = new ArrayList<>();
    for (int zoom = 0; zoom <= 11; zoom++) {
      wanted.add(zoom + "/" + column(106.2, zoom) + "/" + row(38.4, zoom));
    }
    JsonNode archive = read(file, wanted);
    for (String address : wanted) {
      String[] at = address.split("/");
      byte[] served =
          served(
              "/tiles/WebMercatorQuad/%s/%s/%s?collections=env-unit,eco-redline&f=mvt"
                  .formatted(at[0], at[2], at[1]));
      assertThat(tile(archive, address)).as(address).isEqualTo(served).isNotEmpty();
    }
    assertThat(archive.at("/header/minZoom").asInt()).isZero();
    assertThat(archive.at("/header/maxZoom").asInt()).isEqualTo(11);
    assertThat(archive.at("/metadata/vector_layers"))
        .extracting(layer -> layer.path("id").asText())
        .containsExactly("env-unit", "eco-redline");
    assertThat(archive.at("/metadata/synthetic").toString())
        .isEqualTo("[\"env-unit\",\"eco-redline\"]");
    assertThat(archive.at("/metadata/attribution").asText()).isNotBlank();
    assertThat(Files.list(folder).map(Path::getFileName).map(Path::toString))
        .containsExactly("layers.pmtiles");
  }

  @Test
  void ground_that_was_not_asked_for_has_no_tile() throws Exception {
    Path file = folder.resolve("some.pmtiles");

    export(file, "env-unit", "--bbox", BBOX, "--min-zoom", "9", "--max-zoom", "10");

    String far = "10/" + column(104, 10) + "/" + row(36, 10);
    String wide = "8/" + column(106.2, 8) + "/" + row(38.4, 8);
    JsonNode archive = read(file, List.of(far, wide));
    assertThat(archive.at("/tiles").path(far).isNull()).isTrue();
    assertThat(archive.at("/tiles").path(wide).isNull()).isTrue();
    assertThat(archive.at("/header/numAddressedTiles").asInt()).isPositive();
  }

  @Test
  void many_tiles_lie_in_leaf_directories_and_equal_ones_are_stored_once() throws Exception {
    Path file = folder.resolve("deep.pmtiles");

    export(file, "env-unit", "--bbox", "105,37,107.6,39.4", "--max-zoom", "14");

    List<String> wanted = new ArrayList<>();
    for (double lon = 105.5; lon < 107; lon += 0.25) {
      wanted.add("14/" + column(lon, 14) + "/" + row(38.1, 14));
    }
    JsonNode archive = read(file, wanted);
    assertThat(archive.at("/header/leafDirectoryLength").asInt()).isPositive();
    assertThat(archive.at("/header/numTileContents").asInt())
        .isLessThan(archive.at("/header/numAddressedTiles").asInt());
    for (String address : wanted) {
      assertThat(tile(archive, address))
          .as(address)
          .isEqualTo(served("/tiles/env-unit/" + address + ".mvt"));
    }
  }

  @Test
  void verdicts_are_the_pictures_and_polygons_of_the_server() throws Exception {
    Path pictures = folder.resolve("pictures.pmtiles");
    Path polygons = folder.resolve("polygons.pmtiles");
    String picture = "7/" + column(106.2, 7) + "/" + row(38.4, 7);
    String polygon = "10/" + column(106.2, 10) + "/" + row(38.4, 10);
    List<String> project =
        List.of("--industry", "2614", "--as-of", "2026-11-24", "--bbox", BBOX, "--max-zoom");

    LuodiProcess first = export(pictures, project, "7");
    export(polygons, project, "10", "--format", "mvt");

    assertThat(first.exitCode()).as(first.err()).isZero();
    assertThat(tile(read(pictures, List.of(picture)), picture))
        .isEqualTo(served("/tiles/verdict/2614/" + picture + ".png?as_of=2026-11-24"));
    assertThat(tile(read(polygons, List.of(polygon)), polygon))
        .isEqualTo(served("/tiles/verdict/2614/" + polygon + ".mvt?as_of=2026-11-24"));
    assertThat(read(pictures, List.of()).at("/metadata/legend").path("PROHIBITED").asText())
        .startsWith("#");
  }

  @Test
  void what_cannot_be_exported_is_told() {
    Path file = folder.resolve("none.pmtiles");

    assertThat(export(file, "no-such-layer").err()).contains("no layer 'no-such-layer'");
    assertThat(export(file, "env-unit", "--industry", "2614").err()).contains("came together");
    assertThat(export(file, "--bbox", "106,38,105,39").err())
        .contains("'106,38,105,39' is no bbox");
    assertThat(export(file, "--max-zoom", "15").err()).contains("at most 14");
    assertThat(export(file, "env-unit", "--bbox", "1,1,2,2"))
        .matches(made -> made.exitCode() == 2)
        .extracting(LuodiProcess::err)
        .asString()
        .contains("lies in 1,1,2,2");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void an_archive_that_cannot_get_its_name_leaves_nothing_behind() throws Exception {
    Path taken = Files.createDirectories(folder.resolve("taken.pmtiles/full")).getParent();

    LuodiProcess made = export(taken, "env-unit", "--bbox", BBOX, "--max-zoom", "3");

    assertThat(made.exitCode()).isNotZero();
    assertThat(made.err()).contains("cannot be written");
    assertThat(Files.list(folder)).containsExactly(taken);
  }

  private LuodiProcess export(Path file, List<String> some, String... more) {
    List<String> all = new ArrayList<>(some);
    all.addAll(List.of(more));
    return export(file, all.toArray(String[]::new));
  }

  private LuodiProcess export(Path file, String... options) {
    List<String> all =
        new ArrayList<>(
            List.of("export", "tiles", "--data", ground.toString(), "--out", file.toString()));
    all.addAll(List.of(options));
    return LuodiProcess.run(all.toArray(String[]::new));
  }

  private static JsonNode read(Path file, List<String> tiles) throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of(
                "node", READER.toString(), LIBRARY.toAbsolutePath().toString(), file.toString()));
    command.addAll(tiles);
    Process node =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    byte[] out = node.getInputStream().readAllBytes();
    assertThat(node.waitFor(1, TimeUnit.MINUTES)).isTrue();
    assertThat(node.exitValue()).isZero();
    return JSON.readTree(new String(out, StandardCharsets.UTF_8));
  }

  private static byte[] tile(JsonNode archive, String address) {
    JsonNode tile = archive.path("tiles").path(address);
    return tile.isNull() ? new byte[0] : Base64.getDecoder().decode(tile.asText());
  }

  private static byte[] served(String path) throws Exception {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(ServedGround.at(path)).build(),
            HttpResponse.BodyHandlers.ofByteArray())
        .body();
  }

  /** The column of web maps, by the formula of the OpenStreetMap wiki. */
  private static int column(double lon, int zoom) {
    return (int) Math.floor((lon + 180) / 360 * (1 << zoom));
  }

  private static int row(double lat, int zoom) {
    double angle = Math.toRadians(lat);
    double share = (1 - Math.log(Math.tan(angle) + 1 / Math.cos(angle)) / Math.PI) / 2;
    return (int) Math.floor(share * (1 << zoom));
  }
}
