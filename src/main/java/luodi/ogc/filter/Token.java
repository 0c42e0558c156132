package luodi.ogc.filter;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A word of CQL2 text.
 *
 * @param text as it means: without quotation marks
 * @param start where it begins in the filter
 * @param end where the next may begin
 */
record Token(Kind kind, String text, int start, int end) {
  enum Kind {
    NAME,
    QUOTED_NAME,
    STRING,
    NUMBER,
    SIGN,
    END
  }

  private static final Pattern NEXT =
      Pattern.compile(
          "(?<name>[\\p{L}_:][\\p{L}\\p{N}_:.]*)"
              + "|\"(?<quoted>[^\"]+)\""
              + "|'(?<string>(?:[^'\\\\]|''|\\\\.)*+)'"
              + "|(?<number>(?:\\d{1,400}(?:\\.\\d{0,400})?|\\.\\d{1,400})(?:[eE][-+]?\\d{1,3})?)"
              + "|(?<sign><>|<=|>=|[-+*/%^=<>(),])",
          Pattern.DOTALL);

  /** All words of a filter, and an END. */
  static List<Token> of(String filter) {
    List<Token> tokens = new ArrayList<>();
    Matcher next = NEXT.matcher(filter);
    int at = spaces(filter, 0);
    while (at < filter.length()) {
      next.region(at, filter.length());
      if (!next.lookingAt()) {
        throw Operations.bad("nothing of CQL2 begins at character %d", at + 1);
      }
      tokens.add(read(next));
      at = spaces(filter, next.end());
    }
    tokens.add(new Token(Kind.END, "", filter.length(), filter.length()));
    return tokens;
  }

  /** True when this is the keyword or sign. */
  boolean is(String word) {
    return (kind == Kind.NAME || kind == Kind.SIGN) && text.equalsIgnoreCase(word);
  }

  private static Token read(Matcher next) {
    if (next.group("name") != null) {
      return new Token(Kind.NAME, next.group("name"), next.start(), next.end());
    }
    if (next.group("quoted") != null) {
      return new Token(Kind.QUOTED_NAME, next.group("quoted"), next.start(), next.end());
    }
    if (next.group("string") != null) {
      String plain = next.group("string").replace("''", "'").replace("\\'", "'");
      return new Token(Kind.STRING, plain, next.start(), next.end());
    }
    return next.group("number") != null
        ? new Token(Kind.NUMBER, next.group("number"), next.start(), next.end())
        : new Token(Kind.SIGN, next.group("sign"), next.start(), next.end());
  }

  private static int spaces(String filter, int from) {
    int at = from;
    while (at < filter.length() && Character.isWhitespace(filter.charAt(at))) {
      at++;
    }
    return at;
  }
}
