package luodi.web;

import io.javalin.http.Context;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import luodi.batch.Batch;
import luodi.batch.CsvAnswers;
import luodi.batch.LineAnswers;
import luodi.batch.Rows;
import luodi.fault.Fault;
import luodi.ogc.Media;

/**
 * The answers of a batch, kept as compressed lines until its job is dismissed or forgotten.
 *
 * @param file in a folder of its own
 */
record KeptAnswers(Path file) implements Job.Result {
  /** Judges a table; nothing is left of it when it is stopped. */
  static KeptAnswers of(Batch batch, SentTable sent, Batch.Progress progress)
      throws IOException, InterruptedException {
    Path file = sent.folder().resolve("answers.jsonl.gz");
    boolean whole = false;
    try (Rows rows = sent.table().open();
        LineAnswers answers =
            new LineAnswers(
                new BufferedOutputStream(new GZIPOutputStream(Files.newOutputStream(file))))) {
      batch.judge(rows, answers, progress);
      whole = true;
    } finally {
      if (!whole) {
        SentTable.delete(sent.folder());
      }
    }
    return new KeptAnswers(file);
  }

  @Override
  public List<Media> forms() {
    return List.of(Media.JSON_LINES, Media.CSV);
  }

  @Override
  public void send(Context context, Media form) {
    try (InputStream kept = Files.newInputStream(file);
        InputStream lines = new BufferedInputStream(new GZIPInputStream(kept))) {
      context
          .contentType(form.type() + "; charset=utf-8")
          .header("Content-Disposition", "attachment; filename=\"batch." + form.word() + "\"");
      if (form == Media.CSV) {
        CsvAnswers table = new CsvAnswers(context.outputStream());
        LineAnswers.retell(lines, table);
        table.flush();
      } else {
        lines.transferTo(context.outputStream());
      }
    } catch (NoSuchFileException gone) {
      throw Fault.NOT_FOUND
          .because("The job's results were dismissed meanwhile; send the table anew.")
          .causedBy(gone);
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }

  @Override
  public void forget() {
    SentTable.delete(file.getParent());
  }
}
