package luodi.web;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;

/**
 * What a client still sends while it is being refused. When a connection closes with bytes unread,
 * the client's system throws the answer away, and the client sees a broken connection instead of
 * our problem; so they are read and dropped, up to a bound.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9112#section-9.6">RFC 9112, 9.6 Tear-down</a>
 */
final class Leftover {
  private static final long MOST_BYTES = 100_000_000;

  private Leftover() {}

  static void drop(Context context) {
    boolean waits = context.header("Expect") != null; // reading would ask the client for its body
    if (waits || context.req().getContentLengthLong() > MOST_BYTES) {
      return;
    }
    try {
      InputStream in = context.req().getInputStream();
      byte[] dropped = new byte[1 << 16];
      long read = 0;
      for (int got = in.read(dropped); got >= 0 && read < MOST_BYTES; got = in.read(dropped)) {
        read += got;
      }
    } catch (IOException | IllegalStateException gone) {
      // the client has hung up, or the body was read by other means
    }
  }
}
