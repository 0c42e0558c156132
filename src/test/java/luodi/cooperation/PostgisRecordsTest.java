package luodi.cooperation;

import java.util.List;
import luodi.ScratchDatabase;
import luodi.atlas.AtlasStore;
import luodi.postgis.DatabaseUrl;
import luodi.postgis.PostgisDatabase;
import org.junit.jupiter.api.AfterEach;

class PostgisRecordsTest extends KeptRecordsContract {
  private final ScratchDatabase database = ScratchDatabase.make();

  @Override
  protected AtlasStore open() {
    return PostgisDatabase.at(DatabaseUrl.parse(database.url())).open();
  }

  @Override
  protected List<String> named() {
    return List.of("--data", folder.toString(), "--database", database.url());
  }

  @AfterEach
  void drop_the_database() {
    database.close();
  }
}
