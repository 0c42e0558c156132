package luodi.fabric;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import luodi.atlas.Atlas;
import luodi.atlas.LayerEdition;
import luodi.atlas.Zone;
import luodi.geo.Authalic;
import luodi.geo.Grid;
import luodi.ground.Ask;
import luodi.ground.Letter;
import luodi.synthetic.MadeGround;
import luodi.synthetic.key.Plot;
import luodi.synthetic.key.Spot;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/**
 * What the engine reads of the ground against what the maker of the ground knows from how it was
 * made. Half of the spots and plots lie within 50 m of a boundary.
 */
class AnswerKeyTest {
  private static final MadeGround GROUND = MadeGround.get();

  /** The layers whose distances the key knows. */
  private static final Set<String> MEASURED =
      Set.of("lake-control", "residential", "river-reach", "river-shoreline");

  private static final Set<Double> BANDS_M = Set.of(200.0, 1_000.0, 3_000.0);
  private static final double STRIP_M = 0.1;

  /** Less is the crack between the borders of two neighbours, and nothing. */
  private static final double CRACK_M2 = 0.01;

  private static final List<Ask> ASKS =
      GROUND.key().spots().get(0).layers().stream().map(reading -> askOf(reading.layer())).toList();

  /** The ground with the id of each zone among its attributes, so that letters tell zones apart. */
  private static final Regions REGIONS = Regions.of(toldApart(), ASKS);

  @Test
  void each_of_ten_thousand_spots_lies_in_the_zones_that_the_key_knows() {
    List<Spot> spots = GROUND.key().spots();
    assertThat(spots).hasSizeGreaterThanOrEqualTo(10_000);

    List<String> wrong =
        spots.parallelStream()
            .filter(spot -> !readAt(spot).equals(known(spot)))
            .map(spot -> "%s: read %s, known %s".formatted(spot.id(), readAt(spot), known(spot)))
            .toList();

    assertThat(wrong).isEmpty();
  }

  @Test
  void each_of_five_hundred_plots_is_cut_into_the_zones_that_the_key_knows() {
    List<Plot> plots = GROUND.key().plots();
    assertThat(plots).hasSizeGreaterThanOrEqualTo(500);

    List<String> wrong =
        plots.parallelStream().map(AnswerKeyTest::wrongAreas).flatMap(List::stream).toList();

    assertThat(wrong).isEmpty();
  }

  @Test
  void a_plot_that_a_shoreline_crosses_lies_near_it() {
    List<String> wrong =
        GROUND.key().plots().parallelStream()
            .map(AnswerKeyTest::linesMissed)
            .flatMap(List::stream)
            .toList();

    assertThat(wrong).isEmpty();
  }

  @Test
  void the_area_that_a_plot_shares_with_a_zone_is_the_one_that_the_key_knows() {
    for (Plot plot : GROUND.key().plots()) {
      Geometry shape = shape(plot);
      assertThat(Authalic.areaM2(shape)).isCloseTo(plot.areaM2(), within(plot.areaM2() * 1e-9));
      for (Plot.Reading reading : plot.layers()) {
        for (Plot.Overlap overlap : reading.zones()) {
          if (overlap.lengthM() == 0) {
            assertThat(Grid.sharedM2(shape, overlap.zone().shape()))
                .as("%s in %s", plot.id(), overlap.zone().id())
                .isCloseTo(overlap.areaM2(), within(plot.areaM2() * 1e-8 + 1e-3));
          }
        }
      }
    }
  }

  private static List<String> wrongAreas(Plot plot) {
    TreeMap<Letter, Double> read = new TreeMap<>();
    for (Face face : Under.of(shape(plot), REGIONS).faces()) {
      face.signature().letters().stream()
          .filter(letter -> letter.withinM().isEmpty())
          .forEach(letter -> read.merge(letter, face.areaM2(), Double::sum));
    }
    List<String> wrong = new ArrayList<>();
    for (Plot.Reading reading : plot.layers()) {
      if (!isArea(reading.layer())) {
        continue;
      }
      double coveredM2 = orZero(read.remove(Letter.coverage(reading.layer())));
      if (!coverage(coveredM2, plot.areaM2()).equals(reading.coverage())) {
        wrong.add("%s: %s covers %s m²".formatted(plot.id(), reading.layer(), coveredM2));
      }
      for (Plot.Overlap overlap : reading.zones()) {
        double areaM2 = orZero(read.remove(letterOf(reading.layer(), overlap.zone())));
        if (Math.abs(areaM2 - overlap.areaM2()) > plot.areaM2() * 1e-8 + CRACK_M2) {
          wrong.add(
              "%s: %s m² of %s, known %s"
                  .formatted(plot.id(), areaM2, overlap.zone().id(), overlap.areaM2()));
        }
      }
    }
    read.values().removeIf(areaM2 -> areaM2 <= CRACK_M2);
    read.forEach((letter, areaM2) -> wrong.add(plot.id() + ": nobody knows of " + letter));
    return wrong;
  }

