package luodi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import luodi.atlas.Atlas;
import luodi.atlas.AtlasStore;
import luodi.gpkg.GeoPackageStore;
import luodi.web.Answered;
import luodi.web.Desk;
import luodi.web.LuodiServer;
import luodi.web.ServedGround;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files sent to a server become editions that it answers from. */
class EditionsOverHttpTest {
  private static final String TOKEN = "a token that nobody guesses";
  private static final String SQUARE =
      "{\"type\":\"Polygon\",\"coordinates\":[[[114,30],[114.1,30],[114.1,30.1],[114,30.1],[114,30]]]}";
  private static final String MANIFEST =
      "{\"source\":\"a test\",\"licence\":\"CC0-1.0\",\"accuracy_m\":5,\"exact\":true,\"coverage\":\"none\",\"edition\":\"%s\"}";

  @TempDir private Path folder;
  private LuodiServer server;

  @BeforeEach
  void serve() {
    Path ground = folder.resolve("ground.gpkg");
    Desk first;
    try (AtlasStore store = GeoPackageStore.open(ground)) {
      first = ServedGround.desk(Atlas.of(store));
    }
    server = LuodiServer.start("127.0.0.1", 0);
    server.open(first);
    server.entrust(
        new StoreKeeper(
            () -> GeoPackageStore.open(ground),
            () -> "",
            first,
            ServedGround::desk,
            server::open,
            desk -> {}),
        Optional.empty());
  }

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void a_file_becomes_an_edition_that_is_served_once_it_is_published() throws Exception {
    Answered accepted =
        send("eco-redline", "r.geojson", features(2), MANIFEST.formatted("2026.1"), Map.of());
    assertThat(accepted.status()).as(accepted.text()).isEqualTo(202);
    JsonNode made = result(accepted);

    assertThat(made.path("state").asText()).isEqualTo("checked");
    assertThat(made.at("/report/rows/kept").asInt()).isEqualTo(2);
    assertThat(get("/layers/eco-redline").status()).isEqualTo(404);

    Answered published = post("/layers/eco-redline/editions/2026.1/publish");
    assertThat(published.status()).as(published.text()).isEqualTo(200);
    assertThat(published.json().path("current").asBoolean()).isTrue();
    assertThat(get("/layers/eco-redline").json().path("zones").asInt()).isEqualTo(2);
    assertThat(get("/collections/eco-redline/items").json().path("features")).hasSize(2);
  }

  @Test
  void a_withdrawn_edition_is_answered_from_no_longer_and_the_one_before_stands_again()
      throws Exception {
    result(
        send(
            "eco-redline",
            "r.geojson",
            features(1),
            MANIFEST.formatted("1"),
            Map.of("publish", "true")));
    result(
        send(
            "eco-redline",
            "r.geojson",
            features(3),
            MANIFEST.formatted("2"),
            Map.of("publish", "true")));
    assertThat(get("/layers/eco-redline").json().path("zones").asInt()).isEqualTo(3);

    assertThat(post("/layers/eco-redline/editions/2/withdraw").json().path("state").asText())
        .isEqualTo("withdrawn");

    assertThat(get("/layers/eco-redline").json().path("zones").asInt()).isEqualTo(1);
    assertThat(
            get("/layers/eco-redline/editions").json().path("editions").findValuesAsText("state"))
        .containsExactly("published", "withdrawn");
    assertThat(post("/layers/eco-redline/editions/2/withdraw").status()).isEqualTo(409);
    assertThat(post("/layers/eco-redline/editions/9/publish").status()).isEqualTo(404);
  }

  @Test
  void what_was_found_must_be_accepted_before_it_is_published() throws Exception {
    String broken =
        "{\"type\":\"FeatureCollection\",\"features\":["
            + feature(0)
            + ",{\"type\":\"Feature\",\"properties\":{\"id\":\"x\"},\"geometry\":null}]}";
    Answered accepted =
        send(
            "eco-redline", "r.geojson", broken, MANIFEST.formatted("1"), Map.of("publish", "true"));

    JsonNode job = ended(accepted);
    assertThat(job.path("status").asText()).isEqualTo("failed");
    assertThat(job.path("message").asText()).contains("is a draft whose checks have not passed");
    JsonNode report = get("/layers/eco-redline/editions/1").json().path("report");
    assertThat(report.at("/left_out/0/row").asInt()).isEqualTo(2);
    assertThat(post("/layers/eco-redline/editions/1/publish").status()).isEqualTo(409);

    assertThat(post("/layers/eco-redline/editions/1/publish?accept=true").status()).isEqualTo(200);
  }

  @Test
  void a_broken_file_and_a_lacking_manifest_end_the_job_with_what_is_wrong() throws Exception {
    JsonNode broken =
        ended(send("eco-redline", "r.geojson", "{\"type\":", MANIFEST.formatted("1"), Map.of()));
    assertThat(broken.path("message").asText()).contains("cannot be read as JSON");
    JsonNode lacking = ended(send("eco-redline", "r.geojson", features(1), "{}", Map.of()));
    assertThat(lacking.path("message").asText()).contains("lacks source, licence");
    assertThat(get("/layers/eco-redline/editions").json().path("editions")).isEmpty();
  }

