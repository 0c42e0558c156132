package luodi.cli;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
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
import luodi.gpkg.GeoPackageStore;
import luodi.ground.Ask;
import luodi.industry.Industries;
import luodi.ingest.flatgeobuf.FlatGeobufFormat;
import luodi.ingest.format.CsvFormat;
import luodi.ingest.format.Formats;
import luodi.ingest.format.GeoJsonFormat;
import luodi.ingest.shapefile.ShapefileFormat;
import luodi.rule.Rulebook;
import luodi.siting.Landscape;
import luodi.synthetic.Options;
import luodi.web.Desk;
import luodi.web.LuodiServer;

/** The one place that builds objects. */
final class Wiring {
  private static final String GROUND = "ground.gpkg";
  private static final String FABRIC = "fabric.bin";
  private static final String SCREENINGS = "screenings";

  private final Settings settings;
  private final PrintStream err;

  Wiring(Settings settings, PrintStream err) {
    this.settings = settings;
    this.err = err;
  }

  /**
   * Listens at once, loads the ground, tells that it is ready, and serves until the process ends.
   */
  void serve(Supplier<Atlas> ground) throws InterruptedException {
    try (LuodiServer server = LuodiServer.start(settings.host(), settings.port())) {
      Runtime.getRuntime().addShutdownHook(new Thread(server::close));
      Desk desk = desk(ground.get());
      server.open(desk);
      System.out.printf("Luodi is ready at http://%s:%d%n", settings.host(), server.port());
      desk.places().prepare(desk.today());
      StoreKeeper keeper =
          new StoreKeeper(this::store, desk, this::desk, server::open, this::compile);
      server.entrust(keeper, settings.token());
      keeper.start();
      new CountDownLatch(1).await();
    }
  }

  private void compile(Desk desk) {
    desk.landscape().set(new Landscape(desk.screener(), fabric(desk)));
  }

  /** What answers are made from. */
  Desk desk(Atlas atlas) {
    Rulebook rulebook = Rulebook.load();
    return Desk.of(
        atlas,
        rulebook,
        Industries.load(),
        rulebook.profile(settings.profile()),
        Archive.in(settings.data().resolve(SCREENINGS)),
        new IndicatorFolder(settings.data()).read(),
        Clock.systemUTC());
  }

  /** The fabric of the desk's atlas, compiled when none is kept beside it. */
  private Fabric fabric(Desk desk) {
    Path file = settings.data().resolve(FABRIC);
    List<Ask> asks = desk.rulebook().asks(OptionalDouble.empty());
    return FabricFile.open(desk.atlas(), asks, file)
        .orElseGet(
            () -> {
              Progress progress = new Progress(err);
              FabricFile.write(
                  Fabric.of(
                      desk.atlas(),
                      asks,
                      (done, all) -> progress.tell("compiling the fabric", done, all)),
                  desk.atlas(),
                  file);
              return FabricFile.open(desk.atlas(), asks, file).orElseThrow();
            });
  }

  /**
   * The demo ground, made first when the data directory has none. Who asks for no scale gets what
   * is there.
   *
   * @throws luodi.fault.FaultException {@code CONFLICT} when another lies there than was asked for
   */
  Atlas demoGround(Optional<String> scale, Optional<Integer> vertices) {
    Options asked =
        Options.named(scale.orElse("small"), settings.seed())
            .withVertices(vertices.orElse(Options.USUAL_VERTICES));
    if (!Files.exists(file())) {
      new DemoGround(asked, new Progress(err)).write(file());
    } else if (scale.isPresent() || vertices.isPresent() || settings.asksForASeed()) {
      mustHold(asked);
    }
    return storedGround();
  }

  private void mustHold(Options asked) {
    try (AtlasStore store = GeoPackageStore.open(file())) {
      for (Layer layer : store.layers()) {
        if (Options.isMade(layer.edition()) && !layer.edition().equals(asked.edition())) {
          throw Fault.CONFLICT.because(
              "%s in %s holds the demo ground %s; %s was asked for. Start without --scale, --vertices and LUODI_SEED to serve what is"
                  + " there, name another directory by --data, or remove the file to have it made anew.",
              GROUND, settings.data(), layer.edition(), asked.edition());
        }
      }
    }
  }

  /** The ground of the data directory. */
  Atlas storedGround() {
    if (!Files.exists(file())) {
      throw Fault.NOT_FOUND.because(
          "There is no %s in %s; make the demo ground with: bin/luodi demo",
          GROUND, settings.data());
    }
    try (AtlasStore store = GeoPackageStore.open(file())) {
      return Atlas.of(store);
    }
  }

  /** The store of the data directory, made when there is none. */
  AtlasStore store() {
    return GeoPackageStore.open(file());
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

  private Path file() {
    return settings.data().resolve(GROUND);
  }
}
