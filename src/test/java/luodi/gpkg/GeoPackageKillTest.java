package luodi.gpkg;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.TreeSet;
import luodi.atlas.AtlasStore;
import luodi.atlas.KillContract;
import org.junit.jupiter.api.io.TempDir;

class GeoPackageKillTest extends KillContract {
  @TempDir private Path folder;

  @Override
  protected AtlasStore open() {
    return GeoPackageStore.open(Path.of(address()));
  }

  @Override
  protected String address() {
    return folder.resolve("ground.gpkg").toString();
  }

  @Override
  protected void mustBeTidy(AtlasStore store) {
    Set<String> wanted = new TreeSet<>();
    store
        .editions("udb")
        .forEach(
            edition -> wanted.add(edition.current() ? "udb" : "udb@" + edition.layer().edition()));

    assertThat(names("SELECT table_name FROM gpkg_contents WHERE data_type = 'features'"))
        .isEqualTo(wanted);
    assertThat(names("SELECT table_name FROM gpkg_geometry_columns")).isEqualTo(wanted);
    assertThat(names("SELECT name FROM sqlite_master WHERE type = 'table' AND name LIKE 'udb%'"))
        .isEqualTo(wanted);
    assertThat(names("PRAGMA integrity_check")).containsExactly("ok");
  }

  private Set<String> names(String sql) {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + address());
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      Set<String> names = new TreeSet<>();
      while (row.next()) {
        names.add(row.getString(1));
      }
      return names;
    } catch (SQLException failed) {
      throw new AssertionError(failed);
    }
  }
}
