package luodi.siting;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
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
import luodi.rule.Rulebook;
import luodi.synthetic.SmallGround;
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
  private static final SmallGround GROUND = SmallGround.get();
  private static final Rulebook LAW = Rulebook.load();

  /** The last day of the old zones of nature reserves, and the first of the new ones. */
  private static final List<LocalDate> DAYS =
      List.of(LocalDate.parse("2026-03-14"), LocalDate.parse("2026-03-15"));

  private static final Set<Double> BANDS_M = Set.of(200.0, 1_000.0, 3_000.0);
  private static final double STRIP_M = 0.1;

  /** A few edges of a kilometre within the plot, each moved by half a cell of the grid. */
  private static final double MOVED_M2 = 10;

  /** The ground with the id of each zone among its attributes, so that letters tell zones apart. */
  private static final Atlas TOLD_APART = toldApart();

  private static final List<Ask> ASKS =
      GROUND.key().spots().get(0).layers().stream()
          .map(
              reading -> new Ask(reading.layer(), new TreeSet<>(Set.of("zone_id")), bands(reading)))
          .toList();

  @Test
  void each_of_ten_thousand_spots_lies_in_the_zones_that_the_key_knows() {
    List<Spot> spots = GROUND.key().spots();
    assertThat(spots).hasSizeGreaterThanOrEqualTo(10_000);

    List<String> wrong =
        spots.parallelStream()
            .flatMap(
                spot ->
                    DAYS.stream()
                        .filter(day -> !readAt(spot, day).equals(known(spot, day)))
                        .map(
                            day ->
                                "%s on %s: read %s, known %s"
                                    .formatted(
                                        spot.id(), day, readAt(spot, day), known(spot, day))))
            .toList();

    assertThat(wrong).isEmpty();
  }

  @Test
  void the_letters_of_the_law_at_a_spot_are_those_that_the_key_knows() {
    List<Ask> asked =
        LAW.asks(OptionalDouble.empty()).stream()
            .filter(ask -> ASKS.stream().anyMatch(own -> own.layer().equals(ask.layer())))
            .toList();
    assertThat(asked).hasSizeGreaterThan(8);

    List<String> wrong = new ArrayList<>();
    for (Spot spot : every(20, GROUND.key().spots())) {
      SortedSet<Letter> read = explained(spot, asked);
      SortedSet<Letter> known = new TreeSet<>();
      asked.forEach(ask -> known.addAll(zonesAndCoverage(spot, ask, DAYS.get(1))));
      if (!read.equals(known)) {
        wrong.add("%s: read %s, known %s".formatted(spot.id(), read, known));
      }
    }

    assertThat(wrong).isEmpty();
  }

  @Test
  void each_of_five_hundred_plots_is_cut_into_the_zones_that_the_key_knows() {
    List<Plot> plots = GROUND.key().plots();
    assertThat(plots).hasSizeGreaterThanOrEqualTo(500);

    List<String> wrong =
        plots.parallelStream()
            .flatMap(plot -> DAYS.stream().map(day -> wrongAreas(plot, day)))
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

  private static List<String> wrongAreas(Plot plot, LocalDate day) {
    TreeMap<Letter, Double> read = new TreeMap<>();
    for (Face face : Faces.under(shape(plot), TOLD_APART, ASKS, LAW.words(), day)) {
      double areaM2 = Authalic.areaM2(face.shape());
      face.signature().letters().stream()
          .filter(letter -> letter.withinM().isEmpty())
          .forEach(letter -> read.merge(letter, areaM2, Double::sum));
    }
    List<String> wrong = new ArrayList<>();
    for (Plot.Reading reading : plot.layers()) {
      if (!isArea(reading.layer())) {
        continue;
      }
      double coveredM2 = orZero(read.remove(Letter.coverage(reading.layer())));
      String coverage =
          coveredM2 == 0 ? "none" : coveredM2 > plot.areaM2() - MOVED_M2 ? "full" : "partial";
      if (!coverage.equals(reading.coverage())) {
        wrong.add("%s: %s covers %s m²".formatted(plot.id(), reading.layer(), coveredM2));
      }
      for (Plot.Overlap overlap : reading.zones()) {
        double areaM2 = orZero(read.remove(letterOf(reading.layer(), overlap.zone())));
        double wantedM2 = overlap.zone().validOn(day) ? overlap.areaM2() : 0;
        if (Math.abs(areaM2 - wantedM2) > MOVED_M2) {
          wrong.add(
              "%s on %s: %s m² of %s, known %s"
                  .formatted(plot.id(), day, areaM2, overlap.zone().id(), wantedM2));
        }
      }
    }
    read.forEach((letter, areaM2) -> wrong.add(plot.id() + ": nobody knows of " + letter));
    return wrong;
  }

  private static SortedSet<Letter> readAt(Spot spot, LocalDate day) {
    List<Face> faces = Faces.under(point(spot), TOLD_APART, ASKS, LAW.words(), day);
    assertThat(faces).hasSize(1);
    return faces.get(0).signature().letters().stream()
        .filter(letter -> letter.kind() != Letter.Kind.COVERAGE || letter.withinM().isEmpty())
        .filter(letter -> !inStrip(spot, letter))
        .collect(toCollection(TreeSet::new));
  }

  private static SortedSet<Letter> known(Spot spot, LocalDate day) {
    SortedSet<Letter> letters = new TreeSet<>();
    ASKS.forEach(ask -> letters.addAll(zonesAndCoverage(spot, ask, day)));
    for (Spot.Near near : spot.near()) {
      for (double widthM : BANDS_M) {
        if (near.distanceM() < widthM - STRIP_M) {
          letters.add(Letter.band(near.layer(), Map.of("zone_id", near.zone()), widthM));
        }
      }
    }
    return letters;
  }

  /** What the key knows of one layer at a spot, in the attributes that are asked for. */
  private static SortedSet<Letter> zonesAndCoverage(Spot spot, Ask ask, LocalDate day) {
    SortedSet<Letter> letters = new TreeSet<>();
    if (!isArea(ask.layer())) {
      return letters;
    }
    Spot.Reading reading =
        spot.layers().stream()
            .filter(one -> one.layer().equals(ask.layer()))
            .findFirst()
            .orElseThrow();
    if (reading.covered()) {
      letters.add(Letter.coverage(ask.layer()));
    }
    for (Zone zone : reading.zones()) {
      if (zone.validOn(day)) {
        TreeMap<String, String> attributes = new TreeMap<>(zone.attributes());
        attributes.put("zone_id", zone.id());
        attributes.keySet().retainAll(ask.attributes());
        letters.add(Letter.zone(ask.layer(), attributes));
      }
    }
    return letters;
  }

  private static SortedSet<Letter> explained(Spot spot, List<Ask> asked) {
    Set<String> layers = asked.stream().map(Ask::layer).collect(toCollection(TreeSet::new));
    Coordinate at = new Coordinate(spot.lon(), spot.lat());
    return Explanation.at(at, GROUND.atlas(), LAW, LAW.profile("demo"), DAYS.get(1))
        .letters()
        .stream()
        .filter(letter -> letter.withinM().isEmpty() && layers.contains(letter.layer()))
        .collect(toCollection(TreeSet::new));
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
    return Letter.zone(layer, Map.of("zone_id", zone.id()));
  }

  private static boolean isArea(String layer) {
    return GROUND.atlas().layer(layer).orElseThrow().geometry() == luodi.atlas.Layer.Shape.POLYGON;
  }

  private static SortedSet<Double> bands(Spot.Reading reading) {
    boolean measured =
        GROUND.key().spots().stream()
            .flatMap(spot -> spot.near().stream())
            .anyMatch(near -> near.layer().equals(reading.layer()));
    return new TreeSet<>(measured ? BANDS_M : Set.of());
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

  private static <T> List<T> every(int nth, List<T> all) {
    List<T> some = new ArrayList<>();
    for (int i = 0; i < all.size(); i += nth) {
      some.add(all.get(i));
    }
    return some;
  }

  private static double orZero(Double areaM2) {
    return areaM2 == null ? 0 : areaM2;
  }
}
