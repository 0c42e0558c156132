package luodi.web.html;

import java.util.Locale;

/** The two languages of the pages. */
public enum Tongue {
  ZH("zh-CN"),
  EN("en");

  private final String tag;

  Tongue(String tag) {
    this.tag = tag;
  }

  /** As HTML names it. */
  public String tag() {
    return tag;
  }

  /** As an address names it. */
  public String word() {
    return of("zh", "en");
  }

  /** One of two texts. */
  public String of(String zh, String en) {
    return this == ZH ? zh : en;
  }

  /** The language that a browser names first; Chinese when it names neither. */
  public static Tongue preferred(String acceptLanguage) {
    if (acceptLanguage == null) {
      return ZH;
    }
    for (String range : acceptLanguage.toLowerCase(Locale.ROOT).split(",")) {
      String tag = range.trim();
      if (tag.startsWith("zh")) {
        return ZH;
      }
      if (tag.startsWith("en")) {
        return EN;
      }
    }
    return ZH;
  }
}
