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
import luodi.fault.Fault;

/**
 * The feature table of a GeoPackage that somebody else made. Only real tables are read: a view or a
 * virtual table could hold any SQL.
 *
 * @param crs its CRS as a name or in WKT; empty when it is undefined
 * @param columns those that hold values, with their declared types; generated ones are left out
 */
record ForeignTable(String name, String geometry, Optional<String> crs, List<Column> columns) {

  /** A column and its type in capitals. */
  record Column(String name, String type) {}

  /** The only feature table, or the one of that name. */
  static ForeignTable find(Connection file, String fileName, Optional<String> wanted)
      throws SQLException {
    List<String> names = featureTables(file);
    if (names.isEmpty()) {
      throw Fault.BAD_FILE.because("'%s' holds no feature table.", fileName);
    }
    if (wanted.isEmpty() && names.size() > 1) {
      throw Fault.BAD_PARAMETER.because(
          "'%s' holds several feature tables; name one of %s as the table.",
          fileName, names.subList(0, Math.min(20, names.size())));
    }
    String name = wanted.orElse(names.get(0));
    if (!names.contains(name)) {
      throw Fault.BAD_PARAMETER.because(
          "'%s' holds no feature table '%s'; it holds %s.",
          fileName, name, names.subList(0, Math.min(20, names.size())));
    }
    mustBeTable(file, name);
    return of(file, name);
  }

  /** The rows in the order of the table's own key. */
  String query() {
    StringBuilder sql = new StringBuilder("SELECT rowid, ").append(quoted(geometry));
    columns.forEach(column -> sql.append(", ").append(quoted(column.name())));
    return sql.append(" FROM main.").append(quoted(name)).toString();
  }

  private static List<String> featureTables(Connection file) throws SQLException {
    List<String> names = new ArrayList<>();
    try (Statement statement = file.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT table_name FROM main.gpkg_contents WHERE data_type = 'features' ORDER BY table_name LIMIT 10000")) {
      while (row.next()) {
        names.add(String.valueOf(row.getString(1)));
      }
    }
    return names;
  }

  private static void mustBeTable(Connection file, String name) throws SQLException {
    try (PreparedStatement query =
        file.prepareStatement(
            "SELECT count(*) FROM main.sqlite_master WHERE name = ? AND type = 'table' AND rootpage > 0")) {
      query.setString(1, name);
      try (ResultSet row = query.executeQuery()) {
        if (row.getInt(1) != 1) {
          throw Fault.BAD_FILE.because(
              "'%s' is a view or is missing; only real tables are read. Export the view as a table.",
              name);
        }
      }
    }
  }

  private static ForeignTable of(Connection file, String name) throws SQLException {
    try (PreparedStatement query =
        file.prepareStatement(
            "SELECT g.column_name, s.organization, s.organization_coordsys_id, s.definition, s.srs_id"
                + " FROM main.gpkg_geometry_columns g LEFT JOIN main.gpkg_spatial_ref_sys s ON s.srs_id = g.srs_id"
                + " WHERE g.table_name = ?")) {
      query.setString(1, name);
      try (ResultSet row = query.executeQuery()) {
        if (!row.next()) {
          throw Fault.BAD_FILE.because("The table '%s' has no geometry column.", name);
        }
        String geometry = String.valueOf(row.getString(1));
        return new ForeignTable(name, geometry, crs(row), columns(file, name, geometry));
      }
    }
  }

  private static Optional<String> crs(ResultSet row) throws SQLException {
    String organization = row.getString(2);
    if (organization == null || row.getInt(5) == 0 || row.getInt(5) == -1) {
      return Optional.empty();
    }
    if (organization.equalsIgnoreCase("EPSG")) {
      return Optional.of("EPSG:" + row.getInt(3));
    }
    return Optional.ofNullable(row.getString(4)).filter(text -> !text.isBlank());
  }

  private static List<Column> columns(Connection file, String name, String geometry)
      throws SQLException {
    List<Column> columns = new ArrayList<>();
    try (Statement statement = file.createStatement();
        ResultSet row = statement.executeQuery("PRAGMA main.table_xinfo(" + quoted(name) + ")")) {
      while (row.next()) {
        String column = row.getString("name");
        String type = String.valueOf(row.getString("type")).toUpperCase(Locale.ROOT);
        boolean stored = row.getInt("hidden") == 0;
        boolean key = row.getInt("pk") == 1 && type.equals("INTEGER");
        if (stored && !key && !column.equals(geometry)) {
          columns.add(new Column(column, type));
        }
      }
    }
    return columns;
  }

  private static String quoted(String identifier) {
    return '"' + identifier.replace("\"", "\"\"") + '"';
  }
}
