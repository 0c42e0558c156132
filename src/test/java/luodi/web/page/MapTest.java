package luodi.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import luodi.atlas.Zone;
import luodi.geo.GeoJson;
import luodi.geo.Grid;
import luodi.web.Answered;
import luodi.web.ServedGround;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.openqa.selenium.Keys;

/** Layers on and off, plots drawn and opened, places told. */
class MapTest extends PageTest {
  private static final String SQUARE =
      "[[[106.34,38.44],[106.36,38.44],[106.36,38.46],[106.34,38.46],[106.34,38.44]]]";

  @Test
  void a_drawn_plot_is_judged_as_it_was_drawn() {
    MapPage page = open("zh", "industry=3011").look(LON, LAT, 12);

    page.click("#draw").clickMap(106.34, 38.44).clickMap(106.36, 38.44).clickMap(106.36, 38.46);
    page.clickMap(106.34, 38.46).click("#draw-finish");
    page.verdict();

    JsonNode answer = sameQuestion(page);
    assertThat(page.text("#verdict h2")).isEqualTo(answer.at("/decision/headline_zh").asText());
    // 0.02° by 0.02° at 38.45° north: about 1.744 km by 2.220 km
    assertThat(answer.at("/site/area_m2").asDouble()).isBetween(3.7e6, 4.05e6);
    assertThat(page.text("#site-note")).contains("4 个顶点");
  }

  @Test
  void an_outfall_is_judged_as_an_outfall() {
    MapPage page = open("zh", "industry=2614&lon=" + LON + "&lat=" + LAT);
    page.verdict();
    page.unfold("#parts").type("part-lonlat", "106.36, 38.46");

    page.verdictAfter(() -> page.click("#part-add"));

    JsonNode answer = sameQuestion(page);
    assertThat(answer.at("/site/parts").toString()).isEqualTo("[\"plot\",\"outfall\"]");
    List<String> ofOutfall =
        list(answer.path("reasons")).stream()
            .filter(reason -> reason.path("part").asText().equals("outfall"))
            .map(reason -> reason.path("rule").asText())
            .toList();
    assertThat(ofOutfall).isNotEmpty();
    assertThat(page.attributes(".reason:has(.badge.part)", "data-rule"))
        .containsExactlyInAnyOrderElementsOf(ofOutfall);
    page.verdictAfter(() -> page.click("#part-list button"));
    assertThat(page.lastSent("/screenings")).doesNotContain("outfall");
  }

  @Test
  void a_part_is_placed_with_a_click() {
    MapPage page = open("en", "industry=2614&lon=" + LON + "&lat=" + LAT);
    page.verdict();
    page.unfold("#parts").select("#part-kind", "stack").click("#part-pick");

    page.verdictAfter(() -> page.clickMap(106.36, 38.46));

    assertThat(page.lastSent("/screenings")).contains("\"part\":\"stack\"");
    assertThat(page.text(".part-pin")).isEqualTo("stack");
    assertThat(page.value("lonlat")).isEqualTo(LON + ", " + LAT);
  }

  @Test
  void corners_can_be_taken_back_and_drawing_given_up() {
    MapPage page = open("en", "industry=3011").look(LON, LAT, 12);

    page.click("#draw").clickMap(106.34, 38.44).clickMap(106.36, 38.44);
    assertThat(page.one("#draw-finish").isEnabled()).isFalse();
    page.click("#draw-undo");
    assertThat(page.text("#draw-hint")).contains("three");
    page.press(Keys.ESCAPE);

    assertThat(page.sees("#draw-bar")).isFalse();
    assertThat(page.attribute("#verdict", "data-verdict")).isNull();
  }

  @Test
  void a_plot_from_a_file_is_judged(@TempDir Path directory) throws IOException {
    Path file = directory.resolve("plot.geojson");
    Files.writeString(
        file,
        "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"properties\":{},"
            + "\"geometry\":{\"type\":\"Polygon\",\"coordinates\":"
            + SQUARE
            + "}}]}");
    MapPage page = open("en", "industry=3011");

    page.one("#plot-file").sendKeys(file.toString());
    page.verdict();

    JsonNode same =
        screened(
            "{\"industry\":\"3011\",\"site\":{\"type\":\"Polygon\",\"coordinates\":"
                + SQUARE
                + "}}");
    assertThat(page.text("#verdict h2")).isEqualTo(same.at("/decision/headline_en").asText());
    assertThat(page.text("#site-note")).contains("plot.geojson");
  }

  @Test
  void a_plot_that_grazes_prohibited_ground_is_trimmed(@TempDir Path directory) throws IOException {
    Path file = directory.resolve("plot.geojson");
    Files.writeString(file, grazing().toString());
    MapPage page = open("en", "industry=1811");
    page.one("#plot-file").sendKeys(file.toString());
    assertThat(page.verdict()).isEqualTo("PROHIBITED");
    assertThat(page.text("[data-testid=trim]")).contains("ha").contains("remains");

    page.verdictAfter(() -> page.click("[data-testid=trim] button"));

    assertThat(page.attribute("#verdict", "data-place-verdict")).isNotEqualTo("PROHIBITED");
    assertThat(page.sees("[data-testid=trim]")).isFalse();
  }

