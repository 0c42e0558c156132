package luodi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SynthesizeTest {
  private static final List<String> FILES =
      List.of("ground.gpkg", "spots.jsonl", "plots.jsonl", "left-out.txt");

  @TempDir private Path folder;

  @Test
  void the_same_seed_gives_the_same_bytes_with_any_number_of_processors() throws IOException {
    Path one = made(1, "7");
    Path three = made(3, "7");

    for (String file : FILES) {
      assertThat(Files.mismatch(one.resolve(file), three.resolve(file))).as(file).isEqualTo(-1);
      assertThat(Files.size(one.resolve(file))).as(file).isPositive();
    }
    assertThat(one.toFile().list()).containsExactlyInAnyOrderElementsOf(FILES);
  }

  @Test
  void a_province_or_a_scale_that_does_not_exist_is_the_callers_mistake() {
    LuodiProcess province =
        LuodiProcess.run(
            "synthesize", "--scale", "990000", "--out", folder.resolve("x").toString());
    LuodiProcess scale =
        LuodiProcess.run("synthesize", "--scale", "huge", "--out", folder.resolve("y").toString());

    assertThat(province.exitCode()).isEqualTo(2);
    assertThat(province.err()).contains("990000");
    assertThat(scale.exitCode()).isEqualTo(2);
    assertThat(scale.err()).contains("'huge'").contains("national");
    assertThat(folder).isEmptyDirectory();
  }

  /** Ningxia and Shanghai: two that are made side by side. */
  private Path made(int processors, String seed) {
    Path out = folder.resolve("with-" + processors);
    LuodiProcess process =
        LuodiProcess.run(
            List.of("-XX:ActiveProcessorCount=" + processors),
            "synthesize",
            "--scale",
            "640000,310000",
            "--seed",
            seed,
            "--out",
            out.toString());
    assertThat(process.exitCode()).as(process.err()).isZero();
    return out;
  }
}
