package luodi.ogc.filter;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import luodi.atlas.Zone;

/** What is done with text. */
sealed interface Text extends Expression {
  /** Text without its case. */
  record WithoutCase(Expression other) implements Text {
    @Override
    public Kind kind() {
      return Kind.TEXT;
    }

    @Override
    public Value of(Zone zone) {
      return other.of(zone) instanceof Value.Text text
          // Upper first, so that ß and ss meet as Unicode's full folding wants
          ? Value.of(text.text().toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT))
          : null;
    }
  }

  /** Text without its accents. */
  record WithoutAccents(Expression other) implements Text {
    private static final Pattern MARKS = Pattern.compile("\\p{Mn}+");

    @Override
    public Kind kind() {
      return Kind.TEXT;
    }

    @Override
    public Value of(Zone zone) {
      if (other.of(zone) instanceof Value.Text text) {
        String apart = Normalizer.normalize(text.text(), Normalizer.Form.NFD);
        return Value.of(
            Normalizer.normalize(MARKS.matcher(apart).replaceAll(""), Normalizer.Form.NFC));
      }
      return null;
    }
  }

  /** Text that fits a pattern: % is any text, _ any character, \ takes the next as it is. */
  record Like(Expression other, Expression pattern) implements Text {
    @Override
    public Kind kind() {
      return Kind.BOOLEAN;
    }

    @Override
    public Value of(Zone zone) {
      return other.of(zone) instanceof Value.Text text
              && pattern.of(zone) instanceof Value.Text wanted
          ? Value.of(fits(text.text(), wanted.text()))
          : null;
    }

    /** Goes back to the last % only, so time grows with the product of the lengths at most. */
    private static boolean fits(String text, String pattern) {
      int at = 0;
      int in = 0;
      int lastAny = -1;
      int resume = 0;
      while (at < text.length()) {
        if (in < pattern.length() && pattern.charAt(in) == '%') {
          lastAny = in++;
          resume = at;
        } else if (in < pattern.length() && fits(text.charAt(at), pattern, in)) {
          in += isEscape(pattern, in) ? 2 : 1;
          at++;
        } else if (lastAny >= 0) {
          in = lastAny + 1;
          at = ++resume;
        } else {
          return false;
        }
      }
      while (in < pattern.length() && pattern.charAt(in) == '%') {
        in++;
      }
      return in == pattern.length();
    }

    private static boolean fits(char one, String pattern, int in) {
      return isEscape(pattern, in)
          ? pattern.charAt(in + 1) == one
          : pattern.charAt(in) == '_' || pattern.charAt(in) == one;
    }

    private static boolean isEscape(String pattern, int in) {
      return pattern.charAt(in) == '\\' && in + 1 < pattern.length();
    }
  }
}
