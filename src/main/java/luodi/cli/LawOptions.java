package luodi.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import picocli.CommandLine.Option;

/** Which law a command judges by. */
final class LawOptions {
  @Option(
      names = "--packs",
      split = ",",
      paramLabel = "FILE|DIR",
      description = "Packs of rules over the national rulebook; may come often.")
  private List<Path> packs;

  /** Adds what was told to the flags. */
  void put(TreeMap<String, String> flags) {
    Luodi.flag(flags, "LUODI_PACKS", packs);
  }
}
