package luodi.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import luodi.fault.Fault;
import luodi.ingest.format.TextEncoding;
import luodi.score.Indicators;

/**
 * Indicators that users brought: each file as it came, in UTF-8, in {@code indicators/} of the data
 * directory. A file takes the place of the one of its name.
 */
final class IndicatorFolder {
  private static final long MOST_BYTES = 200_000_000;
  private static final String SUFFIX = ".csv";

  private final Path folder;

  IndicatorFolder(Path data) {
    this.folder = data.resolve("indicators");
  }

  /**
   * Everything that was brought.
   *
   * @throws luodi.fault.FaultException {@code BAD_FILE} with the lines that are wrong, {@code
   *     CONFLICT} when two files tell the same
   */
  Indicators read() {
    return without(Optional.empty());
  }

  /** Another text whenever another file lies there, or one was written anew. */
  String stamp() {
    StringBuilder stamp = new StringBuilder();
    for (Path file : files()) {
      try {
        stamp.append(file.getFileName()).append(' ').append(Files.size(file)).append(' ');
        stamp.append(Files.getLastModifiedTime(file)).append('\n');
      } catch (IOException gone) {
        stamp.append("gone\n");
      }
    }
    return stamp.toString();
  }

  /** Takes a file in, unless anything is wrong with it; returns what it tells. */
  Indicators keep(Path file) {
    String name = file.getFileName().toString();
    String text = text(file);
    Indicators brought = Indicators.parse(name, text);
    Path place = folder.resolve(name);
    without(Optional.of(place)).and(brought);
    try {
      Files.createDirectories(folder);
      Path half = Files.createTempFile(folder, name, ".taking");
      Files.writeString(half, text);
      Files.move(half, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException unwritable) {
      throw Fault.UNAVAILABLE
          .because("'%s' cannot be kept in %s.", name, folder)
          .causedBy(unwritable);
    }
    return brought;
  }

  private Indicators without(Optional<Path> one) {
    Indicators all = Indicators.NONE;
    for (Path file : files()) {
      if (!one.filter(file::equals).isPresent()) {
        all = all.and(Indicators.parse(file.getFileName().toString(), text(file)));
      }
    }
    return all;
  }

  private List<Path> files() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(file -> file.getFileName().toString().endsWith(SUFFIX)).sorted().toList();
    } catch (IOException unreadable) {
      throw Fault.UNAVAILABLE.because("%s cannot be read.", folder).causedBy(unreadable);
    }
  }

  /** Of tables that were saved in Chinese Windows too. */
  private static String text(Path file) {
    try {
      if (Files.size(file) > MOST_BYTES) {
        throw Fault.TOO_LARGE.because("'%s' is larger than 200 MB; split it.", file);
      }
      byte[] bytes = Files.readAllBytes(file);
      TextEncoding encoding =
          TextEncoding.of(Optional.empty(), file.getFileName().toString(), List.of(bytes));
      return new String(bytes, encoding.charset());
    } catch (IOException unreadable) {
      throw Fault.NOT_FOUND.because("There is no file '%s'.", file).causedBy(unreadable);
    }
  }
}
