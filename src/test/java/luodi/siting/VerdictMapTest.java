package luodi.siting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Random;
import luodi.fabric.Fabric;
import luodi.geo.Authalic;
import luodi.geo.Grid;
import luodi.web.Answered;
import luodi.web.Desk;
import luodi.web.ServedGround;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;

/** The verdict map and single sites never disagree. */
class VerdictMapTest {
  private static final int SPOTS = 120;

  private final Desk desk = ServedGround.desk();

  /** On the earlier day other grounds were to be kept away from, and other parks were wanted. */
  @ParameterizedTest
  @CsvSource({
    "1811, 2026-11-24",
    "2614, 2026-11-24",
    "3011, 2026-11-24",
    "1713, 2026-11-24",
    "3216, 2026-11-24",
    "1351, 2026-11-24",
    "2614, 2026-04-30",
    "2661, 2016-10-01",
  })
  void the_map_says_of_a_spot_what_a_screening_there_says(String industry, LocalDate day) {
    Fabric fabric = ServedGround.fabric();
    VerdictMap map = new VerdictMap(fabric, desk.rulebook());
    Random chance = new Random(industry.hashCode());
    Coloured coloured =
        map.colour(desk.screener().standing(proposal(industry, 106.2, 38.4, day)).judge(), false);
    int compared = 0;
    for (int i = 0; i < SPOTS; i++) {
      Coordinate at = spot(chance);
      int word = fabric.wordAt(at.x, at.y);
      if (word < 0 || map.countyOf(word) < 0) {
        continue;
      }
      Screening screening = desk.screener().screen(proposal(industry, at.x, at.y, day));
      assertThat(coloured.verdict(word).or(() -> Optional.of(screening.decision().placeVerdict())))
          .as("%s at %s", industry, at)
          .contains(screening.decision().placeVerdict());
      compared++;
    }
    assertThat(compared).isGreaterThan(SPOTS / 2);
  }

  @Test
  void areas_of_a_province_add_up_to_its_counties() {
    JsonNode answer = Answered.get("/verdicts?industry=2614&by=county&within=640000").json();
    double told = 0;
    for (JsonNode row : answer.path("rows")) {
      for (JsonNode km2 : row.path("km2")) {
        told += km2.asDouble();
      }
    }
    double counties =
        desk.atlas().zones("counties").stream()
            .filter(zone -> zone.attributes().getOrDefault("province", "").equals("640000"))
            .mapToDouble(zone -> Authalic.areaM2(zone.shape()) / 1e6)
            .sum();

    assertThat(told).isCloseTo(counties, within(1e-4));
  }

  @Test
  void an_ethylene_plant_is_prohibited_on_most_ground_by_the_rule_that_wants_a_chemical_park() {
    JsonNode row = Answered.get("/verdicts?industry=2614&within=640000").json().at("/rows/0");

    assertThat(row.path("adcode").asText()).isEqualTo("640000");
    double prohibited = row.at("/km2/prohibited").asDouble();
    assertThat(prohibited).isGreaterThan(0.99 * 51_000); // Ningxia has some 51,900 km²
    assertThat(row.path("binding").findValuesAsText("rule")).contains("chemical-park-only");
  }

  @Test
  void a_violated_precondition_makes_every_place_prohibited() {
    JsonNode rows =
        Answered.get(
                "/verdicts?industry=3110&by=county&within=640000&fact.net_new_capacity=true&as_of=2026-11-24")
            .json()
            .path("rows");

    assertThat(rows).isNotEmpty();
    for (JsonNode row : rows) {
      JsonNode km2 = row.path("km2");
      assertThat(km2.path("prohibited").asDouble()).isPositive();
      assertThat(
              km2.path("insufficient").asDouble()
                  + km2.path("conditional").asDouble()
                  + km2.path("permitted_as_checked").asDouble()
                  + km2.path("site_dependent").asDouble())
          .isZero();
    }
  }

  @Test
  void the_same_rows_come_as_a_table() {
    Answered table = Answered.get("/verdicts?industry=1811&within=640000&f=csv");

    assertThat(table.header("Content-Type")).startsWith("text/csv");
    assertThat(table.text().lines().findFirst().orElse(""))
        .startsWith("adcode,name,prohibited_km2");
    assertThat(table.text()).contains("640000,宁夏回族自治区,");
  }

  @ParameterizedTest
  @ValueSource(strings = {"by=village", "within=999999", "facts=loose", "f=xml"})
  void what_is_no_division_or_choice_is_refused(String parameter) {
    Answered refused = Answered.get("/verdicts?industry=1811&" + parameter);

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.header("Content-Type")).startsWith("application/problem+json");
  }

  private Proposal proposal(String industry, double lon, double lat, LocalDate day) {
    try {
      JsonNode body =
          new com.fasterxml.jackson.databind.ObjectMapper()
              .readTree(
                  "{\"industry\":\"%s\",\"site\":{\"type\":\"Point\",\"coordinates\":[%s,%s]}}"
                      .formatted(industry, lon, lat));
      return ProposalReader.read(body, day);
    } catch (com.fasterxml.jackson.core.JsonProcessingException impossible) {
      throw new AssertionError(impossible);
    }
  }

  private Coordinate spot(Random chance) {
    var units = desk.atlas().zones("env-unit");
    Envelope near = units.get(chance.nextInt(units.size())).shape().getEnvelopeInternal();
    return new Coordinate(
        Grid.snap(near.getMinX() + chance.nextDouble() * near.getWidth()),
        Grid.snap(near.getMinY() + chance.nextDouble() * near.getHeight()));
  }
}
