package luodi.ingest.shapefile;

import java.nio.file.Path;
import java.util.Locale;
import luodi.ingest.format.Format;
import luodi.ingest.format.Source;

/** ESRI Shapefiles, not zipped. */
public final class ShapefileFormat implements Format {
  @Override
  public boolean recognises(Path file, byte[] start) {
    return file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".shp");
  }

  @Override
  public Source open(Path file, Wishes wishes) {
    return ShapefileSource.open(new Siblings(file), wishes);
  }
}
