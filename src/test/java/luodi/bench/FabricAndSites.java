package luodi.bench;

import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import luodi.archive.Archive;
import luodi.atlas.Atlas;
import luodi.atlas.AtlasStore;
import luodi.atlas.Zone;
import luodi.fabric.Fabric;
import luodi.fabric.FabricFile;
import luodi.fabric.Overlay;
import luodi.fabric.Regions;
import luodi.fabric.Under;
import luodi.geo.GeoJson;
import luodi.geo.Grid;
import luodi.geo.LocalFrame;
import luodi.gpkg.GeoPackageStore;
import luodi.ground.Ask;
import luodi.industry.Industries;
import luodi.rule.Rulebook;
import luodi.siting.Landscape;
import luodi.siting.Proposal;
import luodi.siting.ProposalReader;
import luodi.siting.Screener;
import luodi.siting.Verdicts;
import luodi.tile.TileAddress;
import luodi.web.Desk;
import luodi.web.Json;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/**
 * The fabric, sites and verdicts against PostGIS, warm, on one thread, in one run: {@code bin/bench
 * fabric-and-sites}. A fifth of the plots have two parts. Before a time is printed, overlaps are
 * checked against JTS OverlayNG on the grid.
 */
public final class FabricAndSites {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
  private static final int SECONDS = 6;

  private final Atlas atlas;
  private final Desk desk;
  private final List<Ask> asks;
  private final Random chance = new Random(1);

  private FabricAndSites(Atlas atlas) {
    this.atlas = atlas;
    Rulebook rulebook = Rulebook.load();
    Archive none = Archive.in(Path.of("never-written"));
    this.desk =
        Desk.of(
            new Screener(atlas, rulebook, Industries.load(), rulebook.profile("demo")),
            none,
            Clock.systemUTC());
    this.asks = rulebook.asks(OptionalDouble.empty());
  }

  public static void main(String[] arguments) throws Exception {
    Path file = Path.of(arguments[0]);
    try (AtlasStore store = GeoPackageStore.open(file)) {
      new FabricAndSites(Atlas.of(store)).run(file.resolveSibling("fabric.bin"));
    }
  }

  private void run(Path kept) throws Exception {
    Fabric fabric = compiled(kept);
    List<Geometry> spots = shapes(20_000, 0, 1);
    List<Geometry> plots = shapes(1500, 447, 5);
    List<Geometry> parks = shapes(60, 5477, 1);
    Regions regions = Regions.of(atlas, asks);
    check(plots.subList(0, 300), regions);
    try (OverlayInPostgis postgis =
        new OverlayInPostgis(System.getenv("LUODI_TEST_DATABASE_URL"))) {
      postgis.load(atlas);
      spots(fabric, spots, postgis);
      overlay("plot of 20 ha", plots, regions, postgis);
      overlay("park of 30 km²", parks, regions, postgis);
      nearest(plots, postgis);
      screenings(plots);
      country(fabric, postgis);
    }
  }

  private Fabric compiled(Path kept) {
    long start = System.nanoTime();
    Fabric made = FabricFile.compile(atlas, asks, (done, all) -> {}, kept);
    tell("fabric compiled in %.1f s: %,d words", seconds(start), made.words().size());
    start = System.nanoTime();
    Fabric opened = FabricFile.open(atlas, asks, kept).orElseThrow();
    tell("fabric opened from disk in %.2f s, %,d MB", seconds(start), opened.bytes() / 1_000_000);
    return opened;
  }

  private void spots(Fabric fabric, List<Geometry> spots, OverlayInPostgis postgis)
      throws Exception {
    int[] sum = new int[1];
    Asked one =
        Asked.each(
            spots.size(),
            SECONDS,
            i -> {
              Coordinate at = spots.get(i).getCoordinate();
              sum[0] += fabric.wordAt(at.x, at.y);
            });
    long start = System.nanoTime();
    int rounds = 50;
    for (int round = 0; round < rounds; round++) {
      for (Geometry spot : spots) {
        sum[0] += fabric.wordAt(spot.getCoordinate().x, spot.getCoordinate().y);
      }
    }
    double meanUs = seconds(start) * 1e6 / rounds / spots.size();
    tell("spot: ours mean %.3f µs in a row; by the clock each %s", meanUs, one);
    for (String table : List.of("raw", "cut")) {
      PreparedStatement asked = postgis.spots(table);
      Asked theirs = Asked.each(3000, SECONDS, i -> postgis.ask(asked, spots.get(i)));
      tell("spot: PostGIS %s %s; %.0f times", table, theirs, theirs.medianUs() / meanUs);
    }
    if (sum[0] == 42) {
      tell("."); // the look-ups must not be optimised away
    }
  }

  private void overlay(
      String what, List<Geometry> shapes, Regions regions, OverlayInPostgis postgis)
      throws Exception {
    Asked ours = Asked.each(shapes.size(), SECONDS, i -> Under.of(shapes.get(i), regions).faces());
    tell("%s: ours %s", what, ours);
    for (String table : List.of("raw", "cut")) {
      PreparedStatement asked = postgis.overlaps(table);
      Asked theirs = Asked.each(shapes.size(), SECONDS, i -> postgis.ask(asked, shapes.get(i)));
      tell("%s: PostGIS %s %s; %.1f times", what, table, theirs, ratio(theirs, ours));
    }
  }

  private void nearest(List<Geometry> plots, OverlayInPostgis postgis) throws Exception {
    Asked ours =
        Asked.each(
            plots.size(),
            SECONDS,
            i ->
                atlas.near(
                    "industrial-park",
                    LocalFrame.around(plots.get(i))
                        .grow(plots.get(i).getEnvelopeInternal(), 20_000)));
    tell("parks within 20 km: ours %s", ours);
    PreparedStatement asked = postgis.nearest("raw", "industrial-park");
    Asked theirs = Asked.each(plots.size(), SECONDS, i -> postgis.ask(asked, plots.get(i)));
    tell("three nearest parks: PostGIS %s; %.1f times", theirs, ratio(theirs, ours));
  }

