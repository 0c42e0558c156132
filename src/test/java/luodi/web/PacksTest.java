package luodi.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import luodi.atlas.Zone;
import luodi.geo.Geodesic;
import luodi.geo.Grid;
import luodi.rule.Packs;
import luodi.rule.Rulebook;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/** The two packs of the repository over the national rulebook, asked over HTTP. */
class PacksTest {
  private static final Path FOLDER = Path.of("docs/packs");
  private static final String SHORE = "yellow-river-shore-control";
  private static LuodiServer server;

  @BeforeAll
  static void a_server_with_both_packs() throws IOException {
    List<Packs.File> files = new ArrayList<>();
    for (String name : List.of("park-example.json", "ningxia-example.json")) {
      files.add(new Packs.File(name, Files.readAllBytes(FOLDER.resolve(name))));
    }
    Packs.Read read = Packs.over(Rulebook.load(), files);
    assertThat(read.mistakes()).isEmpty();
    server = LuodiServer.start("127.0.0.1", 0);
    server.open(ServedGround.desk(ServedGround.atlas(), read.rulebook()));
  }

  @AfterAll
  static void it_ends() {
    server.close();
  }

  @Test
  void a_province_tightens_a_national_rule() {
    Coordinate near = offShore(300, 900);

    JsonNode answer = screen("2614", near);

    assertThat(outcome(answer, "yellow-river-shore-chemical")).isEqualTo("SATISFIED");
    assertThat(outcome(answer, "ningxia-example-shore-chemical")).isEqualTo("VIOLATED");
    assertThat(answer.at("/decision/verdict").asText()).isEqualTo("PROHIBITED");
  }

  @Test
  void the_tightened_distance_ends_where_the_pack_says() {
    JsonNode answer = screen("2614", offShore(1010, 1500));

    assertThat(outcome(answer, "ningxia-example-shore-chemical")).isEqualTo("SATISFIED");
  }

  @Test
  void a_park_keeps_a_list_of_its_own() {
    Coordinate inside = park().shape().getInteriorPoint().getCoordinate();

    assertThat(outcome(screen("2614", inside), "park-example-refused")).isEqualTo("VIOLATED");
    assertThat(outcome(screen("1811", inside), "park-example-conditional")).isEqualTo("CONDITION");
    assertThat(outcome(screen("1351", inside), "park-example-conditional")).isEqualTo("CONDITION");
    assertThat(outcome(screen("3825", inside), "park-example-conditional"))
        .isEqualTo("NOT_APPLICABLE");
    assertThat(outcome(screen("3825", inside), "park-example-refused")).isEqualTo("NOT_APPLICABLE");
  }

  @Test
  void another_park_does_not_read_that_list() {
    Zone other =
        ServedGround.atlas().zones("industrial-park").stream()
            .filter(zone -> !zone.id().equals(park().id()))
            .findFirst()
            .orElseThrow();

    JsonNode answer = screen("2614", other.shape().getInteriorPoint().getCoordinate());

    assertThat(outcome(answer, "park-example-refused")).isEqualTo("SATISFIED");
  }

  @Test
  void an_answer_names_the_packs_that_it_rests_on() {
    String rulebook =
        screen("1811", park().shape().getInteriorPoint().getCoordinate())
            .at("/decision/rulebook")
            .asText();

    // the province lies below the park, whatever the order of the files
    assertThat(rulebook)
        .matches(
            "cn-2026.11@[0-9a-f]{64}\\+ningxia-example-2026.1@[0-9a-f]{64}\\+park-example-2026.1@[0-9a-f]{64}");
  }

  @Test
  void rules_tell_their_pack_and_what_they_tighten() {
    JsonNode rules = Answered.get(at("/rules")).json();

    assertThat(rules.path("rules")).hasSize(213);
    assertThat(rules.path("packs").findValuesAsText("id"))
        .containsExactly("ningxia-example", "park-example");
    JsonNode rule = Answered.get(at("/rules/ningxia-example-shore-chemical")).json();
    assertThat(rule.path("pack").asText()).isEqualTo("ningxia-example");
    assertThat(rule.path("tightens").asText()).isEqualTo("yellow-river-shore-chemical");
    assertThat(Answered.get(at("/rules/yellow-river-shore-chemical")).json().path("pack").isNull())
        .isTrue();
  }

  @Test
  void the_published_schema_holds_for_the_rulebook_and_the_packs() throws IOException {
    JsonNode schema = Answered.get("/schemas/rulebook.json").json();
    var rules = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(schema);
    List<Path> files = new ArrayList<>();
    for (Path folder : List.of(FOLDER, Path.of("src/main/resources/rulebook/rules"))) {
      try (var all = Files.list(folder)) {
        files.addAll(all.toList());
      }
    }

    assertThat(files).hasSizeGreaterThan(8);
    for (Path file : files) {
      assertThat(rules.validate(Json.read(Files.readAllBytes(file)))).as(file.toString()).isEmpty();
    }
    assertThat(rules.validate(Json.read("[{\"id\":\"x\"}]".getBytes()))).isNotEmpty();
  }

  private static Zone park() {
    return ServedGround.atlas().zones("industrial-park").stream()
        .filter(zone -> "64101001".equals(zone.attributes().get("zone_code")))
        .findFirst()
        .orElseThrow();
  }

  /** A spot in Ningxia so far from all shore control ranges, metres. */
  private static Coordinate offShore(double leastM, double mostM) {
    List<Geometry> shapes = ServedGround.atlas().zones(SHORE).stream().map(Zone::shape).toList();
    Geometry shore = Grid.SHAPES.buildGeometry(shapes);
    Envelope around = shore.getEnvelopeInternal();
    for (int i = 0; i < 40_000; i++) {
      Coordinate at =
          new Coordinate(
              Grid.snap(around.getMinX() + around.getWidth() * (i % 200) / 200.0),
              Grid.snap(around.getMinY() + around.getHeight() * (i / 200) / 200.0));
      double degrees = Grid.SHAPES.createPoint(at).distance(shore);
      if (degrees > 0 && degrees < 0.03 && inNingxia(at)) {
        double metres = Geodesic.between(Grid.SHAPES.createPoint(at), shore).distanceM();
        if (metres > leastM && metres < mostM) {
          return at;
        }
      }
    }
    throw new AssertionError("no spot lies so far from the shore");
  }

  private static boolean inNingxia(Coordinate at) {
    return ServedGround.atlas().zones("provinces").stream()
        .filter(zone -> "640000".equals(zone.attributes().getOrDefault("adcode", zone.id())))
        .anyMatch(zone -> zone.shape().contains(Grid.SHAPES.createPoint(at)));
  }

  private static JsonNode screen(String industry, Coordinate at) {
    Answered answer =
        Answered.get(
            at(
                "/screenings?industry=%s&lon=%s&lat=%s&as_of=2026-11-24"
                    .formatted(industry, at.x, at.y)));
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer.json();
  }

  /** What a rule says; NOT_APPLICABLE when it gives no reason. */
  private static String outcome(JsonNode answer, String rule) {
    for (JsonNode reason : answer.path("reasons")) {
      if (reason.path("rule").asText().equals(rule)) {
        return reason.path("outcome").asText();
      }
    }
    return "NOT_APPLICABLE";
  }

  private static URI at(String path) {
    return URI.create("http://127.0.0.1:" + server.port() + path);
  }
}
