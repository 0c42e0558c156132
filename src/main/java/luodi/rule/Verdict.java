package luodi.rule;

/** May the project stand? From the best to the worst. */
public enum Verdict {
  PERMITTED_AS_CHECKED,
  CONDITIONAL,
  INSUFFICIENT,
  PROHIBITED;

  /** What follows when the strictest effect is {@code best} at best and {@code worst} at worst. */
  static Verdict between(Effect best, Effect worst) {
    if (best == Effect.PROHIBIT) {
      return PROHIBITED;
    }
    if (worst == Effect.PROHIBIT) {
      return INSUFFICIENT;
    }
    return of(worst);
  }

  static Verdict of(Effect strictest) {
    return switch (strictest) {
      case PROHIBIT -> PROHIBITED;
      case RESTRICT -> CONDITIONAL;
      default -> PERMITTED_AS_CHECKED;
    };
  }
}
