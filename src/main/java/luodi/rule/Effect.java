package luodi.rule;

import java.util.Locale;

/** What a branch of a rule does to a project, from nothing to the strictest. */
public enum Effect {
  NONE,
  INFORM,
  DISCOURAGE,
  ENCOURAGE,
  REQUIRE,
  RESTRICT,
  PROHIBIT;

  public boolean stricterThan(Effect other) {
    return compareTo(other) > 0;
  }

  static Effect stricter(Effect a, Effect b) {
    return a.stricterThan(b) ? a : b;
  }

  static Effect milder(Effect a, Effect b) {
    return a.stricterThan(b) ? b : a;
  }

  /** True when the effect decides whether the project may stand: restrict or prohibit. */
  public boolean decides() {
    return this == RESTRICT || this == PROHIBIT;
  }

  /** As the rulebook and answers write it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
