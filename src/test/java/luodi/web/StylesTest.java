package luodi.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import luodi.atlas.Layer;
import org.junit.jupiter.api.Test;

/** Styles of layers. */
class StylesTest {
  @Test
  void every_layer_has_a_style_over_its_own_tiles() {
    JsonNode styles = Answered.get("/styles").json().path("styles");

    assertThat(styles.findValuesAsText("id"))
        .containsAll(ServedGround.atlas().layers().stream().map(Layer::id).toList());
    for (Layer layer : ServedGround.atlas().layers()) {
      String id = layer.id();
      JsonNode style = Answered.get("/styles/" + id).json();
      assertThat(style.path("version").asInt()).isEqualTo(8);
      assertThat(style.at("/sources/" + id + "/url").asText()).endsWith("/tiles/" + id + ".json");
      assertThat(style.path("layers").findValuesAsText("source-layer")).containsOnly(id);
      String type =
          switch (ServedGround.atlas().layer(id).orElseThrow().geometry()) {
            case POLYGON -> "fill";
            case LINE -> "line";
            case POINT -> "circle";
          };
      assertThat(style.at("/layers/0/type").asText()).isEqualTo(type);
    }
  }

  @Test
  void styles_have_the_colours_of_the_map_page() throws IOException {
    String palette = Files.readString(Path.of("src/main/resources/web/js/palette.js"));
    Matcher looks =
        Pattern.compile(
                "(?m)^  '?([a-z-]+)'?: (?:look\\('\\w+', |\\{ group: '\\w+', colour: )'(#\\w{6})'")
            .matcher(palette);
    List<String> rows = Files.readAllLines(Path.of("src/main/resources/ogc/styles/looks.csv"));

    int found = 0;
    while (looks.find()) {
      found++;
      assertThat(rows).anyMatch(row -> row.startsWith(looks.group(1) + "," + looks.group(2) + ","));
    }
    assertThat(found).isGreaterThan(30);
  }

  @Test
  void units_are_coloured_by_their_class() {
    JsonNode paint = Answered.get("/styles/env-unit").json().at("/layers/0/paint/fill-color");

    assertThat(paint.at("/1/1").asText()).isEqualTo("class");
    assertThat(paint.toString()).contains("priority", "key", "general");
  }

  @Test
  void a_style_tells_what_it_draws_and_where_the_sheet_is() {
    Answered told = Answered.get("/styles/counties/metadata");

    assertThat(Answered.get(told.linked("stylesheet")).header("Content-Type"))
        .isEqualTo("application/vnd.mapbox.style+json");
    assertThat(Answered.get("/styles/nothing").status()).isEqualTo(404);
  }

  @Test
  void an_industry_has_a_style_of_its_verdicts() {
    JsonNode style = Answered.get("/styles/verdict-3011").json();

    String tileJson = style.at("/sources/verdict-3011/url").asText();
    assertThat(tileJson).endsWith("/tiles/verdict/3011.json");
    assertThat(Answered.get(java.net.URI.create(tileJson)).status()).isEqualTo(200);
    assertThat(Answered.get("/styles/verdict-9999").json().path("type").asText())
        .isEqualTo("/problems/unknown-industry");
  }
}
