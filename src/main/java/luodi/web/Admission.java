package luodi.web;

import io.javalin.http.Context;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import luodi.fault.Fault;

/**
 * Who may change the ground. With a token: who sends it. Without one: only somebody at this very
 * machine, and no page of another site in their browser.
 *
 * @param token empty when the operator has set none
 */
record Admission(Optional<String> token) {
  private static final String BEARER = "Bearer ";

  /** {@code UNAUTHORIZED} or {@code FORBIDDEN} for who may not. */
  void mustHold(Context context) {
    if (token.isPresent()) {
      mustSend(context, token.get());
    } else if (!isLocal(context)) {
      throw Fault.FORBIDDEN.because(
          "Without a token, this server lets only its own machine change the ground. Its operator can set LUODI_TOKEN.");
    }
  }

  private static void mustSend(Context context, String wanted) {
    String sent = context.header("Authorization");
    if (sent == null || !sent.startsWith(BEARER)) {
      context.header("WWW-Authenticate", "Bearer");
      throw Fault.UNAUTHORIZED.because(
          "Who changes the ground sends the header Authorization: Bearer and the operator's token.");
    }
    byte[] token = sent.substring(BEARER.length()).strip().getBytes(StandardCharsets.UTF_8);
    if (!MessageDigest.isEqual(token, wanted.getBytes(StandardCharsets.UTF_8))) {
      throw Fault.FORBIDDEN.because("The token is not that of this server's operator.");
    }
  }

  /** From this machine, to it by its own name, and not on behalf of a page from elsewhere. */
  private static boolean isLocal(Context context) {
    String site = context.header("Sec-Fetch-Site");
    String origin = context.header("Origin");
    String host = context.host() == null ? "" : context.host();
    return isLoopback(context.ip())
        && host.matches("(127\\.0\\.0\\.1|localhost|\\[::1])(:\\d+)?")
        && (site == null || site.matches("same-origin|none"))
        && (origin == null || origin.endsWith("://" + host))
        && context.header("X-Forwarded-For") == null
        && context.header("Forwarded") == null;
  }

  private static boolean isLoopback(String address) {
    try {
      return InetAddress.getByName(address).isLoopbackAddress();
    } catch (UnknownHostException noAddress) {
      return false;
    }
  }
}
