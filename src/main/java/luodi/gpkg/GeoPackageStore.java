package luodi.gpkg;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import luodi.atlas.AtlasStore;
import luodi.atlas.Draft;
import luodi.atlas.Edition;
import luodi.atlas.History;
import luodi.atlas.Layer;
import luodi.atlas.Zone;
import luodi.fault.Fault;
import org.sqlite.SQLiteConfig;

/**
 * Layer editions in one GeoPackage file. The current edition of a layer lies in a feature table
 * that is named as the layer, every other one in {@code layer@edition}; {@code luodi_editions}
 * holds the manifests and {@code luodi_acts} the publications. Used by one thread at a time;
 * another process that writes is waited for.
 */
public final class GeoPackageStore implements AtlasStore {
  private static final int WAIT_MS = 60_000;

  private final Path file;
  private final Connection connection;
  private final EditionRows rows;

  private GeoPackageStore(Path file, Connection connection) {
    this.file = file;
    this.connection = connection;
    this.rows = new EditionRows(connection);
  }

  /** Opens the file, or makes it with the standard's tables when there is none. */
  public static GeoPackageStore open(Path file) {
    SQLiteConfig config = new SQLiteConfig();
    config.setPageSize(4096);
    config.setBusyTimeout(WAIT_MS);
    config.setJournalMode(SQLiteConfig.JournalMode.DELETE);
    config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Connection connection = config.createConnection("jdbc:sqlite:" + file.toAbsolutePath());
      GeoPackageStore store = new GeoPackageStore(file, connection);
      store.makeOrRecognise();
      return store;
    } catch (SQLException | IOException unusable) {
      throw Fault.UNAVAILABLE
          .because(
              "%s cannot be opened as a GeoPackage: %s.", file.getFileName(), unusable.getMessage())
          .causedBy(unusable);
    }
  }

  @Override
  public History history() {
    return asking(rows::history);
  }

  @Override
  public List<String> layerIds() {
    return asking(rows::layerIds);
  }

  @Override
  public List<Edition> editions(String layerId) {
    return asking(() -> rows.of(layerId, rows.history()));
  }

  @Override
  public void read(String layerId, String edition, Consumer<Zone> each) {
    Edition found = edition(layerId, edition);
    asking(
        () -> {
          table(found).read(each);
          return found;
        });
  }

  @Override
  public Draft draft(Layer layer) {
    layer.mustBeNamed();
    return asking(
        () -> {
          connection.setAutoCommit(false);
          try {
            return drafted(layer);
          } catch (SQLException | RuntimeException failed) {
            connection.rollback();
            connection.setAutoCommit(true);
            throw failed;
          }
        });
  }

  private Draft drafted(Layer layer) throws SQLException {
    Optional<Edition> former =
        editions(layer.id()).stream()
            .filter(one -> one.layer().edition().equalsIgnoreCase(layer.edition()))
            .findFirst();
    if (former.isPresent()) {
      former.get().mustBeUnpublished();
      table(former.get()).drop();
      rows.delete(former.get().layer());
    }
    rows.insert(layer);
    FeatureTable table = new FeatureTable(connection, layer.id(), layer.edition(), false);
    table.create(layer);
    return new GeoPackageDraft(this, connection, layer, table);
  }

  @Override
  public void judge(String layerId, String edition, boolean passed, String report) {
    wholly(
        () -> {
          Edition judged = edition(layerId, edition);
          judged.mustBeUnpublished();
          rows.judge(judged.layer(), passed, report);
          return judged;
        });
  }

  @Override
  public int publish(String layerId, String edition) {
    return wholly(
        () -> {
          Edition next = edition(layerId, edition);
          next.mustHavePassed();
          return act(layerId, edition, History.Kind.PUBLISH);
        });
  }

  @Override
  public int withdraw(String layerId, String edition) {
    return wholly(
        () -> {
          edition(layerId, edition).mustBePublished();
          return act(layerId, edition, History.Kind.WITHDRAW);
        });
  }

  @Override
  public void begin(History history) {
    wholly(
        () -> {
          rows.history().mustNotHaveBegun();
          for (History.Act act : history.acts()) {
            edition(act.layer(), act.edition()).mustHavePassed();
            rows.note(act);
          }
          for (var current : rows.history().at(history.number()).entrySet()) {
            rename(current.getKey(), current.getValue(), true);
          }
          return history;
        });
  }

  @Override
  public void close() {
    asking(
        () -> {
          connection.close();
          return file;
        });
  }

  /** Notes the act and gives the plain table name to the edition that is current after it. */
  private int act(String layerId, String edition, History.Kind kind) throws SQLException {
    History before = rows.history();
    History.Act act = new History.Act(before.number() + 1, layerId, edition, kind);
    rows.note(act);
    String was = before.at(act.number()).get(layerId);
    String is = rows.history().at(act.number()).get(layerId);
    if (was != null && !was.equals(is)) {
      rename(layerId, was, false);
    }
    if (is != null && !is.equals(was)) {
      rename(layerId, is, true);
    }
    return act.number();
  }

  private void rename(String layerId, String edition, boolean toCurrent) throws SQLException {
    new FeatureTable(connection, layerId, edition, !toCurrent)
        .renameTo(new FeatureTable(connection, layerId, edition, toCurrent));
  }

  private FeatureTable table(Edition edition) {
    Layer layer = edition.layer();
    return new FeatureTable(connection, layer.id(), layer.edition(), edition.current());
  }

  /** SQL that may fail. */
  interface Asked<T> {
    T answer() throws SQLException;
  }

  <T> T asking(Asked<T> asked) {
    return asking(asked, this::unusable);
  }

  <T> T asking(Asked<T> asked, Function<SQLException, RuntimeException> told) {
    try {
      return asked.answer();
    } catch (SQLException failed) {
      throw told.apply(failed);
    }
  }

  RuntimeException unusable(SQLException failed) {
    return Fault.UNAVAILABLE
        .because("%s cannot be read or written: %s.", file.getFileName(), failed.getMessage())
        .causedBy(failed);
  }

  private <T> T wholly(Asked<T> asked) {
    return asking(
        () -> {
          connection.setAutoCommit(false);
          try {
            T answer = asked.answer();
            connection.commit();
            return answer;
          } catch (SQLException | RuntimeException failed) {
            connection.rollback();
            throw failed;
          } finally {
            connection.setAutoCommit(true);
          }
        });
  }

  private void makeOrRecognise() throws SQLException, IOException {
    if (count("SELECT count(*) FROM sqlite_master") == 0) {
      make();
    } else if (count("SELECT count(*) FROM sqlite_master WHERE name = 'luodi_editions'") == 0) {
      throw Fault.BAD_DATA.because(
          "%s has no table luodi_editions, so its layers have no manifests; it was not made by this version of Luodi.",
          file.getFileName());
    }
  }

  /** In one transaction, so that a file is never seen half made. */
  private void make() throws SQLException, IOException {
    try (InputStream in = GeoPackageStore.class.getResourceAsStream("/gpkg/schema.sql");
        Statement statement = connection.createStatement()) {
      String schema = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      statement.executeUpdate("BEGIN IMMEDIATE;" + schema + "COMMIT;");
    }
  }

  private int count(String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet found = statement.executeQuery(sql)) {
      return found.getInt(1);
    }
  }
}
