package luodi.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlacesTest {
  private static final String ALL = "&limit=5000";

  @ParameterizedTest
  @ValueSource(strings = {"2614", "3011", "1713"})
  void a_park_is_judged_in_the_list_as_its_outline_is_when_it_is_screened(String industry) {
    JsonNode ranking = places(industry, ALL);
    Map<String, String> verdicts = new TreeMap<>();
    ranking.path("places").forEach(one -> verdicts.put(id(one), one.path("verdict").asText()));
    ranking.path("failures").forEach(one -> verdicts.put(id(one), "PROHIBITED"));

    assertThat(verdicts).hasSize(ranking.at("/counts/parks").asInt()).hasSizeGreaterThan(10);
    verdicts.forEach(
        (park, verdict) ->
            assertThat(screened(industry, park).at("/decision/place_verdict").asText())
                .as(park)
                .isEqualTo(verdict));
  }

  @Test
  void a_park_has_the_score_in_the_list_that_its_outline_has_when_it_is_screened() {
    int compared = 0;
    for (JsonNode place : places("1713", ALL).path("places")) {
      JsonNode screened = screened("1713", id(place));
      if (!screened.at("/decision/score").isNull()) {
        compared++;
        assertThat(screened.path("score_detail"))
            .as(id(place))
            .isEqualTo(place.path("score_detail"));
      }
    }
    assertThat(compared).isPositive();
  }

  @Test
  void a_failure_names_a_rule_that_prohibits_the_park() {
    JsonNode failures = places("2614", ALL).path("failures");

    assertThat(failures).isNotEmpty();
    JsonNode failure = failures.get(0);
    assertThat(screened("2614", id(failure)).path("reasons"))
        .anySatisfy(
            reason -> {
              assertThat(reason.path("rule")).isEqualTo(failure.path("rule"));
              assertThat(reason.path("outcome").asText()).isEqualTo("VIOLATED");
            });
  }

  @Test
  void the_score_is_the_weighted_mean_of_the_factors_that_are_shown() {
    for (JsonNode place : places("3011", "&weight.logistics=2.5").path("places")) {
      double sum = 0;
      double weights = 0;
      for (JsonNode factor : place.at("/score_detail/factors")) {
        double weight = factor.path("weight").asDouble();
        assertThat(weight).isEqualTo(factor.path("id").asText().equals("logistics") ? 2.5 : 1);
        weights += weight;
        sum += weight * (factor.path("sub").isNull() ? 0.5 : factor.path("sub").asDouble());
      }
      assertThat(place.path("score").asDouble()).isEqualTo(sum / weights, within(1e-12));
      assertThat(place.at("/score_detail/weights_en").asText()).contains("asker's opinion");
    }
  }

  @Test
  void no_weights_within_a_fifth_put_a_park_outside_of_its_range() {
    JsonNode first = places("3011", ALL).path("places");
    Map<String, JsonNode> ranges = new TreeMap<>();
    first.forEach(place -> ranges.put(id(place), place));
    assertThat(first)
        .anyMatch(place -> place.path("rank_best").asInt() < place.path("rank_worst").asInt());

    for (String weights :
        new String[] {
          "&weight.logistics=1.2&weight.policy=0.8&weight.homogeneity=0.8&weight.special_area=0.8",
          "&weight.logistics=0.8&weight.policy=1.2&weight.homogeneity=1.2&weight.special_area=1.2",
          "&weight.logistics=0.8&weight.policy=0.8&weight.homogeneity=1.2&weight.special_area=0.8",
          "&weight.logistics=1.2&weight.policy=1.2&weight.homogeneity=0.8&weight.special_area=1.2"
        }) {
      for (JsonNode place : places("3011", ALL + weights).path("places")) {
        JsonNode range = ranges.get(id(place));
        assertThat(place.path("rank").asInt())
            .as(id(place) + weights)
            .isBetween(range.path("rank_best").asInt(), range.path("rank_worst").asInt());
      }
    }
  }

  @Test
  void what_is_needed_is_had_and_a_near_miss_lacks_one_thing_by_so_much() {
    JsonNode free = places("3411", ALL);
    Map<String, Double> areas = new TreeMap<>();
    free.path("places").forEach(one -> areas.put(id(one), one.path("area_ha").asDouble()));

    JsonNode asked = places("3411", ALL + "&need.area_ha=400&need.infrastructure=true");

    Set<String> told = new HashSet<>();
    for (JsonNode place : asked.path("places")) {
      assertThat(place.path("area_ha").asDouble()).isGreaterThanOrEqualTo(400);
      told.add(id(place));
    }
    for (JsonNode miss : asked.path("near_misses")) {
      assertThat(told.add(id(miss))).as("told once").isTrue();
      if (miss.path("criterion").asText().equals("area_ha")) {
        assertThat(miss.path("shortfall").asDouble())
            .isEqualTo(400 - areas.get(id(miss)), within(0.006))
            .isPositive();
      } else {
        assertThat(miss.path("criterion").asText()).isEqualTo("infrastructure");
        assertThat(areas.get(id(miss))).isGreaterThanOrEqualTo(400);
        assertThat(miss.path("shortfall").isNull()).isTrue();
      }
    }
    assertThat(asked.path("near_misses").findValuesAsText("criterion")).contains("area_ha");
    assertThat(
            places("3411", ALL + "&need.infrastructure=true")
                .path("near_misses")
                .findValuesAsText("criterion"))
        .containsOnly("infrastructure");
    JsonNode counts = asked.path("counts");
    assertThat(counts.path("parks").asInt())
        .isEqualTo(
            counts.path("places").asInt()
                + counts.path("near_misses").asInt()
                + counts.path("failures").asInt()
                + counts.path("others").asInt());
  }

  @Test
  void a_park_whose_facts_are_not_known_does_not_meet_a_need_for_them() {
    JsonNode asked = places("3411", ALL + "&need.vacant_ha=10");

    assertThat(asked.path("places")).isEmpty();
    assertThat(asked.path("near_misses")).isNotEmpty();
    assertThat(asked.path("near_misses"))
        .allMatch(miss -> miss.path("found").isNull() && miss.path("shortfall").isNull());
  }

  @Test
  void a_region_is_a_division_or_a_set_of_divisions() {
    int west = places("3411", ALL + "&need.region=west-12").path("places").size();
    int yangtze = places("3411", ALL + "&need.region=yangtze-belt-11").path("places").size();
    JsonNode city = places("3411", ALL + "&need.region=640100").path("places");

    assertThat(west).isEqualTo(places("3411", ALL).path("places").size());
    assertThat(yangtze).isZero();
    assertThat(city).isNotEmpty().hasSizeLessThan(west);
    assertThat(city).allMatch(place -> place.path("adcode").asText().startsWith("6401"));
  }

  @Test
  void a_preference_counts_in_the_score_and_rules_nobody_out() {
    JsonNode plain = places("3411", ALL);
    JsonNode asked = places("3411", ALL + "&prefer.infrastructure=true&weight.prefer=100");

    assertThat(asked.path("places")).hasSameSizeAs(plain.path("places"));
    JsonNode best = asked.path("places").get(0);
    assertThat(best.at("/score_detail/factors").findValuesAsText("id"))
        .contains("prefer.infrastructure");
    assertThat(factor(best, "prefer.infrastructure").path("sub").asDouble()).isEqualTo(1);
  }

  @Test
  void near_an_industry_is_near_a_park_that_leads_in_it() {
    JsonNode asked = places("3411", ALL + "&need.near_industry=3611&need.near_km=20");

    assertThat(asked.path("places")).isNotEmpty();
    assertThat(asked.path("warnings"))
        .anyMatch(warning -> warning.asText().contains("3611 was read as 36"));
    for (JsonNode miss : asked.path("near_misses")) {
      assertThat(miss.path("found").asDouble())
          .isEqualTo(20 + miss.path("shortfall").asDouble(), within(1e-3));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "need.beauty, 1, chemical_park",
    "prefer.beauty, 1, chemical_park",
    "weight.beauty, 1, supply_chain",
    "need.area_ha, -1, such as 50",
    "need.chemical_park, maybe, true or false",
    "need.region, atlantis, west-12",
    "need.near_km, 5, near_industry",
    "need.near_industry, 99999, GB/T 4754",
    "need.grade, best, national",
    "weight.logistics, heavy, such as 2"
  })
  void what_cannot_be_read_is_refused_with_what_there_is(String name, String value, String wanted) {
    Answered refused = Answered.get("/places?industry=3411&" + name + "=" + value);

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.json().path("detail").asText()).contains(wanted);
  }

  @Test
  void the_nearest_hub_is_the_nearest() {
    JsonNode place = places("3411", "&limit=1").path("places").get(0);
    JsonNode hub = part(factor(place, "logistics"), "hub");
    double least = Double.POSITIVE_INFINITY;
    JsonNode hubs = Answered.get("/collections/logistics-hub/items?limit=1000&f=json").json();
    for (JsonNode one : hubs.path("features")) {
      JsonNode at = one.at("/geometry/coordinates");
      least =
          Math.min(
              least,
              haversineKm(
                  place.path("lon").asDouble(),
                  place.path("lat").asDouble(),
                  at.get(0).asDouble(),
                  at.get(1).asDouble()));
    }

    double radiusKm = Math.sqrt(place.path("area_ha").asDouble() / 100); // from edge, not middle
    assertThat(hub.path("raw").asDouble()).isEqualTo(least, within(radiusKm + 0.005 * least));
    assertThat(hub.path("sub").asDouble())
        .isEqualTo(Math.exp(-hub.path("raw").asDouble() / 100), within(1e-4));
    assertThat(hub.path("source").asText()).contains("发改经贸〔2018〕1886号");
  }

  /** A road is worth nothing to who may not build within 100 m of it. */
  @Test
  void inside_a_band_that_the_law_forbids_nearness_is_worth_nothing() {
    String site = sixtyMetresFrom("road");

    JsonNode plain = Answered.get("/screenings?industry=3411" + site).json();
    JsonNode hazardous =
        Answered.get("/screenings?industry=3411&fact.hazardous_store=true" + site).json();

    JsonNode near = part(factor(plain, "logistics"), "corridor");
    JsonNode banned = part(factor(hazardous, "logistics"), "corridor");
    assertThat(near.path("sub").asDouble()).isGreaterThan(0.99);
    assertThat(banned.path("sub").asDouble()).isZero();
    assertThat(banned.path("sentence_en").asText()).contains("the law forbids");
  }

  /** Only who draws groundwater may not be within 200 m, and only of a high-speed line. */
  @Test
  void a_band_that_may_not_be_meant_takes_nothing_from_nearness() {
    String site = sixtyMetresFrom("rail");

    JsonNode plain = Answered.get("/screenings?industry=3411" + site).json();

    JsonNode near = part(factor(plain, "logistics"), "corridor");
    assertThat(near.path("raw").asDouble()).isLessThanOrEqualTo(0.2);
    assertThat(near.path("sub").asDouble()).isGreaterThan(0.99);
  }

  @Test
  void a_prohibited_plot_has_no_score() {
    String park = id(places("2614", ALL).path("failures").get(0));
    JsonNode screening = screened("2614", park);

    assertThat(screening.at("/decision/score").isNull()).isTrue();
    assertThat(screening.path("score_detail").isNull()).isTrue();
  }

  /** A site that has a score, for a store of hazardous goods too. */
  private static String sixtyMetresFrom(String layer) {
    JsonNode lines =
        Answered.get("/collections/" + layer + "/items?bbox=105.5,37,106.8,38.8&limit=100&f=json")
            .json();
    for (JsonNode one : lines.path("features")) {
      JsonNode line = one.at("/geometry/coordinates");
      for (int i = 0; i + 1 < line.size(); i++) {
        for (double share = 0.05; share < 1; share += 0.1) {
          double[] at = beside(line.get(i), line.get(i + 1), share);
          String site = String.format(Locale.ROOT, "&lon=%.7f&lat=%.7f", at[0], at[1]);
          boolean inNingxia = at[0] > 105.5 && at[0] < 106.8 && at[1] > 37 && at[1] < 38.8;
          if (inNingxia
              && Answered.get("/screenings?industry=3411" + site).json().has("score_detail")
              && !Answered.get("/screenings?industry=3411&fact.hazardous_store=true" + site)
                  .json()
                  .path("score_detail")
                  .isNull()) {
            return site;
          }
        }
      }
    }
    throw new AssertionError("no such line crosses Ningxia where anything may be built");
  }

  /** Sixty metres to the left of a line from one position to another. */
  private static double[] beside(JsonNode from, JsonNode to, double share) {
    double lon = from.get(0).asDouble() * (1 - share) + to.get(0).asDouble() * share;
    double lat = from.get(1).asDouble() * (1 - share) + to.get(1).asDouble() * share;
    double east = 111_320 * Math.cos(Math.toRadians(lat));
    double dx = (to.get(0).asDouble() - from.get(0).asDouble()) * east;
    double dy = (to.get(1).asDouble() - from.get(1).asDouble()) * 111_000;
    double length = Math.hypot(dx, dy);
    return new double[] {lon - 60 * dy / length / east, lat + 60 * dx / length / 111_000};
  }

  private static JsonNode places(String industry, String more) {
    Answered answer = Answered.get("/places?industry=" + industry + more);
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer.json();
  }

  private static JsonNode screened(String industry, String park) {
    JsonNode outline =
        Answered.get("/collections/industrial-park/items/" + park + "?f=json")
            .json()
            .path("geometry");
    String body = "{\"industry\":\"%s\",\"site\":%s}".formatted(industry, outline);
    return Answered.send("POST", "/screenings", body, "Content-Type", "application/json").json();
  }

  private static JsonNode factor(JsonNode answer, String id) {
    return part(answer.path("score_detail"), "factors", id);
  }

  private static JsonNode part(JsonNode factor, String id) {
    return part(factor, "parts", id);
  }

  private static JsonNode part(JsonNode of, String member, String id) {
    for (JsonNode one : of.path(member)) {
      if (one.path("id").asText().equals(id)) {
        return one;
      }
    }
    throw new AssertionError("no " + id + " in " + of);
  }

  private static String id(JsonNode park) {
    return park.path("id").asText();
  }

  private static double haversineKm(double lon1, double lat1, double lon2, double lat2) {
    double dLat = Math.toRadians(lat2 - lat1) / 2;
    double dLon = Math.toRadians(lon2 - lon1) / 2;
    double h =
        Math.pow(Math.sin(dLat), 2)
            + Math.cos(Math.toRadians(lat1))
                * Math.cos(Math.toRadians(lat2))
                * Math.pow(Math.sin(dLon), 2);
    return 2 * 6371.0088 * Math.asin(Math.sqrt(h));
  }
}
