package luodi.bench;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeSet;
import luodi.archive.Archive;
import luodi.atlas.Atlas;
import luodi.atlas.AtlasStore;
import luodi.fabric.Fabric;
import luodi.fabric.FabricFile;
import luodi.gpkg.GeoPackageStore;
import luodi.industry.Industries;
import luodi.rule.Rulebook;
import luodi.siting.Landscape;
import luodi.siting.Moves;
import luodi.siting.ProposalReader;
import luodi.siting.Screener;
import luodi.web.Desk;

/**
 * How long it takes to tell where an industry may move to from one origin, and the whole matrix of
 * prefectures: {@code bin/bench moves-and-matrix}. No answer is kept, so each is asked anew.
 */
final class MovesAndMatrix {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 24);
  private static final int SECONDS = 10;

  private MovesAndMatrix() {}

  public static void main(String[] arguments) throws Exception {
    Path file = Path.of(arguments[0]);
    Rulebook rulebook = Rulebook.load();
    Atlas atlas;
    try (AtlasStore store = GeoPackageStore.open(file)) {
      atlas = Atlas.of(store);
    }
    Desk desk =
        Desk.of(
            new Screener(atlas, rulebook, Industries.load(), rulebook.profile("demo")),
            Archive.in(Path.of("never-written")),
            Clock.systemUTC());
    Fabric fabric =
        FabricFile.compile(
            atlas,
            rulebook.asks(OptionalDouble.empty()),
            (done, all) -> {},
            file.resolveSibling("fabric.bin"));
    long start = System.nanoTime();
    Landscape landscape = new Landscape(desk.screener(), fabric);
    landscape.prepare(DAY);
    tell("prepared in %.1f s", seconds(start));
    List<String> origins = origins(atlas);
    List<String> industries = List.of("1713", "2614", "3011", "3110", "3360", "2710", "1811");
    Asked one =
        Asked.each(
            origins.size(),
            SECONDS,
            i -> moves(landscape, desk, industries.get(i % industries.size()), origins.get(i)));
    tell("moves from one origin to every prefecture: %s", one);
    start = System.nanoTime();
    long rows = 0;
    for (String origin : origins) {
      rows += moves(landscape, desk, "1713", origin).rows().size();
    }
    tell("matrix of %d origins: %,d moves in %.1f s", origins.size(), rows, seconds(start));
  }

  private static List<String> origins(Atlas atlas) {
    TreeSet<String> codes = new TreeSet<>();
    atlas
        .zones("counties")
        .forEach(
            county ->
                Optional.ofNullable(county.attributes().get("prefecture")).ifPresent(codes::add));
    return new ArrayList<>(codes);
  }

  private static Moves moves(Landscape landscape, Desk desk, String industry, String origin) {
    ObjectNode project = JsonNodeFactory.instance.objectNode();
    project.put("industry", industry);
    project.put("as_of", DAY.toString());
    project.putObject("from").put("adcode", origin);
    return landscape.moves(
        ProposalReader.readWithoutSite(project, DAY), desk.places(), Optional.empty(), false);
  }

  private static double seconds(long start) {
    return (System.nanoTime() - start) / 1e9;
  }

  private static void tell(String form, Object... values) {
    System.out.printf(Locale.ROOT, form + "%n", values);
  }
}
