package luodi.web;

import io.javalin.http.Context;

/** The server's address as the client sees it, behind a proxy too. */
final class Address {
  private Address() {}

  static String of(Context context) {
    String scheme = header(context, "X-Forwarded-Proto", context.scheme());
    String host = header(context, "X-Forwarded-Host", header(context, "Host", "127.0.0.1"));
    String prefix = header(context, "X-Forwarded-Prefix", "");
    return scheme + "://" + host + prefix.replaceAll("/+$", "");
  }

  /** The header's first value when it is one that an address can hold. */
  private static String header(Context context, String name, String otherwise) {
    String value = context.header(name);
    if (value == null) {
      return otherwise;
    }
    String first = value.split(",")[0].trim();
    return first.matches("[A-Za-z0-9.:\\[\\]/_-]*") ? first : otherwise;
  }
}
