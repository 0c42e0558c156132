package luodi.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.http.Context;
import java.util.Locale;
import luodi.fault.Fault;
import luodi.fault.FaultException;

/** The body of one request. */
final class Body {
  private Body() {}

  /** The fault of a body above the most that is read. */
  static FaultException tooLarge() {
    return Fault.TOO_LARGE.because(
        "The body is larger than %d MB; simplify the site or send less.", LuodiServer.MOST_BODY_MB);
  }

  /** The body as JSON; another media type is refused before it is read. */
  static JsonNode json(Context context) {
    String type = context.contentType();
    if (type != null
        && !type.toLowerCase(Locale.ROOT).matches("application/([\\w.-]+\\+)?json\\s*(;.*)?")) {
      throw Fault.UNSUPPORTED_MEDIA_TYPE.because(
          "A body of type '%s' is not read here; send JSON with the header Content-Type: application/json.",
          type);
    }
    if (context.req().getContentLengthLong() > LuodiServer.MOST_BODY_MB * 1_000_000L) {
      throw tooLarge(); // before the client has sent it all
    }
    return Json.read(context.bodyAsBytes());
  }
}
