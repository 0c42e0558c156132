package luodi.cli;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import luodi.archive.Archive;
import luodi.atlas.Atlas;
import luodi.atlas.AtlasStore;
import luodi.atlas.Layer;
import luodi.fabric.Fabric;
import luodi.fabric.FabricFile;
import luodi.fault.Fault;
import luodi.gpkg.GeoPackageFormat;
import luodi.ground.Ask;
import luodi.industry.Industries;
import luodi.ingest.flatgeobuf.FlatGeobufFormat;
import luodi.ingest.format.CsvFormat;
import luodi.ingest.format.Formats;
import luodi.ingest.format.GeoJsonFormat;
import luodi.ingest.shapefile.ShapefileFormat;
import luodi.postgis.Publications;
import luodi.rule.Rulebook;
import luodi.score.Indicators;
import luodi.siting.Landscape;
import luodi.siting.Screener;
import luodi.synthetic.Options;
import luodi.web.Desk;
import luodi.web.LuodiServer;

/** The one place that builds objects. */
final class Wiring {
  /** A notification may be lost; then a publication is seen this much later. */
  private static final Duration LOOK_ANYWAY = Duration.ofSeconds(10);

  private static final String FABRIC = "fabric.bin";
  private static final String SCREENINGS = "screenings";

  private final Settings settings;
  private final PrintStream err;
  private final GroundStore ground;
  private final IndicatorFolder brought;
  private Optional<Rulebook> law = Optional.empty(); // read when first wanted
  private Optional<Screener> screener = Optional.empty(); // of the last desk
  private final Object compiling = new Object();
  private Optional<Compiled> last = Optional.empty(); // guarded by compiling

  /** A fabric and the atlas that it was compiled from. */
  private record Compiled(Atlas atlas, Fabric fabric) {
    Fabric renewed(Atlas next, Fabric.Progress progress, Path file) {
      return FabricFile.renew(fabric, atlas, next, progress, file);
    }
  }

  Wiring(Settings settings, PrintStream err) {
    this.settings = settings;
    this.err = err;
    this.ground = new GroundStore(settings);
    this.brought = new IndicatorFolder(settings.data());
  }

  /**
   * Listens at once, loads the ground, tells that it is ready, and serves until the process ends.
   */
  void serve(Supplier<Atlas> first) throws InterruptedException {
    law(); // a broken rulebook or pack is told before anything is loaded
    try (LuodiServer server = LuodiServer.start(settings.host(), settings.port())) {
      Runtime.getRuntime().addShutdownHook(new Thread(server::close));
      Desk desk = desk(first.get());
      server.open(desk);
      System.out.printf("Luodi is ready at http://%s:%d%n", settings.host(), server.port());
      desk.places().prepare(desk.today());
      StoreKeeper keeper =
          new StoreKeeper(
              this::store, brought::stamp, desk, this::desk, server::open, this::compile);
      server.entrust(keeper, settings.token());
      keeper.start();
      catchUp(keeper);
      new CountDownLatch(1).await();
    }
  }

  /** Databases tell of publications; whatever else lies in the data directory is looked at. */
  private void catchUp(StoreKeeper keeper) {
    if (ground.database().isPresent()) {
      Publications.hear(ground.database().get(), LOOK_ANYWAY, keeper::catchUp);
    } else {
      keeper.catchUpEvery(LOOK_ANYWAY);
    }
  }

  private void compile(Desk desk) {
    Landscape landscape = landscape(desk);
    desk.landscape().set(landscape);
    landscape.prepare(desk.today());
  }

  /** The whole ground under the desk's law. */
  Landscape landscape(Desk desk) {
    return new Landscape(desk.screener(), fabric(desk));
  }

  /** The national rulebook with the packs of the settings over it. */
  private synchronized Rulebook law() {
    if (law.isEmpty()) {
      law = Optional.of(PackFiles.over(Rulebook.load(), settings.packs()));
    }
    return law.get();
  }

  /** What answers are made from; what has not changed since the last desk is shared with it. */
  synchronized Desk desk(Atlas atlas) {
    Indicators indicators = brought.read();
    Screener next =
        screener
            .map(before -> before.over(atlas, indicators))
            .orElseGet(() -> first(atlas, indicators));
    screener = Optional.of(next);
    return Desk.of(next, Archive.in(settings.data().resolve(SCREENINGS)), Clock.systemUTC());
  }

  private Screener first(Atlas atlas, Indicators indicators) {
    Rulebook rulebook = law();
    return new Screener(
        atlas, rulebook, Industries.load(), rulebook.profile(settings.profile()), indicators);
  }

  /**
   * The fabric of the desk's atlas, compiled when none is kept beside it, and only where the ground
   * differs from that of the last one.
   */
  private Fabric fabric(Desk desk) {
    synchronized (compiling) { // for minutes; a desk need not wait for it
      return compiled(desk);
    }
  }

  private Fabric compiled(Desk desk) {
    Path file = settings.data().resolve(FABRIC);
    Atlas atlas = desk.atlas();
    List<Ask> asks = desk.rulebook().asks(OptionalDouble.empty());
    Progress told = new Progress(err);
    Fabric.Progress progress = (done, all) -> told.tell("compiling the fabric", done, all);
    Fabric fabric =
        FabricFile.open(atlas, asks, file)
            .or(() -> last.map(former -> former.renewed(atlas, progress, file)))
            .orElseGet(() -> FabricFile.compile(atlas, asks, progress, file));
    last = Optional.of(new Compiled(atlas, fabric));
    return fabric;
  }

  /**
   * The demo ground, made first when the store has none. Who asks for no scale gets what is there.
   *
   * @throws luodi.fault.FaultException {@code CONFLICT} when another lies there than was asked for
   */
  Atlas demoGround(Optional<String> scale, Optional<Integer> vertices) {
    Options asked =
        Options.named(scale.orElse("small"), settings.seed())
            .withVertices(vertices.orElse(Options.USUAL_VERTICES));
    if (ground.isEmpty()) {
      DemoGround demo = new DemoGround(asked, new Progress(err));
      ground.fill(store -> demo.write(store, ground.file()));
    } else if (scale.isPresent() || vertices.isPresent() || settings.asksForASeed()) {
      mustHold(asked);
    }
    return storedGround();
  }

  private void mustHold(Options asked) {
    try (AtlasStore store = ground.open()) {
      for (Layer layer : store.layers()) {
        if (Options.isMade(layer.edition()) && !layer.edition().equals(asked.edition())) {
          throw Fault.CONFLICT.because(
              "%s holds the demo ground %s; %s was asked for. Start without --scale, --vertices and LUODI_SEED to serve what is"
                  + " there, name another directory by --data or another --database, or remove the file (in a database, the schemas luodi and luodi_drafts) to have it made anew.",
              ground.where(), layer.edition(), asked.edition());
        }
      }
    }
  }

  /** The ground that is published. */
  Atlas storedGround() {
    try (AtlasStore store = ground.openMade()) {
      return Atlas.of(store);
    }
  }

  /** The store of the ground, made when there is none. */
  AtlasStore store() {
    return ground.open();
  }

  /** Where the ground is kept. */
  GroundStore ground() {
    return ground;
  }

  /** The formats of files that are read. */
  static Formats formats() {
    return Formats.of(
        List.of(
            new GeoPackageFormat(),
            new FlatGeobufFormat(),
            new ShapefileFormat(),
            new GeoJsonFormat(),
            new CsvFormat()));
  }
}
