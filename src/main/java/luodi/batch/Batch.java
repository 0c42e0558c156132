package luodi.batch;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import luodi.fault.Fault;
import luodi.fault.FaultException;
import luodi.siting.ProposalReader;
import luodi.siting.Screener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Judges row after row, several at a time, and writes the answers in the order of the rows. A row
 * that cannot be judged says why, and the others go on. Memory does not grow with the table.
 *
 * @param today the day of the law where a row tells none
 * @param workers how many rows are judged at a time
 */
public record Batch(Screener screener, LocalDate today, int workers) {
  private static final Logger LOG = LoggerFactory.getLogger(Batch.class);

  /** Rows begun per worker: enough that nobody waits for the slowest of them. */
  private static final int AHEAD = 16;

  /** Told how many rows are answered. */
  @FunctionalInterface
  public interface Progress {
    void reached(int rows);
  }

  /** How many rows were answered, and how many of them could not be judged. */
  public record Count(int rows, int refused) {}

  private record Begun(Row row, Future<RowAnswer> answer) {}

  /**
   * Judges all rows.
   *
   * @throws InterruptedException when somebody stopped it; what was written is not the whole
   */
  public Count judge(Rows rows, Answers answers, Progress progress)
      throws IOException, InterruptedException {
    ExecutorService pool = Executors.newFixedThreadPool(workers, Batch::thread);
    try {
      Deque<Begun> begun = new ArrayDeque<>();
      int done = 0;
      int refused = 0;
      Optional<Row> next = rows.next();
      while (next.isPresent() || !begun.isEmpty()) {
        if (next.isPresent() && begun.size() < AHEAD * workers) {
          Row row = next.get();
          begun.add(new Begun(row, pool.submit(() -> answer(row))));
          next = rows.next();
          continue;
        }
        RowAnswer answer = awaited(begun.remove());
        answers.write(answer);
        refused += answer.error().isPresent() ? 1 : 0;
        progress.reached(++done);
      }
      return new Count(done, refused);
    } finally {
      pool.shutdownNow();
    }
  }

  /** What one row's project is answered. */
  private RowAnswer answer(Row row) {
    JsonNode project = row.project().get();
    if (ProposalReader.isToBeKept(project)) {
      throw Fault.BAD_BODY
          .because(
              "A batch keeps no screenings; leave 'store' out, or POST the row to /screenings.")
          .at("/store");
    }
    return RowAnswer.of(row, screener.screen(ProposalReader.read(project, today)));
  }

  private static RowAnswer awaited(Begun begun) throws InterruptedException {
    try {
      return begun.answer().get();
    } catch (ExecutionException failed) {
      boolean told =
          failed.getCause() instanceof FaultException fault && fault.fault().status() < 500;
      return RowAnswer.refused(
          begun.row(), told ? (FaultException) failed.getCause() : ours(begun.row(), failed));
    }
  }

  /** One row that makes us fail says nothing of the others. */
  private static FaultException ours(Row row, ExecutionException failed) {
    LOG.error("event=batch-row-failed row={}", row.number(), failed.getCause());
    return Fault.INTERNAL.because("Something went wrong on our side; the log has this row.");
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "batch");
    thread.setDaemon(true);
    return thread;
  }
}
