package luodi.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import luodi.atlas.Layer;
import luodi.atlas.Zone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.algorithm.distance.DiscreteHausdorffDistance;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.util.AffineTransformation;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/** Vector tiles, decoded and held against the atlas. */
class TilesTest {
  private static final int EXTENT = 4096;
  private static final int BUFFER = 80;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "env-unit",
        "eco-redline",
        "farmland",
        "river-shoreline",
        "counties",
        "provinces",
        "lakes",
        "industrial-park",
        "airport",
        "rivers"
      })
  @Requirement({"ogcapi-tiles-1/1.0/req/mvt/content"})
  void every_tile_is_small_and_every_polygon_in_it_valid_and_turned_right(String layer) {
    int seen = 0;
    for (int zoom = 0; zoom <= 14; zoom++) {
      for (int[] at : around(106.2, 38.4, zoom)) {
        Answered answer = tile(layer, zoom, at[0], at[1]);
        assertThat(answer.status()).isIn(200, 204);
        assertThat(answer.bytes().length).isLessThan(500_000);
        if (answer.status() == 204) {
          assertThat(answer.bytes()).isEmpty();
          continue;
        }
        for (DecodedTile.Feature feature : only(answer).features()) {
          seen++;
          String where = layer + " " + zoom + "/" + at[0] + "/" + at[1];
          assertThat(feature.shape().isValid()).as(where + " " + feature.shape()).isTrue();
          assertThat(window().contains(feature.shape().getEnvelopeInternal())).as(where).isTrue();
        }
      }
    }
    assertThat(seen).isPositive();
  }

  @ParameterizedTest
  @CsvSource({"8, 4", "10, 2", "13, 1"})
  void each_zone_is_drawn_within_a_rounding_step_of_where_it_is(int zoom, int step) {
    int[] at = around(106.2, 38.4, zoom).get(0);
    int compared = 0;
    for (DecodedTile.Feature feature : only(tile("env-unit", zoom, at[0], at[1])).features()) {
      Zone zone =
          ServedGround.atlas()
              .zone("env-unit", (String) feature.attributes().get("id"))
              .orElseThrow();
      Geometry exact = clipped(inUnits(zone.shape(), zoom, at[0], at[1]));
      if (exact.getArea() > 2_000) {
        double apart =
            DiscreteHausdorffDistance.distance(feature.shape().getBoundary(), exact.getBoundary());
        assertThat(apart).as(zone.id()).isLessThan(2.0 * step);
        compared++;
      }
    }
    assertThat(compared).isPositive();
  }

  @Test
  void units_that_tile_the_ground_leave_no_gap_in_a_tile() {
    int[] at = around(106.2, 38.4, 11).get(0);
    double drawn = 0;
    for (DecodedTile.Feature feature : only(tile("env-unit", 11, at[0], at[1])).features()) {
      drawn += feature.shape().getArea();
    }

    double window = Math.pow(EXTENT + 2 * BUFFER, 2);
    assertThat(drawn / window).isCloseTo(1, within(0.001));
  }

  @Test
  void a_feature_in_a_tile_says_what_it_is_and_that_it_is_synthetic() {
    int[] at = around(106.2, 38.4, 10).get(0);
    DecodedTile.Layer layer = only(tile("env-unit", 10, at[0], at[1]));

    assertThat(layer.name()).isEqualTo("env-unit");
    assertThat(layer.version()).isEqualTo(2);
    assertThat(layer.extent()).isEqualTo(EXTENT);
    assertThat(layer.features().get(0).attributes())
        .containsKeys("id", "name", "class")
        .containsEntry("synthetic", "true")
        .containsEntry("confidence", "synthetic");
  }

  @Test
  @Requirement({"ogcapi-tiles-1/1.0/req/core/tc-op", "ogcapi-tiles-1/1.0/req/core/tc-success"})
  void both_addresses_give_the_same_tile() {
    int[] at = around(106.2, 38.4, 9).get(0);
    Answered ogc =
        Answered.get("/collections/env-unit/tiles/WebMercatorQuad/9/%d/%d".formatted(at[1], at[0]));

    assertThat(ogc.bytes()).isEqualTo(tile("env-unit", 9, at[0], at[1]).bytes());
    assertThat(ogc.header("Content-Type")).isEqualTo("application/vnd.mapbox-vector-tile");
  }

  @ParameterizedTest
  @CsvSource({"WorldCRS84Quad, 8", "CGCS2000Quad, 9"})
  void grids_in_degrees_draw_the_same_ground(String grid, int level) {
    double perTile = 180.0 / 256;
    int col = (int) ((106.2 + 180) / perTile);
    int row = (int) ((90 - 38.4) / perTile);
    Answered answer =
        Answered.get("/collections/counties/tiles/%s/%d/%d/%d".formatted(grid, level, row, col));
    Zone county = ServedGround.atlas().zone("counties", "640121").orElseThrow();
    AffineTransformation toUnits =
        AffineTransformation.translationInstance(180 - col * perTile, -90 + row * perTile)
            .scale(EXTENT / perTile, -EXTENT / perTile);
    Geometry exact =
        clipped(toUnits.transform(new GeometryFactory().createGeometry(county.shape())));

    Geometry drawn =
        only(answer).features().stream()
            .filter(feature -> "640121".equals(feature.attributes().get("id")))
            .findFirst()
            .orElseThrow()
            .shape();
    assertThat(DiscreteHausdorffDistance.distance(drawn.getBoundary(), exact.getBoundary()))
        .isLessThan(9);
  }

  @Test
  @Requirement({
    "ogcapi-tiles-1/1.0/req/dataset-tilesets/operation",
    "ogcapi-tiles-1/1.0/req/collections-selection/collections-parameter",
    "ogcapi-tiles-1/1.0/req/collections-selection/collections-response"
  })
  void a_tile_of_all_layers_has_each_layer_that_lies_there_and_stays_small() {
    int[] at = around(106.2, 38.4, 8).get(0);
    Answered all = Answered.get("/tiles/WebMercatorQuad/8/%d/%d".formatted(at[1], at[0]));
    Answered two =
        Answered.get(
            "/tiles/WebMercatorQuad/8/%d/%d?collections=counties,env-unit".formatted(at[1], at[0]));

    assertThat(all.bytes().length).isLessThan(500_000);
    Set<String> names = names(all);
    assertThat(names).contains("counties", "env-unit", "eco-redline", "industrial-park");
    assertThat(names(two)).containsExactlyInAnyOrder("counties", "env-unit");
  }

  @Test
  @Requirement({
    "ogcapi-tiles-1/1.0/req/core/tc-error",
    "ogcapi-tiles-1/1.0/req/core/tc-tilematrix-definition",
    "ogcapi-tiles-1/1.0/req/core/tc-tilerow-definition",
    "ogcapi-tiles-1/1.0/req/core/tc-tilecol-definition"
  })
  void a_tile_out_of_the_grid_or_of_no_layer_is_not_found() {
    assertThat(Answered.get("/tiles/counties/3/8/0.mvt").status()).isEqualTo(404);
    assertThat(Answered.get("/tiles/counties/99/0/0.mvt").status()).isEqualTo(404);
    assertThat(Answered.get("/tiles/counties/a/0/0.mvt").status()).isEqualTo(404);
    assertThat(Answered.get("/tiles/nothing/0/0/0.mvt").status()).isEqualTo(404);
    assertThat(Answered.get("/tiles/Nothing/0/0/0").status()).isEqualTo(404);
    assertThat(Answered.get("/tiles/CGCS2000Quad/0/0/0").status()).isEqualTo(404);
    assertThat(Answered.get("/tiles/WebMercatorQuad/0/0/0?collections=nothing").status())
        .isEqualTo(400);
  }

  @Test
  void a_tile_whose_address_names_the_atlas_may_be_kept_for_ever() {
    JsonNode tileJson = Answered.get("/tiles/counties.json").json();
    String address =
        tileJson
            .at("/tiles/0")
            .asText()
            .replace("{z}", "4")
            .replace("{x}", "12")
            .replace("{y}", "6");

    assertThat(tileJson.path("tilejson").asText()).isEqualTo("3.0.0");
    assertThat(Answered.get(java.net.URI.create(address)).header("Cache-Control"))
        .contains("immutable");
    assertThat(Answered.get("/tiles/counties/4/12/6.mvt").header("Cache-Control"))
        .isEqualTo("no-cache");
    assertThat(Answered.get("/tiles/counties/4/12/6.mvt?atlas=other").header("Cache-Control"))
        .isEqualTo("no-cache");
  }

  @Test
  @Requirement({
    "ogcapi-tiles-1/1.0/req/geodata-tilesets/operation",
    "ogcapi-tiles-1/1.0/req/tilesets-list/tsl-op"
  })
  void every_layer_has_a_tileset_in_each_grid() {
    for (Layer layer : ServedGround.atlas().layers()) {
      JsonNode tilesets = Answered.get("/collections/" + layer.id() + "/tiles").json();

      assertThat(tilesets.path("tilesets")).as(layer.id()).hasSize(3);
    }
  }

  private static Set<String> names(Answered tile) {
    Set<String> names = new HashSet<>();
    DecodedTile.read(tile.bytes()).layers().forEach(layer -> names.add(layer.name()));
    return names;
  }

  private static Answered tile(String layer, int zoom, int x, int y) {
    return Answered.get("/tiles/%s/%d/%d/%d.mvt".formatted(layer, zoom, x, y));
  }

  private static DecodedTile.Layer only(Answered tile) {
    return DecodedTile.read(tile.bytes()).layers().get(0);
  }

  /** The tile under a position and its four neighbours, as far as the grid has them. */
  private static List<int[]> around(double lon, double lat, int zoom) {
    int x = (int) ((lon + 180) / 360 * (1 << zoom));
    int y = (int) (mercator(lat) * (1 << zoom));
    List<int[]> tiles = new ArrayList<>();
    for (int[] at : new int[][] {{x, y}, {x - 1, y}, {x + 1, y}, {x, y - 1}, {x, y + 1}}) {
      if (at[0] >= 0 && at[1] >= 0 && at[0] < 1 << zoom && at[1] < 1 << zoom) {
        tiles.add(at);
      }
    }
    return tiles;
  }

  private static double mercator(double lat) {
    double tan = Math.tan(Math.PI / 4 + Math.toRadians(lat) / 2);
    return (1 - Math.log(tan) / Math.PI) / 2;
  }

  private static Geometry inUnits(Geometry degrees, int zoom, int x, int y) {
    Geometry units = new GeometryFactory().createGeometry(degrees);
    units.apply(
        (org.locationtech.jts.geom.CoordinateFilter)
            at -> {
              at.x = ((at.x + 180) / 360 * (1 << zoom) - x) * EXTENT;
              at.y = (mercator(at.y) * (1 << zoom) - y) * EXTENT;
            });
    units.geometryChanged();
    return units;
  }

  private static Geometry clipped(Geometry units) {
    return OverlayNGRobust.overlay(
        units,
        new GeometryFactory().toGeometry(window()),
        org.locationtech.jts.operation.overlayng.OverlayNG.INTERSECTION);
  }

  private static Envelope window() {
    return new Envelope(-BUFFER, EXTENT + BUFFER, -BUFFER, EXTENT + BUFFER);
  }
}
