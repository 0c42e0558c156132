package luodi.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import luodi.atlas.AtlasStore;
import luodi.atlas.Edition;
import luodi.atlas.Zone;
import luodi.cli.Luodi;
import luodi.gpkg.GeoPackageStore;

/** {@code bin/luodi ingest} of one file into a data directory of its own, and what came of it. */
final class Ingestion {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path data;
  private final String layer;
  private final int code;
  private final String said;
  private final JsonNode report;

  private Ingestion(Path data, String layer, int code, String said, JsonNode report) {
    this.data = data;
    this.layer = layer;
    this.code = code;
    this.said = said;
    this.report = report;
  }

  /** Ingests a file as edition 1 of layer {@code eco-redline}; more flags may follow. */
  static Ingestion of(Path file, String... flags) {
    return into(file.resolveSibling("data"), file, flags);
  }

  /** Ingests into a data directory that perhaps holds something already. */
  static Ingestion into(Path data, Path file, String... flags) {
    Path report = data.resolveSibling(data.getFileName() + "-report.json");
    Map<String, String> told = new LinkedHashMap<>();
    String[] usual = {
      "--layer",
      "eco-redline",
      "--edition",
      "1",
      "--source",
      "a test",
      "--licence",
      "CC0-1.0",
      "--accuracy-m",
      "5",
      "--exact",
      "true",
      "--coverage",
      "none"
    };
    List<String> arguments = new ArrayList<>(List.of("ingest", file.toString()));
    arguments.addAll(List.of("--data", data.toString(), "--report", report.toString()));
    for (int i = 0; i < usual.length; i += 2) {
      told.put(usual[i], usual[i + 1]);
    }
    for (int i = 0; i < flags.length; i++) {
      boolean alone = i + 1 == flags.length || flags[i + 1].startsWith("--");
      told.put(flags[i], alone ? "" : flags[++i]);
    }
    told.forEach(
        (flag, value) -> arguments.addAll(value.isEmpty() ? List.of(flag) : List.of(flag, value)));
    try {
      Files.deleteIfExists(report);
      ByteArrayOutputStream said = new ByteArrayOutputStream();
      PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
      int code = Luodi.run(arguments.toArray(String[]::new), out, out);
      JsonNode json =
          Files.exists(report) ? JSON.readTree(report.toFile()) : JSON.createObjectNode();
      return new Ingestion(
          data, told.get("--layer"), code, said.toString(StandardCharsets.UTF_8), json);
    } catch (IOException unexpected) {
      throw new AssertionError(unexpected);
    }
  }

  /** It succeeded. */
  Ingestion drafted() {
    assertThat(code).as(said).isZero();
    return this;
  }

  /** It ended as the caller's mistake, saying all of this. */
  void refused(String... why) {
    assertThat(code).as(said).isEqualTo(2);
    assertThat(said).contains(why);
    try (AtlasStore store = GeoPackageStore.open(data.resolve("ground.gpkg"))) {
      assertThat(store.editions(layer)).isEmpty();
    }
  }

  List<Zone> zones() {
    drafted();
    try (AtlasStore store = GeoPackageStore.open(data.resolve("ground.gpkg"))) {
      return store.read(layer, "1").zones();
    }
  }

  Edition edition() {
    try (AtlasStore store = GeoPackageStore.open(data.resolve("ground.gpkg"))) {
      return store.edition(layer, "1");
    }
  }

  Zone zone() {
    assertThat(zones()).hasSize(1);
    return zones().get(0);
  }

  /** The attributes of the only zone. */
  Map<String, String> attributes() {
    return zone().attributes();
  }

  JsonNode report() {
    return report;
  }

  String said() {
    return said;
  }

  int code() {
    return code;
  }

  /** All warnings in one text. */
  String warnings() {
    return report.path("warnings").toString();
  }
}
