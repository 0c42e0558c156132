package luodi.siting;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * One file of cases: about one {@code rule} with its title, or, without one, about a {@code
 * subject}. {@code base} holds what its cases share, over what the files named in {@code like}
 * hold; a case tells only what differs (a JSON Merge Patch, RFC 7396: null takes a member of the
 * base away). {@code none} says why a kind of case cannot exist for the rule.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7396">RFC 7396</a>
 */
record CaseFile(Path path, JsonNode root) {
  static final List<String> KINDS = List.of("yes", "no", "border", "missing");

  private static final Path CASES = Path.of("src/test/resources/cases");

  /** What many files share: each file of this folder is a base that {@code like} names. */
  private static final Path BASES = CASES.resolve("bases");

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Set<String> MEMBERS =
      Set.of("rule", "title", "subject", "like", "base", "none", "cases");

  /** All case files, by their names. */
  static List<CaseFile> all() throws IOException {
    List<CaseFile> files = new ArrayList<>();
    try (Stream<Path> found = Files.walk(CASES)) {
      for (Path file : found.filter(CaseFile::holdsCases).sorted().toList()) {
        files.add(new CaseFile(file, JSON.readTree(file.toFile())));
      }
    }
    return files;
  }

  private static boolean holdsCases(Path file) {
    return file.toString().endsWith(".json") && !file.getParent().equals(BASES);
  }

  /** The rule that the file is about; empty when it is about a subject of several rules. */
  Optional<String> rule() {
    return Optional.ofNullable(root.path("rule").asText(null));
  }

  String title() {
    return root.path("title").asText("");
  }

  /** Members that no case file has. */
  Set<String> unknownMembers() {
    Set<String> unknown = new TreeSet<>();
    root.fieldNames().forEachRemaining(unknown::add);
    unknown.removeAll(MEMBERS);
    return unknown;
  }

  /** Why a kind of case cannot exist for the rule, by kind. */
  Map<String, String> none() {
    return JSON.convertValue(
        root.has("none") ? root.path("none") : JSON.createObjectNode(),
        JSON.getTypeFactory().constructMapType(Map.class, String.class, String.class));
  }

  List<LawCase> cases() {
    List<LawCase> cases = new ArrayList<>();
    JsonNode base = base();
    for (JsonNode one : root.path("cases")) {
      JsonNode whole = patched(base, one);
      cases.add(new LawCase(path.getFileName().toString(), rule(), whole));
    }
    return cases;
  }

  /** The file's own base over those that it is like, the last one named uppermost. */
  private JsonNode base() {
    JsonNode base = JSON.createObjectNode();
    try {
      for (JsonNode name : root.path("like")) {
        base = patched(base, JSON.readTree(BASES.resolve(name.asText() + ".json").toFile()));
      }
    } catch (IOException missing) {
      throw new UncheckedIOException(path + " is like a base that cannot be read", missing);
    }
    return root.has("base") ? patched(base, root.path("base")) : base;
  }

  private static JsonNode patched(JsonNode base, JsonNode patch) {
    if (!patch.isObject()) {
      return patch;
    }
    ObjectNode patched = base.isObject() ? base.deepCopy() : JSON.createObjectNode();
    patch
        .properties()
        .forEach(
            entry -> {
              if (entry.getValue().isNull() && !entry.getKey().equals("from")) {
                patched.remove(entry.getKey());
              } else {
                patched.set(
                    entry.getKey(), patched(patched.path(entry.getKey()), entry.getValue()));
              }
            });
    return patched;
  }
}
