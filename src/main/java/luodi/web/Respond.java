package luodi.web;

import io.javalin.http.Context;

/** Writes answers. */
final class Respond {
  private Respond() {}

  /** A value as {@code application/json}. */
  static void json(Context context, Object value) {
    context.contentType("application/json; charset=utf-8").result(Json.write(value));
  }
}
