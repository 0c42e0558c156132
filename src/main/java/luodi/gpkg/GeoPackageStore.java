package luodi.gpkg;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import luodi.atlas.AtlasStore;
import luodi.atlas.Layer;
import luodi.atlas.LayerEdition;
import luodi.atlas.Zone;
import luodi.fault.Fault;
import org.sqlite.SQLiteConfig;

/**
 * Layer editions in one GeoPackage file: a feature table for each layer, and {@code luodi_layers}
 * with the manifests. A layer without a manifest does not load. Used by one thread at a time.
 */
public final class GeoPackageStore implements AtlasStore {
  private final Path file;
  private final Connection connection;

  private GeoPackageStore(Path file, Connection connection) {
    this.file = file;
    this.connection = connection;
  }

  /** Opens the file, or makes it with the standard's tables when there is none. */
  public static GeoPackageStore open(Path file) {
    boolean fresh = !Files.exists(file);
    SQLiteConfig config = new SQLiteConfig();
    config.setPageSize(4096);
    config.setJournalMode(SQLiteConfig.JournalMode.DELETE);
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Connection connection = config.createConnection("jdbc:sqlite:" + file.toAbsolutePath());
      GeoPackageStore store = new GeoPackageStore(file, connection);
      if (fresh) {
        store.make();
      } else {
        store.mustBeOurs();
      }
      return store;
    } catch (SQLException | IOException unusable) {
      throw Fault.UNAVAILABLE
          .because(
              "%s cannot be opened as a GeoPackage: %s.", file.getFileName(), unusable.getMessage())
          .causedBy(unusable);
    }
  }

  @Override
  public List<Layer> layers() {
    return asking(
        () -> {
          List<Layer> layers = new ArrayList<>();
          try (Statement statement = connection.createStatement();
              ResultSet row = statement.executeQuery("SELECT * FROM luodi_layers ORDER BY id")) {
            while (row.next()) {
              layers.add(manifest(row));
            }
          }
          return layers;
        });
  }

  @Override
  public LayerEdition read(String layerId) {
    Layer layer =
        layers().stream()
            .filter(one -> one.id().equals(layerId))
            .findFirst()
            .orElseThrow(
                () ->
                    Fault.NOT_FOUND.because(
                        "%s has no layer '%s' with a manifest.", file.getFileName(), layerId));
    return asking(() -> new LayerEdition(layer, new FeatureTable(connection, layerId).read()));
  }

  @Override
  public void write(LayerEdition edition) {
    asking(
        () -> {
          connection.setAutoCommit(false);
          try {
            new FeatureTable(connection, edition.layer().id()).replace(edition);
            writeManifest(edition.layer());
            connection.commit();
          } catch (SQLException | RuntimeException failed) {
            connection.rollback();
            throw failed;
          } finally {
            connection.setAutoCommit(true);
          }
          return edition;
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

  /** SQL that may fail. */
  private interface Asked<T> {
    T answer() throws SQLException;
  }

  private <T> T asking(Asked<T> asked) {
    try {
      return asked.answer();
    } catch (SQLException failed) {
      throw Fault.UNAVAILABLE
          .because("%s cannot be read or written: %s.", file.getFileName(), failed.getMessage())
          .causedBy(failed);
    }
  }

  private void make() throws SQLException, IOException {
    try (InputStream in = GeoPackageStore.class.getResourceAsStream("/gpkg/schema.sql");
        Statement statement = connection.createStatement()) {
      statement.executeUpdate(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  private void mustBeOurs() throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet found =
            statement.executeQuery(
                "SELECT count(*) FROM sqlite_master WHERE name = 'luodi_layers'")) {
      if (found.getInt(1) == 0) {
        throw Fault.BAD_DATA.because(
            "%s has no table luodi_layers, so its layers have no manifests; it was not made by Luodi.",
            file.getFileName());
      }
    }
  }

  private void writeManifest(Layer layer) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT OR REPLACE INTO luodi_layers VALUES (?,?,?,?,?,?,?,?,?,?,?,?)")) {
      insert.setString(1, layer.id());
      insert.setString(2, layer.titleZh());
      insert.setString(3, layer.titleEn());
      insert.setString(4, layer.geometry().word());
      insert.setString(5, layer.edition());
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

  /** Zones sorted as every store gives them. */
  static List<Zone> sorted(List<Zone> zones) {
    List<Zone> sorted = new ArrayList<>(zones);
    sorted.sort(java.util.Comparator.comparing(Zone::id));
    return sorted;
  }
}
