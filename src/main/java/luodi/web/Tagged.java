package luodi.web;

import io.javalin.http.Context;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Strong entity tags, quoted as the standard demands. */
final class Tagged {
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

  /** Sets the tag; when the client already has these bytes, answers 304 and returns true. */
  static boolean unchanged(Context context, String tag) {
    context.header("ETag", tag).header("Cache-Control", "no-cache");
    String known = context.header("If-None-Match");
    boolean same = known != null && (known.equals("*") || known.contains(tag));
    if (same) {
      context.status(304);
    }
    return same;
  }
}
