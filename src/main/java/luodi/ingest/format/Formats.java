package luodi.ingest.format;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import luodi.fault.Fault;

/** All formats that are read, each known by a file's beginning or its name. */
public final class Formats {
  private static final int START = 512;

  private final List<Format> formats;

  private Formats(List<Format> formats) {
    this.formats = formats;
  }

  /** These formats, and ZIPs of them; the first that recognises a file reads it. */
  public static Formats of(List<Format> formats) {
    List<Format> all = new ArrayList<>();
    Formats made = new Formats(all);
    all.add(new ZipFormat(new Formats(List.copyOf(formats))));
    all.addAll(formats);
    return made;
  }

  /**
   * Opens a file.
   *
   * @throws luodi.fault.FaultException {@code NOT_FOUND}, {@code UNSUPPORTED_MEDIA_TYPE} when it is
   *     of no format here, or {@code BAD_FILE} when it is broken
   */
  public Source open(Path file, Format.Wishes wishes) {
    byte[] start = start(file);
    return formats.stream()
        .filter(format -> format.recognises(file, start))
        .findFirst()
        .orElseThrow(
            () ->
                Fault.UNSUPPORTED_MEDIA_TYPE.because(
                    "'%s' is of no format that is read here; give a Shapefile (.shp, or zipped), GeoPackage, GeoJSON,"
                        + " FlatGeobuf or CSV.",
                    file.getFileName()))
        .open(file, wishes);
  }

  private static byte[] start(Path file) {
    if (!Files.isRegularFile(file)) {
      throw Fault.NOT_FOUND.because("There is no file '%s'.", file);
    }
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(START);
    } catch (IOException unreadable) {
      throw Fault.NOT_FOUND
          .because("The file '%s' cannot be opened.", file.getFileName())
          .causedBy(unreadable);
    }
  }
}
