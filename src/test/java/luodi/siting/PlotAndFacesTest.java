package luodi.siting;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import luodi.fabric.Fabric;
import luodi.fabric.Patchwork;
import luodi.geo.GeoJson;
import luodi.geo.Grid;
import luodi.geo.LocalFrame;
import luodi.rule.Verdict;
import luodi.web.Desk;
import luodi.web.Json;
import luodi.web.ServedGround;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;

/** A plot and the fabric's faces under it. */
class PlotAndFacesTest {
  private static final LocalDate DAY = LocalDate.parse("2026-11-24");
  private static final int PLOTS = 40;

  /** A face counts when so much of it lies under the plot; all tolerances are less, metres. */
  private static final double DEEP_M = 2;

  private final Desk desk = ServedGround.desk();

  @ParameterizedTest
  @ValueSource(strings = {"1811", "2614", "1713", "1351"})
  void a_plots_verdict_is_the_worst_over_the_faces_under_it(String industry) {
    Fabric fabric = ServedGround.fabric();
    VerdictMap map = new VerdictMap(fabric, desk.rulebook());
    Random chance = new Random(industry.hashCode());
    int compared = 0;
    for (int i = 0; i < PLOTS; i++) {
      Polygon plot = plot(chance);
      Proposal proposal = ProposalReader.read(project(industry, plot), DAY);
      Coloured coloured = map.colour(desk.screener().standing(proposal).judge(), false);
      Optional<Verdict> worst = worst(plot, map, coloured);
      if (worst.isPresent()) {
        assertThat(desk.screener().screen(proposal).decision().placeVerdict())
            .as("%s on %s", industry, plot)
            .isEqualTo(worst.get());
        compared++;
      }
    }
    assertThat(compared).isGreaterThan(PLOTS / 2);
  }

  @Test
  void the_same_input_gives_the_same_bytes() {
    Random chance = new Random(47);
    Screener again =
        new Screener(desk.atlas(), luodi.rule.Rulebook.load(), desk.industries(), desk.profile());
    for (int i = 0; i < PLOTS / 4; i++) {
      Proposal proposal = ProposalReader.read(project("3011", plot(chance)), DAY);

      assertThat(Json.write(again.screen(proposal)))
          .isEqualTo(Json.write(desk.screener().screen(proposal)));
    }
  }

  /** The worst verdict of the words that lie deep under a plot; empty when one cannot be told. */
  private Optional<Verdict> worst(Polygon plot, VerdictMap map, Coloured coloured) {
    List<Patchwork.Patch> patches =
        Patchwork.of(
                map.fabric(),
                desk.screener().regions(),
                plot.getEnvelopeInternal(),
                Patchwork.CELLS,
                1_000_000)
            .orElseThrow();
    TreeSet<Verdict> verdicts = new TreeSet<>();
    for (Patchwork.Patch patch : patches) {
      Geometry face = Patchwork.degrees(patch.shape(), Patchwork.CELLS);
      Geometry shared = Grid.intersection(face, plot);
      if (shared.getArea() == 0) {
        continue;
      }
      Optional<Verdict> verdict =
          map.countyOf(patch.word()) < 0 ? Optional.empty() : coloured.verdict(patch.word());
      if (verdict.isEmpty() || !LocalFrame.around(shared).deeper(shared, DEEP_M)) {
        return Optional.empty(); // a sliver, or ground that only the site can tell
      }
      verdicts.add(verdict.get());
    }
    return verdicts.isEmpty() ? Optional.empty() : Optional.of(verdicts.last());
  }

  /** A square of some hundred metres near a control unit. */
  private Polygon plot(Random chance) {
    var units = desk.atlas().zones("env-unit");
    Envelope near = units.get(chance.nextInt(units.size())).shape().getEnvelopeInternal();
    Coordinate at =
        new Coordinate(
            Grid.snap(near.getMinX() + chance.nextDouble() * near.getWidth()),
            Grid.snap(near.getMinY() + chance.nextDouble() * near.getHeight()));
    double side = 0.001 + chance.nextDouble() * 0.004;
    return (Polygon)
        Grid.SHAPES.toGeometry(
            new Envelope(at.x, Grid.snap(at.x + side), at.y, Grid.snap(at.y + side)));
  }

  private static ObjectNode project(String industry, Polygon plot) {
    ObjectNode project = JsonNodeFactory.instance.objectNode();
    project.put("industry", industry);
    project.set("site", GeoJson.write(plot));
    return project;
  }
}
