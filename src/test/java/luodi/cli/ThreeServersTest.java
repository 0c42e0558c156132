package luodi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import luodi.Redline;
import luodi.ScratchDatabase;
import luodi.atlas.Atlas;
import luodi.atlas.AtlasStore;
import luodi.atlas.County;
import luodi.atlas.LayerEdition;
import luodi.atlas.Zone;
import luodi.geo.Grid;
import luodi.postgis.DatabaseUrl;
import luodi.postgis.PostgisDatabase;
import luodi.postgis.Publications;
import luodi.web.Answered;
import luodi.web.Desk;
import luodi.web.LuodiServer;
import luodi.web.ServedGround;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;

/** Three servers share one PostGIS, and are asked without a pause while editions are published. */
class ThreeServersTest {
  private static final int EDITIONS = 20;
  private static final int ASKING = 6;
  private static final int MOST_LOOKS = 6000;
  private static final String SPOT = "lon=106.25&lat=38.45"; // Ningxia

  private final List<AutoCloseable> open = new ArrayList<>();
  private final List<LuodiServer> servers = new ArrayList<>();
  private final AtomicBoolean published = new AtomicBoolean();
  private final AtomicInteger answers = new AtomicInteger();
  private final Set<Integer> numbersSeen = new ConcurrentSkipListSet<>();

  @Test
  void no_request_fails_and_each_answer_is_made_of_one_atlas_edition() throws Exception {
    ExecutorService asking = Executors.newFixedThreadPool(ASKING);
    try (ScratchDatabase database = ScratchDatabase.make()) {
      PostgisDatabase planners = PostgisDatabase.at(DatabaseUrl.parse(database.url()));
      try (AtlasStore store = planners.open()) {
        store.write(counties()); // act 1
        store.write(redline(2));
        for (int i = 0; i < 3; i++) {
          serve(database.url());
        }
        List<CompletableFuture<Void>> clients = new ArrayList<>();
        for (int i = 0; i < ASKING; i++) {
          LuodiServer server = servers.get(i % 3);
          clients.add(CompletableFuture.runAsync(() -> ask(server), asking));
        }

        for (int number = 3; number < 3 + EDITIONS; number++) {
          store.write(redline(number));
          awaitAtlas(servers.get(number % 3), number);
        }

        for (LuodiServer server : servers) {
          awaitAtlas(server, 2 + EDITIONS);
        }
        published.set(true);
        for (CompletableFuture<Void> client : clients) {
          client.get(60, TimeUnit.SECONDS); // and with it whatever went wrong
        }
      } finally {
        published.set(true);
        asking.shutdown();
        for (AutoCloseable each : open) {
          each.close();
        }
      }
    }
    assertThat(numbersSeen)
        .as("atlas editions that answers came from")
        .hasSizeGreaterThan(EDITIONS / 2);
    assertThat(answers.get()).isGreaterThan(2 * EDITIONS);
  }

  private void serve(String url) {
    PostgisDatabase database = PostgisDatabase.at(DatabaseUrl.parse(url));
    LuodiServer server = LuodiServer.start("127.0.0.1", 0);
    Desk first;
    try (AtlasStore store = database.open()) {
      first = ServedGround.desk(Atlas.of(store));
    }
    server.open(first);
    StoreKeeper keeper =
        new StoreKeeper(
            database::open, () -> "", first, ServedGround::desk, server::open, desk -> {});
    open.add(Publications.hear(database, Duration.ofSeconds(5), keeper::catchUp));
    open.add(server);
    servers.add(server);
  }

  /** Asks for screenings and for features until all is published. */
  private void ask(LuodiServer server) {
    int newest = 0;
    while (!published.get()) {
      Answered screened = get(server, "/screenings?industry=3011&" + SPOT);
      assertThat(screened.status()).as(screened.text()).isEqualTo(200);
      JsonNode decision = screened.json().path("decision");
      int number = Integer.parseInt(decision.path("atlas").asText().split("@")[0]);
      assertThat(number).as("the atlas after atlas " + newest).isGreaterThanOrEqualTo(newest);
      assertThat(decision.at("/editions/eco-redline").asText()).isEqualTo("e" + number);

      Answered items = get(server, "/collections/eco-redline/items?limit=100");
      assertThat(items.status()).as(items.text()).isEqualTo(200);
      Set<String> editions = new TreeSet<>(items.json().findValuesAsText("made_for"));
      assertThat(editions).as("editions that one page of features comes from").hasSize(1);
      assertThat(items.json().path("features"))
          .hasSize(Integer.parseInt(editions.iterator().next()));
      newest = number;
      numbersSeen.add(number);
      answers.addAndGet(2);
    }
  }

  private static void awaitAtlas(LuodiServer server, int number) {
    for (int i = 0; ; i++) {
      String atlas = get(server, "/health/ready").json().path("atlas").asText();
      if (Integer.parseInt(atlas.split("@")[0]) >= number) {
        return;
      }
      assertThat(i).as("looks for atlas " + number + ", found " + atlas).isLessThan(MOST_LOOKS);
      LockSupport.parkNanos(5_000_000);
    }
  }

  private static Answered get(LuodiServer server, String path) {
    return Answered.get(URI.create("http://127.0.0.1:" + server.port() + path));
  }

  /** The counties around the spot. */
  private static LayerEdition counties() {
    Atlas ground = ServedGround.atlas();
    return new LayerEdition(
        ground.layer(County.LAYER).orElseThrow(),
        ground.near(County.LAYER, new Envelope(105.5, 107, 38, 39)));
  }

  /** As many zones as its number says, each of which says it. */
  private static LayerEdition redline(int number) {
    List<Zone> zones = new ArrayList<>();
    for (int i = 0; i < number; i++) {
      double west = 106 + i * 0.02;
      zones.add(
          Zone.of(
              "z" + (char) ('a' + i),
              "红线",
              Grid.SHAPES.toGeometry(
                  new Envelope(Grid.snap(west), Grid.snap(west + 0.01), 38.5, 38.51)),
              Map.of("zone", "other", "made_for", Integer.toString(number)),
              "a test",
              "source"));
    }
    return new LayerEdition(
        Redline.edition(
            "e" + number, Optional.of(Grid.SHAPES.toGeometry(new Envelope(105.5, 107, 38, 39)))),
        zones);
  }
}
