package luodi.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import luodi.atlas.Atlas;
import luodi.atlas.Layer;
import luodi.atlas.LayerEdition;
import org.junit.jupiter.api.Test;

/** Screenings that somebody asked to keep, and what changed between two of them. */
class KeptScreeningsTest {
  private static final String CEMENT =
      """
      {"industry": "3011", "as_of": "2026-11-24", "facts": {"activity": "new"},
       "site": {"type": "Polygon", "coordinates": [[[106.20, 38.40], [106.21, 38.40],
         [106.21, 38.41], [106.20, 38.41], [106.20, 38.40]]]}}""";

  @Test
  void nothing_is_kept_unless_asked() {
    JsonNode answer = screen(CEMENT).json();

    assertThat(answer.at("/links/replay").isNull()).isTrue();
    assertThat(answer.at("/links/report").isNull()).isTrue();
    assertThat(Answered.get("/screenings/" + unkept(answer)).status()).isEqualTo(404);
  }

  @Test
  void what_was_kept_comes_again_byte_for_byte() {
    Answered first = screen(stored(CEMENT));
    Answered again = Answered.get(first.json().at("/links/replay").asText());

    assertThat(first.status()).as(first.text()).isEqualTo(200);
    assertThat(again.bytes()).isEqualTo(first.bytes());
    assertThat(screen(stored(CEMENT)).bytes()).isEqualTo(first.bytes());
    assertThat(again.header("Content-Type")).startsWith("application/json");
  }

  @Test
  void an_answer_that_is_kept_differs_from_one_that_is_not_in_its_links_only() {
    ObjectNode kept = (ObjectNode) screen(stored(CEMENT)).json();
    ObjectNode fleeting = (ObjectNode) screen(CEMENT).json();

    assertThat(kept.path("id")).isEqualTo(fleeting.path("id"));
    kept.remove("links");
    fleeting.remove("links");
    assertThat(kept).isEqualTo(fleeting);
  }

  @Test
  void an_id_is_no_path() {
    for (String id : List.of("..%2F..%2Fground.gpkg", "0".repeat(64), "ABC", "%2e%2e")) {
      assertThat(Answered.get("/screenings/" + id).status()).as(id).isEqualTo(404);
    }
  }

  @Test
  void store_is_true_or_false() {
    Answered problem = screen(CEMENT.replaceFirst("\\{", "{\"store\": \"yes\", "));

    assertThat(problem.status()).isEqualTo(400);
    assertThat(problem.json().at("/errors/0/pointer").asText()).isEqualTo("/store");
  }

  @Test
  void a_screening_does_not_differ_from_itself() {
    String id = keep(CEMENT);
    JsonNode same = difference(id, id);

    assertThat(same.at("/verdict/before")).isEqualTo(same.at("/verdict/after"));
    for (String part : List.of("rules", "layers", "inputs", "reasons")) {
      assertThat(same.path(part)).as(part).isEmpty();
    }
  }

  @Test
  void a_fact_that_was_told_is_named_with_the_rules_that_it_moved() {
    String plating =
        CEMENT.replace("3011", "3360").replace("\"new\"", "\"new\", \"process\": \"plating\"");
    String silent = keep(CEMENT.replace("3011", "3360"));
    JsonNode change = difference(silent, keep(plating));

    JsonNode process = named(change.path("inputs"), "facts.process").orElseThrow();
    assertThat(process.path("before").isNull()).isTrue();
    assertThat(process.at("/after/value").asText()).isEqualTo("plating");
    // 环固体〔2022〕17号: plating is a heavy-metal key industry, heat treatment under the same code is
    // not
    assertThat(texts(process.path("moved"))).contains("heavy-metal");
    assertThat(change.path("rules")).isEmpty();
    assertThat(change.path("layers")).isEmpty();
  }

  @Test
  void across_the_day_of_the_code_rules_change_their_citation() {
    String before = keep(CEMENT.replace("2026-11-24", "2026-08-14"));
    String after = keep(CEMENT.replace("2026-11-24", "2026-08-15"));
    JsonNode change = difference(before, after);

    JsonNode asOf = named(change.path("inputs"), "as_of").orElseThrow();
    assertThat(asOf.path("before").asText()).isEqualTo("2026-08-14");
    assertThat(asOf.path("after").asText()).isEqualTo("2026-08-15");
    // 生态环境法典 67: access lists bind by statute from that day
    JsonNode lists =
        named(change.path("rules"), "env-unit-key")
            .or(() -> named(change.path("rules"), "env-unit-general"))
            .or(() -> named(change.path("rules"), "env-unit-priority"))
            .orElseThrow();
    assertThat(lists.path("before").toString()).doesNotContain("生态环境法典");
    assertThat(lists.path("after").toString()).contains("生态环境法典");
  }

