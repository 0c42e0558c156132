package luodi.cli;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import luodi.atlas.Atlas;
import luodi.atlas.AtlasStore;
import luodi.atlas.Edition;
import luodi.ingest.edition.Ingest;
import luodi.ingest.edition.Manifest;
import luodi.ingest.edition.Publishing;
import luodi.rule.Vocabulary;
import luodi.web.Desk;
import luodi.web.Keeper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the ground in a store that is opened for each piece of work. One publication after the
 * other swaps the server's desk; the fabric of the newest is compiled behind it.
 */
final class StoreKeeper implements Keeper {
  private static final Logger LOG = LoggerFactory.getLogger(StoreKeeper.class);

  private final Supplier<AtlasStore> open;
  private final Supplier<String> brought;
  private final Function<Atlas, Desk> desks;
  private final Consumer<Desk> server;
  private final Consumer<Desk> compile;
  private final ExecutorService compiler =
      Executors.newSingleThreadExecutor(work -> daemon(work, "fabric"));
  private volatile Desk desk; // written by one publication at a time
  private String seen; // of what users brought

  /**
   * @param brought another text whenever users brought other indicators
   * @param desks makes the desk of an atlas
   * @param server takes the desk that answers come from
   * @param compile compiles a desk's fabric
   */
  StoreKeeper(
      Supplier<AtlasStore> open,
      Supplier<String> brought,
      Desk first,
      Function<Atlas, Desk> desks,
      Consumer<Desk> server,
      Consumer<Desk> compile) {
    this.open = open;
    this.brought = brought;
    this.seen = brought.get();
    this.desk = first;
    this.desks = desks;
    this.server = server;
    this.compile = compile;
  }

  /** Compiles the fabric of the first desk, unless a publication comes before. */
  void start() {
    Desk first = desk;
    compiler.execute(() -> compileIfCurrent(first));
  }

  @Override
  public List<Edition> editions(String layer) {
    try (AtlasStore store = open.get()) {
      return store.editions(layer);
    }
  }

  @Override
  public Edition edition(String layer, String edition) {
    try (AtlasStore store = open.get()) {
      return store.edition(layer, edition);
    }
  }

  @Override
  public Edition ingest(Upload upload, Ingest.Progress progress) {
    Desk now = desk;
    Vocabulary words = now.rulebook().words();
    Manifest manifest =
        Manifest.read(upload.manifest(), upload.layer(), words.layer(upload.layer()));
    LocalDate today = now.today();
    try (AtlasStore store = open.get()) {
      return new Ingest(Wiring.formats(), store, words, progress)
          .run(new Ingest.Order(upload.file(), upload.layer(), manifest, today, upload.accept()))
          .edition();
    }
  }

  @Override
  public synchronized Edition publish(String layer, String edition, boolean accept) {
    try (AtlasStore store = open.get()) {
      Publishing.publish(store, layer, edition, accept);
      renew(store);
      return store.edition(layer, edition);
    }
  }

  @Override
  public synchronized Edition withdraw(String layer, String edition) {
    try (AtlasStore store = open.get()) {
      store.withdraw(layer, edition);
      renew(store);
      return store.edition(layer, edition);
    }
  }

  /** Catches up again and again, until what it gives is shut down. */
  ScheduledExecutorService catchUpEvery(Duration pause) {
    ScheduledExecutorService clock =
        Executors.newSingleThreadScheduledExecutor(work -> daemon(work, "catching-up"));
    clock.scheduleWithFixedDelay(
        this::catchUp, pause.toNanos(), pause.toNanos(), TimeUnit.NANOSECONDS);
    return clock;
  }

  private static Thread daemon(Runnable work, String name) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    return thread;
  }

  /**
   * Swaps the desk when somebody else has published or withdrawn something, or users brought other
   * indicators.
   */
  synchronized void catchUp() {
    try (AtlasStore store = open.get()) {
      String now = brought.get();
      boolean others = !now.equals(seen);
      seen = now;
      if (store.history().number() != desk.atlas().number()) {
        renew(store);
      } else if (others) {
        answerFrom(desk.atlas());
      }
    } catch (RuntimeException failed) { // the server goes on with what it has, and looks again
      LOG.warn(
          "the newest atlas is not loaded; answers come from atlas={}",
          desk.atlas().name(),
          failed);
    }
  }

  private void renew(AtlasStore store) {
    answerFrom(desk.atlas().renewed(store));
  }

  private void answerFrom(Atlas atlas) {
    Desk next = desks.apply(atlas);
    desk = next;
    LOG.info("answers come from a new atlas={}", next.atlas().name());
    server.accept(next);
    compiler.execute(() -> compileIfCurrent(next));
  }

  /** A fabric that is out of date before it is begun is not worth its minutes. */
  private void compileIfCurrent(Desk next) {
    if (next == desk) {
      compile.accept(next);
    }
  }
}