  /** A square on a corner of farmland that the server itself can trim. */
  private static ObjectNode grazing() {
    for (Zone zone : ServedGround.atlas().zones("perm-basic-farmland")) {
      Coordinate corner = zone.shape().getCoordinate();
      ObjectNode plot =
          GeoJson.write(
              Grid.SHAPES.toGeometry(
                  new Envelope(
                      corner.x - 0.002, corner.x + 0.002, corner.y - 0.002, corner.y + 0.002)));
      JsonNode answer = screened("{\"industry\":\"1811\",\"site\":" + plot + "}");
      if (!answer.path("trim").isNull()) {
        return plot;
      }
    }
    throw new AssertionError("no farmland can be left out");
  }

  @Test
  void a_file_without_a_plot_says_what_is_wanted(@TempDir Path directory) throws IOException {
    Path file = directory.resolve("notes.json");
    Files.writeString(file, "{\"type\":\"FeatureCollection\",\"features\":[]}");
    MapPage page = open("en", "");

    page.one("#plot-file").sendKeys(file.toString());

    page.until(any -> page.text("#site-note").contains("Save it as GeoJSON"));
  }

  @Test
  void a_layer_is_switched_on_and_off() {
    Zone source = ServedGround.atlas().zones("water-source").get(0);
    Coordinate there = source.shape().getInteriorPoint().getCoordinate();
    MapPage page = open("zh", "").look(there.x, there.y, 11).unfold("#layers");
    assertThat(page.sees("#legend")).isTrue();

    page.click("#layer-water-source");
    page.until(any -> visibility(page, "water-source-fill").equals("visible"));
    page.until(any -> zonesOnMap(page, "water-source") > 0);
    assertThat(page.text("#layer-groups [data-layer-row=water-source]")).contains("饮用水水源保护区");

    page.click("#layer-water-source");
    page.until(any -> visibility(page, "water-source-fill").equals("none"));
  }

  @Test
  void tiles_and_letters_come_from_the_server_itself() {
    MapPage page = open("en", "").drawn();

    // Workers fetch tiles out of sight of the page's own log; their addresses stand in the style.
    Object addresses =
        page.script(
            """
            const style = window.luodiMap.getStyle();
            const tiles = Object.values(style.sources).flatMap((source) => source.tiles ?? []);
            const letters = Object.values(style['font-faces']).flat().map((face) => face.url);
            return [style.sprite, style.glyphs, ...tiles, ...letters].filter(Boolean);
            """);
    assertThat((List<?>) addresses)
        .hasSizeGreaterThan(5)
        .allSatisfy(address -> assertThat((String) address).contains("//" + authority() + "/"));
  }

  @Test
  void the_layers_to_choose_from_are_those_of_the_server() {
    MapPage page = open("en", "").unfold("#layers");

    List<String> ids = texts(Answered.get("/layers").json().path("layers"), "id");
    assertThat(page.attributes("#layer-groups input", "data-layer"))
        .containsExactlyInAnyOrderElementsOf(ids);
  }

  @Test
  void before_an_industry_is_chosen_a_place_tells_what_lies_there() {
    MapPage page = open("zh", "").look(LON, LAT, 11).clickMap(LON, LAT);

    page.until(any -> page.sees("[data-testid=here]"));
    String[] at = page.value("lonlat").split(", ");
    JsonNode told = Answered.get("/explain?lon=" + at[0] + "&lat=" + at[1]).json();
    List<String> layers =
        list(told.path("letters")).stream()
            .filter(letter -> !letter.has("coverage") && !letter.has("within_m"))
            .map(letter -> letter.path("layer").asText())
            .toList();
    assertThat(page.attributes("[data-testid=here] li", "data-layer")).isEqualTo(layers);
    assertThat(page.content("#verdict .folded .count"))
        .isEqualTo(String.valueOf(told.path("rules").size()));
  }

  @Test
  void the_map_says_where_the_ground_ends_and_that_it_is_no_official_map() {
    MapPage page = open("zh", "").drawn();

    assertThat(page.text("#veil-note")).contains("合成图层到此为止");
    assertThat(page.text(".unofficial")).contains("非标准地图");
    assertThat(visibility(page, "veil")).isNotEqualTo("none");
  }

  @Test
  void a_measured_distance_is_drawn_and_can_be_gone_to() {
    MapPage page = open("en", "industry=2614&lon=" + LON + "&lat=" + LAT);
    page.verdict();
    Object before = page.script("return window.luodiMap.getCenter().toString()");

    page.unfold(".outcomes:has(.evidence .link)").unfold(".outcomes[open] .reason:has(.link)");
    page.click(".reason[open] .evidence .link");

    page.until(any -> !before.equals(page.script("return window.luodiMap.getCenter().toString()")));
  }

  /** How many pieces of a layer's zones the map has from its tiles. */
  private static long zonesOnMap(MapPage page, String layer) {
    Object told =
        page.script(
            "return window.luodiMap.querySourceFeatures(arguments[0], {sourceLayer: arguments[0]}).length",
            layer);
    return ((Number) told).longValue();
  }

  private static String visibility(MapPage page, String part) {
    Object told =
        page.script(
            "const m = window.luodiMap; return m.getLayer(arguments[0])"
                + " ? m.getLayoutProperty(arguments[0], 'visibility') ?? 'visible' : 'absent'",
            part);
    return String.valueOf(told);
  }
}