  @Test
  void another_site_is_a_changed_input_that_moves_only_rules_of_the_place() {
    JsonNode change = difference(keep(CEMENT), keep(CEMENT.replace("38.4", "38.2")));

    JsonNode site = named(change.path("inputs"), "site").orElseThrow();
    assertThat(site.at("/before/adcodes")).isNotEmpty();
    assertThat(change.path("rules")).isEmpty();
    assertThat(change.path("inputs")).hasSize(1);
  }

  @Test
  void the_same_question_can_be_asked_again_today() {
    String then = keep(CEMENT.replace("2026-11-24", "2020-06-01"));
    JsonNode change = difference(then, "now");

    assertThat(named(change.path("inputs"), "as_of").orElseThrow().path("after").asText())
        .isEqualTo("2026-11-24"); // the test server's clock
  }

  @Test
  void a_new_edition_of_a_layer_is_named_with_the_rules_that_read_it() {
    String before = keep(CEMENT);
    try (LuodiServer other = LuodiServer.start("127.0.0.1", 0)) {
      other.open(ServedGround.desk(withoutUnits()));
      URI address = URI.create("http://127.0.0.1:" + other.port());
      Answered kept =
          Answered.send(
              "POST",
              address.resolve("/screenings"),
              stored(CEMENT),
              "Content-Type",
              "application/json");
      Answered compared =
          Answered.get(
              address.resolve(
                  "/screenings/" + before + "/diff/" + kept.json().path("id").asText()));

      JsonNode units = named(compared.json().path("layers"), "env-unit").orElseThrow();
      assertThat(units.at("/before/edition").asText()).isNotEqualTo("2027.1");
      assertThat(units.at("/before/zones")).isNotEmpty();
      assertThat(units.at("/after/edition").asText()).isEqualTo("2027.1");
      assertThat(texts(units.path("moved"))).isNotEmpty().allMatch(rule -> rule.startsWith("env-"));
      assertThat(compared.json().path("inputs")).isEmpty();
    }
  }

  /** The served ground with a later edition of the control units, which has none. */
  private static Atlas withoutUnits() {
    List<LayerEdition> editions = new ArrayList<>();
    for (Layer layer : ServedGround.atlas().layers()) {
      boolean units = layer.id().equals("env-unit");
      editions.add(
          new LayerEdition(
              units ? edition(layer, "2027.1") : layer,
              units ? List.of() : ServedGround.atlas().zones(layer.id())));
    }
    return Atlas.of(2, editions);
  }

  private static Layer edition(Layer layer, String edition) {
    return new Layer(
        layer.id(),
        layer.titleZh(),
        layer.titleEn(),
        layer.geometry(),
        edition,
        layer.source(),
        layer.licence(),
        layer.crs(),
        layer.accuracyM(),
        layer.exact(),
        layer.synthetic(),
        layer.coverage());
  }

  private static String stored(String project) {
    return project.replaceFirst("\\{", "{\"store\": true, ");
  }

  private static Answered screen(String project) {
    return Answered.send("POST", "/screenings", project, "Content-Type", "application/json");
  }

  private static String keep(String project) {
    Answered kept = screen(stored(project));
    assertThat(kept.status()).as(kept.text()).isEqualTo(200);
    return kept.json().path("id").asText();
  }

  /** An id that cannot have been kept by another test: the answer's own with its digits turned. */
  private static String unkept(JsonNode answer) {
    return new StringBuilder(answer.path("id").asText()).reverse().toString();
  }

  private static JsonNode difference(String before, String after) {
    Answered answer = Answered.get("/screenings/" + before + "/diff/" + after);
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer.json();
  }

  private static Optional<JsonNode> named(JsonNode changes, String id) {
    for (JsonNode change : changes) {
      if (change.path("id").asText().equals(id)) {
        return Optional.of(change);
      }
    }
    return Optional.empty();
  }

  private static List<String> texts(JsonNode list) {
    return new ObjectMapper()
        .convertValue(list, new com.fasterxml.jackson.core.type.TypeReference<List<String>>() {});
  }
}
