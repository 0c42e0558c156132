package luodi.rule;

import java.util.ArrayList;
import java.util.List;

/** The words of one expression of the rulebook, read from left to right. */
final class Tokens {
  private static final String ENDS = " \t()[],;=<>!|/";

  /** No rule needs more brackets within brackets, and the reader's own stack is finite. */
  private static final int DEEPEST = 50;

  private final String text;
  private int at;
  private int depth;

  Tokens(String text) {
    this.text = text;
  }

  /** The next word or sign without taking it; empty at the end. */
  String peek() {
    int before = at;
    String token = next();
    at = before;
    return token;
  }

  /** Takes the next word or sign; empty at the end. */
  String next() {
    skipSpace();
    if (at >= text.length()) {
      return "";
    }
    if (ENDS.indexOf(text.charAt(at)) >= 0) {
      return sign();
    }
    int start = at;
    while (at < text.length() && ENDS.indexOf(text.charAt(at)) < 0) {
      at++;
    }
    return text.substring(start, at);
  }

  /** Takes the next word; a mistake when there is none. */
  String word() {
    String word = next();
    if (word.isEmpty()) {
      throw wrong("a word wanted, nothing came");
    }
    return word;
  }

  /** An expression within an expression begins. */
  void enter() {
    if (++depth > DEEPEST) {
      throw wrong("more than " + DEEPEST + " expressions within each other");
    }
  }

  /** It has ended. */
  void leave() {
    depth--;
  }

  /** Takes the next token if it is this one. */
  boolean accept(String token) {
    if (peek().equals(token)) {
      next();
      return true;
    }
    return false;
  }

  void expect(String token) {
    String came = next();
    if (!came.equals(token)) {
      throw wrong("'" + token + "' wanted, '" + came + "' came");
    }
  }

  /** Takes everything up to the bracket that closes the one just taken, and that bracket. */
  String untilClosing(char open, char close) {
    int depth = 1;
    int start = at;
    while (at < text.length() && depth > 0) {
      char sign = text.charAt(at++);
      depth += sign == open ? 1 : sign == close ? -1 : 0;
    }
    if (depth > 0) {
      throw wrong("'" + close + "' is missing");
    }
    return text.substring(start, at - 1);
  }

  boolean atEnd() {
    return peek().isEmpty();
  }

  IllegalExpression wrong(String why) {
    return new IllegalExpression(why + " at character " + (at + 1) + " of \"" + text + "\"");
  }

  /** Splits at a sign that stands outside all brackets, trimmed. */
  static List<String> split(String text, char separator) {
    List<String> parts = new ArrayList<>();
    int depth = 0;
    int start = 0;
    for (int i = 0; i < text.length(); i++) {
      char sign = text.charAt(i);
      depth += sign == '(' || sign == '[' ? 1 : sign == ')' || sign == ']' ? -1 : 0;
      if (sign == separator && depth == 0) {
        parts.add(text.substring(start, i).trim());
        start = i + 1;
      }
    }
    parts.add(text.substring(start).trim());
    return parts;
  }

  /**
   * An expression that is not of the rulebook's grammar; the reader turns it into a line of its
   * report.
   */
  static final class IllegalExpression extends RuntimeException {
    IllegalExpression(String message) {
      super(message);
    }
  }

  private String sign() {
    char sign = text.charAt(at++);
    if ("<>!".indexOf(sign) >= 0 && at < text.length() && text.charAt(at) == '=') {
      at++;
      return sign + "=";
    }
    return String.valueOf(sign);
  }

  private void skipSpace() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
  }
}
