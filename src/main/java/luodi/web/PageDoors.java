package luodi.web;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import luodi.fault.Fault;

/** The page and its files, all served from the class path: nothing comes from elsewhere. */
final class PageDoors implements RouteGroup {
  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html; charset=utf-8",
          "css", "text/css; charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "svg", "image/svg+xml",
          "png", "image/png",
          "json", "application/json; charset=utf-8",
          "txt", "text/plain; charset=utf-8",
          "woff2", "font/woff2");

  /** The page runs its own scripts only; MapLibre needs blobs for its workers and images. */
  private static final String POLICY =
      "default-src 'self'; img-src 'self' data: blob:; style-src 'self'; worker-src 'self' blob:";

  private final Map<String, Optional<Asset>> assets = new ConcurrentHashMap<>();

  private record Asset(byte[] bytes, String tag) {}

  @Override
  public void addTo(JavalinConfig config) {
    config.routes.get("/map", this::map);
    config.routes.get("/static/<path>", context -> send(context, context.pathParam("path")));
  }

  /** The map page. */
  void map(Context context) {
    send(context, "index.html");
  }

  private void send(Context context, String path) {
    Asset asset =
        assets
            .computeIfAbsent(path, PageDoors::read)
            .orElseThrow(() -> Fault.NOT_FOUND.because("The page has no file '%s'.", path));
    context.header("Content-Security-Policy", POLICY);
    if (!Tagged.unchanged(context, asset.tag())) {
      context.contentType(
          TYPES.getOrDefault(
              path.substring(path.lastIndexOf('.') + 1), "application/octet-stream"));
      context.result(asset.bytes());
    }
  }

  private static Optional<Asset> read(String path) {
    if (!path.matches("[A-Za-z0-9._/-]+") || path.contains("..")) {
      return Optional.empty();
    }
    try (InputStream in = PageDoors.class.getResourceAsStream("/web/" + path)) {
      if (in == null) {
        return Optional.empty();
      }
      byte[] bytes = in.readAllBytes();
      return Optional.of(new Asset(bytes, Tagged.of(bytes)));
    } catch (IOException unreadable) {
      throw Fault.UNAVAILABLE
          .because("The page's file '%s' cannot be read.", path)
          .causedBy(unreadable);
    }
  }
}
