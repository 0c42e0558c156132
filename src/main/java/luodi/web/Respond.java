package luodi.web;

import io.javalin.http.Context;
import luodi.ogc.Media;

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

  /** Bytes with their tag; 304 without them when a reader has them already. */
  static void bytes(Context context, String type, byte[] bytes) {
    context.contentType(type);
    boolean reading = context.req().getMethod().matches("GET|HEAD");
    if (!reading || !Tagged.unchanged(context, Tagged.of(bytes))) {
      context.result(bytes);
    }
  }
}
