package luodi.rule;

/** What one rule says of one part of a project, in the order in which reasons are told. */
public enum Outcome {
  VIOLATED,
  CONDITION,
  /** A fact of the project is missing. */
  NEED_INFO,
  /** A layer or list of the profile is missing here, incomplete or too coarse. */
  NO_DATA,
  DUTY,
  ENCOURAGED,
  DISCOURAGED,
  INFORM,
  SATISFIED,
  /** The ground it speaks of is never open to anybody. */
  NOT_CHECKABLE,
  /** It speaks of ground or lists that this deployment does not vouch to check. */
  OUTSIDE_PROFILE,
  /** It does not speak of such a project, or not on that day. */
  NOT_APPLICABLE;

  static Outcome of(Effect effect) {
    return switch (effect) {
      case PROHIBIT -> VIOLATED;
      case RESTRICT -> CONDITION;
      case REQUIRE -> DUTY;
      case ENCOURAGE -> ENCOURAGED;
      case DISCOURAGE -> DISCOURAGED;
      case INFORM -> INFORM;
      case NONE -> SATISFIED;
    };
  }
}