  private void screenings(List<Geometry> plots) {
    List<String> industries = List.of("1811", "2614", "3011", "3110", "3360", "2710", "1713");
    Asked whole =
        Asked.each(
            plots.size(),
            2 * SECONDS,
            i -> {
              Proposal proposal = proposal(industries.get(i % 7), plots.get(i), i);
              Json.write(desk.screener().screen(proposal));
            });
    tell("screening of a plot with all rules, JSON written: %s", whole);
  }

  private void country(Fabric fabric, OverlayInPostgis postgis) throws Exception {
    Landscape landscape = new Landscape(desk.screener(), fabric);
    Asked verdicts =
        Asked.each(
            40,
            SECONDS,
            i ->
                landscape.verdicts(
                    proposal("2614", null, i), Verdicts.By.COUNTY, Optional.empty(), false));
    tell("verdicts by county, uncached: ours %s", verdicts);
    PreparedStatement asked = postgis.areasByCounty("cut");
    Asked theirs = Asked.each(1, SECONDS, i -> postgis.ask(asked));
    tell("areas by county: PostGIS cut %s; %.0f times", theirs, ratio(theirs, verdicts));
    for (int zoom : new int[] {5, 7, 9, 12}) {
      Asked tiles =
          Asked.each(60, SECONDS, i -> landscape.png(proposal("2614", null, i), false, tile(zoom)));
      tell("verdict tile z%d, uncached: %s", zoom, tiles);
    }
    Asked vector =
        Asked.each(30, SECONDS, i -> landscape.mvt(proposal("2614", null, i), false, tile(10)));
    tell("verdict vector tile z10, uncached: %s", vector);
  }

  /** A project that nobody asked about before: another day, another share. */
  private Proposal proposal(String industry, Geometry site, int number) {
    var body = Json.read("{}".getBytes(java.nio.charset.StandardCharsets.UTF_8)).deepCopy();
    var project = (com.fasterxml.jackson.databind.node.ObjectNode) body;
    project.put("industry", industry);
    project.put("as_of", TODAY.minusDays(number % 300).toString());
    project.putObject("facts").put("revenue_share", number % 100);
    if (site == null) {
      return ProposalReader.readWithoutSite(project, TODAY);
    }
    project.set("site", GeoJson.write(site));
    return ProposalReader.read(project, TODAY);
  }

  private TileAddress tile(int zoom) {
    Zone unit = unit();
    Coordinate at = unit.shape().getInteriorPoint().getCoordinate();
    double lat = Math.toRadians(at.y);
    double row = (1 - Math.log(Math.tan(Math.PI / 4 + lat / 2)) / Math.PI) / 2;
    return TileAddress.parse(
        "" + zoom, "" + (int) ((at.x + 180) / 360 * (1 << zoom)), "" + (int) (row * (1 << zoom)));
  }

  private Zone unit() {
    List<Zone> units = atlas.zones("env-unit");
    return units.get(chance.nextInt(units.size()));
  }

  /** Squares of a side in metres in control units picked by chance; every n-th has two parts. */
  private List<Geometry> shapes(int count, double sideM, int nth) {
    List<Geometry> shapes = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Coordinate at = unit().shape().getInteriorPoint().getCoordinate();
      at.x += (chance.nextDouble() - 0.5) * 0.02;
      at.y += (chance.nextDouble() - 0.5) * 0.02;
      Geometry one = square(at, nth > 1 && i % nth == 0 ? sideM * 0.7071 : sideM);
      if (nth > 1 && i % nth == 0) {
        at.x += 0.01;
        one = Grid.SHAPES.buildGeometry(List.of(one, square(at, sideM * 0.7071)));
      }
      shapes.add(one);
    }
    return shapes;
  }

  private static Geometry square(Coordinate at, double sideM) {
    if (sideM == 0) {
      return Grid.SHAPES.createPoint(new Coordinate(Grid.snap(at.x), Grid.snap(at.y)));
    }
    LocalFrame frame = LocalFrame.at(at.x, at.y);
    double dx = sideM / 2 / frame.metresPerLon();
    double dy = sideM / 2 / frame.metresPerLat();
    return Grid.snap(
        Grid.SHAPES.toGeometry(
            new org.locationtech.jts.geom.Envelope(at.x - dx, at.x + dx, at.y - dy, at.y + dy)));
  }

  /** Our overlaps with control units are those of OverlayNG. */
  private void check(List<Geometry> plots, Regions regions) {
    for (Geometry plot : plots) {
      Overlay overlay = Under.of(plot, regions);
      for (Zone unit : atlas.near("env-unit", plot.getEnvelopeInternal())) {
        double theirs = Grid.sharedM2(plot, unit.shape());
        if (Math.abs(overlay.sharedM2(unit) - theirs) > Math.max(1, 1e-6 * theirs)) {
          throw new IllegalStateException(
              unit.id() + ": " + overlay.sharedM2(unit) + " is not " + theirs + " m²");
        }
      }
    }
    tell("%d plots agree with OverlayNG to 1e-6 or 1 m²", plots.size());
  }

  private static double ratio(Asked theirs, Asked ours) {
    return theirs.medianUs() / ours.medianUs();
  }

  private static double seconds(long start) {
    return (System.nanoTime() - start) / 1e9;
  }

  private static void tell(String form, Object... values) {
    System.out.printf(Locale.ROOT, form + "%n", values);
  }
}
