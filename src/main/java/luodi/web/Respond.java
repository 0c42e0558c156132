package luodi.web;

import io.javalin.http.Context;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Function;
import luodi.ogc.Media;
import luodi.web.html.HtmlPage;

/** Writes answers. */
final class Respond {
  private Respond() {}

  /** A value as {@code application/json}. */
  static void json(Context context, Object value) {
    bytes(context, "application/json; charset=utf-8", Json.write(value));
  }

  /** A value as JSON under another media type. */
  static void as(Context context, Media media, Object value) {
    bytes(context, media.type(), Json.write(value));
  }

  /** A resource as the one or the other; only what is asked for is made. */
  static void document(
      Context context,
      Media form,
      Function<String, Object> document,
      Function<Pages, HtmlPage> page) {
    Pages pages = Pages.of(context);
    if (form == Media.HTML) {
      pages.send(context, page.apply(pages));
    } else {
      as(context, form, document.apply(pages.base()));
    }
  }

  /** Bytes with their tag; 304 without them when a reader has them already. */
  static void bytes(Context context, String type, byte[] bytes) {
    context.contentType(type);
    String method = context.req().getMethod();
    boolean reading = method.equals("GET") || method.equals("HEAD");
    if (!reading || !Tagged.unchanged(context, Tagged.of(bytes))) {
      context.result(bytes);
    }
  }

  /** Bytes that nobody shall compress on their way, straight to the connection. */
  static void asTheyAre(Context context, String type, byte[] bytes) {
    HttpServletResponse response = context.res();
    response.setContentType(type);
    response.setContentLength(bytes.length);
    try {
      response.getOutputStream().write(bytes);
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }
}
