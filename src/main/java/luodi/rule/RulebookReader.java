package luodi.rule;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeSet;
import luodi.fault.Fault;
import luodi.industry.Tags;

/** Reads the rulebook from the class path, or tells all that is wrong with it. */
final class RulebookReader {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final MessageDigest digest = sha256();
  private final List<String> mistakes = new ArrayList<>();

  private RulebookReader() {}

  static Rulebook read() {
    return new RulebookReader().readAll();
  }

  private Rulebook readAll() {
    JsonNode index = json("rulebook.json");
    Catalogue catalogue =
        new Catalogue(
            Vocabulary.read(json("vocabulary.json")),
            TableReader.facts(bytes("facts.csv")),
            Tags.load(),
            TableReader.regions(
                bytes("regions.csv"), bytes("region_sets.csv"), bytes("pairings.csv")));
    List<Rule> rules = new ArrayList<>();
    for (JsonNode file : index.path("rules")) {
      String name = "rules/" + file.asText();
      rules.addAll(RuleReader.read(name, bytes(name), catalogue, mistakes));
    }
    RuleReader.checkTogether(rules, mistakes);
    rules = HistoryReader.added(rules, json("history.json"), catalogue, mistakes);
    List<Lists.DatedList> lists =
        ListsReader.read(
            bytes("lists.csv"), bytes("list_items.csv"), catalogue.words().lists(), mistakes);
    if (!mistakes.isEmpty()) {
      throw Fault.BAD_DATA.because(
          "The rulebook has %d mistakes; mend them and start again:\n%s",
          mistakes.size(), String.join("\n", mistakes));
    }
    String name = index.path("edition").asText() + "@" + HexFormat.of().formatHex(digest.digest());
    return new Rulebook(name, rules, catalogue, new Lists(lists), profiles());
  }

  private List<Profile> profiles() {
    List<Profile> profiles = new ArrayList<>();
    json("profiles.json")
        .properties()
        .forEach(
            entry -> {
              TreeSet<String> layers = new TreeSet<>();
              entry.getValue().forEach(layer -> layers.add(layer.asText()));
              profiles.add(new Profile(entry.getKey(), layers));
            });
    return profiles;
  }

  private JsonNode json(String name) {
    try {
      return JSON.readTree(bytes(name));
    } catch (IOException broken) {
      throw Fault.BAD_DATA
          .because("rulebook/%s is not JSON: %s", name, broken.getMessage())
          .causedBy(broken);
    }
  }

  /** The bytes of a file of the rulebook; whatever is read goes into the edition's hash. */
  private byte[] bytes(String name) {
    try (InputStream in = RulebookReader.class.getResourceAsStream("/rulebook/" + name)) {
      if (in == null) {
        throw Fault.BAD_DATA.because("The rulebook lacks its file %s.", name);
      }
      byte[] bytes = in.readAllBytes();
      digest.update(bytes);
      return bytes;
    } catch (IOException unreadable) {
      throw Fault.UNAVAILABLE.because("rulebook/%s cannot be read.", name).causedBy(unreadable);
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
