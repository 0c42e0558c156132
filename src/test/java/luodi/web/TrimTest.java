package luodi.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import luodi.atlas.Zone;
import luodi.geo.Authalic;
import luodi.geo.GeoJson;
import luodi.geo.Grid;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/** A plot that only grazes prohibited ground is told what remains of it. */
class TrimTest {
  private static final double HALF = 0.002; // degrees

  /** A grid cell's width along an outline of some 2 km. */
  private static final double CELL_ALONG_OUTLINE_M2 = 20;

  private static JsonNode screen(Geometry plot, String facts) {
    String body =
        "{\"industry\":\"1811\",\"as_of\":\"2026-11-24\",\"facts\":{%s},\"site\":%s}"
            .formatted(facts, GeoJson.write(plot));
    return Answered.send("POST", "/screenings", body, "Content-Type", "application/json").json();
  }

  /** A square around a corner of a zone. */
  private static Geometry plotAt(Zone zone) {
    Coordinate corner = zone.shape().getCoordinate();
    return Grid.SHAPES.toGeometry(
        new Envelope(corner.x - HALF, corner.x + HALF, corner.y - HALF, corner.y + HALF));
  }

  @Test
  void what_remains_is_the_largest_piece_beside_the_farmland() {
    List<Zone> farmland = ServedGround.atlas().zones("perm-basic-farmland");
    int trimmed = 0;
    for (int i = 0; i < farmland.size() && trimmed < 8; i += 1 + farmland.size() / 60) {
      Geometry plot = plotAt(farmland.get(i));
      JsonNode answer = screen(plot, "\"need_area_ha\":12");
      JsonNode trim = answer.path("trim");
      if (answer.at("/decision/place_verdict").asText().equals("PROHIBITED") && !trim.isNull()) {
        trimmed++;
        Geometry piece = GeoJson.read(trim.path("geometry"), "");
        assertThat(piece.getGeometryType()).isEqualTo("Polygon");
        assertThat(trim.path("area_m2").asDouble()).isCloseTo(Authalic.areaM2(piece), within(0.1));
        assertThat(trim.path("needed_m2").asDouble()).isEqualTo(120_000.0);
        assertThat(piece.difference(plot).getArea() * 1e10).isLessThan(1.0);
        assertThat(Authalic.areaM2(piece)).isLessThan(beside(plot) + CELL_ALONG_OUTLINE_M2);
        JsonNode again = screen(piece, "\"need_area_ha\":12");
        assertThat(again.at("/decision/place_verdict").asText()).isNotEqualTo("PROHIBITED");
        assertThat(again.at("/decision/verdict").asText()).isEqualTo(trim.path("verdict").asText());
        assertThat(again.path("trim").isNull()).isTrue();
      }
    }
    assertThat(trimmed).isGreaterThanOrEqualTo(4);
  }

  /** The largest piece of a plot that no farmland covers, m². */
  private static double beside(Geometry plot) {
    Geometry rest = plot;
    for (Zone zone : ServedGround.atlas().near("perm-basic-farmland", plot.getEnvelopeInternal())) {
      rest = Grid.difference(rest, zone.shape());
    }
    double largest = 0;
    for (int i = 0; i < rest.getNumGeometries(); i++) {
      largest = Math.max(largest, Authalic.areaM2(rest.getGeometryN(i)));
    }
    return largest;
  }

  @Test
  void a_plot_wholly_on_prohibited_ground_has_no_trim() {
    Zone zone = ServedGround.atlas().zones("perm-basic-farmland").get(0);
    Coordinate inside = zone.shape().getInteriorPoint().getCoordinate();
    Geometry plot =
        Grid.SHAPES.toGeometry(
            new Envelope(inside.x - 1e-5, inside.x + 1e-5, inside.y - 1e-5, inside.y + 1e-5));

    JsonNode answer = screen(plot, "");

    assertThat(answer.at("/decision/place_verdict").asText()).isEqualTo("PROHIBITED");
    assertThat(answer.path("trim").isNull()).isTrue();
  }
}
