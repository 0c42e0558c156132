package luodi.web;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import luodi.batch.Table;
import luodi.fault.Fault;
import luodi.fault.FaultException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A table that came as the body of a request, kept in a folder of its own. */
record SentTable(Table table, Path folder) {
  private static final Logger LOG = LoggerFactory.getLogger(SentTable.class);
  static final int MOST_ROWS = 100_000;
  private static final long MOST_MB = 512;
  private static final int PIECE = 1 << 16;

  /** Receives the body and reads it once: what is wrong with the whole of it is told at once. */
  static SentTable receive(Context context) {
    Table.Form form = form(context.contentType());
    if (context.req().getContentLengthLong() > MOST_MB * 1_000_000) {
      throw tooLarge(); // before the client has sent it all
    }
    Path folder = null;
    try {
      folder = Files.createTempDirectory("luodi-batch");
      Path file = folder.resolve("rows");
      copy(context.bodyInputStream(), file);
      return new SentTable(Table.check(file, form, MOST_ROWS), folder);
    } catch (FaultException fault) {
      delete(folder);
      throw fault;
    } catch (IOException failed) {
      delete(folder);
      throw Fault.UNAVAILABLE.because("The table cannot be kept here.").causedBy(failed);
    }
  }

  /** Deletes the rows, and the folder unless answers lie beside them. */
  void deleteRows() {
    try {
      Files.deleteIfExists(table.file());
      Files.deleteIfExists(folder);
    } catch (DirectoryNotEmptyException answered) {
      LOG.debug("event=batch-rows-deleted");
    } catch (IOException undeletable) {
      throw Fault.UNAVAILABLE.because("A received table cannot be deleted.").causedBy(undeletable);
    }
  }

  /** Deletes the folder with all that lies in it. */
  static void delete(Path folder) {
    if (folder == null || !Files.isDirectory(folder)) {
      return;
    }
    try (var files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.deleteIfExists(file);
      }
      Files.deleteIfExists(folder);
    } catch (IOException undeletable) {
      throw Fault.UNAVAILABLE.because("A batch's folder cannot be deleted.").causedBy(undeletable);
    }
  }

  private static void copy(InputStream body, Path file) throws IOException {
    byte[] piece = new byte[PIECE];
    long all = 0;
    try (OutputStream out = Files.newOutputStream(file)) {
      for (int read = body.read(piece); read >= 0; read = body.read(piece)) {
        all += read;
        if (all > MOST_MB * 1_000_000) {
          throw tooLarge();
        }
        out.write(piece, 0, read);
      }
    }
  }

  private static FaultException tooLarge() {
    return Fault.TOO_LARGE.because(
        "The table is larger than %d MB; send it in several pieces.", MOST_MB);
  }

  private static Table.Form form(String contentType) {
    String type = contentType == null ? "" : contentType.split(";")[0].strip();
    return switch (type.toLowerCase(Locale.ROOT)) {
      case "text/csv" -> Table.Form.CSV;
      case "application/json" -> Table.Form.JSON_ARRAY;
      case "application/x-ndjson", "application/jsonl", "application/json-lines" ->
          Table.Form.JSON_LINES;
      default ->
          throw Fault.UNSUPPORTED_MEDIA_TYPE.because(
              "A table of type '%s' is not read here; send it with the header Content-Type: text/csv, application/x-ndjson (a project a line) or application/json (an array of projects).",
              type);
    };
  }
}
