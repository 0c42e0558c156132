package luodi.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import luodi.fault.Fault;
import luodi.rule.Packs;
import luodi.rule.Rulebook;

/** Packs of rules on disk: files, or directories of {@code *.json} files. */
final class PackFiles {
  private static final long MOST_BYTES = 20_000_000;

  private PackFiles() {}

  /** Reads files in the order given, those of a directory by name. */
  static List<Packs.File> read(List<Path> paths) {
    List<Packs.File> files = new ArrayList<>();
    for (Path path : paths) {
      try {
        for (Path file : filesOf(path)) {
          files.add(file(file));
        }
      } catch (IOException unreadable) {
        throw Fault.UNAVAILABLE.because("'%s' cannot be read.", path).causedBy(unreadable);
      }
    }
    return files;
  }

  /**
   * The rulebook with the packs of these paths over it.
   *
   * @throws luodi.fault.FaultException {@code BAD_FILE} with all mistakes when a pack is broken
   */
  static Rulebook over(Rulebook law, List<Path> paths) {
    Packs.Read read = Packs.over(law, read(paths));
    if (!read.mistakes().isEmpty()) {
      throw Fault.BAD_FILE.because(
          "The packs have %d mistakes; mend them and start again:\n%s",
          read.mistakes().size(), read.told());
    }
    return read.rulebook();
  }

  private static List<Path> filesOf(Path path) throws IOException {
    if (!Files.isDirectory(path)) {
      return List.of(path);
    }
    try (Stream<Path> all = Files.list(path)) {
      return all.filter(file -> file.toString().endsWith(".json")).sorted().toList();
    }
  }

  private static Packs.File file(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw Fault.NOT_FOUND.because(
          "There is no file '%s'; give a pack of rules, or a directory of packs.", file);
    }
    if (Files.size(file) > MOST_BYTES) {
      throw Fault.TOO_LARGE.because(
          "'%s' is larger than %d MB; no pack of rules is.", file, MOST_BYTES / 1_000_000);
    }
    return new Packs.File(file.toString(), Files.readAllBytes(file));
  }
}
