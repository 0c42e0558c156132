package luodi.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import luodi.fault.Fault;
import luodi.postgis.DatabaseUrl;

/**
 * How a server runs: flags first, then {@code LUODI_…} variables, then the defaults that stand
 * here.
 *
 * @param port the port to listen on; 0 takes a free one
 * @param host the address to listen on
 * @param data the data directory, which holds the ground
 * @param profile the profile that the deployment vouches for
 * @param seed of the synthetic ground
 * @param packs files and directories of packs of rules that lie over the national rulebook
 * @param database where the ground is kept instead of the data directory
 * @param token who sends it may change the ground over HTTP; without one only who sits at this
 *     machine
 */
record Settings(
    int port,
    String host,
    Path data,
    Optional<DatabaseUrl> database,
    String profile,
    long seed,
    List<Path> packs,
    Optional<String> token) {
  private static final int SHORTEST_TOKEN = 16;

  private static final Map<String, String> DEFAULTS =
      new TreeMap<>(
          Map.of(
              "LUODI_PORT", "8080",
              "LUODI_HOST", "127.0.0.1",
              "LUODI_DATA", "data",
              "LUODI_DATABASE", "",
              "LUODI_PROFILE", "demo",
              "LUODI_SEED", "20260101",
              "LUODI_PACKS", "",
              "LUODI_TOKEN", ""));

  /** Read by the starting script, not here. */
  private static final Set<String> OF_THE_SCRIPT =
      Set.of("LUODI_JAVA_OPTS", "LUODI_TEST_DATABASE_URL");

  /** Reads the settings; a variable that nobody knows is refused. */
  static Settings of(Map<String, String> flags, Map<String, String> environment) {
    Map<String, String> told = new TreeMap<>(DEFAULTS);
    environment.forEach(
        (name, value) -> {
          if (name.startsWith("LUODI_") && !OF_THE_SCRIPT.contains(name)) {
            mustKnow(name);
            told.put(name, value);
          }
        });
    flags.forEach(told::put);
    return new Settings(
        port(told.get("LUODI_PORT")),
        told.get("LUODI_HOST"),
        Path.of(told.get("LUODI_DATA")),
        Optional.of(told.get("LUODI_DATABASE"))
            .filter(url -> !url.isEmpty())
            .map(DatabaseUrl::parse),
        told.get("LUODI_PROFILE"),
        number(told.get("LUODI_SEED"), "LUODI_SEED"),
        paths(told.get("LUODI_PACKS")),
        token(told.get("LUODI_TOKEN")));
  }

  /** One line a setting, as it is in force. */
  String shown() {
    return """
        LUODI_PORT=%d
        LUODI_HOST=%s
        LUODI_DATA=%s
        LUODI_DATABASE=%s
        LUODI_PROFILE=%s
        LUODI_SEED=%d
        LUODI_PACKS=%s
        LUODI_TOKEN=%s"""
        .formatted(
            port,
            host,
            data,
            database.map(DatabaseUrl::toString).orElse(""),
            profile,
            seed,
            packs.stream().map(Path::toString).collect(Collectors.joining(",")),
            token.isPresent() ? "(hidden)" : "");
  }

  /** Paths with a comma between. */
  private static List<Path> paths(String text) {
    return Stream.of(text.split(",")).filter(path -> !path.isBlank()).map(Path::of).toList();
  }

  private static Optional<String> token(String text) {
    if (text.isEmpty()) {
      return Optional.empty();
    }
    if (text.length() < SHORTEST_TOKEN) {
      throw Fault.BAD_PARAMETER.because(
          "LUODI_TOKEN has %d characters; a token that cannot be guessed has at least %d.",
          text.length(), SHORTEST_TOKEN);
    }
    return Optional.of(text);
  }

  /** True when the seed is another than the one that everybody gets. */
  boolean asksForASeed() {
    return !Long.toString(seed).equals(DEFAULTS.get("LUODI_SEED"));
  }

  private static void mustKnow(String name) {
    if (!DEFAULTS.containsKey(name)) {
      throw Fault.BAD_PARAMETER.because(
          "There is no setting '%s'; there are %s.", name, new TreeSet<>(DEFAULTS.keySet()));
    }
  }

  private static int port(String text) {
    long port = number(text, "LUODI_PORT");
    if (port < 0 || port > 65535) {
      throw Fault.BAD_PARAMETER.because("%d is no port; give one from 0 to 65535.", port);
    }
    return (int) port;
  }

  private static long number(String text, String name) {
    if (!text.matches("\\d{1,18}")) {
      throw Fault.BAD_PARAMETER.because("%s cannot be '%s'; give a whole number.", name, text);
    }
    return Long.parseLong(text);
  }
}
