package luodi.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import luodi.atlas.Zone;
import luodi.ground.Ask;
import luodi.rule.Rulebook;
import luodi.synthetic.MadeGround;
import luodi.synthetic.key.Plot;
import luodi.synthetic.key.Spot;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What an asker reads of the ground against what the maker of the ground knows. */
class AnswerKeyOverHttpTest {
  private static final MadeGround GROUND = MadeGround.get();
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> INDUSTRIES = List.of("3011", "2614", "1713", "3391");

  /** What the law reads of the layers that the key knows. */
  private static final Map<String, Ask> ASKS = new TreeMap<>();

  private static LuodiServer server;

  @BeforeAll
  static void serve() {
    Set<String> known = new TreeSet<>();
    GROUND.key().spots().get(0).layers().forEach(reading -> known.add(reading.layer()));
    Rulebook.load().asks(OptionalDouble.empty()).stream()
        .filter(ask -> known.contains(ask.layer()) && ask.zones().isPresent())
        .forEach(ask -> ASKS.put(ask.layer(), ask));
    server = LuodiServer.start("127.0.0.1", 0);
    server.open(ServedGround.desk(GROUND.atlas()));
  }

  @AfterAll
  static void end() {
    server.close();
  }

  @Test
  void the_letters_of_a_spot_are_those_that_the_key_knows_on_each_side_of_the_rezoning() {
    for (String day : List.of("2026-03-14", "2026-03-15")) {
      for (Spot spot : every(40, GROUND.key().spots())) {
        JsonNode answer =
            ask("/explain?lon=%s&lat=%s&as_of=%s".formatted(spot.lon(), spot.lat(), day));
        Set<String> read = new TreeSet<>();
        for (JsonNode letter : answer.path("letters")) {
          if (!letter.has("within_m") && ASKS.containsKey(letter.path("layer").asText())) {
            read.add(letter.path("layer").asText() + attributes(letter.path("attributes")));
          }
        }
        Set<String> known = known(spot, LocalDate.parse(day));
        read.removeIf(letter -> letter.endsWith("{}") && !known.contains(letter)); // coverage
        assertThat(read).as(spot.id() + " on " + day).isEqualTo(known);
      }
    }
  }

  @Test
  void the_evidence_of_a_plot_is_measured_as_the_key_knows_it() {
    int measured = 0;
    List<Plot> plots = every(6, GROUND.key().plots());
    for (int i = 0; i < plots.size(); i++) {
      Plot plot = plots.get(i);
      JsonNode answer = screened(site(plot), INDUSTRIES.get(i % INDUSTRIES.size()));
      if (answer.has("type")) {
        assertThat(answer.path("type").asText()).isEqualTo("/problems/outside-coverage");
        continue;
      }
      for (JsonNode evidence : evidence(answer)) {
        if (!knows(plot, evidence.path("layer").asText())) {
          continue;
        }
        Plot.Reading reading = reading(plot, evidence.path("layer").asText());
        assertThat(evidence.path("coverage").asText())
            .as(plot.id() + " " + reading.layer())
            .isEqualTo(reading.coverage());
        if (evidence.path("relation").asText().equals("overlap")) {
          check(plot, reading, evidence);
          measured++;
        }
      }
    }
    assertThat(measured).as("overlaps measured").isGreaterThan(100);
  }

  @Test
  void the_nearest_shore_of_a_spot_is_as_far_as_the_key_knows() {
    int measured = 0;
    for (Spot spot : every(7, GROUND.key().spots())) {
      if (spot.near().isEmpty() || measured > 150) {
        continue;
      }
      Map<String, Double> known = new TreeMap<>();
      spot.near().forEach(near -> known.put(near.layer() + " " + near.zone(), near.distanceM()));
      JsonNode answer =
          ask("/screenings?industry=2614&lon=%s&lat=%s".formatted(spot.lon(), spot.lat()));
      for (JsonNode evidence : evidence(answer)) {
        Double distanceM =
            known.get(evidence.path("layer").asText() + " " + evidence.path("zone").asText());
        if (evidence.path("relation").asText().equals("distance") && distanceM != null) {
          assertThat(evidence.path("distance_m").asDouble())
              .as(spot.id() + " " + evidence)
              .isCloseTo(distanceM, within(0.1));
          measured++;
        }
      }
    }
    assertThat(measured).as("distances measured").isGreaterThan(100);
  }

  private static void check(Plot plot, Plot.Reading reading, JsonNode evidence) {
    Plot.Overlap overlap =
        reading.zones().stream()
            .filter(one -> one.zone().id().equals(evidence.path("zone").asText()))
            .findFirst()
            .orElseThrow(() -> new AssertionError(plot.id() + ": nobody knows of " + evidence));
    if (overlap.lengthM() == 0) {
      assertThat(evidence.path("area_m2").asDouble())
          .as(plot.id() + " " + evidence)
          .isCloseTo(overlap.areaM2(), within(0.1));
      assertThat(evidence.path("share").asDouble())
          .isCloseTo(overlap.areaM2() / plot.areaM2(), within(1e-6));
    }
    assertThat(evidence.path("synthetic").asBoolean()).isTrue();
  }

  private static List<JsonNode> evidence(JsonNode answer) {
    List<JsonNode> all = new ArrayList<>();
    answer.path("reasons").forEach(reason -> reason.path("evidence").forEach(all::add));
    return all;
  }

  private static boolean knows(Plot plot, String layer) {
    return plot.layers().stream().anyMatch(reading -> reading.layer().equals(layer));
  }

  private static Plot.Reading reading(Plot plot, String layer) {
    return plot.layers().stream()
        .filter(one -> one.layer().equals(layer))
        .findFirst()
        .orElseThrow();
  }

  /** The letters of zones that lie at a spot on a day, as the law reads them. */
  private static Set<String> known(Spot spot, LocalDate day) {
    Set<String> letters = new TreeSet<>();
    for (Spot.Reading reading : spot.layers()) {
      for (Zone zone : reading.zones()) {
        if (zone.validOn(day) && ASKS.containsKey(reading.layer())) {
          TreeMap<String, String> attributes = new TreeMap<>(zone.attributes());
          attributes.keySet().retainAll(ASKS.get(reading.layer()).zones().orElseThrow());
          letters.add(reading.layer() + attributes);
        }
      }
    }
    return letters;
  }

  private static SortedMap<String, String> attributes(JsonNode node) {
    SortedMap<String, String> attributes = new TreeMap<>();
    node.properties().forEach(entry -> attributes.put(entry.getKey(), entry.getValue().asText()));
    return attributes;
  }

  private static ObjectNode site(Plot plot) {
    ObjectNode site = JSON.createObjectNode().put("type", "Polygon");
    var ring = site.putArray("coordinates").addArray();
    plot.ring().forEach(corner -> ring.addArray().add(corner.x).add(corner.y));
    return site;
  }

  private static JsonNode screened(ObjectNode site, String industry) {
    ObjectNode project = JSON.createObjectNode().put("industry", industry);
    project.set("site", site);
    return Answered.send(
            "POST", at("/screenings"), project.toString(), "Content-Type", "application/json")
        .json();
  }

  private static JsonNode ask(String path) {
    return Answered.get(at(path)).json();
  }

  private static URI at(String path) {
    return URI.create("http://127.0.0.1:" + server.port() + path);
  }

  private static <T> List<T> every(int nth, List<T> all) {
    List<T> some = new ArrayList<>();
    for (int i = 0; i < all.size(); i += nth) {
      some.add(all.get(i));
    }
    return some;
  }
}
