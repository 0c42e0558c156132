package luodi.fabric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.TreeMap;
import luodi.atlas.Atlas;
import luodi.atlas.Layer;
import luodi.atlas.Zone;
import luodi.geo.Authalic;
import luodi.geo.Grid;
import luodi.ground.Ask;
import luodi.ground.Letter;
import luodi.web.ServedGround;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.UnaryUnionNG;

/** The faces under plots, against OverlayNG on a grid so fine that it moves nothing. */
class UnderTest {
  private static final PrecisionModel FINE = new PrecisionModel(1e11);
  private static final int PLOTS = 150;
  private static final double NOTHING_M2 = 0.05; // cracks between borders

  private final Atlas atlas = ServedGround.atlas();
  private final List<Ask> asks = ServedGround.desk().rulebook().asks(OptionalDouble.empty());
  private final Regions regions = Regions.of(atlas, asks);

  @Test
  void faces_add_up_to_the_plot_and_each_letter_lies_on_as_much_of_it_as_overlay_says() {
    Random chance = new Random(20261124);
    for (int i = 0; i < PLOTS; i++) {
      Geometry plot = plotOverABorder(chance);

      List<Face> faces = Under.of(plot, regions).faces();

      double whole = Authalic.areaM2(plot);
      assertThat(faces.stream().mapToDouble(Face::areaM2).sum())
          .isCloseTo(whole, within(1e-9 * whole));
      Map<Letter, Double> areas = areasOfZones(faces);
      Map<Letter, Double> overlaid = overlaid(plot);
      assertThat(areas.keySet()).as("plot %d: %s", i, plot).isEqualTo(overlaid.keySet());
      areas.forEach(
          (letter, area) ->
              assertThat(area).as("%s", letter).isCloseTo(overlaid.get(letter), within(0.01)));
    }
  }

  @Test
  void faces_have_shapes_that_make_up_the_plot() {
    Random chance = new Random(11);
    for (int i = 0; i < PLOTS; i++) {
      Geometry plot = plotOverABorder(chance);

      List<Face> faces = Under.of(plot, regions).faces();

      double shapes = faces.stream().mapToDouble(face -> Authalic.areaM2(face.shape())).sum();
      double whole = Authalic.areaM2(plot);
      double roundingM2 = Grid.CELL_M * 4 * faces.size() * Math.sqrt(whole);
      assertThat(shapes).as("%s", plot).isCloseTo(whole, within(roundingM2));
      Geometry together = Face.together(faces);
      assertThat(together.isValid()).isTrue();
      assertThat(Authalic.areaM2(together)).as("%s", plot).isCloseTo(whole, within(roundingM2));
    }
  }

  @Test
  void a_line_is_cut_where_letters_change_and_keeps_its_length() {
    Random chance = new Random(7);
    for (int i = 0; i < PLOTS; i++) {
      Geometry line = ((Polygon) plotOverABorder(chance)).getExteriorRing();

      List<Face> faces = Under.of(line, regions).faces();

      double sum = faces.stream().mapToDouble(face -> face.shape().getLength()).sum();
      assertThat(sum).isCloseTo(line.getLength(), within(1e-6)); // pieces lie on the grid
    }
  }

  /** Square metres of each letter of a zone. */
  private static Map<Letter, Double> areasOfZones(List<Face> faces) {
    Map<Letter, Double> areas = new TreeMap<>();
    for (Face face : faces) {
      for (Letter letter : face.signature().letters()) {
        if (letter.kind() == Letter.Kind.ZONE) {
          areas.merge(letter, face.areaM2(), Double::sum);
        }
      }
    }
    areas.values().removeIf(area -> area < NOTHING_M2);
    return areas;
  }

  private Map<Letter, Double> overlaid(Geometry plot) {
    Map<Letter, List<Geometry>> zones = new TreeMap<>();
    for (Ask ask : asks) {
      boolean areas =
          atlas.layer(ask.layer()).map(Layer::geometry).equals(polygon())
              && ask.zones().isPresent();
      if (areas) {
        for (Zone zone : atlas.near(ask.layer(), plot.getEnvelopeInternal())) {
          zones
              .computeIfAbsent(
                  Reach.letter(zone, ask.layer(), ask.zones().orElseThrow()),
                  letter -> new ArrayList<>())
              .add(Grid.SHAPES.createGeometry(zone.shape())); // whose vertices need no grid
        }
      }
    }
    Map<Letter, Double> areas = new TreeMap<>();
    zones.forEach(
        (letter, shapes) -> {
          Geometry overlap =
              OverlayNG.overlay(
                  plot,
                  UnaryUnionNG.union(shapes, Grid.SHAPES, FINE),
                  OverlayNG.INTERSECTION,
                  FINE);
          areas.put(letter, Authalic.areaM2(overlap));
        });
    areas.values().removeIf(area -> area < NOTHING_M2);
    return areas;
  }

  private static java.util.Optional<Layer.Shape> polygon() {
    return java.util.Optional.of(Layer.Shape.POLYGON);
  }

  /** A crooked plot of some hectares around a vertex of a control unit. */
  private Geometry plotOverABorder(Random chance) {
    List<Zone> units = atlas.zones("env-unit");
    Coordinate[] border = units.get(chance.nextInt(units.size())).shape().getCoordinates();
    Coordinate middle = border[chance.nextInt(border.length)];
    double w = 0.0005 + 0.005 * chance.nextDouble();
    double h = 0.0005 + 0.005 * chance.nextDouble();
    Coordinate[] corners = {
      at(middle, -w, -h),
      at(middle, w, -0.8 * h),
      at(middle, 0.7 * w, h),
      at(middle, -0.9 * w, 0.6 * h),
      at(middle, -w, -h)
    };
    return Grid.SHAPES.createPolygon(corners);
  }

  private static Coordinate at(Coordinate middle, double dx, double dy) {
    return new Coordinate(Grid.snap(middle.x + dx), Grid.snap(middle.y + dy));
  }
}
