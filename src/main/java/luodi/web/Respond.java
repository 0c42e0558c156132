package luodi.web;

import io.javalin.http.Context;
import luodi.ogc.Media;

/** Writes answers. */
final class Respond {
  private Respond() {}

  /** A value as {@code application/json}. */
  static void json(Context context, Object value) {
    context.contentType("application/json; charset=utf-8").result(Json.write(value));
  }

  /** A value as JSON under another media type. */
  static void as(Context context, Media media, Object value) {
    context.contentType(media.type()).result(Json.write(value));
  }
}
