package luodi.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** What a server answered to one request. */
public record Answered(HttpResponse<byte[]> response) {
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(120);

  /** Asks the served ground; headers come as name, value, name, value. */
  public static Answered get(String path, String... headers) {
    return get(ServedGround.at(path), headers);
  }

  public static Answered get(URI address, String... headers) {
    return send("GET", address, "", headers);
  }

  /** Sends any method with a body to the served ground. */
  public static Answered send(String method, String path, String body, String... headers) {
    return send(method, ServedGround.at(path), body, headers);
  }

  public static Answered send(String method, URI address, String body, String... headers) {
    return send(
        method,
        address,
        body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body),
        headers);
  }

  static Answered send(
      String method, URI address, HttpRequest.BodyPublisher body, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address).timeout(PATIENCE).method(method, body);
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      return new Answered(CLIENT.send(request.build(), BodyHandlers.ofByteArray()));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }

  public int status() {
    return response.statusCode();
  }

  /** A header's first value; empty when there is none. */
  public String header(String name) {
    return response.headers().firstValue(name).orElse("");
  }

  public byte[] bytes() {
    return response.body();
  }

  public String text() {
    return new String(response.body(), StandardCharsets.UTF_8);
  }

  public JsonNode json() {
    try {
      return JSON.readTree(response.body());
    } catch (IOException broken) {
      throw new AssertionError("no JSON: " + text(), broken);
    }
  }

  /** The address that a document links to by a relation; fails when there is none. */
  public URI linked(String rel) {
    for (JsonNode link : json().path("links")) {
      if (link.path("rel").asText().equals(rel)) {
        return URI.create(link.path("href").asText());
      }
    }
    throw new AssertionError("no link '" + rel + "' in " + json().path("links"));
  }

  /** True when a document links by a relation. */
  public boolean links(String rel) {
    return json().path("links").findValuesAsText("rel").contains(rel);
  }
}
