package luodi.bench;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import luodi.archive.Archive;
import luodi.atlas.Atlas;
import luodi.atlas.AtlasStore;
import luodi.atlas.Layer;
import luodi.atlas.LayerEdition;
import luodi.atlas.Zone;
import luodi.gpkg.GeoPackageStore;
import luodi.industry.Industries;
import luodi.rule.Rulebook;
import luodi.siting.Screener;
import luodi.web.Desk;
import luodi.web.LuodiServer;
import org.locationtech.jts.geom.Envelope;

/**
 * Tiles and pages of features over HTTP against what PostGIS does by itself, in one run on the same
 * machine: {@code bin/bench open-doors [SECONDS]}. The ratios are what counts; the figures beside
 * them are this machine's.
 */
public final class OpenDoors {
  private static final String LAYER = "env-unit";
  private static final int[] ZOOMS = {6, 9, 12};
  private static final int MOST_TILES = 300;
  private static final int PAGE = 1000;
  private static final int CLIENTS = 8;
  private static final int MANY = 64;
  private static final int A_MINUTE = 60;

  private OpenDoors() {}

  public static void main(String[] arguments) throws Exception {
    Atlas atlas = read(Path.of(arguments[0]));
    int seconds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 15;
    List<Zone> zones = atlas.zones(LAYER);
    List<PostgisSide.At> tiles = tiles(zones);
    System.out.printf(
        Locale.ROOT,
        "%d zones of %s, %d processors, %d clients, %d s each%n",
        zones.size(),
        LAYER,
        Runtime.getRuntime().availableProcessors(),
        CLIENTS,
        seconds);
    try (LuodiServer server = LuodiServer.start("127.0.0.1", 0);
        PostgisSide postgis = new PostgisSide(System.getenv("LUODI_TEST_DATABASE_URL"))) {
      server.open(desk(atlas));
      postgis.load(zones, tiles);
      for (int zoom : ZOOMS) {
        compareTiles(server.port(), postgis, only(tiles, zoom), seconds);
      }
      floor(server.port(), seconds);
      comparePages(server.port(), postgis, zones.size(), seconds);
      crowd(server.port(), tiles, zones.size());
    }
  }

  private static void floor(int port, int seconds) throws InterruptedException {
    Load load = new Load(port, List.of("/health/live"));
    load.run(CLIENTS, 3);
    System.out.printf(
        Locale.ROOT, "HTTP floor (/health/live): %.0f/s%n", load.run(CLIENTS, seconds).perSecond());
  }

  private static void compareTiles(
      int port, PostgisSide postgis, List<PostgisSide.At> tiles, int seconds) throws Exception {
    int zoom = tiles.get(0).z();
    Load load =
        new Load(
            port,
            tiles.stream()
                .map(at -> "/tiles/%s/%d/%d/%d.mvt".formatted(LAYER, at.z(), at.x(), at.y()))
                .toList());
    double cold = load.once().perSecond();
    load.run(CLIENTS, 3);
    Load.Outcome warm = load.run(CLIENTS, seconds);
    postgis.tilesPerSecond(zoom, tiles.size(), CLIENTS, 3);
    double theirs = postgis.tilesPerSecond(zoom, tiles.size(), CLIENTS, seconds);
    System.out.printf(
        Locale.ROOT,
        "tiles z%d (%d tiles, %.0f kB each): %.0f/s warm, %.0f/s at first sight on one connection; ST_AsMVT %.1f/s; %.1f times%n",
        zoom,
        tiles.size(),
        warm.bytes() / 1000.0 / warm.sorted().length,
        warm.perSecond(),
        cold,
        theirs,
        warm.perSecond() / theirs);
    mustBeClean(warm);
  }

  private static void comparePages(int port, PostgisSide postgis, int zones, int seconds)
      throws Exception {
    int offsets = Math.max(1, zones - PAGE);
    List<String> paths = new ArrayList<>();
    Random random = new Random(1);
    for (int i = 0; i < MOST_TILES; i++) {
      paths.add(page(random.nextInt(offsets)));
    }
    Load load = new Load(port, paths);
    load.run(CLIENTS, 5);
    Load.Outcome ours = load.run(CLIENTS, seconds);
    postgis.pagesPerSecond(offsets, CLIENTS, 3);
    double theirs = postgis.pagesPerSecond(offsets, CLIENTS, seconds);
    System.out.printf(
        Locale.ROOT,
        "pages of %d features (%.0f kB each): %.1f/s; ST_AsGeoJSON %.1f/s; %.1f times%n",
        PAGE,
        ours.bytes() / 1000.0 / ours.sorted().length,
        ours.perSecond(),
        theirs,
        ours.perSecond() / theirs);
    mustBeClean(ours);
  }

