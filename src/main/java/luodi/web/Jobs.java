package luodi.web;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import luodi.fault.Fault;
import luodi.fault.FaultException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All jobs of this server, in memory: some run, some wait, those that ended are kept for a while. A
 * job's id cannot be guessed and is the only key to it, so there is no list of jobs: a plot is
 * somebody's secret. Safe for many threads.
 */
final class Jobs implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Jobs.class);
  private static final int MOST_WAITING = 200;
  private static final int MOST_KEPT = 1000;

  private final Clock clock = Clock.systemUTC();
  private final ThreadPoolExecutor workers =
      new ThreadPoolExecutor(
          1, 1, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(MOST_WAITING), Jobs::thread);
  private final Map<String, Job> all = new LinkedHashMap<>();

  /** Told how far a job has come. */
  interface Progress {
    void reached(int percent);
  }

  /** Work that tells how far it has come. */
  interface Work {
    Job.Result done(Progress progress) throws Exception;
  }

  /** Accepts work, or {@code TOO_MANY_REQUESTS} when too much waits already. */
  Job start(String process, Callable<Job.Result> work) {
    return start(process, progress -> work.call(), () -> {});
  }

  /**
   * Accepts work that tells how far it has come.
   *
   * @param afterwards done in any case when the work has ended or was dismissed before it began
   */
  Job start(String process, Work work, Runnable afterwards) {
    Job job = new Job(UUID.randomUUID().toString(), process, clock.instant());
    job.afterwards(afterwards);
    try {
      job.ranBy(
          workers.submit(
              () -> {
                try {
                  run(job, () -> work.done(percent -> job.reached(percent, clock.instant())));
                } finally {
                  job.tidy();
                }
              }));
    } catch (RejectedExecutionException full) {
      throw Fault.TOO_MANY_REQUESTS
          .because("%d jobs wait already; ask again in a minute.", MOST_WAITING)
          .causedBy(full);
    }
    synchronized (all) {
      all.put(job.id(), job);
      forgetOldest();
    }
    return job;
  }

  /** One job, or {@code NOT_FOUND}. */
  Job named(String id) {
    synchronized (all) {
      Job job = all.get(id);
      if (job == null) {
        throw Fault.NOT_FOUND.because(
            "There is no job '%s'; jobs that ended long ago are forgotten.", id);
      }
      return job;
    }
  }

  /** Stops a job, or forgets what came out of it. */
  Job dismiss(String id) {
    Job job = named(id);
    job.dismiss(clock.instant());
    return job;
  }

  @Override
  public void close() {
    workers.shutdownNow();
  }

  private void run(Job job, Callable<Job.Result> work) {
    if (!job.begin(clock.instant())) {
      return;
    }
    try {
      job.succeed(work.call(), clock.instant());
    } catch (FaultException fault) {
      job.fail(fault.getMessage(), clock.instant());
    } catch (Exception failed) {
      if (job.state() != Job.State.DISMISSED) {
        LOG.error("job={} failed", job.id(), failed);
        job.fail("Something went wrong on our side; the log names this job.", clock.instant());
      }
    }
  }

  private void forgetOldest() {
    var oldest = all.values().iterator();
    while (all.size() > MOST_KEPT && oldest.hasNext()) {
      if (oldest.next().state().isOver()) {
        oldest.remove();
      }
    }
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "job");
    thread.setDaemon(true);
    return thread;
  }
}
