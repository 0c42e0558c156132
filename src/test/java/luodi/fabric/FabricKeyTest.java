package luodi.fabric;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import luodi.ground.Ask;
import luodi.ground.Letter;
import luodi.synthetic.MadeGround;
import luodi.synthetic.key.Spot;
import org.junit.jupiter.api.Test;

/**
 * The words of the fabric against what the maker of the ground knows: at small scale 10,000 spots,
 * at national scale all of the whole country. Half of them lie within 50 m of a boundary.
 */
class FabricKeyTest {
  private static final Map<String, Ask> ASKED = asked();

  @Test
  void a_word_names_the_zones_and_the_coverage_that_the_key_knows() {
    List<Spot> spots = MadeGround.get().key().spots();
    assertThat(spots).hasSizeGreaterThanOrEqualTo(10_000);

    List<String> wrong =
        spots.parallelStream()
            .filter(spot -> word(spot).isPresent())
            .filter(spot -> !read(spot, word(spot).orElseThrow()).equals(known(spot)))
            .map(
                spot ->
                    "%s: read %s, known %s"
                        .formatted(spot.id(), read(spot, word(spot).orElseThrow()), known(spot)))
            .toList();

    assertThat(wrong).isEmpty();
  }

  @Test
  void few_spots_lie_on_ground_too_thin_for_a_face() {
    List<Spot> spots = MadeGround.get().key().spots();

    assertThat(spots.stream().filter(spot -> word(spot).isEmpty()).count())
        .isLessThan(spots.size() / 1000);
  }

  private static Optional<Word> word(Spot spot) {
    return MadeFabric.get().at(spot.lon(), spot.lat());
  }

  /** The letters of zones and coverage that the key can know. */
  private static SortedSet<Letter> read(Spot spot, Word word) {
    return word.signature().letters().stream()
        .filter(letter -> letter.withinM().isEmpty())
        .filter(
            letter -> spot.layers().stream().anyMatch(one -> one.layer().equals(letter.layer())))
        .collect(toCollection(TreeSet::new));
  }

  private static SortedSet<Letter> known(Spot spot) {
    SortedSet<Letter> letters = new TreeSet<>();
    for (Spot.Reading reading : spot.layers()) {
      Ask ask = ASKED.get(reading.layer());
      if (ask == null || ask.zones().isEmpty() || !isArea(reading.layer())) {
        continue;
      }
      if (reading.covered()) {
        letters.add(Letter.coverage(reading.layer()));
      }
      reading
          .zones()
          .forEach(
              zone -> {
                TreeMap<String, String> attributes = new TreeMap<>(zone.attributes());
                attributes.keySet().retainAll(ask.zones().get());
                letters.add(Letter.zone(reading.layer(), attributes, zone.days()));
              });
    }
    return letters;
  }

  private static boolean isArea(String layer) {
    return MadeGround.get().atlas().layer(layer).orElseThrow().geometry()
        == luodi.atlas.Layer.Shape.POLYGON;
  }

  private static Map<String, Ask> asked() {
    Map<String, Ask> asked = new TreeMap<>();
    MadeFabric.ASKS.forEach(ask -> asked.put(ask.layer(), ask));
    return asked;
  }
}
