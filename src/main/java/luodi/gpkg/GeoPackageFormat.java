package luodi.gpkg;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import luodi.ingest.format.Format;
import luodi.ingest.format.Source;

/** GeoPackages of others, read as rows. */
public final class GeoPackageFormat implements Format {
  @Override
  public boolean recognises(Path file, byte[] start) {
    return new String(start, StandardCharsets.ISO_8859_1).startsWith("SQLite format 3\0");
  }

  @Override
  public Source open(Path file, Wishes wishes) {
    return GeoPackageSource.open(file, wishes);
  }
}
