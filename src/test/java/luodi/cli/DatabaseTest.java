package luodi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import luodi.ScratchDatabase;
import luodi.atlas.Atlas;
import luodi.web.ServedGround;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole command line on PostGIS. */
class DatabaseTest {
  @TempDir private Path folder;

  @Test
  void the_demo_ground_is_made_in_an_empty_database_and_is_the_one_that_a_geopackage_holds() {
    try (ScratchDatabase database = ScratchDatabase.bare()) {
      Settings settings =
          Settings.of(
              Map.of("LUODI_DATABASE", database.url(), "LUODI_DATA", folder.toString()), Map.of());

      Atlas made = wiring(settings).demoGround(Optional.of("640000"), Optional.empty());
      Atlas again = wiring(settings).demoGround(Optional.empty(), Optional.empty());

      assertThat(made.key()).isEqualTo(ServedGround.atlas().key());
      assertThat(again.name()).isEqualTo(made.name());
      Said screened =
          luodi(
              "screen", "--industry", "3011", "--site", "106.2,38.5", "--database", database.url());
      assertThat(screened.code()).as(screened.err()).isZero();
      assertThat(screened.out()).contains("\"verdict\"", made.name());
      assertThat(luodi("edition", "list", "--database", database.url()).out())
          .contains("counties ", "eco-redline ");
    }
  }

  @Test
  void a_file_is_ingested_into_the_database_and_published_there() throws IOException {
    Path file = folder.resolve("wetlands.geojson");
    Files.writeString(
        file,
        "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"properties\":{\"id\":\"w1\",\"grade\":\"general\"},"
            + "\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[114,30],[114.1,30],[114.1,30.1],[114,30]]]}}]}");
    try (ScratchDatabase database = ScratchDatabase.make()) {
      Said ingested =
          luodi(
              "ingest",
              file.toString(),
              "--layer",
              "wetland",
              "--edition",
              "2026.1",
              "--source",
              "a test",
              "--licence",
              "CC0-1.0",
              "--accuracy-m",
              "5",
              "--exact",
              "true",
              "--coverage",
              "none",
              "--publish",
              "--accept",
              "--database",
              database.url());

      assertThat(ingested.code()).as(ingested.err()).isZero();
      assertThat(luodi("edition", "list", "--layer", "wetland", "--database", database.url()).out())
          .isEqualTo("wetland 2026.1 published, current\n");
    }
  }

  @Test
  void a_database_that_is_down_ends_the_command_with_5_and_the_password_untold() {
    String url = "postgresql://luodi:s3cret-w0rd@127.0.0.1:1/ground";

    for (String[] command :
        new String[][] {
          {"demo", "--port", "0", "--database", url},
          {"serve", "--port", "0", "--database", url},
          {"edition", "list", "--database", url},
          {"screen", "--industry", "3011", "--site", "106,38", "--database", url}
        }) {
      Said said = luodi(command);
      assertThat(said.code()).as(String.join(" ", command) + said.err()).isEqualTo(5);
      assertThat(said.err())
          .contains("postgresql://luodi:(hidden)@127.0.0.1:1/ground cannot be used", "refused");
      assertThat(said.out() + said.err()).doesNotContain("s3cret");
    }
  }

  @Test
  void an_empty_database_has_nothing_to_serve() {
    try (ScratchDatabase database = ScratchDatabase.make()) {
      Said said = luodi("serve", "--port", "0", "--database", database.url());

      assertThat(said.code()).isEqualTo(3);
      assertThat(said.err()).contains("bin/luodi demo --database");
    }
  }

  private record Said(int code, String out, String err) {}

  private static Wiring wiring(Settings settings) {
    return new Wiring(settings, new PrintStream(PrintStream.nullOutputStream()));
  }

  private Said luodi(String... arguments) {
    LuodiProcess process = LuodiProcess.run(arguments);
    return new Said(process.exitCode(), process.out(), process.err());
  }
}