  @Test
  void what_is_no_form_with_a_file_is_refused_at_once() throws Exception {
    assertThat(
            Answered.send(
                    "POST",
                    at("/layers/eco-redline/editions"),
                    "{}",
                    "Content-Type",
                    "application/json")
                .status())
        .isEqualTo(415);
    assertThat(send("eco-redline", "", "", MANIFEST.formatted("1"), Map.of()).status())
        .isEqualTo(400);
    assertThat(send("eco-redline", "r.geojson", features(1), "{", Map.of()).status())
        .isEqualTo(400);
    assertThat(
            send("eco-redline", "r.geojson", features(1), "{}", Map.of("publish", "yes")).status())
        .isEqualTo(400);
    assertThat(
            send("eco-redline", "r.geojson", features(1), "{}", Map.of("naem", "x"))
                .json()
                .path("detail")
                .asText())
        .contains("no field 'naem'");
  }

  @Test
  void a_page_of_another_site_cannot_change_the_ground_through_the_browser() {
    String publish = "/layers/eco-redline/editions/1/publish";

    assertThat(Answered.send("POST", at(publish), "", "Sec-Fetch-Site", "cross-site").status())
        .isEqualTo(403);
    assertThat(Answered.send("POST", at(publish), "", "Origin", "https://evil.example").status())
        .isEqualTo(403);
    assertThat(Answered.send("POST", at(publish), "", "X-Forwarded-For", "203.0.113.7").status())
        .isEqualTo(403);
    assertThat(
            Answered.send("POST", at(publish), "", "Origin", "http://127.0.0.1:" + server.port())
                .status())
        .isEqualTo(404);
  }

  @Test
  void with_a_token_only_who_sends_it_may_change_the_ground() {
    server.entrust(
        new StoreKeeper(
            () -> GeoPackageStore.open(folder.resolve("ground.gpkg")),
            () -> "",
            ServedGround.desk(),
            ServedGround::desk,
            server::open,
            desk -> {}),
        Optional.of(TOKEN));
    String editions = "/layers/eco-redline/editions";

    Answered without = get(editions);
    assertThat(without.status()).isEqualTo(401);
    assertThat(without.header("WWW-Authenticate")).isEqualTo("Bearer");
    assertThat(Answered.get(at(editions), "Authorization", "Bearer wrong").status()).isEqualTo(403);
    assertThat(Answered.get(at(editions), "Authorization", "Bearer " + TOKEN).status())
        .isEqualTo(200);
  }

  @Test
  void received_files_are_gone_when_their_jobs_are_over() throws Exception {
    long before = uploads();

    ended(
        send(
            "eco-redline", "../../escape.geojson", features(1), MANIFEST.formatted("1"), Map.of()));
    ended(send("eco-redline", "r.geojson", "broken", MANIFEST.formatted("2"), Map.of()));

    for (int i = 0; uploads() > before && i < 100; i++) {
      Thread.onSpinWait();
    }
    assertThat(uploads()).isLessThanOrEqualTo(before);
  }

  private static long uploads() throws IOException {
    try (var files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      return files.filter(file -> file.getFileName().toString().startsWith("luodi-upload")).count();
    }
  }

  private JsonNode result(Answered accepted) throws Exception {
    JsonNode job = ended(accepted);
    assertThat(job.path("status").asText()).as(job.toString()).isEqualTo("successful");
    return get("/jobs/" + job.path("jobID").asText() + "/results").json();
  }

  /** Asks for the job until it is over. */
  private JsonNode ended(Answered accepted) throws Exception {
    URI job = URI.create(accepted.header("Location"));
    for (int i = 0; i < 10_000; i++) {
      JsonNode status = Answered.get(job).json();
      if (!status.path("status").asText().matches("accepted|running")) {
        return status;
      }
      java.util.concurrent.locks.LockSupport.parkNanos(5_000_000);
    }
    throw new AssertionError("the job never ends");
  }

  private Answered send(
      String layer, String file, String content, String manifest, Map<String, String> fields)
      throws Exception {
    String boundary = "luodi-boundary";
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    Map<String, String> all = new TreeMap<>(fields);
    all.put("manifest", manifest);
    for (var field : all.entrySet()) {
      part(body, boundary, "name=\"" + field.getKey() + "\"", field.getValue());
    }
    if (!file.isEmpty()) {
      part(
          body,
          boundary,
          "name=\"file\"; filename=\"" + file + "\"\r\nContent-Type: application/octet-stream",
          content);
    }
    body.write(("--" + boundary + "--\r\n").getBytes(StandardCharsets.US_ASCII));
    HttpRequest request =
        HttpRequest.newBuilder(at("/layers/" + layer + "/editions"))
            .header("Content-Type", "multipart/form-data; boundary=" + boundary)
            .POST(BodyPublishers.ofByteArray(body.toByteArray()))
            .build();
    return new Answered(HttpClient.newHttpClient().send(request, BodyHandlers.ofByteArray()));
  }

  private static void part(
      ByteArrayOutputStream body, String boundary, String disposition, String content)
      throws IOException {
    body.write(
        ("--"
                + boundary
                + "\r\nContent-Disposition: form-data; "
                + disposition
                + "\r\n\r\n"
                + content
                + "\r\n")
            .getBytes(StandardCharsets.UTF_8));
  }

  private static String features(int count) {
    StringBuilder all = new StringBuilder("{\"type\":\"FeatureCollection\",\"features\":[");
    for (int i = 0; i < count; i++) {
      all.append(i == 0 ? "" : ",").append(feature(i));
    }
    return all.append("]}").toString();
  }

  private static String feature(int i) {
    return "{\"type\":\"Feature\",\"properties\":{\"id\":\"z"
        + i
        + "\",\"zone\":\"other\"},\"geometry\":"
        + SQUARE
        + "}";
  }

  private Answered get(String path) {
    return Answered.get(at(path));
  }

  private Answered post(String path) {
    return Answered.send("POST", at(path), "");
  }

  private URI at(String path) {
    return URI.create("http://127.0.0.1:" + server.port() + path);
  }
}
