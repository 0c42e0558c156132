package luodi.postgis;

import java.sql.SQLException;
import luodi.fault.Fault;
import luodi.fault.FaultException;
import org.postgresql.util.PSQLException;

/** What PostgreSQL's errors mean to us. */
final class SqlFaults {
  private static final String NO_SUCH_EDITION = "P0002"; // raised by our own functions
  private static final String NOT_SO_FAR = "55000";

  private SqlFaults() {}

  /** The first thing that went wrong, without rows, statements and hints for programmers. */
  static String message(Throwable failed) {
    for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
      if (cause instanceof PSQLException told) {
        return told.getServerErrorMessage() == null
            ? stripped(told.getMessage())
            : stripped(told.getServerErrorMessage().getMessage());
      }
    }
    return stripped(String.valueOf(failed.getMessage()).lines().findFirst().orElse(""));
  }

  static FaultException of(SQLException failed, DatabaseUrl url) {
    Fault fault =
        switch (String.valueOf(failed.getSQLState())) {
          case NO_SUCH_EDITION -> Fault.NOT_FOUND;
          case NOT_SO_FAR -> Fault.CONFLICT;
          default -> Fault.UNAVAILABLE;
        };
    return (fault == Fault.UNAVAILABLE
            ? fault.because("The database %s cannot be read or written: %s.", url, message(failed))
            : fault.because("%s.", message(failed)))
        .causedBy(failed);
  }

  /** True when a key came twice; {@code index} is the primary key or unique index of it. */
  static boolean isTwice(SQLException failed, String index) {
    return failed instanceof PSQLException told
        && told.getServerErrorMessage() != null
        && index.equals(told.getServerErrorMessage().getConstraint());
  }

  private static String stripped(String message) {
    return message.strip().replaceFirst("[.!]$", "");
  }
}
