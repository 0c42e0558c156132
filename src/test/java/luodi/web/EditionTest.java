package luodi.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import luodi.atlas.Atlas;
import luodi.atlas.Zone;
import luodi.ogc.LayerCollection;
import luodi.ogc.LayerCollections;
import luodi.ogc.items.CsvItems;
import luodi.ogc.items.FlatGeobufItems;
import luodi.ogc.items.GeoJsonItems;
import luodi.ogc.items.ItemsPage;
import luodi.ogc.items.ItemsQuery;
import luodi.ogc.items.ItemsWriter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** New ground comes without a restart, and everything that is published follows it. */
class EditionTest {
  private LuodiServer server;

  @BeforeEach
  void serve() {
    server = LuodiServer.start("127.0.0.1", 0);
    server.open(ServedGround.desk(SmallGround.atlas("1", SmallGround.ZONES)));
  }

  @AfterEach
  void end() {
    server.close();
  }

  @Test
  void collections_features_tiles_and_tags_follow_the_edition() {
    String item = "/collections/things/items/z6";
    String tagBefore = get(item).header("ETag");
    String tilesBefore = get("/tiles/things.json").json().at("/tiles/0").asText();

    server.open(ServedGround.desk(SmallGround.atlas("2", SmallGround.ZONES.subList(1, 6))));

    assertThat(get("/collections/things").json().path("edition").asText()).isEqualTo("2");
    assertThat(get("/collections/things/items").json().path("numberMatched").asInt()).isEqualTo(5);
    assertThat(get("/collections/things/items/z1").status()).isEqualTo(404);
    Answered again = Answered.get(at(item), "If-None-Match", tagBefore);
    assertThat(again.status()).as("what the client has is of the last edition").isEqualTo(200);
    assertThat(again.json().at("/properties/edition").asText()).isEqualTo("2");
    assertThat(get("/tiles/things.json").json().at("/tiles/0").asText()).isNotEqualTo(tilesBefore);
  }

  @Test
  void tiles_kept_for_ever_are_named_anew_and_old_names_are_no_longer_promised() {
    URI old = tile(get("/tiles/things.json").json());
    assertThat(Answered.get(old).header("Cache-Control")).contains("immutable");

    server.open(ServedGround.desk(SmallGround.atlas("2", SmallGround.ZONES.subList(1, 6))));

    assertThat(Answered.get(old).header("Cache-Control")).isEqualTo("no-cache");
    assertThat(Answered.get(tile(get("/tiles/things.json").json())).header("Cache-Control"))
        .contains("immutable");
  }

  @Test
  void pages_never_mix_two_editions() {
    URI next = get("/collections/things/items?limit=2").linked("next");

    server.open(ServedGround.desk(SmallGround.atlas("2", SmallGround.ZONES.subList(1, 6))));

    Answered conflict = Answered.get(next);
    assertThat(conflict.status()).isEqualTo(409);
    assertThat(conflict.json().path("detail").asText()).contains("first page");
  }

  @Test
  void an_answer_that_is_under_way_keeps_the_ground_it_began_with() throws Exception {
    int many = 40_000;
    server.open(ServedGround.desk(SmallGround.atlas("1", many(many))));
    try (Socket socket = new Socket("127.0.0.1", server.port())) {
      OutputStream out = socket.getOutputStream();
      out.write(
          "GET /collections/things/items?f=geojsonl HTTP/1.0\r\n\r\n"
              .getBytes(StandardCharsets.US_ASCII));
      BufferedReader in =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
      while (!in.readLine().startsWith("{\"type\":\"Feature\"")) {
        // the head of the answer
      }

      server.open(ServedGround.desk(SmallGround.atlas("2", SmallGround.ZONES)));

      assertThat(get("/collections/things/items").json().path("numberMatched").asInt())
          .isEqualTo(6);
      long lines = 1 + in.lines().filter(line -> line.contains("\"edition\":\"1\"")).count();
      assertThat(lines).isEqualTo(many);
    }
  }

  @Test
  void every_form_streams_in_small_pieces() throws Exception {
    Atlas atlas = SmallGround.atlas("1", many(3000));
    LayerCollection collection = LayerCollections.of(atlas).named("things");
    ItemsPage page = ItemsQuery.parse(name -> null, collection, true).of(collection);
    List<ItemsWriter> forms =
        List.of(
            GeoJsonItems::collection, GeoJsonItems::lines, CsvItems::table, FlatGeobufItems::file);
    for (ItemsWriter form : forms) {
      Pieces pieces = new Pieces();
      form.write(page, List.of(), pieces);

      assertThat(pieces.all).isGreaterThan(300_000);
      assertThat(pieces.largest).isLessThan(80_000);
    }
  }

  private static final class Pieces extends OutputStream {
    private long all;
    private int largest;

    @Override
    public void write(int one) {
      all++;
    }

    @Override
    public void write(byte[] bytes, int from, int count) {
      all += count;
      largest = Math.max(largest, count);
    }
  }

  private static List<Zone> many(int count) {
    List<Zone> zones = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      double west = 75 + i % 500 * 0.1;
      double south = 20 + i / 500 * 0.3;
      zones.add(
          SmallGround.zone(
              "many-%06d".formatted(i),
              "one of many",
              "n=" + i,
              null,
              null,
              SmallGround.box(west, south, west + 0.05, south + 0.05)));
    }
    return zones;
  }

  private Answered get(String path) {
    return Answered.get(at(path));
  }

  private URI at(String path) {
    return URI.create("http://127.0.0.1:" + server.port() + path);
  }

  private static URI tile(JsonNode tileJson) {
    return URI.create(
        tileJson
            .at("/tiles/0")
            .asText()
            .replace("{z}", "4")
            .replace("{x}", "12")
            .replace("{y}", "6"));
  }
}
