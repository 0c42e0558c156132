package luodi.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import luodi.Gdal;
import luodi.atlas.Zone;
import luodi.geo.Authalic;
import luodi.geo.GeoJson;
import luodi.geo.Grid;
import luodi.tile.TileAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/** Verdicts as polygons agree with the areas that are told and with screenings on the spot. */
class VerdictShapesTest {
  private static final String DAY = "&as_of=2026-11-24";
  private static final List<String> INDUSTRIES = List.of("2614", "1811", "3011", "0313");
  private static final String COUNTY = "640104";

  private static Map<String, Geometry> shapes(String industry, String ground) {
    Answered answer = Answered.get("/verdicts/geometry?industry=" + industry + DAY + "&" + ground);
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    assertThat(answer.header("Content-Type")).startsWith("application/geo+json");
    Map<String, Geometry> shapes = new HashMap<>();
    for (JsonNode feature : answer.json().path("features")) {
      Geometry shape = GeoJson.read(feature.path("geometry"), "");
      assertThat(shape.isValid()).isTrue();
      assertThat(feature.at("/properties/area_m2").asDouble())
          .isCloseTo(Authalic.areaM2(shape), within(0.1));
      shapes.put(feature.at("/properties/verdict").asText(), shape);
    }
    return shapes;
  }

  @Test
  void areas_are_those_that_verdicts_tells() {
    for (String industry : INDUSTRIES) {
      Map<String, Geometry> shapes = shapes(industry, "within=" + COUNTY);

      JsonNode km2 =
          Answered.get("/verdicts?by=county&within=" + COUNTY + "&industry=" + industry + DAY)
              .json()
              .at("/rows/0/km2");
      km2.properties()
          .forEach(
              told -> {
                Geometry shape = shapes.get(told.getKey().toUpperCase(Locale.ROOT));
                double drawn = shape == null ? 0 : Authalic.areaM2(shape) / 1e6;
                assertThat(drawn)
                    .as(industry + " " + told.getKey())
                    .isCloseTo(told.getValue().asDouble(), within(1e-4));
              });
    }
  }

  @Test
  void a_county_is_covered_once() {
    Zone county = ServedGround.atlas().zone("counties", COUNTY).orElseThrow();

    Map<String, Geometry> shapes = shapes("1811", "within=" + COUNTY);

    double sum = shapes.values().stream().mapToDouble(Authalic::areaM2).sum();
    assertThat(sum).isCloseTo(Authalic.areaM2(county.shape()), within(100.0));
    List<Geometry> all = new ArrayList<>(shapes.values());
    assertThat(all).hasSizeGreaterThan(1);
    assertThat(Authalic.areaM2(Grid.union(all))).isCloseTo(sum, within(100.0));
  }

  @Test
  void a_rectangle_is_cut_out_exactly() {
    Map<String, Geometry> shapes = shapes("1811", "bbox=106.2,38.4,106.3,38.5");

    Geometry all = Grid.union(List.copyOf(shapes.values()));
    assertThat(all.getEnvelopeInternal().equals(new Envelope(106.2, 106.3, 38.4, 38.5))).isTrue();
    assertThat(Authalic.areaM2(all))
        .isCloseTo(Authalic.areaM2(Grid.SHAPES.toGeometry(all.getEnvelopeInternal())), within(1.0));
  }

  @Test
  void a_spot_has_the_verdict_of_its_polygon() {
    Random random = new Random(41);
    for (String industry : INDUSTRIES) {
      Map<String, Geometry> shapes = shapes(industry, "bbox=106.2,38.4,106.3,38.5");
      for (int i = 0; i < 25; i++) {
        double lon = 106.2 + random.nextInt(100_000) / 1e6;
        double lat = 38.4 + random.nextInt(100_000) / 1e6;
        assertVerdictAt(lon, lat, industry, shapes);
      }
    }
  }

