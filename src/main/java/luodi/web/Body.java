package luodi.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.http.Context;
import java.util.Locale;
import luodi.fault.Fault;

/** The body of one request. */
final class Body {
  private Body() {}

  /** The body as JSON; another media type is refused before it is read. */
  static JsonNode json(Context context) {
    String type = context.contentType();
    if (type != null
        && !type.toLowerCase(Locale.ROOT).matches("application/([\\w.-]+\\+)?json\\s*(;.*)?")) {
      throw Fault.UNSUPPORTED_MEDIA_TYPE.because(
          "A body of type '%s' is not read here; send JSON with the header Content-Type: application/json.",
          type);
    }
    return Json.read(context.bodyAsBytes());
  }
}
