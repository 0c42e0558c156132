package luodi.geo;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import luodi.fault.Fault;

/**
 * A CRS written as Well-Known Text, as a tree: {@code KEYWORD["name",6378137,CHILD[…]]}. Reads WKT
 * 1 (OGC and ESRI) and WKT 2 alike; what the words mean is not its business.
 *
 * @param keyword in capitals
 * @param texts the quoted texts and bare words among its arguments, in their order
 * @param numbers the numbers among them
 */
record Wkt(String keyword, List<String> texts, List<Double> numbers, List<Wkt> children) {
  private static final int LONGEST = 64 << 10;
  private static final int DEEPEST = 40;

  /** Reads one tree; {@code UNKNOWN_CRS} when it is none. */
  static Wkt parse(String text) {
    if (text.length() > LONGEST) {
      throw Fault.UNKNOWN_CRS.because("A CRS of %d characters is not read.", text.length());
    }
    return new Reader(text).tree(0);
  }

  /** Its name; empty when it has none. */
  String name() {
    return texts.isEmpty() ? "" : texts.get(0);
  }

  /** The first child with one of the keywords. */
  Optional<Wkt> child(String... keywords) {
    List<String> wanted = List.of(keywords);
    return children.stream().filter(child -> wanted.contains(child.keyword())).findFirst();
  }

  /** All children with the keyword. */
  List<Wkt> all(String wanted) {
    return children.stream().filter(child -> child.keyword().equals(wanted)).toList();
  }

  /** A number among its arguments; NaN when there are not so many. */
  double number(int index) {
    return index < numbers.size() ? numbers.get(index) : Double.NaN;
  }

  /** Reads from the left to the right, once. */
  private static final class Reader {
    private final String text;
    private int at;

    Reader(String text) {
      this.text = text;
    }

    Wkt tree(int depth) {
      String keyword = word().toUpperCase(Locale.ROOT);
      if (keyword.isEmpty() || depth > DEEPEST || !(peek() == '[' || peek() == '(')) {
        throw broken();
      }
      at++;
      List<String> texts = new ArrayList<>();
      List<Double> numbers = new ArrayList<>();
      List<Wkt> children = new ArrayList<>();
      do {
        argument(depth, texts, numbers, children);
      } while (take(','));
      if (!take(']') && !take(')')) {
        throw broken();
      }
      return new Wkt(keyword, List.copyOf(texts), List.copyOf(numbers), List.copyOf(children));
    }

    private void argument(int depth, List<String> texts, List<Double> numbers, List<Wkt> children) {
      if (peek() == '"') {
        texts.add(quoted());
        return;
      }
      int start = at;
      String word = word();
      if (peek() == '[' || peek() == '(') {
        at = start;
        children.add(tree(depth + 1));
      } else if (word.matches("[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d+)?")) {
        numbers.add(Double.parseDouble(word));
      } else if (!word.isEmpty()) {
        texts.add(word);
      } else {
        throw broken();
      }
    }

    private String word() {
      peek();
      int start = at;
      while (at < text.length()
          && (Character.isLetterOrDigit(text.charAt(at)) || "_+-.".indexOf(text.charAt(at)) >= 0)) {
        at++;
      }
      return text.substring(start, at);
    }

    /** A quoted text; two quotes stand for one. */
    private String quoted() {
      StringBuilder quoted = new StringBuilder();
      for (at++; at < text.length(); at++) {
        if (text.charAt(at) == '"') {
          if (at + 1 >= text.length() || text.charAt(at + 1) != '"') {
            at++;
            return quoted.toString();
          }
          at++;
        }
        quoted.append(text.charAt(at));
      }
      throw broken();
    }

    private boolean take(char wanted) {
      if (peek() != wanted) {
        return false;
      }
      at++;
      return true;
    }

    /** The next character that is no blank; NUL at the end. */
    private char peek() {
      while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
        at++;
      }
      return at < text.length() ? text.charAt(at) : '\0';
    }

    private RuntimeException broken() {
      String start = text.substring(0, Math.min(80, text.length()));
      return Fault.UNKNOWN_CRS.because(
          "The CRS '%s' cannot be read as Well-Known Text at character %d.", start, at + 1);
    }
  }
}
