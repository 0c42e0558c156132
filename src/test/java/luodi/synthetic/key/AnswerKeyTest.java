package luodi.synthetic.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import luodi.geo.Geodesic;
import luodi.geo.Grid;
import luodi.synthetic.MadeGround;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/** What the key of the demo asks about. */
class AnswerKeyTest {
  private static final MadeGround GROUND = MadeGround.get();
  private static final AnswerKey KEY = GROUND.key();

  @TempDir private Path folder;

  @Test
  void half_of_the_spots_and_plots_lie_within_fifty_metres_of_an_edge() {
    int provinces = GROUND.provinces().size();
    assertThat(provinces).isGreaterThanOrEqualTo(4);
    assertThat(KEY.spots()).hasSize(provinces * 2_500);
    assertThat(KEY.plots()).hasSize(provinces * 125);
    assertThat(KEY.spots().stream().filter(spot -> spot.made().nearBoundary()))
        .hasSize(KEY.spots().size() / 2);
    assertThat(KEY.plots().stream().filter(plot -> plot.made().nearBoundary()))
        .hasSize((KEY.plots().size() + 1) / 2);
    assertThat(KEY.plots())
        .allSatisfy(plot -> assertThat(Math.abs(plot.made().offsetM())).isLessThanOrEqualTo(50));
  }

  @Test
  void a_spot_beside_an_edge_is_as_far_from_the_zone_as_it_was_placed_or_nearer() {
    for (Spot spot : KEY.spots()) {
      if (!spot.made().layer().isEmpty()) {
        Geometry zone =
            GROUND.atlas().zone(spot.made().layer(), spot.made().zone()).orElseThrow().shape();
        Geometry edge = zone.getDimension() == 2 ? zone.getBoundary() : zone;
        Geometry at = Grid.SHAPES.createPoint(new Coordinate(spot.lon(), spot.lat()));
        double awayM = Geodesic.between(at, edge).distanceM();
        assertThat(awayM).as(spot.id()).isLessThan(spot.made().offsetM() + 0.02);
      }
    }
  }

  @Test
  void every_layer_and_the_edge_of_coverage_are_stepped_aside_from() {
    Set<String> layers = new HashSet<>();
    KEY.spots().stream()
        .filter(spot -> spot.made().nearBoundary())
        .forEach(spot -> layers.add(spot.made().layer()));

    assertThat(layers).contains("");
    KEY.spots().get(0).layers().stream()
        .filter(reading -> !GROUND.atlas().zones(reading.layer()).isEmpty())
        .forEach(reading -> assertThat(layers).contains(reading.layer()));
  }

  @Test
  void some_spots_lie_where_a_layer_is_not_known() {
    assertThat(KEY.spots())
        .anyMatch(spot -> spot.layers().stream().noneMatch(Spot.Reading::covered));
    assertThat(KEY.plots()).anyMatch(plot -> plot.layers().get(0).coverage().equals("partial"));
    assertThat(KEY.spots())
        .anyMatch(
            spot ->
                spot.layers().stream().anyMatch(Spot.Reading::covered)
                    && spot.layers().stream().anyMatch(reading -> !reading.covered()));
  }

  @Test
  void the_key_is_written_one_spot_or_plot_a_line() throws IOException {
    KEY.writeTo(folder);

    List<String> spots = Files.readAllLines(folder.resolve("spots.jsonl"));
    List<String> plots = Files.readAllLines(folder.resolve("plots.jsonl"));
    assertThat(spots).hasSameSizeAs(KEY.spots());
    assertThat(plots).hasSameSizeAs(KEY.plots());
    JsonNode spot = new ObjectMapper().readTree(spots.get(17));
    assertThat(spot.path("id").asText()).isEqualTo("S00017");
    assertThat(spot.at("/site/coordinates/0").asDouble())
        .isCloseTo(KEY.spots().get(17).lon(), within(0.0));
    assertThat(spot.path("layers").size()).isEqualTo(KEY.spots().get(17).layers().size());
  }
}
