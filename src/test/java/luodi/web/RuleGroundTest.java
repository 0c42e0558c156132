package luodi.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import luodi.atlas.Zone;
import luodi.geo.Authalic;
import luodi.geo.GeoJson;
import luodi.geo.Grid;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/** The ground that a rule speaks of is that on which explain names it. */
class RuleGroundTest {
  private static final String COUNTY = "640104";
  private static final String DAY = "as_of=2026-11-24";
  private static final int SPOTS = 60;

  @Test
  void the_ground_of_a_rule_about_one_layer_is_the_ground_of_the_layer() {
    Geometry county = ServedGround.atlas().zone("counties", COUNTY).orElseThrow().shape();
    List<Geometry> fields = new ArrayList<>();
    for (Zone zone :
        ServedGround.atlas().near("perm-basic-farmland", county.getEnvelopeInternal())) {
      fields.add(Grid.intersection(zone.shape(), county));
    }

    JsonNode ground = ground("perm-basic-farmland", "within=" + COUNTY);

    assertThat(area(ground, "yes")).isPositive();
    assertThat(area(ground, "yes")).isCloseTo(Authalic.areaM2(Grid.union(fields)), within(50.0));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "redline-no-production",
        "perm-basic-farmland",
        "yellow-river-shore-chemical",
        "chemical-park-only",
        "water-source-level-2"
      })
  void a_spot_lies_in_it_just_when_explain_says_so(String rule) {
    JsonNode ground = ground(rule, "within=" + COUNTY);
    Geometry county = ServedGround.atlas().zone("counties", COUNTY).orElseThrow().shape();
    Optional<Geometry> meant = shape(ground, "yes");
    Optional<Geometry> unknown = shape(ground, "unknown");
    Random chance = new Random(rule.hashCode());
    Envelope box = county.getEnvelopeInternal();
    int compared = 0;
    for (int i = 0; i < SPOTS * 4 && compared < SPOTS; i++) {
      Coordinate at =
          new Coordinate(
              Grid.snap(box.getMinX() + chance.nextDouble() * box.getWidth()),
              Grid.snap(box.getMinY() + chance.nextDouble() * box.getHeight()));
      if (!county.contains(Grid.SHAPES.createPoint(at))) {
        continue;
      }
      String said = lies(at, meant) ? "yes" : lies(at, unknown) ? "unknown" : "no";
      assertThat(said).as(rule + " at " + at).isEqualTo(explained(rule, at));
      compared++;
    }
    assertThat(compared).isEqualTo(SPOTS);
  }

  @Test
  void a_rule_without_ground_of_its_own_holds_everywhere() {
    JsonNode ground = ground("catalogue-eliminated", "bbox=106.2,38.4,106.25,38.45");

    assertThat(area(ground, "yes"))
        .isCloseTo(
            Authalic.areaM2(Grid.SHAPES.toGeometry(new Envelope(106.2, 106.25, 38.4, 38.45))),
            within(1.0));
  }

  @Test
  void before_a_rule_bound_it_had_no_ground() {
    JsonNode ground =
        Answered.get("/rules/yangtze-1km-chemical/ground?within=" + COUNTY + "&as_of=2021-02-28")
            .json();

    assertThat(ground.path("stands").asBoolean()).isFalse();
    assertThat(ground.path("features")).isEmpty();
  }

  @Test
  void a_province_is_too_much_work() {
    Answered refused = Answered.get("/rules/redline-no-production/ground?bbox=100,30,115,42");

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.json().path("type").asText()).isEqualTo("/problems/too-much-work");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "?within=640104&bbox=106,38,106.1,38.1", "?within=999999", "?bbox=1,2"})
  void ground_that_cannot_be_meant_is_refused(String query) {
    assertThat(Answered.get("/rules/redline-no-production/ground" + query).status()).isEqualTo(400);
  }

  @Test
  void a_rule_that_is_not_there_is_not_found() {
    assertThat(Answered.get("/rules/no-such-rule/ground?within=640104").status()).isEqualTo(404);
  }

  private static JsonNode ground(String rule, String query) {
    Answered answer = Answered.get("/rules/" + rule + "/ground?" + query + "&" + DAY);
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    assertThat(answer.header("Content-Type")).startsWith("application/geo+json");
    return answer.json();
  }

  private static double area(JsonNode ground, String holds) {
    double sum = 0;
    for (JsonNode feature : ground.path("features")) {
      if (feature.at("/properties/holds").asText().equals(holds)) {
        sum += feature.at("/properties/area_m2").asDouble();
      }
    }
    return sum;
  }

  private static Optional<Geometry> shape(JsonNode ground, String holds) {
    List<Geometry> shapes = new ArrayList<>();
    for (JsonNode feature : ground.path("features")) {
      if (feature.at("/properties/holds").asText().equals(holds)) {
        shapes.add(GeoJson.read(feature.path("geometry"), ""));
      }
    }
    return shapes.isEmpty() ? Optional.empty() : Optional.of(Grid.SHAPES.buildGeometry(shapes));
  }

  private static boolean lies(Coordinate at, Optional<Geometry> ground) {
    return ground.isPresent() && ground.get().contains(Grid.SHAPES.createPoint(at));
  }

  /** What explain says of the rule at a spot. */
  private static String explained(String rule, Coordinate at) {
    JsonNode here =
        Answered.get(String.format(Locale.ROOT, "/explain?lon=%.7f&lat=%.7f&" + DAY, at.x, at.y))
            .json();
    for (JsonNode named : here.path("rules")) {
      if (named.path("id").asText().equals(rule)) {
        return named.path("certain").asBoolean() ? "yes" : "unknown";
      }
    }
    return "no";
  }
}
