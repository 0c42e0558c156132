package luodi.web;

import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;
import luodi.ogc.OpenApi;

/**
 * Strong entity tags, quoted as the standard demands. The compressed form of an answer has other
 * bytes, so it has another tag.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-8.8.3">RFC 9110, 8.8.3</a>
 */
final class Tagged {
  /** Said so, and not with the weight 0. */
  private static final Pattern GZIP =
      Pattern.compile(
          "(?:^|,)\\s*gzip\\s*(?:;\\s*q=(?!0(?:\\.0*)?\\s*(?:,|$))[^,]*)?(?:,|$)",
          Pattern.CASE_INSENSITIVE);

  private Tagged() {}

  /** The tag of these bytes. */
  static String of(byte[] bytes) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
      return '"' + HexFormat.of().formatHex(hash, 0, 12) + '"';
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /**
   * The tag of what an address gives as long as this atlas is served: the answer need not be made
   * to know it.
   */
  static String ofEdition(Context context, Desk desk, String form) {
    return ofEdition(
        desk,
        form,
        Address.of(context),
        context.req().getRequestURI(),
        String.valueOf(context.req().getQueryString()));
  }

  /** The tag of what follows from these and the atlas alone. */
  static String ofEdition(Desk desk, String... from) {
    String all = desk.atlas().name() + "\n" + OpenApi.version() + "\n" + String.join("\n", from);
    return of(all.getBytes(StandardCharsets.UTF_8));
  }

  /** Sets the tag; when the client already has these bytes, answers 304 and returns true. */
  static boolean unchanged(Context context, String tag) {
    String own = compressed(context) ? tag.substring(0, tag.length() - 1) + "-gz\"" : tag;
    context.header("ETag", own);
    if (context.res().getHeader("Cache-Control") == null) {
      context.header("Cache-Control", "no-cache");
    }
    String known = context.header("If-None-Match");
    boolean same = known != null && (known.trim().equals("*") || known.contains(own));
    if (same) {
      context.status(304);
    }
    return same;
  }

  /** True when the client takes gzip, so that the answer may come compressed. */
  static boolean compressed(Context context) {
    String accepted = context.header("Accept-Encoding");
    return accepted != null && GZIP.matcher(accepted).find();
  }
}
