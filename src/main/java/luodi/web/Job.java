package luodi.web;

import io.javalin.http.Context;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Future;
import luodi.ogc.JobStatus;
import luodi.ogc.Link;
import luodi.ogc.Media;

/** A piece of work that goes on after its request was answered. Safe for many threads. */
final class Job {
  private static final String RESULTS = "http://www.opengis.net/def/rel/ogc/1.0/results";

  private final String id;
  private final String process;
  private final Instant created;
  private State state = State.ACCEPTED;
  private Optional<Instant> started = Optional.empty();
  private Optional<Instant> finished = Optional.empty();
  private Instant updated;
  private int progress;
  private String message = "";
  private Optional<Result> result = Optional.empty();
  private Optional<Future<?>> running = Optional.empty();
  private Runnable afterwards = () -> {};

  Job(String id, String process, Instant created) {
    this.id = id;
    this.process = process;
    this.created = created;
    this.updated = created;
  }

  /** Where a job stands. */
  enum State {
    ACCEPTED,
    RUNNING,
    SUCCESSFUL,
    FAILED,
    DISMISSED;

    boolean isOver() {
      return this == SUCCESSFUL || this == FAILED || this == DISMISSED;
    }
  }

  /** What came out. */
  interface Result {
    /** The forms in which it can be had, the usual one first. */
    List<Media> forms();

    /** Answers a request with it. */
    void send(Context context, Media form);

    /** Nobody will ask for it again. */
    default void forget() {}
  }

  /** What came out and fits into memory. */
  record Document(String type, byte[] bytes) implements Result {
    @Override
    public List<Media> forms() {
      return List.of(Media.JSON);
    }

    @Override
    public void send(Context context, Media form) {
      Respond.bytes(context, type, bytes);
    }
  }

  String id() {
    return id;
  }

  synchronized State state() {
    return state;
  }

  synchronized String message() {
    return message;
  }

  /** What came out of a successful job. */
  synchronized Optional<Result> result() {
    return result;
  }

  synchronized void ranBy(Future<?> future) {
    running = Optional.of(future);
  }

  /** What is done once, when the work has ended or will never begin. */
  synchronized void afterwards(Runnable what) {
    afterwards = what;
  }

  synchronized void tidy() {
    Runnable once = afterwards;
    afterwards = () -> {};
    once.run();
  }

  /** False when the job was dismissed before it began. */
  synchronized boolean begin(Instant now) {
    if (state != State.ACCEPTED) {
      return false;
    }
    state = State.RUNNING;
    started = Optional.of(now);
    updated = now;
    return true;
  }

  synchronized void reached(int percent, Instant now) {
    progress = percent;
    updated = now;
  }

  synchronized void succeed(Result came, Instant now) {
    if (state == State.RUNNING) {
      result = Optional.of(came);
      progress = 100;
      end(State.SUCCESSFUL, "", now);
    } else {
      came.forget();
    }
  }

  synchronized void fail(String why, Instant now) {
    if (!state.isOver()) {
      end(State.FAILED, why, now);
    }
  }

  /** Stops the work and forgets what came out. */
  synchronized void dismiss(Instant now) {
    running.ifPresent(future -> future.cancel(true));
    if (state == State.ACCEPTED) {
      tidy();
    }
    forget();
    end(State.DISMISSED, "", now);
  }

  /** Drops what came out. */
  synchronized void forget() {
    result.ifPresent(Result::forget);
    result = Optional.empty();
  }

  private void end(State reached, String why, Instant now) {
    state = reached;
    message = why;
    finished = Optional.of(now);
    updated = now;
  }

  /** As the standard writes it. */
  synchronized JobStatus status(String base) {
    String at = base + "/jobs/" + id;
    List<Link> links = new ArrayList<>();
    links.add(new Link(at, "self", Media.JSON.type(), "This job"));
    if (state == State.SUCCESSFUL) {
      links.add(
          new Link(
              at + "/results",
              RESULTS,
              result.map(came -> came.forms().get(0).type()).orElse(""),
              "Results"));
    }
    return new JobStatus(
        id,
        process,
        "process",
        state.name().toLowerCase(Locale.ROOT),
        message.isEmpty() ? null : message,
        progress,
        shown(created),
        started.map(Job::shown).orElse(null),
        finished.map(Job::shown).orElse(null),
        shown(updated),
        links);
  }

  private static String shown(Instant at) {
    return at.truncatedTo(ChronoUnit.MILLIS).toString();
  }
}
