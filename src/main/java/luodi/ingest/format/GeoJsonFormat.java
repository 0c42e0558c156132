package luodi.ingest.format;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;

/**
 * GeoJSON: a FeatureCollection, or features one after the other, each on a line (RFC 7946, RFC
 * 8142).
 */
public final class GeoJsonFormat implements Format {
  @Override
  public boolean recognises(Path file, byte[] start) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    String text =
        new String(start, StandardCharsets.ISO_8859_1).replaceFirst("^\u00EF\u00BB\u00BF", "");
    return name.matches(".*\\.(geo)?json(l|s|seq)?")
        || name.endsWith(".ndjson")
        || text.stripLeading().startsWith("{")
        || text.startsWith("\u001E");
  }

  @Override
  public Source open(Path file, Wishes wishes) {
    return GeoJsonSource.open(file, wishes);
  }
}
