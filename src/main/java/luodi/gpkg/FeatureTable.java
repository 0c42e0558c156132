package luodi.gpkg;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import luodi.atlas.LayerEdition;
import luodi.atlas.Zone;
import luodi.fault.Fault;
import org.locationtech.jts.geom.Envelope;

/**
 * One layer's table: a column for each attribute that occurs, prefixed so that none can meet a
 * column of ours.
 */
final class FeatureTable {
  private static final List<String> OURS =
      List.of("id", "name", "valid_from", "valid_to", "source", "confidence");
  private static final String NO_CLOCK = "2026-01-01T00:00:00.000Z"; // same zones, same bytes
  private static final int BATCH = 1000;

  private final Connection connection;
  private final String table;

  FeatureTable(Connection connection, String layerId) {
    if (!layerId.matches("[a-z0-9][a-z0-9-]*")) {
      throw Fault.BAD_DATA.because(
          "'%s' is no layer id; use small letters, digits and hyphens.", layerId);
    }
    this.connection = connection;
    this.table = layerId;
  }

  List<Zone> read() throws SQLException {
    List<Zone> zones = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT * FROM \"" + table + "\" ORDER BY id")) {
      List<String> attributes = attributesOf(row);
      while (row.next()) {
        zones.add(zone(row, attributes));
      }
    }
    return zones;
  }

  /** Drops what is there and writes the edition. */
  void replace(LayerEdition edition) throws SQLException {
    List<Zone> zones = GeoPackageStore.sorted(edition.zones());
    TreeSet<String> attributes = new TreeSet<>();
    zones.forEach(zone -> attributes.addAll(zone.attributes().keySet()));
    attributes.forEach(FeatureTable::mustBeAColumn);
    try (Statement statement = connection.createStatement()) {
      statement.executeUpdate("DROP TABLE IF EXISTS \"" + table + "\"");
      statement.executeUpdate(
          "DELETE FROM gpkg_geometry_columns WHERE table_name = '" + table + "'");
      statement.executeUpdate("DELETE FROM gpkg_contents WHERE table_name = '" + table + "'");
      statement.executeUpdate(create(attributes));
    }
    insert(zones, new ArrayList<>(attributes));
    register(edition, zones);
  }

  private String create(TreeSet<String> attributes) {
    StringBuilder sql =
        new StringBuilder("CREATE TABLE \"" + table + "\" (fid INTEGER PRIMARY KEY, geom BLOB");
    OURS.forEach(column -> sql.append(", \"").append(column).append("\" TEXT"));
    attributes.forEach(column -> sql.append(", \"a_").append(column).append("\" TEXT"));
    return sql.append(")").toString();
  }

  private void insert(List<Zone> zones, List<String> attributes) throws SQLException {
    String marks = ",?".repeat(OURS.size() + attributes.size());
    try (PreparedStatement insert =
        connection.prepareStatement("INSERT INTO \"" + table + "\" VALUES (?,?" + marks + ")")) {
      int row = 0;
      for (Zone zone : zones) {
        bind(insert, ++row, zone, attributes);
        insert.addBatch();
        if (row % BATCH == 0) {
          insert.executeBatch();
        }
      }
      insert.executeBatch();
    }
  }

  private static void bind(PreparedStatement insert, int row, Zone zone, List<String> attributes)
      throws SQLException {
    insert.setInt(1, row);
    insert.setBytes(2, GeometryBlob.of(zone.shape()));
    insert.setString(3, zone.id());
    insert.setString(4, zone.name());
    insert.setString(5, zone.from().map(LocalDate::toString).orElse(null));
    insert.setString(6, zone.to().map(LocalDate::toString).orElse(null));
    insert.setString(7, zone.source());
    insert.setString(8, zone.confidence());
    for (int i = 0; i < attributes.size(); i++) {
      insert.setString(9 + i, zone.attributes().get(attributes.get(i)));
    }
  }

  private void register(LayerEdition edition, List<Zone> zones) throws SQLException {
    Envelope box = new Envelope();
    zones.forEach(zone -> box.expandToInclude(zone.shape().getEnvelopeInternal()));
    try (PreparedStatement contents =
            connection.prepareStatement(
                "INSERT INTO gpkg_contents VALUES (?, 'features', ?, ?, ?, ?, ?, ?, ?, 4490)");
        PreparedStatement columns =
            connection.prepareStatement(
                "INSERT INTO gpkg_geometry_columns VALUES (?, 'geom', 'GEOMETRY', 4490, 0, 0)")) {
      contents.setString(1, table);
      contents.setString(2, table);
      contents.setString(3, edition.layer().titleZh() + " / " + edition.layer().titleEn());
      contents.setString(4, NO_CLOCK);
      contents.setDouble(5, box.getMinX());
      contents.setDouble(6, box.getMinY());
      contents.setDouble(7, box.getMaxX());
      contents.setDouble(8, box.getMaxY());
      contents.executeUpdate();
      columns.setString(1, table);
      columns.executeUpdate();
    }
  }

  private static List<String> attributesOf(ResultSet row) throws SQLException {
    List<String> attributes = new ArrayList<>();
    for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
      String column = row.getMetaData().getColumnName(i);
      if (column.startsWith("a_")) {
        attributes.add(column.substring(2));
      }
    }
    return attributes;
  }

  private static Zone zone(ResultSet row, List<String> attributes) throws SQLException {
    TreeMap<String, String> values = new TreeMap<>();
    for (String attribute : attributes) {
      String value = row.getString("a_" + attribute);
      if (value != null) {
        values.put(attribute, value);
      }
    }
    return new Zone(
        row.getString("id"),
        row.getString("name"),
        GeometryBlob.shape(row.getBytes("geom")),
        values,
        Optional.ofNullable(row.getString("valid_from")).map(LocalDate::parse),
        Optional.ofNullable(row.getString("valid_to")).map(LocalDate::parse),
        row.getString("source"),
        row.getString("confidence"));
  }

  private static void mustBeAColumn(String attribute) {
    if (!attribute.matches("[a-z][a-z0-9_]*")) {
      throw Fault.BAD_DATA.because(
          "'%s' is no attribute name; use small letters, digits and underscores.", attribute);
    }
  }
}
