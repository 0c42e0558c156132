package luodi.gpkg;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import luodi.atlas.Edition;
import luodi.atlas.History;
import luodi.atlas.Layer;

/** The tables {@code luodi_editions} (manifests) and {@code luodi_acts} (publications). */
final class EditionRows {
  private final Connection connection;

  EditionRows(Connection connection) {
    this.connection = connection;
  }

  History history() throws SQLException {
    List<History.Act> acts = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT * FROM luodi_acts ORDER BY number")) {
      while (row.next()) {
        acts.add(
            new History.Act(
                row.getInt("number"),
                row.getString("layer"),
                row.getString("edition"),
                History.Kind.valueOf(row.getString("kind"))));
      }
    }
    return new History(acts);
  }

  List<String> layerIds() throws SQLException {
    List<String> ids = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery("SELECT DISTINCT id FROM luodi_editions ORDER BY id")) {
      while (row.next()) {
        ids.add(row.getString(1));
      }
    }
    return ids;
  }

  List<Edition> of(String layerId, History history) throws SQLException {
    List<Edition> editions = new ArrayList<>();
    try (PreparedStatement query =
        connection.prepareStatement("SELECT * FROM luodi_editions WHERE id = ? ORDER BY edition")) {
      query.setString(1, layerId);
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          editions.add(
              Edition.of(
                  manifest(row), row.getInt("passed") == 1, row.getString("report"), history));
        }
      }
    }
    return editions;
  }

  void insert(Layer layer) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO luodi_editions VALUES (?,?,?,?,?,?,?,?,?,?,?,?,0,'{}')")) {
      insert.setString(1, layer.id());
      insert.setString(2, layer.edition());
      insert.setString(3, layer.titleZh());
      insert.setString(4, layer.titleEn());
      insert.setString(5, layer.geometry().word());
      insert.setString(6, layer.source());
      insert.setString(7, layer.licence());
      insert.setString(8, layer.crs());
      insert.setDouble(9, layer.accuracyM());
      insert.setInt(10, layer.exact() ? 1 : 0);
      insert.setInt(11, layer.synthetic() ? 1 : 0);
      insert.setBytes(12, layer.coverage().map(GeometryBlob::of).orElse(null));
      insert.executeUpdate();
    }
  }

  void delete(Layer layer) throws SQLException {
    try (PreparedStatement delete =
        connection.prepareStatement("DELETE FROM luodi_editions WHERE id = ? AND edition = ?")) {
      delete.setString(1, layer.id());
      delete.setString(2, layer.edition());
      delete.executeUpdate();
    }
  }

  void judge(Layer layer, boolean passed, String report) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            "UPDATE luodi_editions SET passed = ?, report = ? WHERE id = ? AND edition = ?")) {
      update.setInt(1, passed ? 1 : 0);
      update.setString(2, report);
      update.setString(3, layer.id());
      update.setString(4, layer.edition());
      update.executeUpdate();
    }
  }

  void note(History.Act act) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement("INSERT INTO luodi_acts VALUES (?,?,?,?)")) {
      insert.setInt(1, act.number());
      insert.setString(2, act.layer());
      insert.setString(3, act.edition());
      insert.setString(4, act.kind().name());
      insert.executeUpdate();
    }
  }

  private static Layer manifest(ResultSet row) throws SQLException {
    return new Layer(
        row.getString("id"),
        row.getString("title_zh"),
        row.getString("title_en"),
        Layer.Shape.valueOf(row.getString("geometry").toUpperCase(Locale.ROOT)),
        row.getString("edition"),
        row.getString("source"),
        row.getString("licence"),
        row.getString("crs"),
        row.getDouble("accuracy_m"),
        row.getInt("exact") == 1,
        row.getInt("synthetic") == 1,
        Optional.ofNullable(row.getBytes("coverage")).map(GeometryBlob::shape));
  }
}
