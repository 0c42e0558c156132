package luodi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import luodi.atlas.AtlasStore;
import luodi.atlas.Layer;
import luodi.atlas.LayerEdition;
import luodi.gpkg.GeoPackageStore;
import luodi.synthetic.Options;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A data directory remembers which demo ground lies in it. */
class DemoScaleTest {
  private static final String SEED = "20260101";

  @TempDir private Path folder;

  @BeforeEach
  void a_small_ground_lies_there() {
    Layer units =
        new Layer(
            "env-unit",
            "环境管控单元（合成）",
            "Control units (synthetic)",
            Layer.Shape.POLYGON,
            Options.small(Long.parseLong(SEED)).edition(),
            "a case",
            "CC0-1.0",
            "EPSG:4490",
            5,
            true,
            true,
            Optional.empty());
    try (AtlasStore store = GeoPackageStore.open(folder.resolve("ground.gpkg"))) {
      store.write(new LayerEdition(units, List.of()));
    }
  }

  @Test
  void who_asks_for_another_scale_is_told_what_is_there_and_what_to_do() {
    LuodiProcess demo = demo("--scale", "national");

    assertThat(demo.exitCode()).isEqualTo(2);
    assertThat(demo.err())
        .contains("demo-2026.2-small-100-")
        .contains("demo-2026.2-national-100-")
        .contains("--data")
        .contains("remove the file");
    assertThat(demo.out()).doesNotContain("ready");
  }

  @Test
  void who_asks_for_other_vertices_is_told_too() {
    LuodiProcess demo = demo("--scale", "small", "--vertices", "575");

    assertThat(demo.exitCode()).isEqualTo(2);
    assertThat(demo.err()).contains("-small-100-").contains("-small-575-");
  }

  @Test
  void an_edition_is_named_after_all_that_makes_it_differ() {
    assertThat(
            List.of(
                Options.named("small", 1).edition(),
                Options.named("small", 2).edition(),
                Options.named("small", 1).withVertices(575).edition(),
                Options.named("national", 1).edition(),
                Options.named("640000", 1).edition(),
                Options.named("640000,320000", 1).edition(),
                Options.named("640000,330000", 1).edition()))
        .doesNotHaveDuplicates()
        .allSatisfy(name -> assertThat(name).hasSizeLessThanOrEqualTo(40));
    assertThat(Options.named("640000,320000", 1)).isEqualTo(Options.named("320000,640000", 1));
  }

  private LuodiProcess demo(String... options) {
    List<String> all =
        new java.util.ArrayList<>(List.of("demo", "--port", "0", "--data", folder.toString()));
    all.addAll(List.of(options));
    return LuodiProcess.run(all.toArray(String[]::new));
  }
}
