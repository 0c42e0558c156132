package luodi.gpkg;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import luodi.atlas.AttributeNames;
import luodi.atlas.Draft;
import luodi.atlas.Layer;
import luodi.atlas.Zone;
import luodi.fault.Fault;
import org.locationtech.jts.geom.Envelope;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * An edition under way: one transaction, so that SQLite's own journal undoes it when the process is
 * killed.
 */
final class GeoPackageDraft implements Draft {
  private static final int OURS = 8;

  private final GeoPackageStore store;
  private final Connection connection;
  private final Layer layer;
  private final FeatureTable table;
  private final List<String> attributes = new ArrayList<>();
  private final AttributeNames names;
  private final Envelope box = new Envelope();
  private PreparedStatement insert;
  private long rows;
  private boolean open = true;

  GeoPackageDraft(GeoPackageStore store, Connection connection, Layer layer, FeatureTable table)
      throws SQLException {
    this.store = store;
    this.connection = connection;
    this.layer = layer;
    this.table = table;
    this.names = new AttributeNames(layer.id());
    this.insert = table.insert(0);
  }

  @Override
  public void add(Zone zone) {
    mustBeOpen();
    store.asking(
        () -> {
          for (String attribute : zone.attributes().keySet()) {
            if (names.add(attribute)) {
              addAttribute(attribute);
            }
          }
          bind(zone);
          return insert.executeUpdate();
        },
        failed -> twice(failed, zone));
    box.expandToInclude(zone.shape().getEnvelopeInternal());
  }

  @Override
  public void keep() {
    mustBeOpen();
    store.asking(
        () -> {
          insert.close();
          if (rows > 0) {
            table.bound(box);
          }
          connection.commit();
          connection.setAutoCommit(true);
          return null;
        });
    open = false;
  }

  @Override
  public void close() {
    if (open) {
      open = false;
      store.asking(
          () -> {
            insert.close();
            connection.rollback();
            connection.setAutoCommit(true);
            return null;
          });
    }
  }

  private void mustBeOpen() {
    if (!open) {
      throw new IllegalStateException("the draft of " + layer.id() + " is closed");
    }
  }

  private void addAttribute(String attribute) throws SQLException {
    insert.close();
    table.addAttribute(attribute);
    attributes.add(attribute);
    insert = table.insert(attributes.size());
  }

  private void bind(Zone zone) throws SQLException {
    insert.setLong(1, ++rows);
    insert.setBytes(2, GeometryBlob.of(zone.shape()));
    insert.setString(3, zone.id());
    insert.setString(4, zone.name());
    insert.setString(5, zone.from().map(LocalDate::toString).orElse(null));
    insert.setString(6, zone.to().map(LocalDate::toString).orElse(null));
    insert.setString(7, zone.source());
    insert.setString(8, zone.confidence());
    Map<String, String> values = zone.attributes();
    for (int i = 0; i < attributes.size(); i++) {
      insert.setString(OURS + 1 + i, values.get(attributes.get(i)));
    }
  }

  private RuntimeException twice(SQLException failed, Zone zone) {
    if (failed instanceof SQLiteException sqlite
        && sqlite.getResultCode() == SQLiteErrorCode.SQLITE_CONSTRAINT_UNIQUE) {
      return Fault.CONFLICT.because(
          "Layer '%s' has the id '%s' twice; ids are unique in a layer.", layer.id(), zone.id());
    }
    return store.unusable(failed);
  }
}
