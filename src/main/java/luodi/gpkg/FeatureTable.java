package luodi.gpkg;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import luodi.atlas.Decoding;
import luodi.atlas.Layer;
import luodi.atlas.Zone;
import org.locationtech.jts.geom.Envelope;

/**
 * The features of one edition: a table with a column for each attribute that occurs, prefixed so
 * that none can meet a column of ours. GDAL and QGIS see it through {@code gpkg_contents}.
 */
final class FeatureTable {
  static final String PREFIX = "a_";

  private static final String NO_CLOCK = "2026-01-01T00:00:00.000Z"; // same zones, same bytes

  private final Connection connection;
  private final String name;

  /** The table of a layer's current edition, named as the layer, or of any other edition. */
  FeatureTable(Connection connection, String layerId, String edition, boolean current) {
    this.connection = connection;
    this.name = current ? layerId : layerId + "@" + edition;
  }

  /** Makes the empty table and its entries in the standard's catalogue. */
  void create(Layer layer) throws SQLException {
    execute(
        "CREATE TABLE %s (fid INTEGER PRIMARY KEY, geom BLOB NOT NULL, id TEXT NOT NULL UNIQUE, name TEXT,"
                .formatted(quoted(name))
            + " valid_from TEXT, valid_to TEXT, source TEXT, confidence TEXT)");
    update(
        "INSERT INTO gpkg_contents (table_name, data_type, identifier, description, last_change, srs_id)"
            + " VALUES (?, 'features', ?, ?, '"
            + NO_CLOCK
            + "', 4490)",
        name,
        name,
        layer.titleZh() + " / " + layer.titleEn() + ", " + layer.edition());
    update("INSERT INTO gpkg_geometry_columns VALUES (?, 'geom', 'GEOMETRY', 4490, 0, 0)", name);
  }

  void addAttribute(String attribute) throws SQLException {
    execute(
        "ALTER TABLE %s ADD COLUMN %s TEXT".formatted(quoted(name), quoted(PREFIX + attribute)));
  }

  /** An insert of fid, shape, our columns and the attributes in the order they were added. */
  PreparedStatement insert(int attributes) throws SQLException {
    return connection.prepareStatement(
        "INSERT INTO %s VALUES (?,?,?,?,?,?,?,?%s)"
            .formatted(quoted(name), ",?".repeat(attributes)));
  }

  /** Tells the catalogue how far the features reach. */
  void bound(Envelope box) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            "UPDATE gpkg_contents SET min_x = ?, min_y = ?, max_x = ?, max_y = ? WHERE table_name = ?")) {
      update.setDouble(1, box.getMinX());
      update.setDouble(2, box.getMinY());
      update.setDouble(3, box.getMaxX());
      update.setDouble(4, box.getMaxY());
      update.setString(5, name);
      update.executeUpdate();
    }
  }

  /** Hands over all features in the order of their ids. */
  void read(Consumer<Zone> each) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery("SELECT * FROM %s ORDER BY id".formatted(quoted(name)))) {
      List<String> attributes = attributesOf(row);
      Decoding<FeatureRow> decoding = new Decoding<>(FeatureRow::zone, each);
      while (row.next()) {
        decoding.add(read(row, attributes));
      }
      decoding.finish();
    }
  }

  /** The same features under the other table's name. */
  void renameTo(FeatureTable other) throws SQLException {
    execute("ALTER TABLE %s RENAME TO %s".formatted(quoted(name), quoted(other.name)));
    update(
        "UPDATE gpkg_contents SET table_name = ?, identifier = ? WHERE table_name = ?",
        other.name,
        other.name,
        name);
    update(
        "UPDATE gpkg_geometry_columns SET table_name = ? WHERE table_name = ?", other.name, name);
  }

  void drop() throws SQLException {
    execute("DROP TABLE IF EXISTS " + quoted(name));
    update("DELETE FROM gpkg_geometry_columns WHERE table_name = ?", name);
    update("DELETE FROM gpkg_contents WHERE table_name = ?", name);
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.executeUpdate(sql);
    }
  }

  private void update(String sql, String... values) throws SQLException {
    try (PreparedStatement update = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        update.setString(i + 1, values[i]);
      }
      update.executeUpdate();
    }
  }

  private static String quoted(String identifier) {
    return '"' + identifier.replace("\"", "\"\"") + '"';
  }

  private static List<String> attributesOf(ResultSet row) throws SQLException {
    List<String> attributes = new ArrayList<>();
    for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
      String column = row.getMetaData().getColumnName(i);
      if (column.toLowerCase(Locale.ROOT).startsWith(PREFIX)) {
        attributes.add(column.substring(PREFIX.length()));
      }
    }
    return attributes;
  }

  private static FeatureRow read(ResultSet row, List<String> attributes) throws SQLException {
    Map<String, String> values = new HashMap<>();
    for (String attribute : attributes) {
      values.put(attribute, row.getString(PREFIX + attribute));
    }
    return new FeatureRow(
        row.getString("id"),
        row.getString("name"),
        row.getBytes("geom"),
        values,
        row.getString("valid_from"),
        row.getString("valid_to"),
        row.getString("source"),
        row.getString("confidence"));
  }
}
