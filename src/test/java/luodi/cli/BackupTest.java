package luodi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import luodi.ScratchDatabase;
import luodi.atlas.AtlasStore;
import luodi.atlas.Draft;
import luodi.atlas.Edition;
import luodi.atlas.Layer;
import luodi.atlas.LayerEdition;
import luodi.atlas.Zone;
import luodi.geo.Grid;
import luodi.gpkg.GeoPackageStore;
import luodi.postgis.DatabaseUrl;
import luodi.postgis.PostgisDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Envelope;

/** Everything goes out of a store and into another one, and stays what it was. */
class BackupTest {
  @TempDir private Path folder;

  @Test
  void a_ground_goes_from_a_file_to_postgis_and_back_and_stays_what_it_was() throws Exception {
    Path first = Files.createDirectories(folder.resolve("first"));
    Path second = Files.createDirectories(folder.resolve("second"));
    try (ScratchDatabase database = ScratchDatabase.make()) {
      try (AtlasStore store = GeoPackageStore.open(first.resolve("ground.gpkg"))) {
        fill(store);
      }

      done("export", "ground", "--data", text(first), "--out", text(folder));
      done("import", text(folder.resolve("ground.gpkg")), "--database", database.url());
      done(
          "export",
          "ground",
          "--database",
          database.url(),
          "--out",
          text(folder.resolve("b.gpkg")));
      done("import", text(folder.resolve("b.gpkg")), "--data", text(second));

      try (AtlasStore wanted = GeoPackageStore.open(first.resolve("ground.gpkg"));
          AtlasStore shared = PostgisDatabase.at(DatabaseUrl.parse(database.url())).open();
          AtlasStore back = GeoPackageStore.open(second.resolve("ground.gpkg"))) {
        mustBeTheSame(shared, wanted);
        mustBeTheSame(back, wanted);
        assertThat(shared.publish("udb", "2026.3")).isEqualTo(6);
      }
    }
  }

  @Test
  void nothing_that_is_there_is_written_over() {
    try (AtlasStore store = GeoPackageStore.open(folder.resolve("ground.gpkg"))) {
      fill(store);
    }
    String ground = text(folder.resolve("ground.gpkg"));
    done("export", "ground", "--data", text(folder), "--out", text(folder.resolve("out.gpkg")));

    assertThat(luodi("export", "ground", "--data", text(folder), "--out", ground).code())
        .isEqualTo(2);
    Said twice = luodi("import", text(folder.resolve("out.gpkg")), "--data", text(folder));
    assertThat(twice.code()).isEqualTo(2);
    assertThat(twice.err()).contains("no other history can begin in it");
    assertThat(luodi("import", text(folder.resolve("none.gpkg")), "--data", text(folder)).code())
        .isEqualTo(3);
    assertThat(
            luodi("export", "ground", "--data", text(folder.resolve("x")), "--out", text(folder))
                .code())
        .isEqualTo(2);
  }

  /** Published, replaced, withdrawn and brought back; checked; drafted with findings; drafted. */
  private static void fill(AtlasStore store) {
    store.write(new LayerEdition(layer("udb", "2026.1"), List.of(zone("a", 0), zone("b", 1))));
    store.write(new LayerEdition(layer("udb", "2026.2"), List.of(zone("a", 2))));
    store.withdraw("udb", "2026.1");
    store.publish("udb", "2026.1");
    store.write(new LayerEdition(layer("wetland", "old"), List.of()));
    draft(store, "udb", "2026.3", true, "{\"rows\": {\"kept\":1}}");
    draft(store, "udb", "2026.4", false, "{\"findings\":[\"行 3\"]}");
    draft(store, "port", "only-a-draft", false, "{}");
  }

  private static void draft(
      AtlasStore store, String layer, String edition, boolean passed, String report) {
    try (Draft draft = store.draft(layer(layer, edition))) {
      draft.add(zone("z", 3));
      draft.keep();
    }
    store.judge(layer, edition, passed, report);
  }

  private static void mustBeTheSame(AtlasStore found, AtlasStore wanted) {
    assertThat(found.history()).isEqualTo(wanted.history());
    assertThat(found.layerIds())
        .isEqualTo(wanted.layerIds())
        .containsExactly("port", "udb", "wetland");
    for (String layer : wanted.layerIds()) {
      assertThat(found.editions(layer)).isEqualTo(wanted.editions(layer));
      for (Edition edition : wanted.editions(layer)) {
        assertThat(found.read(layer, edition.layer().edition()))
            .isEqualTo(wanted.read(layer, edition.layer().edition()));
      }
    }
  }

  private record Said(int code, String out, String err) {}

  private static void done(String... arguments) {
    Said said = luodi(arguments);
    assertThat(said.code()).as(said.err()).isZero();
  }

  private static Said luodi(String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int code =
        Luodi.run(
            arguments,
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8));
    return new Said(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  private static String text(Path path) {
    return path.toString();
  }

  private static Zone zone(String id, int at) {
    return new Zone(
        id,
        "区 " + id,
        Grid.SHAPES.toGeometry(new Envelope(110 + at, 110.1234567 + at, 30, 30.5)),
        new TreeMap<>(Map.of("zone", "other", "备注", "第一行\n\"二\"\\")),
        Optional.of(LocalDate.parse("2024-02-29")),
        Optional.empty(),
        "a test",
        "source");
  }

  private static Layer layer(String id, String edition) {
    return new Layer(
        id,
        "中文",
        "English",
        Layer.Shape.POLYGON,
        edition,
        "a test",
        "CC0-1.0",
        "EPSG:4490",
        5,
        true,
        false,
        Optional.of(Grid.SHAPES.toGeometry(new Envelope(100, 120, 20, 40))));
  }
}
