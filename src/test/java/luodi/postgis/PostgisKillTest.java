package luodi.postgis;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import luodi.ScratchDatabase;
import luodi.atlas.AtlasStore;
import luodi.atlas.KillContract;
import org.junit.jupiter.api.AfterEach;

class PostgisKillTest extends KillContract {
  private final ScratchDatabase database = ScratchDatabase.make();

  @Override
  protected AtlasStore open() {
    return PostgisDatabase.at(DatabaseUrl.parse(address())).open();
  }

  @Override
  protected String address() {
    return database.url();
  }

  @Override
  protected void mustBeTidy(AtlasStore store) {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement();
        ResultSet strays =
            statement.executeQuery(
                "SELECT count(*) FROM luodi.zones z WHERE NOT EXISTS (SELECT FROM luodi.editions WHERE key = z.edition_key)")) {
      strays.next();
      assertThat(strays.getInt(1)).as("zones without an edition").isZero();
    } catch (SQLException failed) {
      throw new AssertionError(failed);
    }
  }

  @AfterEach
  void drop_the_database() {
    database.close();
  }
}
