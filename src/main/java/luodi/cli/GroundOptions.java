package luodi.cli;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine.Option;

/** Which ground a command works on. */
final class GroundOptions {
  @Option(names = "--data", description = "Data directory (default: data).")
  private Path data;

  @Option(
      names = "--database",
      paramLabel = "URL",
      description =
          "PostGIS that holds the ground instead: postgresql://user@host:port/name; one with a password is better named by LUODI_DATABASE.")
  private String database;

  /** The settings with these flags and no others. */
  Settings settings() {
    return settings(new TreeMap<>());
  }

  /** The settings with these flags beside others. */
  Settings settings(Map<String, String> flags) {
    Luodi.flag(flags, "LUODI_DATA", data);
    Luodi.flag(flags, "LUODI_DATABASE", database);
    return Settings.of(flags, System.getenv());
  }

  /** What works on this ground under these options of the law. */
  Wiring wiring(LawOptions law) {
    TreeMap<String, String> flags = new TreeMap<>();
    law.put(flags);
    return new Wiring(settings(flags), System.err);
  }

  Wiring wiring() {
    return new Wiring(settings(), System.err);
  }
}
