package luodi.postgis;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import luodi.atlas.Edition;
import luodi.atlas.History;
import luodi.atlas.Layer;

/** The tables {@code luodi.editions} (manifests) and {@code luodi.acts} (publications). */
final class EditionRows {
  private static final String MANIFEST =
      "SELECT layer, edition, title_zh, title_en, geometry, source, licence, crs, accuracy_m, exact, synthetic,"
          + " ST_AsBinary(coverage, 'NDR') AS coverage, passed, report FROM luodi.editions WHERE layer = ?";

  private final Connection connection;

  EditionRows(Connection connection) {
    this.connection = connection;
  }

  History history() throws SQLException {
    List<History.Act> acts = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT number, layer, edition, kind FROM luodi.acts JOIN luodi.editions ON key = edition_key ORDER BY number")) {
      while (row.next()) {
        acts.add(
            new History.Act(
                row.getInt(1),
                row.getString(2),
                row.getString(3),
                History.Kind.valueOf(row.getString(4))));
      }
    }
    return new History(acts);
  }

  List<String> layerIds() throws SQLException {
    List<String> ids = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery("SELECT DISTINCT layer FROM luodi.editions ORDER BY layer")) {
      while (row.next()) {
        ids.add(row.getString(1));
      }
    }
    return ids;
  }

  List<Edition> of(String layerId, History history) throws SQLException {
    return read(MANIFEST + " ORDER BY edition", history, layerId);
  }

  Optional<Edition> one(String layerId, String edition, History history) throws SQLException {
    return read(MANIFEST + " AND edition = ?", history, layerId, edition).stream().findFirst();
  }

  /** The edition whose name differs from this one in case at most. */
  Optional<Edition> like(Layer layer, History history) throws SQLException {
    return read(MANIFEST + " AND lower(edition) = lower(?)", history, layer.id(), layer.edition())
        .stream()
        .findFirst();
  }

  /** What zones name their edition by. */
  OptionalInt key(String layerId, String edition) throws SQLException {
    try (PreparedStatement query =
        bound("SELECT key FROM luodi.editions WHERE layer = ? AND edition = ?", layerId, edition)) {
      ResultSet row = query.executeQuery();
      return row.next() ? OptionalInt.of(row.getInt(1)) : OptionalInt.empty();
    }
  }

  /** Notes a manifest and returns the edition's key. */
  int insert(Layer layer) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO luodi.editions (layer, edition, title_zh, title_en, geometry, source, licence, crs, accuracy_m,"
                + " exact, synthetic, coverage) VALUES (?,?,?,?,?,?,?,?,?,?,?, ST_GeomFromWKB(?, 4490)) RETURNING key")) {
      insert.setString(1, layer.id());
      insert.setString(2, layer.edition());
      insert.setString(3, layer.titleZh());
      insert.setString(4, layer.titleEn());
      insert.setString(5, layer.geometry().word());
      insert.setString(6, layer.source());
      insert.setString(7, layer.licence());
      insert.setString(8, layer.crs());
      insert.setDouble(9, layer.accuracyM());
      insert.setBoolean(10, layer.exact());
      insert.setBoolean(11, layer.synthetic());
      insert.setBytes(12, layer.coverage().map(Shapes::wkb).orElse(null));
      ResultSet row = insert.executeQuery();
      row.next();
      return row.getInt(1);
    }
  }

  /** Removes an edition that was never published, with its zones. */
  void delete(Layer layer) throws SQLException {
    try (PreparedStatement delete =
        bound(
            "DELETE FROM luodi.editions WHERE layer = ? AND edition = ?",
            layer.id(),
            layer.edition())) {
      delete.executeUpdate();
    }
  }

  void judge(Layer layer, boolean passed, String report) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            "UPDATE luodi.editions SET passed = ?, report = ?::json WHERE layer = ? AND edition = ?")) {
      update.setBoolean(1, passed);
      update.setString(2, report);
      update.setString(3, layer.id());
      update.setString(4, layer.edition());
      update.executeUpdate();
    }
  }

  /** Calls {@code luodi.publish} or {@code luodi.withdraw}; returns the number of the act. */
  int act(String function, String layerId, String edition) throws SQLException {
    try (PreparedStatement call = bound("SELECT luodi." + function + "(?, ?)", layerId, edition)) {
      ResultSet row = call.executeQuery();
      row.next();
      return row.getInt(1);
    }
  }

  /** Notes a whole history in one go, and tells every server. */
  void note(History history) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO luodi.acts (number, edition_key, kind)"
                + " SELECT ?, key, ? FROM luodi.editions WHERE layer = ? AND edition = ?")) {
      for (History.Act act : history.acts()) {
        insert.setInt(1, act.number());
        insert.setString(2, act.kind().name());
        insert.setString(3, act.layer());
        insert.setString(4, act.edition());
        insert.addBatch();
      }
      insert.executeBatch();
    }
    try (Statement statement = connection.createStatement()) {
      statement.execute("NOTIFY luodi, '" + history.number() + "'");
    }
  }

  /** Nobody else notes an act until the transaction ends. */
  void lockHistory() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("LOCK TABLE luodi.acts IN SHARE ROW EXCLUSIVE MODE");
    }
  }

  private List<Edition> read(String sql, History history, String... names) throws SQLException {
    List<Edition> editions = new ArrayList<>();
    try (PreparedStatement query = bound(sql, names);
        ResultSet row = query.executeQuery()) {
      while (row.next()) {
        editions.add(
            Edition.of(manifest(row), row.getBoolean("passed"), row.getString("report"), history));
      }
    }
    return editions;
  }

  private PreparedStatement bound(String sql, String... names) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    for (int i = 0; i < names.length; i++) {
      statement.setString(i + 1, names[i]);
    }
    return statement;
  }

  private static Layer manifest(ResultSet row) throws SQLException {
    return new Layer(
        row.getString("layer"),
        row.getString("title_zh"),
        row.getString("title_en"),
        Layer.Shape.valueOf(row.getString("geometry").toUpperCase(Locale.ROOT)),
        row.getString("edition"),
        row.getString("source"),
        row.getString("licence"),
        row.getString("crs"),
        row.getDouble("accuracy_m"),
        row.getBoolean("exact"),
        row.getBoolean("synthetic"),
        Optional.ofNullable(row.getBytes("coverage")).map(Shapes::of));
  }
}
