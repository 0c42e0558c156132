package luodi.web;

import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.compression.Gzip;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.router.Endpoint;
import io.javalin.router.ParsedEndpoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import luodi.ogc.Media;

/**
 * How every route behaves, whoever wrote it: HEAD beside GET, OPTIONS with {@code Allow}, pages of
 * other origins may read, and caches are told what an answer depends on.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110">RFC 9110, HTTP Semantics</a>
 * @see <a href="https://fetch.spec.whatwg.org/#http-cors-protocol">Fetch, CORS protocol</a>
 */
final class Manners {
  private static final String READABLE =
      "Allow, Content-Crs, ETag, Link, Location, Preference-Applied, OGC-NumberMatched";
  private static final String TELLABLE =
      "Accept, Accept-Language, Content-Type, If-None-Match, Prefer";
  private static final String A_DAY = "86400";

  private Manners() {}

  /** Headers that every answer carries, and how answers are compressed. */
  static void install(JavalinConfig config) {
    config.http.compressionStrategy = compression();
    config.routes.before(
        context ->
            context
                .header("Vary", "Accept-Encoding")
                .header("X-Content-Type-Options", "nosniff")
                .header("Access-Control-Allow-Origin", "*")
                .header("Access-Control-Expose-Headers", READABLE));
    config.routes.before(Manners::closeBehindUnreadBody);
    config.routes.after(Manners::untype);
  }

  /**
   * Javalin looks for each excluded type in an answer's type, letter by letter, unless that is on
   * the list of those allowed: a quarter of the time of a small answer.
   */
  private static CompressionStrategy compression() {
    CompressionStrategy gzip = new CompressionStrategy(null, new Gzip());
    gzip.setAllowedMimeTypes(
        List.of("application/json", "application/json;charset=utf-8", Media.GEOJSON.type()));
    gzip.setExcludedMimeTypes(List.of("image/png", "font/", "application/pdf", "application/zip"));
    return gzip;
  }

  /**
   * What GET does not read stays in the connection, so that Jetty closes it: the client is told.
   */
  private static void closeBehindUnreadBody(Context context) {
    boolean reading = context.method() == HandlerType.GET || context.method() == HandlerType.HEAD;
    if (reading
        && (context.req().getContentLengthLong() > 0
            || context.header("Transfer-Encoding") != null)) {
      context.header("Connection", "close");
    }
  }

  /** An answer without content has no type; a cache would give it to the content it has kept. */
  private static void untype(Context context) {
    if (context.statusCode() == 204 || context.statusCode() == 304) {
      context.res().setContentType(null);
    }
  }

  /** Adds HEAD and OPTIONS to all routes that there are by now. */
  static void complete(Javalin javalin) {
    Map<String, TreeSet<String>> methods = new TreeMap<>();
    List<Endpoint> routes = new ArrayList<>();
    for (ParsedEndpoint route : javalin.unsafe.internalRouter.allHttpHandlers()) {
      if (route.endpoint.method.isHttpMethod()) {
        routes.add(route.endpoint);
        methods
            .computeIfAbsent(route.endpoint.path, path -> new TreeSet<>(List.of("OPTIONS")))
            .add(route.endpoint.method.name());
      }
    }
    for (Endpoint route : routes) {
      TreeSet<String> here = methods.get(route.path);
      if (route.method == HandlerType.GET && here.add("HEAD")) {
        javalin.unsafe.internalRouter.addHttpEndpoint(
            new Endpoint(HandlerType.HEAD, route.path, route.handler));
      }
    }
    methods.forEach(
        (path, here) ->
            javalin.unsafe.internalRouter.addHttpEndpoint(
                new Endpoint(
                    HandlerType.OPTIONS,
                    path,
                    context -> options(context, String.join(", ", here)))));
  }

  private static void options(Context context, String methods) {
    context
        .status(204)
        .header("Allow", methods)
        .header("Access-Control-Allow-Methods", methods)
        .header("Access-Control-Allow-Headers", TELLABLE)
        .header("Access-Control-Max-Age", A_DAY);
  }
}
