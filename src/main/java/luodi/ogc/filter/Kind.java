package luodi.ogc.filter;

/** What an expression gives. */
public enum Kind {
  TEXT("text"),
  NUMBER("a number"),
  BOOLEAN("true or false"),
  INSTANT("a date or time"),
  INTERVAL("an interval"),
  SHAPE("a geometry");

  private final String words;

  Kind(String words) {
    this.words = words;
  }

  /** For messages. */
  String words() {
    return words;
  }
}
