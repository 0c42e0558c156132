package luodi.rule;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import luodi.fault.FaultException;
import luodi.rule.Tokens.IllegalExpression;

/**
 * Reads one pack over the rulebook below it. A pack tightens and never loosens: it replaces no
 * rule, lifts none, opens no procedure that is shut, and takes no row out of a table.
 */
final class PackReader {
  private static final Set<String> NO_FIELD = Set.of("codes", "from", "to");

  private final LinedJson file;
  private final Rulebook below;
  private final Mistakes mistakes;

  private PackReader(LinedJson file, Rulebook below, Mistakes mistakes) {
    this.file = file;
    this.below = below;
    this.mistakes = mistakes;
  }

  /** The rulebook with the pack over it; with mistakes, with what of it could be read. */
  static Rulebook over(Rulebook below, LinedJson file, String sha256, Mistakes mistakes) {
    return new PackReader(file, below, mistakes).read(sha256);
  }

  private Rulebook read(String sha256) {
    boolean bare = file.root().isArray();
    List<Lists.DatedList> lists = bare ? List.of() : lists();
    List<Regions.Table> sets = bare ? List.of() : sets();
    Catalogue words = below.catalogue().with(fields(lists), sets);
    String id = file.root().path("pack").asText(stem(file.name()));
    List<RuleReader.Placed> placed =
        RuleReader.read(file, bare ? "" : "/rules", words, Optional.of(id), mistakes);
    RuleReader.checkTogether(placed, mistakes);
    if (below.packs().stream().anyMatch(pack -> pack.id().equals(id))) {
      mistakes.add(file, "/pack", "a pack '" + id + "' lies below already");
    }
    placed.forEach(this::mustNotLoosen);
    return below.under(
        pack(id, sha256, placed.size()),
        placed.stream().map(RuleReader.Placed::rule).toList(),
        words,
        lists);
  }

  private Pack pack(String id, String sha256, int rules) {
    JsonNode root = file.root();
    return new Pack(
        id,
        root.path("edition").asText("0"),
        root.path("title_zh").asText(id),
        root.path("title_en").asText(id),
        root.path("level").asText("none"),
        sha256,
        rules);
  }

  private void mustNotLoosen(RuleReader.Placed placed) {
    Rule rule = placed.rule();
    if (below.rule(rule.id()).isPresent()) {
      mistakes.add(
          file,
          placed.pointer() + "/id",
          "a rule of this id lies below; a pack adds rules and replaces none");
    }
    if (below.rules().stream().anyMatch(other -> other.family().equals(rule.family()))) {
      mistakes.add(
          file,
          placed.pointer() + "/precedence/family",
          "family '" + rule.family() + "' lies below; a pack's rules are a family of their own");
    }
    rule.tightens().ifPresent(id -> mustBeStricter(placed, id));
  }

  private void mustBeStricter(RuleReader.Placed placed, String id) {
    String at = placed.pointer() + "/tightens";
    Optional<Rule> tightened = below.rule(id);
    if (tightened.isEmpty()) {
      mistakes.add(file, at, "there is no rule '" + id + "' below");
      return;
    }
    Effect own = placed.rule().strictest();
    Effect theirs = tightened.get().strictest();
    if (theirs.stricterThan(own)) {
      mistakes.add(
          file,
          at,
          "'%s' can %s, this one only %s: that is no tightening"
              .formatted(id, theirs.word(), own.word()));
    }
  }

  private List<Lists.DatedList> lists() {
    List<Lists.DatedList> lists = new ArrayList<>();
    for (Map.Entry<String, JsonNode> entry : file.root().path("lists").properties()) {
      String at = "/lists/" + entry.getKey();
      if (below.words().lists().contains(entry.getKey())) {
        mistakes.add(file, at, "a list of this name lies below; give it another");
      }
      List<Lists.Row> rows = new ArrayList<>();
      JsonNode nodes = entry.getValue().path("rows");
      for (int i = 0; i < nodes.size(); i++) {
        row(nodes.get(i), at + "/rows/" + i).ifPresent(rows::add);
      }
      lists.add(
          new Lists.DatedList(
              entry.getKey(), entry.getValue().path("complete").asBoolean(false), rows));
    }
    return lists;
  }

  private Optional<Lists.Row> row(JsonNode node, String at) {
    if (mistakes.any(file, at)) {
      return Optional.empty();
    }
    TreeMap<String, String> fields = new TreeMap<>();
    node.properties().stream()
        .filter(field -> !NO_FIELD.contains(field.getKey()))
        .forEach(field -> fields.put(field.getKey(), field.getValue().asText()));
    try {
      return Optional.of(
          new Lists.Row(
              below.catalogue().codes(node.path("codes").asText()),
              fields,
              RuleReader.interval(node)));
    } catch (IllegalExpression | FaultException | DateTimeParseException wrong) {
      mistakes.add(file, at, wrong.getMessage());
      return Optional.empty();
    }
  }

  private static Map<String, Set<String>> fields(List<Lists.DatedList> lists) {
    return lists.stream()
        .collect(
            Collectors.toMap(
                Lists.DatedList::name,
                list ->
                    list.rows().stream()
                        .flatMap(row -> row.fields().keySet().stream())
                        .collect(Collectors.toCollection(TreeSet::new))));
  }

  private List<Regions.Table> sets() {
    List<Regions.Table> sets = new ArrayList<>();
    for (Map.Entry<String, JsonNode> entry : file.root().path("regions").properties()) {
      String at = "/regions/" + entry.getKey();
      if (below.regions().named(entry.getKey()).isPresent()) {
        mistakes.add(file, at, "a set of this name lies below; give it another");
      }
      List<Regions.Row> rows = new ArrayList<>();
      JsonNode nodes = entry.getValue().path("rows");
      for (int i = 0; i < nodes.size(); i++) {
        member(nodes.get(i), at + "/rows/" + i).ifPresent(rows::add);
      }
      sets.add(
          new Regions.Table(
              entry.getKey(), entry.getValue().path("complete").asBoolean(false), rows));
    }
    return sets;
  }

  private Optional<Regions.Row> member(JsonNode node, String at) {
    if (mistakes.any(file, at)) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new Regions.Row(
              node.path("adcode").asText(),
              node.path("name").asText(),
              new TreeMap<>(),
              RuleReader.interval(node),
              node.path("source").asText(),
              node.path("confidence").asText()));
    } catch (DateTimeParseException wrong) {
      mistakes.add(file, at, wrong.getMessage());
      return Optional.empty();
    }
  }

  private static String stem(String name) {
    String file = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    return file.contains(".") ? file.substring(0, file.indexOf('.')) : file;
  }
}
