package luodi.ingest.shapefile;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import luodi.fault.Fault;

/** The files of one shapefile: the same name, other extensions, in any case. */
record Siblings(Path shp) {
  private static final int LONGEST_TEXT = 64 << 10;

  /** The file with that extension; empty when there is none. */
  Optional<Path> with(String extension) {
    String name = stem() + extension;
    Path folder = shp.toAbsolutePath().getParent();
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(file -> file.getFileName().toString().equalsIgnoreCase(name))
          .sorted()
          .findFirst();
    } catch (IOException unreadable) {
      throw Fault.UNAVAILABLE
          .because("The folder of '%s' cannot be read.", shp.getFileName())
          .causedBy(unreadable);
    }
  }

  /** The beginning of a small text file with that extension; empty when there is none. */
  Optional<String> text(String extension) {
    return with(extension).map(Siblings::start);
  }

  private static String start(Path file) {
    try (var in = Files.newInputStream(file)) {
      return new String(in.readNBytes(LONGEST_TEXT), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw Fault.UNAVAILABLE
          .because("'%s' cannot be read.", file.getFileName())
          .causedBy(unreadable);
    }
  }

  private String stem() {
    String name = shp.getFileName().toString();
    return name.substring(0, name.length() - ".shp".length());
  }
}
