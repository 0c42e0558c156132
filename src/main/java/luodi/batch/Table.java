package luodi.batch;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import luodi.fault.Fault;
import luodi.fault.FaultException;

/**
 * A file of projects that can be told apart into rows.
 *
 * @param charset UTF-8; a CSV may be GB18030, which contains GBK
 * @param rows how many there are
 */
public record Table(Path file, Form form, Charset charset, int rows) {
  private static final Charset GB18030 = Charset.forName("GB18030");

  /** How rows stand in a file. */
  public enum Form {
    CSV,
    JSON_LINES,
    JSON_ARRAY;

    private Rows rows(MeteredText text) throws IOException {
      return switch (this) {
        case CSV -> CsvRows.open(text);
        case JSON_LINES -> new JsonLineRows(text);
        case JSON_ARRAY -> JsonArrayRows.open(text);
      };
    }
  }

  /**
   * Reads a file once from end to end, so that nothing is begun that cannot be finished.
   *
   * @throws luodi.fault.FaultException {@code BAD_BODY} when it holds no rows, {@code TOO_LARGE}
   *     when it holds too many
   */
  public static Table check(Path file, Form form, int mostRows) {
    try {
      return check(file, form, StandardCharsets.UTF_8, mostRows);
    } catch (FaultException fault) {
      if (form != Form.CSV || !isOfEncoding(fault)) {
        throw fault;
      }
    }
    return check(file, form, GB18030, mostRows);
  }

  private static Table check(Path file, Form form, Charset charset, int mostRows) {
    int count = 0;
    try (Rows all = open(file, form, charset)) {
      while (all.next().isPresent()) {
        count++;
        if (count > mostRows) {
          throw Fault.TOO_LARGE.because(
              "The table has more than %d rows; send it in several pieces.", mostRows);
        }
      }
    }
    if (count == 0) {
      throw Fault.BAD_BODY.because("The table has no rows; give at least one project.");
    }
    return new Table(file, form, charset, count);
  }

  /** The rows; whoever asks closes them. */
  public Rows open() {
    return open(file, form, charset);
  }

  private static Rows open(Path file, Form form, Charset charset) {
    MeteredText text;
    try {
      text = MeteredText.open(file, charset);
    } catch (IOException unreadable) {
      throw Fault.NOT_FOUND
          .because("There is no file '%s' that can be read.", file.getFileName())
          .causedBy(unreadable);
    }
    try {
      return form.rows(text);
    } catch (IOException broken) {
      close(text);
      throw broken(0, broken);
    } catch (FaultException fault) {
      close(text);
      throw fault;
    }
  }

  /** The fault of a table that cannot be read on. */
  static FaultException broken(int row, Exception cause) {
    Throwable root = cause;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    if (root instanceof FaultException fault) {
      return fault;
    }
    String where = row == 0 ? "the header" : "row " + row;
    String why =
        root instanceof CharacterCodingException
            ? "it is neither text in UTF-8 nor, as a CSV, in GB18030"
            : String.valueOf(root.getMessage());
    return Fault.BAD_BODY
        .because(
            "The table cannot be read on at %s: %s.",
            where, why.length() > 200 ? why.substring(0, 200) + "…" : why)
        .causedBy(root);
  }

  static void close(Closeable open) {
    try {
      open.close();
    } catch (IOException unclosable) {
      throw new UncheckedIOException(unclosable);
    }
  }

  private static boolean isOfEncoding(FaultException fault) {
    return fault.getCause() instanceof CharacterCodingException;
  }
}