  private static void assertVerdictAt(
      double lon, double lat, String industry, Map<String, Geometry> shapes) {
    Geometry spot = Grid.SHAPES.createPoint(new Coordinate(lon, lat));
    String drawn =
        shapes.entrySet().stream()
            .filter(entry -> entry.getValue().contains(spot))
            .map(Map.Entry::getKey)
            .findFirst()
            .orElse("none");
    if (!drawn.equals("SITE_DEPENDENT") && !drawn.equals("none")) {
      JsonNode screening =
          Answered.get("/screenings?industry=%s&lon=%s&lat=%s%s".formatted(industry, lon, lat, DAY))
              .json();
      assertThat(screening.at("/decision/place_verdict").asText())
          .as("%s at %s, %s", industry, lon, lat)
          .isEqualTo(drawn);
    }
  }

  @Test
  void gdal_opens_the_geopackage(@TempDir Path folder) throws IOException {
    Answered answer =
        Answered.get("/verdicts/geometry?f=gpkg&industry=1811&within=" + COUNTY + DAY);
    assertThat(answer.header("Content-Type")).isEqualTo("application/geopackage+sqlite3");
    Path file = folder.resolve("verdicts.gpkg");
    Files.write(file, answer.bytes());

    String told = Gdal.info("-ro", "-al", "-geom=NO", file, "verdict");

    Map<String, Geometry> shapes = shapes("1811", "within=" + COUNTY);
    assertThat(told).contains("Feature Count: " + shapes.size()).contains("CGCS");
    shapes.keySet().forEach(verdict -> assertThat(told).contains("verdict (String) = " + verdict));
  }

  @Test
  void the_ground_is_asked_for_once_and_not_too_wide() {
    for (String ground : List.of("", "&within=640104&bbox=106,38,107,39", "&bbox=107,38,106,39")) {
      Answered problem = Answered.get("/verdicts/geometry?industry=1811" + ground);
      assertThat(problem.status()).isEqualTo(400);
      assertThat(problem.json().path("type").asText()).isEqualTo("/problems/unknown-parameter");
    }
  }

  @Test
  void a_vector_tile_has_valid_polygons_with_verdict_rules_and_area() {
    TileAddress address = TileAddress.parse("11", "1628", "787");
    Answered answer = Answered.get("/tiles/verdict/2614/11/1628/787.mvt?as_of=2026-11-24");
    assertThat(answer.status()).isEqualTo(200);
    DecodedTile.Layer layer = DecodedTile.read(answer.bytes()).layers().get(0);

    assertThat(layer.name()).isEqualTo("verdict");
    assertThat(layer.features()).isNotEmpty();
    int spots = 0;
    for (DecodedTile.Feature feature : layer.features()) {
      assertThat(feature.shape().isValid()).isTrue();
      assertThat((double) feature.attributes().get("area_m2")).isPositive();
      String verdict = (String) feature.attributes().get("verdict");
      assertThat(feature.attributes().get("rules").toString().isEmpty())
          .isEqualTo(verdict.equals("PERMITTED_AS_CHECKED"));
      if (feature.shape().getArea() > 10_000 && !verdict.equals("SITE_DEPENDENT")) {
        Coordinate inside = feature.shape().getInteriorPoint().getCoordinate();
        Coordinate spot = address.degrees(inside.x, inside.y, layer.extent());
        JsonNode screening =
            Answered.get("/screenings?industry=2614&lon=%s&lat=%s%s".formatted(spot.x, spot.y, DAY))
                .json();
        assertThat(screening.at("/decision/place_verdict").asText()).isEqualTo(verdict);
        spots++;
      }
    }
    assertThat(spots).isPositive();
  }

  @Test
  void vector_tiles_begin_at_zoom_8() {
    assertThat(Answered.get("/tiles/verdict/2614/7/101/49.mvt").status()).isEqualTo(404);
    assertThat(Answered.get("/tiles/verdict/2614/8/203/98.mvt").status()).isEqualTo(200);
  }
}
