package luodi.web;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import luodi.archive.Archive;
import luodi.atlas.Atlas;
import luodi.atlas.AtlasStore;
import luodi.atlas.Layer;
import luodi.atlas.LayerEdition;
import luodi.cli.Luodi;
import luodi.fabric.Fabric;
import luodi.gpkg.GeoPackageStore;
import luodi.industry.Industries;
import luodi.rule.Rulebook;
import luodi.siting.Landscape;
import luodi.siting.Screener;

/**
 * One ground for all tests that only ask: the real layers of the whole country and the synthetic
 * ones of Ningxia, made once and served on a free port until the tests end. Its clock stands at
 * 2026-11-24. A test that swaps the ground starts a server of its own.
 */
public final class ServedGround {
  /** Ningxia: the smallest province of the demo. */
  private static final String PROVINCE = "640000";

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-24T04:00:00Z"), ZoneOffset.UTC);

  private ServedGround() {}

  private static final class Made {
    static final Atlas ATLAS = make();
    static final Desk DESK = desk(ATLAS);
    static final LuodiServer SERVER = serve();

    private static LuodiServer serve() {
      LuodiServer server = LuodiServer.start("127.0.0.1", 0);
      DESK.landscape().make(() -> new Landscape(DESK.screener(), fabric()));
      server.open(DESK);
      return server;
    }
  }

  /** The ground itself. */
  public static Atlas atlas() {
    return Made.ATLAS;
  }

  /** What the server answers from. */
  public static Desk desk() {
    return Made.DESK;
  }

  /** A desk for another ground, with the same law and clock. */
  public static Desk desk(Atlas atlas) {
    return desk(atlas, Rulebook.load());
  }

  /** A desk for any ground and law, with the same clock. */
  public static Desk desk(Atlas atlas, Rulebook rulebook) {
    return Desk.of(
        new Screener(atlas, rulebook, Industries.load(), rulebook.profile("demo")),
        Scratch.ARCHIVE,
        CLOCK);
  }

  /** Where the servers of all tests keep screenings; it goes when the tests end. */
  private static final class Scratch {
    static final Archive ARCHIVE = Archive.in(folder());

    private static Path folder() {
      try {
        Path folder = Files.createTempDirectory("luodi-screenings");
        Runtime.getRuntime().addShutdownHook(new Thread(() -> remove(folder)));
        return folder;
      } catch (IOException unwritable) {
        throw new UncheckedIOException(unwritable);
      }
    }

    private static void remove(Path folder) {
      try (var all = Files.walk(folder)) {
        all.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
      } catch (IOException gone) {
        // nothing is left to remove
      }
    }
  }

  /** The fabric of the served ground. */
  public static Fabric fabric() {
    return Compiled.FABRIC;
  }

  private static final class Compiled {
    static final Fabric FABRIC = compile();
  }

  private static Fabric compile() {
    return Fabric.of(
        Made.ATLAS, Made.DESK.rulebook().asks(OptionalDouble.empty()), ServedGround::unheard);
  }

  private static void unheard(int done, int all) {
    // Workers tell of their progress; a lambda of the class being made would wait for it for ever.
  }

  /** All routes of the server. */
  static List<String> routes() {
    return Made.SERVER.routes();
  }

  /** The address of a path on the server, such as {@code /collections?f=json}. */
  public static URI at(String path) {
    return URI.create("http://127.0.0.1:" + Made.SERVER.port() + path);
  }

  private static Atlas make() {
    try {
      Path directory = Files.createTempDirectory("luodi-ground");
      PrintStream quiet = new PrintStream(PrintStream.nullOutputStream());
      int code =
          Luodi.run(
              new String[] {"synthesize", "--scale", PROVINCE, "--out", directory.toString()},
              quiet,
              quiet);
      if (code != 0) {
        throw new IllegalStateException("the ground could not be made: exit code " + code);
      }
      return read(directory);
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }

  private static Atlas read(Path directory) throws IOException {
    List<LayerEdition> editions = new ArrayList<>();
    try (AtlasStore store = GeoPackageStore.open(directory.resolve("ground.gpkg"))) {
      for (Layer layer : store.layers()) {
        editions.add(store.read(layer.id()));
      }
    }
    try (var files = Files.list(directory)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(directory);
    return Atlas.of(1, editions);
  }
}
