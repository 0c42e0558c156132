package luodi.cli;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import luodi.archive.Archive;
import luodi.atlas.Atlas;
import luodi.atlas.AtlasStore;
import luodi.atlas.Layer;
import luodi.atlas.LayerEdition;
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
      desk.landscape().set(new Landscape(desk.screener(), fabric(desk)));
      new CountDownLatch(1).await();
    }
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

  /** The demo ground, made first when the data directory has none of this scale and seed. */
  Atlas demoGround(String scale) {
    Path file = file();
    if (!Files.exists(file)) {
      new DemoGround(settings.seed(), new Progress(err)).write(scale, file);
    }
    return storedGround();
  }

  /** The ground of the data directory. */
  Atlas storedGround() {
    if (!Files.exists(file())) {
      throw Fault.NOT_FOUND.because(
          "There is no %s in %s; make the demo ground with: bin/luodi demo",
          GROUND, settings.data());
    }
    try (AtlasStore store = GeoPackageStore.open(file())) {
      List<LayerEdition> editions = new ArrayList<>();
      for (Layer layer : store.layers()) {
        editions.add(store.read(layer.id()));
      }
      return Atlas.of(store.history().number(), editions);
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
