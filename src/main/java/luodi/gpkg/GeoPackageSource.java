package luodi.gpkg;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import luodi.fault.Fault;
import luodi.fault.FaultException;
import luodi.geo.Wkb;
import luodi.ingest.format.Columns;
import luodi.ingest.format.Format.Wishes;
import luodi.ingest.format.Found;
import luodi.ingest.format.Plain;
import luodi.ingest.format.Row;
import luodi.ingest.format.Source;
import org.locationtech.jts.geom.Geometry;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteLimits;
import org.sqlite.SQLiteOpenMode;

/**
 * The rows of a GeoPackage that somebody else made, and perhaps broke: opened for reading only, its
 * schema not trusted, values and rows bounded by what such a file can honestly hold.
 */
final class GeoPackageSource implements Source {
  private static final int LARGEST_VALUE = 256 << 20;
  private static final int LEAST_ROW_BYTES = 3;

  private final String fileName;
  private final Connection file;
  private final ForeignTable table;
  private final List<String> names;
  private final ResultSet rows;
  private final long size;
  private long read;
  private long bytes;

  private GeoPackageSource(
      String fileName, Connection file, ForeignTable table, ResultSet rows, long size) {
    this.fileName = fileName;
    this.file = file;
    this.table = table;
    this.names = Columns.distinct(table.columns().stream().map(ForeignTable.Column::name).toList());
    this.rows = rows;
    this.size = size;
  }

  static Source open(Path path, Wishes wishes) {
    String name = path.getFileName().toString();
    Connection file = null;
    try {
      file = connection(path);
      ForeignTable table = ForeignTable.find(file, name, wishes.table());
      Statement statement = file.createStatement();
      return new GeoPackageSource(
          name, file, table, statement.executeQuery(table.query()), Files.size(path));
    } catch (SQLException | IOException | RuntimeException failed) {
      closeAfter(failed, file);
      throw failed instanceof FaultException fault ? fault : broken(name, failed);
    }
  }

  @Override
  public Found found() {
    return new Found("GeoPackage", table.crs(), names, "UTF-8 (as the standard says)", List.of());
  }

  @Override
  public Optional<Row> next() {
    try {
      if (!rows.next()) {
        return Optional.empty();
      }
      if (++read > size / LEAST_ROW_BYTES) {
        throw Fault.BAD_FILE.because(
            "'%s' is broken: its pages lead in a circle. Export it again.", fileName);
      }
      return Optional.of(Row.of(rows.getLong(1), shape(rows.getBytes(2)), values()));
    } catch (SQLException | IllegalStateException failed) {
      throw broken(fileName, failed);
    }
  }

  @Override
  public double done() {
    return Math.min(1, (double) bytes / Math.max(1, size));
  }

  @Override
  public void close() {
    try {
      file.close();
    } catch (SQLException failed) {
      throw broken(fileName, failed);
    }
  }

  private Row.Shape shape(byte[] blob) {
    if (blob == null) {
      return Row.Shape.none("the row has no geometry");
    }
    bytes += blob.length;
    try {
      Geometry shape =
          Wkb.read(
              ByteBuffer.wrap(
                  blob,
                  GeometryBlob.headerLength(blob),
                  blob.length - GeometryBlob.headerLength(blob)));
      return shape.isEmpty()
          ? Row.Shape.none("its geometry is empty")
          : Row.Shape.of(shape, List.of());
    } catch (FaultException unreadable) {
      return Row.Shape.none(unreadable.getMessage());
    }
  }

  private Map<String, String> values() throws SQLException {
    Map<String, String> values = new LinkedHashMap<>();
    for (int i = 0; i < names.size(); i++) {
      String value = value(i + 3, table.columns().get(i).type());
      if (value != null) {
        values.put(names.get(i), value);
      }
    }
    return values;
  }

  private String value(int column, String type) throws SQLException {
    Object value = rows.getObject(column);
    if (value instanceof byte[]) {
      return null; // pictures and the like are no attributes
    }
    if (value instanceof Double number) {
      return Plain.number(number);
    }
    if (type.startsWith("BOOL") && value instanceof Number number) {
      return number.intValue() == 0 ? "false" : "true";
    }
    return value == null ? null : value.toString();
  }

  private static Connection connection(Path path) throws SQLException {
    SQLiteConfig config = new SQLiteConfig();
    config.setReadOnly(true);
    config.setOpenMode(SQLiteOpenMode.READONLY);
    Connection file = config.createConnection("jdbc:sqlite:" + path.toAbsolutePath());
    ((SQLiteConnection) file).setLimit(SQLiteLimits.SQLITE_LIMIT_LENGTH, LARGEST_VALUE);
    try (Statement statement = file.createStatement()) {
      statement.execute("PRAGMA trusted_schema = OFF");
      statement.execute("PRAGMA cell_size_check = ON");
      statement.execute("PRAGMA mmap_size = 0");
    }
    return file;
  }

  private static void closeAfter(Exception failed, Connection file) {
    if (file != null) {
      try {
        file.close();
      } catch (SQLException again) {
        failed.addSuppressed(again);
      }
    }
  }

  private static FaultException broken(String name, Exception cause) {
    return Fault.BAD_FILE
        .because(
            "'%s' cannot be read as a GeoPackage: %s. Export it again.", name, cause.getMessage())
        .causedBy(cause);
  }
}
