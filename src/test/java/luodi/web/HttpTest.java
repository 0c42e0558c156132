package luodi.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How every route behaves. */
class HttpTest {
  private static final String ITEMS = "/collections/counties/items?limit=50";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/conformance",
        ITEMS,
        "/tiles/counties/4/12/6.mvt",
        "/static/js/main.js",
        "/rules"
      })
  void head_tells_what_get_would_without_its_body(String path) {
    Answered get = Answered.get(path);
    Answered head = Answered.send("HEAD", path, "");

    assertThat(head.status()).isEqualTo(200);
    assertThat(head.bytes()).isEmpty();
    for (String header : new String[] {"Content-Type", "ETag", "Cache-Control", "Vary"}) {
      assertThat(head.header(header)).as(header).isEqualTo(get.header(header)).isNotEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/conformance", ITEMS, "/tiles/counties/4/12/6.mvt", "/static/js/main.js"})
  void who_has_the_bytes_already_gets_304_and_none(String path) {
    Answered first = Answered.get(path);
    Answered again = Answered.get(path, "If-None-Match", first.header("ETag"));

    assertThat(first.header("ETag")).matches("\"[^\"]+\"");
    assertThat(again.status()).isEqualTo(304);
    assertThat(again.bytes()).isEmpty();
    assertThat(again.header("ETag")).isEqualTo(first.header("ETag"));
    assertThat(again.response().headers().firstValue("Content-Type"))
        .as("a cache would take it for the type of what it has")
        .isEmpty();
    assertThat(Answered.get(path, "If-None-Match", "\"other\"").status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/collections", ITEMS, "/tiles/counties/4/12/6.mvt", "/static/js/main.js"})
  void gzip_gives_the_same_content_in_other_bytes_under_another_tag(String path)
      throws IOException {
    Answered plain = Answered.get(path);
    Answered packed = Answered.get(path, "Accept-Encoding", "gzip");

    assertThat(packed.header("Content-Encoding")).isEqualTo("gzip");
    assertThat(packed.header("Vary")).contains("Accept-Encoding");
    assertThat(packed.header("ETag")).isNotEqualTo(plain.header("ETag"));
    byte[] unpacked = new GZIPInputStream(new ByteArrayInputStream(packed.bytes())).readAllBytes();
    assertThat(unpacked).isEqualTo(plain.bytes());
    assertThat(packed.bytes().length).isLessThan(plain.bytes().length);
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip;q=0", "br, gzip;q=0.000", "deflate", "identity, gzip ; q=0"})
  void who_does_not_take_gzip_gets_none(String accepted) {
    for (String path : new String[] {ITEMS, "/tiles/counties/4/12/6.mvt"}) {
      Answered plain = Answered.get(path);
      Answered asked = Answered.get(path, "Accept-Encoding", accepted);

      assertThat(asked.header("Content-Encoding")).isEmpty();
      assertThat(asked.header("ETag")).isEqualTo(plain.header("ETag"));
      assertThat(asked.bytes()).isEqualTo(plain.bytes());
    }
  }

  @Test
  @Requirement({
    "ogcapi-features-1/1.0/req/core/http",
    "ogcapi-common-1/1.0/req/core/http",
    "ogcapi-processes-1/1.0/req/core/http"
  })
  void a_method_that_a_route_does_not_have_is_405_and_told_those_it_has() {
    Answered refused = Answered.send("DELETE", "/collections", "");

    assertThat(refused.status()).isEqualTo(405);
    assertThat(refused.header("Allow").split(", "))
        .containsExactlyInAnyOrder("GET", "HEAD", "OPTIONS");
    assertThat(refused.json().path("type").asText()).isEqualTo("/problems/not-allowed");
  }

  @Test
  void options_tells_the_methods_of_a_route() {
    Answered told = Answered.send("OPTIONS", "/screenings", "");

    assertThat(told.status()).isEqualTo(204);
    assertThat(told.header("Allow").split(", "))
        .containsExactlyInAnyOrder("GET", "HEAD", "OPTIONS", "POST");
  }

  @Test
  void a_page_of_another_origin_may_read_and_post() {
    Answered asked =
        Answered.send(
            "OPTIONS",
            "/screenings",
            "",
            "Origin",
            "https://example.org",
            "Access-Control-Request-Method",
            "POST",
            "Access-Control-Request-Headers",
            "content-type");

    assertThat(asked.header("Access-Control-Allow-Origin")).isEqualTo("*");
    assertThat(asked.header("Access-Control-Allow-Methods")).contains("POST");
    assertThat(asked.header("Access-Control-Allow-Headers")).containsIgnoringCase("content-type");
    assertThat(Answered.get("/nothing").header("Access-Control-Allow-Origin"))
        .as("problems can be read as well")
        .isEqualTo("*");
  }

  @Test
  void a_form_that_is_not_given_is_406() {
    Answered refused = Answered.get("/conformance", "Accept", "image/png");

    assertThat(refused.status()).isEqualTo(406);
    assertThat(refused.json().path("detail").asText()).contains("application/json");
  }

  @Test
  void a_body_that_is_not_json_by_its_own_word_is_415() {
    Answered refused =
        Answered.send("POST", "/screenings", "<a/>", "Content-Type", "application/xml");

    assertThat(refused.status()).isEqualTo(415);
    assertThat(refused.json().path("type").asText()).isEqualTo("/problems/unsupported-media-type");
  }

  @Test
  void behind_a_proxy_links_name_the_address_that_the_client_used() {
    Answered page =
        Answered.get(
            ITEMS,
            "X-Forwarded-Proto",
            "https",
            "X-Forwarded-Host",
            "land.example.org",
            "X-Forwarded-Prefix",
            "/luodi/");

    assertThat(page.linked("next").toString())
        .startsWith("https://land.example.org/luodi/collections/counties/items?");
    assertThat(
            Answered.get("/api", "X-Forwarded-Prefix", "/luodi")
                .json()
                .at("/servers/0/url")
                .asText())
        .endsWith("/luodi");
  }

  @Test
  void a_browser_at_the_root_gets_the_map_and_a_client_the_landing_page() {
    Answered browser = Answered.get("/", "Accept", "text/html,application/xhtml+xml,*/*;q=0.8");
    Answered client = Answered.get("/", "Accept", "*/*");

    assertThat(browser.header("Content-Type")).startsWith("text/html");
    assertThat(browser.header("Vary")).contains("Accept");
    assertThat(client.json().path("links").findValuesAsText("rel"))
        .contains("data", "service-desc");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/collections?f=%zz",
        "/collections?f=%ff%fe",
        "/collections?%ff=1",
        "/collections/%zz/items",
        "/collections/%ff/items",
        "/collections/a%2Fb",
        "/collections/a%00b",
        "/collections/..%2f..%2fetc",
        "/collections//items",
        "/collections/;x=1/items",
        "/%2e%2e/%2e%2e/etc/passwd",
        "/collections/counties/items?bbox=%F0%28%8C%28",
        "/static/%2e%2e/%2e%2e/pom.xml"
      })
  void an_address_that_is_not_well_formed_gets_a_problem(String target) throws IOException {
    String answer = raw("GET " + target + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");

    assertThat(answer).as(answer).matches("(?s)HTTP/1.1 4\\d\\d .*");
    assertThat(answer.toLowerCase()).contains("content-type: application/problem+json");
  }

  @Test
  void a_request_line_longer_than_any_address_gets_a_problem() throws IOException {
    String answer =
        raw(
            "GET /collections?f="
                + "x".repeat(100_000)
                + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");

    assertThat(answer).as(answer).startsWith("HTTP/1.1 413");
    assertThat(answer.toLowerCase()).contains("content-type: application/problem+json");
  }

  private static String raw(String request) throws IOException {
    try (Socket socket = new Socket("127.0.0.1", ServedGround.at("").getPort())) {
      socket.setSoTimeout(20_000);
      OutputStream out = socket.getOutputStream();
      out.write(request.getBytes(StandardCharsets.ISO_8859_1));
      out.flush();
      InputStream in = socket.getInputStream();
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
