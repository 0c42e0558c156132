package luodi.fabric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicInteger;
import luodi.atlas.Atlas;
import luodi.atlas.Layer;
import luodi.atlas.LayerEdition;
import luodi.atlas.Zone;
import luodi.geo.Authalic;
import luodi.geo.Geodesic;
import luodi.geo.Grid;
import luodi.ground.Ask;
import luodi.ground.Letter;
import luodi.ground.Signature;
import luodi.synthetic.MadeGround;
import luodi.web.ServedGround;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Point;

/**
 * The fabric of the served ground, against the zones themselves; of the national ground with {@code
 * -Dluodi.national=true}.
 */
class FabricTest {
  private static final int SPOTS = MadeFabric.NATIONAL ? 100_000 : 3_000;

  private static final Fabric.Progress QUIET = (done, all) -> {};

  private static Atlas atlas;
  private static List<Ask> asks;
  private static Fabric fabric;

  @BeforeAll
  static void compile() {
    asks = MadeFabric.ASKS;
    atlas = MadeFabric.NATIONAL ? MadeGround.get().atlas() : ServedGround.atlas();
    fabric = MadeFabric.NATIONAL ? MadeFabric.get() : ServedGround.fabric();
  }

  @Test
  void words_cover_every_county_and_no_more() {
    double counties =
        atlas.zones("counties").stream().mapToDouble(zone -> Authalic.areaM2(zone.shape())).sum();
    double words = 0;
    for (int word = 0; word < fabric.words().size(); word++) {
      words += fabric.words().get(word).county().isPresent() ? fabric.areaM2(word) : 0;
    }

    assertThat(words).isCloseTo(counties, within(1e-9 * counties));
  }

  @Test
  void a_spot_has_the_word_that_the_zones_themselves_give_it() {
    Regions regions = Regions.of(atlas, asks);
    Random chance = new Random(20261124);
    for (int i = 0; i < SPOTS; i++) {
      Point spot = spot(chance);

      Optional<Word> word = fabric.at(spot.getX(), spot.getY());

      Face direct = Under.of(spot, regions).faces().get(0);
      word.ifPresent(
          one ->
              assertThat(differing(one.signature(), direct.signature()))
                  .as("%s", spot)
                  .allMatch(letter -> inStrip(spot, letter, regions)));
      assertThat(word.flatMap(Word::county).map(county -> county.zone().id()))
          .as("%s", spot)
          .isEqualTo(direct.county().map(county -> county.zone().id()));
    }
  }

  private static Set<Letter> differing(Signature one, Signature other) {
    Set<Letter> differing = new TreeSet<>(one.letters());
    differing.addAll(other.letters());
    differing.removeIf(
        letter -> one.letters().contains(letter) && other.letters().contains(letter));
    return differing;
  }

  /**
   * Bands are drawn to a metre or a thousandth; so near to their edge the site's distance counts.
   */
  private static boolean inStrip(Point spot, Letter letter, Regions regions) {
    return regions.near(spot.getEnvelopeInternal()).bands().stream()
        .filter(band -> band.letter().equals(letter))
        .mapToDouble(band -> Geodesic.between(spot, band.zones()).distanceM() - band.distanceM())
        .anyMatch(off -> Math.abs(off) <= Math.max(1, letter.withinM().getAsDouble() / 1000));
  }

  @Test
  void one_thread_compiles_the_same_as_many(@TempDir Path folder) throws Exception {
    ForkJoinPool alone = new ForkJoinPool(1);
    try {
      alone.submit(() -> FabricFile.compile(atlas, asks, QUIET, folder.resolve("one"))).get();
      FabricFile.compile(atlas, asks, QUIET, folder.resolve("many"));
    } finally {
      alone.shutdown();
    }

    assertThat(Files.mismatch(folder.resolve("many"), folder.resolve("one"))).isEqualTo(-1);
  }

  @Test
  void a_kept_fabric_says_what_the_compiled_one_says(@TempDir Path folder) {
    Path file = folder.resolve("fabric");
    FabricFile.compile(atlas, asks, QUIET, file);

    Fabric kept = FabricFile.open(atlas, asks, file).orElseThrow();

    assertThat(kept.words()).isEqualTo(fabric.words());
    Random chance = new Random(5);
    for (int i = 0; i < SPOTS; i++) {
      Point spot = spot(chance);
      assertThat(kept.wordAt(spot.getX(), spot.getY()))
          .isEqualTo(fabric.wordAt(spot.getX(), spot.getY()));
    }
  }

  @Test
  void a_fabric_of_other_asks_or_half_a_file_is_not_opened(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("fabric");
    FabricFile.compile(atlas, asks, QUIET, file);

    assertThat(FabricFile.open(atlas, asks.subList(1, asks.size()), file)).isEmpty();
    byte[] half = Files.readAllBytes(file);
    Files.write(file, java.util.Arrays.copyOf(half, half.length / 2));
    assertThat(FabricFile.open(atlas, asks, file)).isEmpty();
    assertThat(FabricFile.open(atlas, asks, folder.resolve("none"))).isEmpty();
  }

  @Test
  void a_fabric_is_renewed_only_where_the_ground_changed(@TempDir Path folder) throws Exception {
    Atlas next = withoutTheFirst("perm-basic-farmland");
    AtomicInteger rebuilt = new AtomicInteger();

    AtomicInteger whole = new AtomicInteger();

    FabricFile.renew(
        fabric, atlas, next, (done, all) -> rebuilt.set(all), folder.resolve("renewed"));

    FabricFile.compile(next, asks, (done, all) -> whole.set(all), folder.resolve("new"));
    assertThat(Files.mismatch(folder.resolve("renewed"), folder.resolve("new"))).isEqualTo(-1);
    assertThat(rebuilt.get()).isBetween(1, 4);
    assertThat(whole.get()).isGreaterThan(100);
  }

  private static Atlas withoutTheFirst(String layer) {
    List<LayerEdition> editions = new ArrayList<>();
    for (Layer one : atlas.layers()) {
      List<Zone> zones = atlas.zones(one.id());
      editions.add(
          new LayerEdition(one, one.id().equals(layer) ? zones.subList(1, zones.size()) : zones));
    }
    return Atlas.of(2, editions);
  }

  private static Point spot(Random chance) {
    List<Zone> units = atlas.zones("env-unit");
    Envelope near = units.get(chance.nextInt(units.size())).shape().getEnvelopeInternal();
    return Grid.SHAPES.createPoint(
        new Coordinate(
            Grid.snap(near.getMinX() + chance.nextDouble() * near.getWidth()),
            Grid.snap(near.getMinY() + chance.nextDouble() * near.getHeight())));
  }
}
