package luodi.ingest.format;

import java.nio.file.Path;
import java.util.Locale;

/** Tables of text with a header: WKT in one column, or two columns of coordinates. */
public final class CsvFormat implements Format {
  @Override
  public boolean recognises(Path file, byte[] start) {
    return file.getFileName().toString().toLowerCase(Locale.ROOT).matches(".*\\.(csv|tsv|txt)");
  }

  @Override
  public Source open(Path file, Wishes wishes) {
    return CsvSource.open(file, wishes);
  }
}