  private static String coverage(double coveredM2, double wholeM2) {
    return coveredM2 <= CRACK_M2 ? "none" : coveredM2 > wholeM2 - CRACK_M2 ? "full" : "partial";
  }

  private static List<String> linesMissed(Plot plot) {
    TreeSet<Letter> read = new TreeSet<>();
    Under.of(shape(plot), REGIONS).faces().forEach(face -> read.addAll(face.signature().letters()));
    List<String> wrong = new ArrayList<>();
    for (Plot.Reading reading : plot.layers()) {
      for (Plot.Overlap overlap : reading.zones()) {
        Letter near = letterOf(reading.layer(), overlap.zone()).within(200);
        if (overlap.lengthM() > 0 && !read.contains(near)) {
          wrong.add(plot.id() + ": crossed by " + overlap.zone().id());
        }
      }
    }
    return wrong;
  }

  private static SortedSet<Letter> readAt(Spot spot) {
    List<Face> faces = Under.of(point(spot), REGIONS).faces();
    assertThat(faces).hasSize(1);
    return faces.get(0).signature().letters().stream()
        .filter(letter -> letter.kind() != Letter.Kind.COVERAGE || letter.withinM().isEmpty())
        .filter(letter -> !inStrip(spot, letter))
        .collect(toCollection(TreeSet::new));
  }

  private static SortedSet<Letter> known(Spot spot) {
    SortedSet<Letter> letters = new TreeSet<>();
    for (Spot.Reading reading : spot.layers()) {
      if (isArea(reading.layer())) {
        if (reading.covered()) {
          letters.add(Letter.coverage(reading.layer()));
        }
        reading.zones().forEach(zone -> letters.add(letterOf(reading.layer(), zone)));
      }
    }
    for (Spot.Near near : spot.near()) {
      Zone zone = GROUND.atlas().zone(near.layer(), near.zone()).orElseThrow();
      for (double widthM : BANDS_M) {
        if (near.distanceM() < widthM - STRIP_M) {
          letters.add(letterOf(near.layer(), zone).within(widthM));
        }
      }
    }
    return letters;
  }

  /** True for a band so near to its edge that either answer is right. */
  private static boolean inStrip(Spot spot, Letter letter) {
    return letter.kind() == Letter.Kind.BAND
        && spot.near().stream()
            .filter(near -> near.zone().equals(letter.attributes().get("zone_id")))
            .anyMatch(
                near -> Math.abs(near.distanceM() - letter.withinM().getAsDouble()) <= STRIP_M);
  }

  private static Letter letterOf(String layer, Zone zone) {
    return Letter.zone(layer, Map.of("zone_id", zone.id()), zone.days());
  }

  private static boolean isArea(String layer) {
    return GROUND.atlas().layer(layer).orElseThrow().geometry() == luodi.atlas.Layer.Shape.POLYGON;
  }

  private static Ask askOf(String layer) {
    SortedSet<String> id = new TreeSet<>(Set.of("zone_id"));
    Ask ask = isArea(layer) ? Ask.nothingOf(layer).andZones(id) : Ask.nothingOf(layer);
    if (MEASURED.contains(layer)) {
      for (double widthM : BANDS_M) {
        ask = ask.andWithin(widthM, id);
      }
    }
    return ask;
  }

  private static Atlas toldApart() {
    List<LayerEdition> editions = new ArrayList<>();
    for (LayerEdition edition : GROUND.layers()) {
      List<Zone> zones =
          edition.layer().synthetic()
              ? edition.zones().stream().map(AnswerKeyTest::toldApart).toList()
              : edition.zones();
      editions.add(new LayerEdition(edition.layer(), zones));
    }
    return Atlas.of(1, editions);
  }

  private static Zone toldApart(Zone zone) {
    return new Zone(
        zone.id(),
        zone.name(),
        zone.shape(),
        new TreeMap<>(Map.of("zone_id", zone.id())),
        zone.from(),
        zone.to(),
        zone.source(),
        zone.confidence());
  }

  private static Geometry point(Spot spot) {
    return Grid.SHAPES.createPoint(new Coordinate(spot.lon(), spot.lat()));
  }

  private static Geometry shape(Plot plot) {
    return Grid.SHAPES.createPolygon(plot.ring().toArray(Coordinate[]::new));
  }

  private static double orZero(Double areaM2) {
    return areaM2 == null ? 0 : areaM2;
  }
}
