package luodi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import luodi.Redline;
import luodi.archive.Archive;
import luodi.atlas.Atlas;
import luodi.atlas.AtlasStore;
import luodi.atlas.County;
import luodi.atlas.LayerEdition;
import luodi.gpkg.GeoPackageStore;
import luodi.industry.Industries;
import luodi.rule.Rulebook;
import luodi.siting.Screener;
import luodi.web.Answered;
import luodi.web.Desk;
import luodi.web.LuodiServer;
import luodi.web.ServedGround;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Envelope;

/** What others bring to the data directory, a running server answers from. */
class CatchingUpTest {
  private static final Duration OFTEN = Duration.ofMillis(20);
  private static final String SPOT = "/screenings?industry=3011&lon=106.2&lat=38.4";
  private static final Rulebook RULEBOOK = Rulebook.load();

  @TempDir private Path data;
  private LuodiServer server;
  private ScheduledExecutorService keeping;

  @BeforeEach
  void serve() {
    IndicatorFolder brought = new IndicatorFolder(data);
    Desk first;
    try (AtlasStore store = open()) {
      store.write(counties());
      first = desk(Atlas.of(store), brought);
    }
    server = LuodiServer.start("127.0.0.1", 0);
    server.open(first);
    keeping =
        new StoreKeeper(
                this::open,
                brought::stamp,
                first,
                atlas -> desk(atlas, brought),
                server::open,
                desk -> {})
            .catchUpEvery(OFTEN);
  }

  @AfterEach
  void close() throws InterruptedException {
    keeping.shutdown();
    assertThat(keeping.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
    server.close();
  }

  @Test
  void indicators_that_a_command_brings_count_in_the_next_answers() throws IOException {
    assertThat(labour().path("raw").isNull()).isTrue();

    ingest("640100,labour,5000,CNY/month,统计年鉴,2023");
    await(() -> !labour().path("raw").isNull());
    assertThat(labour().path("raw").asDouble()).isEqualTo(5000);

    ingest("640100,labour,5200,CNY/month,统计年鉴,2023");
    await(() -> labour().path("raw").asDouble() == 5200);
  }

  @Test
  void an_edition_that_another_process_publishes_in_the_geopackage_is_answered_from() {
    assertThat(get("/layers/eco-redline").status()).isEqualTo(404);

    try (AtlasStore store = open()) {
      store.write(
          new LayerEdition(Redline.edition("2026.1", Optional.empty()), java.util.List.of()));
    }

    await(() -> get("/layers/eco-redline").status() == 200);
  }

  private AtlasStore open() {
    return GeoPackageStore.open(data.resolve("ground.gpkg"));
  }

  private Desk desk(Atlas atlas, IndicatorFolder brought) {
    return Desk.of(
        new Screener(atlas, RULEBOOK, Industries.load(), RULEBOOK.profile("demo"), brought.read()),
        Archive.in(data.resolve("screenings")),
        Clock.systemUTC());
  }

  private void ingest(String row) throws IOException {
    Path file = data.resolve("wages.csv");
    Files.writeString(file, "place,factor,value,unit,source,year\n" + row + "\n");
    PrintStream nowhere = new PrintStream(PrintStream.nullOutputStream());
    String[] command = {"ingest", file.toString(), "--data", data.toString()};
    assertThat(Luodi.run(command, nowhere, nowhere)).isZero();
  }

  private JsonNode labour() {
    for (JsonNode factor : get(SPOT).json().at("/score_detail/factors")) {
      if (factor.path("id").asText().equals("labour")) {
        return factor;
      }
    }
    throw new AssertionError("no factor labour");
  }

  private Answered get(String path) {
    return Answered.get(URI.create("http://127.0.0.1:" + server.port() + path));
  }

  private static void await(BooleanSupplier wanted) {
    for (int i = 0; !wanted.getAsBoolean(); i++) {
      assertThat(i).as("looks at the server").isLessThan(2000);
      LockSupport.parkNanos(5_000_000);
    }
  }

  private static LayerEdition counties() {
    Atlas ground = ServedGround.atlas();
    return new LayerEdition(
        ground.layer(County.LAYER).orElseThrow(),
        ground.near(County.LAYER, new Envelope(106, 106.4, 38.2, 38.6)));
  }
}