  private static void crowd(int port, List<PostgisSide.At> tiles, int zones) throws Exception {
    List<String> paths = new ArrayList<>();
    for (PostgisSide.At at : tiles) {
      paths.add("/tiles/%s/%d/%d/%d.mvt".formatted(LAYER, at.z(), at.x(), at.y()));
    }
    new Load(port, paths).once();
    Load.Outcome outcome = new Load(port, paths).run(MANY, A_MINUTE);
    System.out.printf(
        Locale.ROOT,
        "%d connections for a minute, tiles: %.0f/s, %d errors, median %.1f ms, 99th percentile %.1f ms, %.1f times the median%n",
        MANY,
        outcome.perSecond(),
        outcome.errors(),
        outcome.millis(0.5),
        outcome.millis(0.99),
        outcome.millis(0.99) / outcome.millis(0.5));
    Random random = new Random(2);
    List<String> pages = new ArrayList<>();
    for (int i = 0; i < MOST_TILES; i++) {
      pages.add(page(random.nextInt(Math.max(1, zones - PAGE))));
    }
    Load.Outcome crowded = new Load(port, pages).run(MANY, A_MINUTE);
    System.out.printf(
        Locale.ROOT,
        "%d connections for a minute, pages: %.0f/s, %d errors, median %.1f ms, 99th percentile %.1f ms, %.1f times the median%n",
        MANY,
        crowded.perSecond(),
        crowded.errors(),
        crowded.millis(0.5),
        crowded.millis(0.99),
        crowded.millis(0.99) / crowded.millis(0.5));
  }

  private static void mustBeClean(Load.Outcome outcome) {
    if (outcome.errors() > 0) {
      throw new IllegalStateException(outcome.errors() + " errors");
    }
  }

  private static String page(int offset) {
    return "/collections/%s/items?limit=%d&offset=%d".formatted(LAYER, PAGE, offset);
  }

  private static List<PostgisSide.At> only(List<PostgisSide.At> tiles, int zoom) {
    return tiles.stream().filter(at -> at.z() == zoom).toList();
  }

  /** Tiles in which some zone has its middle, by chance so many of each zoom. */
  private static List<PostgisSide.At> tiles(List<Zone> zones) {
    List<PostgisSide.At> tiles = new ArrayList<>();
    for (int zoom : ZOOMS) {
      List<PostgisSide.At> here = new ArrayList<>();
      for (Zone zone : zones) {
        Envelope box = zone.shape().getEnvelopeInternal();
        double lat = Math.toRadians(box.centre().y);
        double row = (1 - Math.log(Math.tan(Math.PI / 4 + lat / 2)) / Math.PI) / 2;
        here.add(
            new PostgisSide.At(
                zoom,
                (int) ((box.centre().x + 180) / 360 * (1 << zoom)),
                (int) (row * (1 << zoom))));
      }
      List<PostgisSide.At> distinct = new ArrayList<>(here.stream().distinct().toList());
      Collections.shuffle(distinct, new Random(zoom));
      tiles.addAll(distinct.subList(0, Math.min(MOST_TILES, distinct.size())));
    }
    return tiles;
  }

  private static Desk desk(Atlas atlas) {
    Rulebook rulebook = Rulebook.load();
    Archive none = Archive.in(Path.of("never-written"));
    return Desk.of(
        new Screener(atlas, rulebook, Industries.load(), rulebook.profile("demo")),
        none,
        Clock.systemUTC());
  }

  private static Atlas read(Path file) {
    List<LayerEdition> editions = new ArrayList<>();
    try (AtlasStore store = GeoPackageStore.open(file)) {
      for (Layer layer : store.layers()) {
        editions.add(store.read(layer.id()));
      }
    }
    return Atlas.of(1, editions);
  }
}
