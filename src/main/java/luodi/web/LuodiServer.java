package luodi.web;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.config.SizeUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import luodi.fault.Fault;

/** The HTTP server: live as soon as it listens, ready when it has a desk to answer from. */
public final class LuodiServer implements AutoCloseable {
  static final int MOST_BODY_MB = 20;
  static final int MOST_UPLOAD_MB = 4096;

  /** Room for a filter with a plot's outline in the address. */
  private static final int MOST_HEADER_BYTES = 32_768;

  private final AtomicReference<Desk> desk = new AtomicReference<>();
  private final AtomicReference<Keeper> keeper = new AtomicReference<>();
  private final AtomicReference<Admission> admission =
      new AtomicReference<>(new Admission(Optional.empty()));
  private final Jobs jobs = new Jobs();
  private final Javalin javalin;

  private LuodiServer() {
    javalin = Javalin.create(this::configure);
    Manners.complete(javalin);
  }

  /** Starts to listen; {@code port} 0 takes a free one. */
  public static LuodiServer start(String host, int port) {
    LuodiServer server = new LuodiServer();
    server.javalin.start(host, port);
    return server;
  }

  /** From now on requests are answered from this desk; those under way keep theirs. */
  public void open(Desk next) {
    desk.set(next);
  }

  /**
   * From now on files are taken in and editions published.
   *
   * @param token who sends it may do so; without one only who sits at this machine
   */
  public void entrust(Keeper to, Optional<String> token) {
    admission.set(new Admission(token));
    keeper.set(to);
  }

  /** All routes with their methods, such as {@code GET /rules/{id}}. */
  List<String> routes() {
    return javalin.unsafe.internalRouter.allHttpHandlers().stream()
        .map(route -> route.endpoint)
        .filter(route -> route.method.isHttpMethod())
        .map(route -> route.method.name() + " " + route.path)
        .toList();
  }

  public int port() {
    return javalin.port();
  }

  @Override
  public void close() {
    jobs.close();
    javalin.stop();
  }

  private void configure(JavalinConfig config) {
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.http.prefer405over404 = true;
    config.http.maxRequestSize = MOST_BODY_MB * 1_000_000L;
    config.jetty.multipartConfig.maxFileSize(MOST_UPLOAD_MB, SizeUnit.MB);
    config.jetty.multipartConfig.maxTotalRequestSize(MOST_UPLOAD_MB, SizeUnit.MB);
    config.jetty.multipartConfig.maxInMemoryFileSize(1, SizeUnit.MB);
    config.jetty.modifyHttpConfiguration(http -> http.setRequestHeaderSize(MOST_HEADER_BYTES));
    config.jetty.modifyServer(jetty -> jetty.setErrorHandler(new JettyProblems()));
    config.jetty.modifyServletContextHandler(
        servlets -> servlets.setErrorHandler(new JettyProblems()));
    Problems.install(config);
    Manners.install(config);
    Supplier<Desk> now = this::desk;
    PageDoors page = new PageDoors();
    List.of(
            new HealthDoors(desk),
            page,
            new OgcDoors(now, page),
            new ItemDoors(now),
            new ScreeningDoors(now),
            new ArchiveDoors(now),
            new ReportDoors(now),
            new ComparisonDoors(now),
            new LookUpDoors(now),
            new RuleDoors(now),
            new VerdictDoors(now),
            new MoveDoors(now),
            new CooperationDoors(now),
            new VerdictShapeDoors(now),
            new FitDoors(now),
            new VocabularyDoors(now),
            new TileDoors(now),
            new StyleDoors(now),
            new ProcessDoors(now, jobs),
            new EditionDoors(this::keeper, admission::get, jobs),
            new BatchDoors(now, jobs),
            new JobDoors(jobs))
        .forEach(group -> group.addTo(config));
  }

  private Desk desk() {
    Desk now = desk.get();
    if (now == null) {
      throw Fault.UNAVAILABLE.because(
          "The ground is still being loaded; ask again in some seconds.");
    }
    return now;
  }

  private Keeper keeper() {
    Keeper now = keeper.get();
    if (now == null) {
      throw Fault.FORBIDDEN.because("This server takes in no editions.");
    }
    return now;
  }
}
