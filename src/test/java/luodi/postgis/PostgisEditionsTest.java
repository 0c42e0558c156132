package luodi.postgis;

import luodi.ScratchDatabase;
import luodi.atlas.AtlasStore;
import luodi.atlas.EditionsContract;
import org.junit.jupiter.api.AfterEach;

class PostgisEditionsTest extends EditionsContract {
  private final ScratchDatabase database = ScratchDatabase.make();

  @Override
  protected AtlasStore open() {
    return PostgisDatabase.at(DatabaseUrl.parse(database.url())).open();
  }

  @AfterEach
  void drop_the_database() {
    database.close();
  }
}
