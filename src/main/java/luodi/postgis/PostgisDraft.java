package luodi.postgis;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import luodi.atlas.AttributeNames;
import luodi.atlas.Draft;
import luodi.atlas.Layer;
import luodi.atlas.Zone;
import luodi.fault.Fault;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.postgresql.util.PSQLException;

/**
 * An edition under way: one transaction, in which the zones are streamed by COPY. The server undoes
 * it when the process is killed.
 */
final class PostgisDraft implements Draft {
  private static final int BYTES_AT_ONCE = 1 << 16;
  private static final Pattern KEY_OF_TWO = Pattern.compile("=\\(\\d+, (.*)\\)");

  private final PostgisStore store;
  private final Connection connection;
  private final Layer layer;
  private final int key;
  private final CopyIn copy;
  private final AttributeNames names; // JSON takes any, a GeoPackage made of it does not
  private final ByteArrayOutputStream lines = new ByteArrayOutputStream(2 * BYTES_AT_ONCE);
  private boolean open = true;

  PostgisDraft(PostgisStore store, Connection connection, Layer layer, int key)
      throws SQLException {
    this.store = store;
    this.connection = connection;
    this.layer = layer;
    this.key = key;
    this.names = new AttributeNames(layer.id());
    this.copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(ZoneRows.COPY);
  }

  @Override
  public void add(Zone zone) {
    mustBeOpen();
    zone.attributes().keySet().forEach(names::add);
    lines.writeBytes(ZoneRows.line(key, zone).getBytes(StandardCharsets.UTF_8));
    if (lines.size() > BYTES_AT_ONCE) {
      store.asking(this::send, this::told);
    }
  }

  @Override
  public void keep() {
    mustBeOpen();
    store.asking(
        () -> {
          send();
          copy.endCopy();
          connection.commit();
          connection.setAutoCommit(true);
          return null;
        },
        this::told);
    open = false;
  }

  @Override
  public void close() {
    if (open) {
      open = false;
      store.asking(
          () -> {
            if (copy.isActive()) {
              copy.cancelCopy();
            }
            connection.rollback();
            connection.setAutoCommit(true);
            return null;
          });
    }
  }

  private Void send() throws SQLException {
    copy.writeToCopy(lines.toByteArray(), 0, lines.size());
    lines.reset();
    return null;
  }

  private void mustBeOpen() {
    if (!open) {
      throw new IllegalStateException("the draft of " + layer.id() + " is closed");
    }
  }

  private RuntimeException told(SQLException failed) {
    if (SqlFaults.isTwice(failed, "zones_pkey")) {
      return Fault.CONFLICT.because(
          "Layer '%s' has the id '%s' twice; ids are unique in a layer.",
          layer.id(), twice(failed));
    }
    String state = String.valueOf(failed.getSQLState());
    return state.startsWith("22") || state.startsWith("23")
        ? Fault.BAD_DATA
            .because(
                "A zone of layer '%s' cannot be stored: %s.", layer.id(), SqlFaults.message(failed))
            .causedBy(failed)
        : store.told(failed);
  }

  private static String twice(SQLException failed) {
    String detail = ((PSQLException) failed).getServerErrorMessage().getDetail();
    Matcher key = KEY_OF_TWO.matcher(String.valueOf(detail));
    return key.find() ? key.group(1) : "?";
  }
}
