package luodi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import luodi.Redline;
import luodi.ScratchDatabase;
import luodi.atlas.Atlas;
import luodi.atlas.AtlasStore;
import luodi.atlas.Layer;
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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;

/** What a planner publishes in the database, a running server answers from. */
class PublishedBySqlTest {
  private static final Duration NEVER = Duration.ofHours(1);
  private static final Duration OFTEN = Duration.ofMillis(50);
  private static final String SQUARE =
      "ST_MakeEnvelope(114.2, 30.2, 114.3, 30.3, 4490), '{\"zone\": \"other\"}'";

  private final ScratchDatabase database = ScratchDatabase.make();
  private LuodiServer server;
  private StoreKeeper keeper;
  private PostgisDatabase postgis;

  @BeforeEach
  void serve() {
    postgis = PostgisDatabase.at(DatabaseUrl.parse(database.url()));
    Desk first;
    try (AtlasStore store = postgis.open()) {
      store.write(new LayerEdition(redline(), List.of(zone())));
      first = ServedGround.desk(Atlas.of(store));
    }
    server = LuodiServer.start("127.0.0.1", 0);
    server.open(first);
    keeper =
        new StoreKeeper(
            postgis::open, () -> "", first, ServedGround::desk, server::open, desk -> {});
  }

  @AfterEach
  void close() {
    server.close();
    database.close();
  }

  @Test
  void an_edition_that_a_planner_edits_and_publishes_in_the_database_is_answered_from()
      throws SQLException {
    try (Publications heard = hear(NEVER)) {
      assertThat(heard).isNotNull();
      assertThat(zones()).isEqualTo(1);

      sql("SELECT luodi.edit('eco-redline', '2026.2')");
      sql(
          "INSERT INTO luodi_drafts.\"eco-redline@2026.2\" (geom, attributes) VALUES ("
              + SQUARE
              + ")");
      sql("SELECT luodi.publish('eco-redline', '2026.2')");

      await(() -> zones() == 2);
      assertThat(get("/layers/eco-redline").json().toString()).contains("2026.2");
    }
  }

  @Test
  void an_edition_that_is_withdrawn_in_the_database_is_answered_from_no_longer()
      throws SQLException {
    try (Publications heard = hear(NEVER)) {
      assertThat(heard).isNotNull();

      sql("SELECT luodi.withdraw('eco-redline', '2026.1')");

      await(() -> get("/layers/eco-redline").status() == 404);
    }
  }

  @Test
  void what_was_published_while_the_connection_was_lost_is_seen_when_it_is_back()
      throws SQLException {
    try (Publications heard = hear(OFTEN)) {
      assertThat(heard).isNotNull();
      sql(
          "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'luodi'");

      sql("SELECT luodi.edit('eco-redline', '2026.2')");
      sql("DELETE FROM luodi_drafts.\"eco-redline@2026.2\"");
      sql("SELECT luodi.publish('eco-redline', '2026.2')");

      await(() -> zones() == 0);
    }
  }

  @Test
  void a_publication_of_which_no_notice_comes_is_found_by_looking() throws SQLException {
    try (Publications heard = hear(OFTEN)) {
      assertThat(heard).isNotNull();

      sql(
          "INSERT INTO luodi.acts (number, edition_key, kind) SELECT 2, key, 'WITHDRAW' FROM luodi.editions");

      await(() -> get("/layers/eco-redline").status() == 404);
    }
  }

  private Publications hear(Duration poll) {
    return Publications.hear(postgis, poll, keeper::catchUp);
  }

  private int zones() {
    return get("/layers/eco-redline").json().path("zones").asInt();
  }

  private Answered get(String path) {
    return Answered.get(URI.create("http://127.0.0.1:" + server.port() + path));
  }

  private void sql(String sql) throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static void await(BooleanSupplier wanted) {
    for (int i = 0; !wanted.getAsBoolean(); i++) {
      assertThat(i).as("looks at the server").isLessThan(2000);
      LockSupport.parkNanos(5_000_000);
    }
  }

  private static Zone zone() {
    return Zone.of(
        "a",
        "红线",
        Grid.SHAPES.toGeometry(new Envelope(114, 114.1, 30, 30.1)),
        Map.of("zone", "other"),
        "a test",
        "source");
  }

  private static Layer redline() {
    return Redline.edition("2026.1", Optional.empty());
  }
}
