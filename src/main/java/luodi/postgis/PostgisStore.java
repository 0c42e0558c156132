package luodi.postgis;

import java.sql.Connection;
import java.sql.SQLException;
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

/**
 * Layer editions in PostGIS, over one connection. Each method is one transaction; what two
 * processes do to the same edition waits for each other.
 */
final class PostgisStore implements AtlasStore {
  private final DatabaseUrl url;
  private final Connection connection;
  private final EditionRows rows;

  PostgisStore(DatabaseUrl url, Connection connection) {
    this.url = url;
    this.connection = connection;
    this.rows = new EditionRows(connection);
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
  public Edition edition(String layerId, String edition) {
    Optional<Edition> found = asking(() -> rows.one(layerId, edition, rows.history()));
    return found.orElseGet(() -> AtlasStore.super.edition(layerId, edition)); // which tells of it
  }

  @Override
  public void read(String layerId, String edition, Consumer<Zone> each) {
    wholly(
        () -> {
          Edition found = edition(layerId, edition);
          ZoneRows.read(connection, rows.key(layerId, edition).orElseThrow(), each);
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
        },
        failed ->
            SqlFaults.isTwice(failed, "editions_by_name") ? beingWritten(layer) : told(failed));
  }

  private Draft drafted(Layer layer) throws SQLException {
    Optional<Edition> former = rows.like(layer, rows.history());
    if (former.isPresent()) {
      former.get().mustBeUnpublished();
      rows.delete(former.get().layer());
    }
    return new PostgisDraft(this, connection, layer, rows.insert(layer));
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
          edition(layerId, edition).mustHavePassed();
          return rows.act("publish", layerId, edition);
        });
  }

  @Override
  public int withdraw(String layerId, String edition) {
    return wholly(
        () -> {
          edition(layerId, edition).mustBePublished();
          return rows.act("withdraw", layerId, edition);
        });
  }

  @Override
  public void begin(History history) {
    wholly(
        () -> {
          rows.lockHistory();
          rows.history().mustNotHaveBegun();
          for (History.Act act : history.acts()) {
            edition(act.layer(), act.edition()).mustHavePassed();
          }
          rows.note(history);
          return history;
        });
  }

  @Override
  public void close() {
    asking(
        () -> {
          connection.close();
          return url;
        });
  }

  private static RuntimeException beingWritten(Layer layer) {
    return Fault.CONFLICT.because(
        "Edition '%s' of layer '%s' is being written by somebody else; take another name for the edition, or wait.",
        layer.edition(), layer.id());
  }

  /** SQL that may fail. */
  interface Asked<T> {
    T answer() throws SQLException;
  }

  <T> T asking(Asked<T> asked) {
    return asking(asked, this::told);
  }

  <T> T asking(Asked<T> asked, Function<SQLException, RuntimeException> told) {
    try {
      return asked.answer();
    } catch (SQLException failed) {
      throw told.apply(failed);
    }
  }

  RuntimeException told(SQLException failed) {
    return SqlFaults.of(failed, url);
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
            undo(failed);
            throw failed;
          } finally {
            if (!connection.isClosed()) {
              connection.setAutoCommit(true);
            }
          }
        });
  }

  /** A connection that broke is undone by the server; why it broke is told, not that. */
  private void undo(Exception failed) {
    try {
      connection.rollback();
    } catch (SQLException again) {
      failed.addSuppressed(again);
    }
  }
}
