package luodi.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.StreamSupport;
import luodi.atlas.Zone;
import luodi.geo.GeoJson;
import luodi.industry.Industry;
import org.junit.jupiter.api.Test;

/** Which industries fit a place. */
class FitsTest {
  private static final List<String> GROUPS =
      List.of("permitted_as_checked", "conditional", "insufficient", "prohibited");
  private static final String SPOT = "{\"type\":\"Point\",\"coordinates\":[106.2,38.4]}";

  private static Answered post(String body) {
    return Answered.send("POST", "/fits", body, "Content-Type", "application/json");
  }

  private static List<String> codes(JsonNode fits, String group) {
    return StreamSupport.stream(fits.path(group).spliterator(), false)
        .map(fit -> fit.path("code").asText())
        .toList();
  }

  @Test
  void every_class_of_gbt_4754_stands_in_one_group() {
    JsonNode fits = Answered.get("/fits?lon=106.2&lat=38.4").json();

    List<String> told = new ArrayList<>();
    GROUPS.forEach(group -> told.addAll(codes(fits, group)));
    assertThat(told)
        .containsExactlyInAnyOrderElementsOf(
            ServedGround.desk().industries().all().stream()
                .filter(industry -> industry.level() == 4)
                .map(Industry::code)
                .toList());
  }

  @Test
  void a_group_is_the_place_verdict_of_the_same_screening() {
    JsonNode fits = post("{\"site\":" + SPOT + ",\"as_of\":\"2026-11-24\"}").json();

    for (String group : GROUPS) {
      List<String> codes = codes(fits, group);
      for (int i = 0; i < codes.size(); i += 1 + codes.size() / 10) {
        String project =
            "{\"industry\":\"%s\",\"site\":%s,\"as_of\":\"2026-11-24\"}"
                .formatted(codes.get(i), SPOT);
        JsonNode screening =
            Answered.send("POST", "/screenings", project, "Content-Type", "application/json")
                .json();
        assertThat(screening.at("/decision/place_verdict").asText().toLowerCase(Locale.ROOT))
            .as(codes.get(i))
            .isEqualTo(group);
      }
    }
  }

  @Test
  void what_blocks_an_industry_is_named() {
    JsonNode fits = Answered.get("/fits?lon=106.2&lat=38.4").json();

    assertThat(fits.path("prohibited"))
        .isNotEmpty()
        .allSatisfy(fit -> assertThat(fit.path("rules")).as(fit.toString()).isNotEmpty());
    assertThat(fits.path("conditional"))
        .allSatisfy(fit -> assertThat(fit.path("rules")).as(fit.toString()).isNotEmpty());
    // No new ethylene plant outside a recognised chemical park.
    assertThat(codes(fits, "prohibited")).contains("2614");
  }

  @Test
  void a_park_is_its_own_outline() {
    Zone park = ServedGround.atlas().zones("industrial-park").get(0);

    JsonNode byId = Answered.get("/fits?as_of=2026-11-24&park=" + park.id()).json();

    JsonNode byOutline =
        post("{\"as_of\":\"2026-11-24\",\"site\":" + GeoJson.write(park.shape()) + "}").json();
    assertThat(byId).isEqualTo(byOutline);
    assertThat(byId.path("warnings").toString()).contains("synthetic").contains("industrial-park");
  }

  @Test
  void a_place_is_asked_for_once() {
    for (String query : List.of("", "?lon=106.2&lat=38.4&park=IP-64101001")) {
      Answered problem = Answered.get("/fits" + query);
      assertThat(problem.status()).isEqualTo(400);
      assertThat(problem.json().path("type").asText()).isEqualTo("/problems/bad-site");
      assertThat(problem.json().path("detail").asText()).contains("lon and lat").contains("park");
    }
    assertThat(Answered.get("/fits?park=nowhere").status()).isEqualTo(404);
    assertThat(post("{\"industry\":\"3011\",\"site\":" + SPOT + "}").status()).isEqualTo(400);
  }
}
