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
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import luodi.fault.Fault;
import luodi.fault.FaultException;
import luodi.industry.Industries;
import luodi.industry.Industry;
import luodi.industry.Tags;
import luodi.rule.Tokens.IllegalExpression;

/** Reads the rulebook from the class path, or tells all that is wrong with it. */
final class RulebookReader {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final MessageDigest digest = sha256();
  private final Mistakes mistakes = new Mistakes();
  private final TableReader tables = new TableReader(mistakes);
  private final Function<String, Optional<byte[]>> files;

  private RulebookReader(Function<String, Optional<byte[]>> files) {
    this.files = files;
  }

  static Rulebook read() {
    return read(RulebookReader::resource);
  }

  /**
   * Reads the rulebook from other files.
   *
   * @param files the bytes of a file by its name, such as {@code /rulebook/facts.csv}
   */
  static Rulebook read(Function<String, Optional<byte[]>> files) {
    return new RulebookReader(files).readAll();
  }

  private Rulebook readAll() {
    JsonNode index = json("rulebook.json");
    Catalogue catalogue =
        new Catalogue(
            Vocabulary.read(json("vocabulary.json")),
            tables.facts("rulebook/facts.csv", bytes("facts.csv")),
            tags(),
            tables.makes("rulebook/makes.csv", bytes("makes.csv")),
            regions(),
            codes(),
            Map.of());
    checkPresumptions(catalogue);
    List<RuleReader.Placed> placed = new ArrayList<>();
    for (JsonNode file : index.path("rules")) {
      lined("rules/" + file.asText()).ifPresent(lines -> placed.addAll(rules(lines, catalogue)));
    }
    RuleReader.checkTogether(placed, mistakes);
    List<Rule> rules = placed.stream().map(RuleReader.Placed::rule).toList();
    Optional<LinedJson> history = lined("history.json");
    if (history.isPresent()) {
      rules = HistoryReader.added(rules, history.get(), catalogue, mistakes);
    }
    Transfers transfers = transfers(catalogue, rules);
    List<Lists.DatedList> lists =
        ListsReader.read(
            bytes("lists.csv"), bytes("list_items.csv"), catalogue.words().lists(), mistakes);
    if (!mistakes.all().isEmpty()) {
      throw Fault.BAD_DATA.because(
          "The rulebook has %d mistakes; mend them and start again:\n%s",
          mistakes.all().size(), Mistakes.told(mistakes.all()));
    }
    String name = index.path("edition").asText() + "@" + HexFormat.of().formatHex(digest.digest());
    return new Rulebook(name, rules, catalogue, new Lists(lists), profiles(), List.of(), transfers);
  }

  private Regions regions() {
    Map<String, List<Regions.Row>> members =
        tables.members("rulebook/regions.csv", bytes("regions.csv"));
    return new Regions(
        tables.sets("rulebook/region_sets.csv", bytes("region_sets.csv"), members),
        tables.pairings("rulebook/pairings.csv", bytes("pairings.csv")));
  }

  private void checkPresumptions(Catalogue catalogue) {
    for (FactTable.Entry fact : catalogue.facts().all()) {
      if (fact.presumedByExpression()) {
        try {
          GivenGrammar.parse(catalogue, fact.expression(), Optional.empty());
        } catch (IllegalExpression | FaultException | IllegalArgumentException wrong) {
          int line = tables.lineOfFact(fact.key());
          mistakes.add(new Mistake("rulebook/facts.csv", line, "", fact.key(), wrong.getMessage()));
        }
      }
    }
  }

  private List<RuleReader.Placed> rules(LinedJson file, Catalogue catalogue) {
    RuleSchema.check(file, mistakes);
    return RuleReader.read(file, "", catalogue, Optional.empty(), mistakes);
  }

  private Transfers transfers(Catalogue catalogue, List<Rule> rules) {
    return lined("transfers.json")
        .map(file -> TransferReader.read(file, catalogue, rules, mistakes))
        .orElse(Transfers.NONE);
  }

  private Optional<LinedJson> lined(String name) {
    return LinedJson.read("rulebook/" + name, bytes(name), mistakes);
  }

  /** Tags lie beside the industries, but whoever changes them changes the law. */
  private Tags tags() {
    digested("/industry/tags.csv");
    return Tags.load();
  }

  private static Set<String> codes() {
    return Industries.load().all().stream().map(Industry::code).collect(Collectors.toSet());
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
    return digested("/rulebook/" + name);
  }

  private byte[] digested(String name) {
    byte[] bytes =
        files
            .apply(name)
            .orElseThrow(() -> Fault.BAD_DATA.because("The rulebook lacks its file %s.", name));
    digest.update(bytes);
    return bytes;
  }

  private static Optional<byte[]> resource(String name) {
    try (InputStream in = RulebookReader.class.getResourceAsStream(name)) {
      return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
    } catch (IOException unreadable) {
      throw Fault.UNAVAILABLE.because("%s cannot be read.", name).causedBy(unreadable);
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
