package luodi.fault;

import java.util.List;
import java.util.Locale;

/**
 * Why no answer can be given. The code's kebab-case name is the slug of its problem type (RFC
 * 9457).
 */
public enum Fault {
  UNKNOWN_INDUSTRY(400),
  BAD_SITE(400),
  MISSING_CRS(400),
  UNKNOWN_CRS(400),
  OUTSIDE_COVERAGE(400),
  BAD_DAY(400),
  UNKNOWN_FACT(400),
  BAD_FACT(400),
  UNKNOWN_PARAMETER(400),
  BAD_PARAMETER(400),
  BAD_BODY(400),
  BAD_FILE(400),
  BAD_DECLARATION(400),
  BAD_FILTER(400),
  TOO_LARGE(413),
  TOO_MUCH_WORK(400),
  EDITION_NOT_COMPILED(400),
  SCENARIO_TOO_WIDE(400),
  NOT_FOUND(404),
  NOT_ALLOWED(405),
  NOT_ACCEPTABLE(406),
  CONFLICT(409),
  UNSUPPORTED_MEDIA_TYPE(415),
  UNAUTHORIZED(401),
  FORBIDDEN(403),
  TOO_MANY_REQUESTS(429),
  BAD_DATA(500),
  INTERNAL(500),
  UNAVAILABLE(503);

  private final int status;

  Fault(int status) {
    this.status = status;
  }

  /** The HTTP status that goes with this fault. */
  public int status() {
    return status;
  }

  /** The last segment of the problem type, as API.md lists them. */
  public String slug() {
    return switch (this) {
      case BAD_PARAMETER, BAD_BODY, BAD_FILE -> "unknown-parameter";
      case BAD_DECLARATION -> "bad-fact";
      case BAD_DATA -> "internal";
      default -> name().toLowerCase(Locale.ROOT).replace('_', '-');
    };
  }

  /**
   * The exit code of the command line: 2 the caller's mistake, 3 not found, 4 ours, 5 beyond us.
   */
  public int exitCode() {
    return switch (this) {
      case NOT_FOUND -> 3;
      case BAD_DATA, INTERNAL -> 4;
      case UNAVAILABLE -> 5;
      default -> 2;
    };
  }

  /**
   * The exception to throw.
   *
   * @param detail what came, what was wanted, what to do next; a {@link String#format} pattern
   */
  public FaultException because(String detail, Object... values) {
    return new FaultException(this, String.format(Locale.ROOT, detail, values), List.of(), null);
  }
}
