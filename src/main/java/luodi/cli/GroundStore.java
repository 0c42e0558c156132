package luodi.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import luodi.atlas.AtlasStore;
import luodi.fault.Fault;
import luodi.gpkg.GeoPackageStore;
import luodi.postgis.PostgisDatabase;

/**
 * Where a deployment keeps its ground: in the database that the settings name, else in one
 * GeoPackage in the data directory. Safe for many threads.
 */
final class GroundStore {
  private static final String FILE = "ground.gpkg";

  private final Settings settings;
  private PostgisDatabase database; // connected when it is asked first

  GroundStore(Settings settings) {
    this.settings = settings;
  }

  /** The store, made when there is none. */
  AtlasStore open() {
    return database().map(PostgisDatabase::open).orElseGet(() -> GeoPackageStore.open(file()));
  }

  /** The store of a ground that somebody has published; {@code NOT_FOUND} when there is none. */
  AtlasStore openMade() {
    if (isEmpty()) {
      throw Fault.NOT_FOUND.because(
          "There is no ground in %s; make the demo ground with: bin/luodi demo%s",
          where(), settings.database().isPresent() ? " --database …" : "");
    }
    return open();
  }

  /**
   * Fills a ground of which nothing is published. A file appears when it is whole; to a database,
   * and to a file with drafts, is added.
   */
  void fill(Consumer<AtlasStore> write) {
    if (settings.database().isEmpty() && !Files.exists(file())) {
      GroundFile.write(file(), write);
      return;
    }
    try (AtlasStore store = open()) {
      write.accept(store);
    }
  }

  /** True before the first publication. */
  boolean isEmpty() {
    if (settings.database().isEmpty() && !Files.exists(file())) {
      return true; // and no file is made by asking
    }
    try (AtlasStore store = open()) {
      return store.history().number() == 0;
    }
  }

  /** For people: the file, or the database without its password. */
  String where() {
    return settings
        .database()
        .map(url -> "the database " + url)
        .orElseGet(() -> FILE + " of " + settings.data());
  }

  /** The database; empty when the ground lies in the data directory. */
  synchronized Optional<PostgisDatabase> database() {
    if (database == null && settings.database().isPresent()) {
      database = PostgisDatabase.at(settings.database().get());
    }
    return Optional.ofNullable(database);
  }

  /** The GeoPackage, also where a database takes its place. */
  Path file() {
    return settings.data().resolve(FILE);
  }
}
