package luodi.web;

import java.time.Clock;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
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
  private final Clock clock = Clock.systemUTC();
  private final Map<Lane, ThreadPoolExecutor> workers = new EnumMap<>(Lane.class);
  private final Map<Lane, Map<String, Job>> all = new EnumMap<>(Lane.class);

  Jobs() {
    for (Lane lane : Lane.values()) {
      workers.put(
          lane,
          new ThreadPoolExecutor(
              1,
              1,
              0,
              TimeUnit.SECONDS,
              new LinkedBlockingQueue<>(lane.mostWaiting),
              Jobs::thread));
      all.put(lane, new LinkedHashMap<>());
    }
  }

  /** Jobs of one lane are done one after the other; those of another do not wait for them. */
  enum Lane {
    USUAL(200, 1000),

    /** Each may take minutes, and keeps a file. */
    BATCH(20, 50);

    private final int mostWaiting;
    private final int mostKept;

    Lane(int mostWaiting, int mostKept) {
      this.mostWaiting = mostWaiting;
      this.mostKept = mostKept;
    }
  }

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
    return start(Lane.USUAL, process, progress -> work.call(), () -> {});
  }

  /**
   * Accepts work that tells how far it has come.
   *
   * @param afterwards done in any case when the work has ended or was dismissed before it began
   */
  Job start(Lane lane, String process, Work work, Runnable afterwards) {
    Job job = new Job(UUID.randomUUID().toString(), process, clock.instant());
    job.afterwards(afterwards);
    try {
      job.ranBy(
          workers
              .get(lane)
              .submit(
                  () -> {
                    try {
                      run(job, () -> work.done(percent -> job.reached(percent, clock.instant())));
                    } finally {
                      job.tidy();
                    }
                  }));
    } catch (RejectedExecutionException full) {
      throw Fault.TOO_MANY_REQUESTS
          .because("%d jobs wait already; ask again in a minute.", lane.mostWaiting)
          .causedBy(full);
    }
    synchronized (all) {
      all.get(lane).put(job.id(), job);
      forgetOldest(lane);
    }
    return job;
  }

  /** One job, or {@code NOT_FOUND}. */
  Job named(String id) {
    synchronized (all) {
      return all.values().stream()
          .map(jobs -> jobs.get(id))
          .filter(Objects::nonNull)
          .findFirst()
          .orElseThrow(
              () ->
                  Fault.NOT_FOUND.because(
                      "There is no job '%s'; jobs that ended long ago are forgotten.", id));
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
    workers.values().forEach(ThreadPoolExecutor::shutdownNow);
    synchronized (all) {
      all.values().forEach(jobs -> jobs.values().forEach(Job::forget));
    }
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

  private void forgetOldest(Lane lane) {
    Map<String, Job> jobs = all.get(lane);
    var oldest = jobs.values().iterator();
    while (jobs.size() > lane.mostKept && oldest.hasNext()) {
      Job job = oldest.next();
      if (job.state().isOver()) {
        job.forget();
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
