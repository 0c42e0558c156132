package luodi.siting;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import luodi.industry.Industries;
import luodi.rule.Judgement;
import luodi.rule.Outcome;
import luodi.rule.Profile;
import luodi.rule.Rule;
import luodi.rule.Rulebook;

/**
 * One law-by-example case: a project in the members of the contract ({@code industry}, {@code
 * product}, {@code facts}, {@code from}, {@code declared}, {@code adcode}, {@code as_of}, {@code
 * site}), the ground under it, and what the law says.
 *
 * <ul>
 *   <li>{@code yes}, {@code no}, {@code border}, {@code missing} or {@code case}: the kind, with
 *       the case in words
 *   <li>{@code site}: GeoJSON, or parts in words as {@link CaseShapes} draws them, parted by a
 *       semicolon
 *   <li>{@code from}: {@code unsaid} when nobody said whether it moves
 *   <li>{@code facts}: {@code approved_plot} may be in words too
 *   <li>{@code county}: its code (default 420106), or {@code adcode} and {@code at} where its
 *       polygon ends
 *   <li>{@code ground}: zones by layer, each its attributes; {@code at} says where it lies
 *   <li>{@code known}: where a layer is complete, {@code everywhere} unless told otherwise
 *   <li>{@code profile}: {@code demo}, or {@code demo + layer + layer}
 *   <li>{@code accuracy_m} by layer, default 5
 *   <li>{@code lists}, {@code regions}: dated lists and region sets that the rulebook does not
 *       carry
 * </ul>
 */
final class LawCase {
  static final Set<String> MEMBERS =
      Set.of(
          "yes",
          "no",
          "border",
          "missing",
          "case",
          "industry",
          "product",
          "facts",
          "from",
          "declared",
          "adcode",
          "as_of",
          "site",
          "county",
          "ground",
          "known",
          "profile",
          "accuracy_m",
          "lists",
          "regions",
          "expect",
          "verdict",
          "place_verdict",
          "best_case",
          "worst_case",
          "cites",
          "needs",
          "lacks",
          "outside_profile",
          "asks",
          "asks_at_most",
          "answers",
          "preconditions",
          "basis_unverified",
          "warns");

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final LocalDate TODAY = LocalDate.parse("2026-11-24");
  private static final List<String> OF_THE_PROJECT =
      List.of("industry", "product", "facts", "from", "declared", "adcode", "as_of");
  private static final Rulebook LAW = Rulebook.load();
  private static final Industries INDUSTRIES = Industries.load();

  private final String file;
  private final Optional<String> rule;
  private final JsonNode node;

  LawCase(String file, Optional<String> rule, JsonNode node) {
    this.file = file;
    this.rule = rule;
    this.node = node;
  }

  static Rulebook law() {
    return LAW;
  }

  /** The rulebook with what the case supposes of lists and regions. */
  private Rulebook supposed() {
    return CaseTables.added(LAW, node);
  }

  JsonNode node() {
    return node;
  }

  Optional<String> rule() {
    return rule;
  }

  /** yes, no, border, missing, or case. */
  String kind() {
    return Stream.concat(CaseFile.KINDS.stream(), Stream.of("case"))
        .filter(node::has)
        .findFirst()
        .orElse("?");
  }

  String name() {
    return file + ": " + kind() + ": " + node.path(kind()).asText();
  }

  Set<String> unknownMembers() {
    Set<String> unknown = new TreeSet<>();
    node.fieldNames().forEachRemaining(unknown::add);
    unknown.removeAll(MEMBERS);
    return unknown;
  }

  Screening screened() {
    return screener().screen(proposal());
  }

  /**
   * What a rule says: the outcome of its weightiest reason, or why it gives none: {@code
   * NOT_IN_FORCE}, {@code NOT_APPLICABLE}, {@code OUTSIDE_PROFILE}.
   */
  String outcome(Screening answer, String id) {
    Rule asked = LAW.rule(id).orElseThrow(() -> new AssertionError("no rule '" + id + "'"));
    return answer.reasons().stream()
        .filter(reason -> reason.rule().equals(id))
        .map(reason -> reason.outcome().name())
        .findFirst()
        .orElseGet(() -> asked.inForce().holds(proposal().asOf()) ? untold(id) : "NOT_IN_FORCE");
  }

  /** The outcome of a rule in force that gives no reason. */
  private String untold(String id) {
    Screener screener = screener();
    Screener.Standing standing = screener.standing(proposal());
    Judgement judgement =
        screener.judge(standing.judge(), screener.ground(proposal(), standing.judge().project()));
    return judgement.entries().stream()
        .filter(entry -> entry.rule().id().equals(id))
        .map(entry -> entry.finding().outcome())
        .findFirst()
        .orElse(Outcome.NOT_APPLICABLE) // it speaks of a part that the project does not have
        .name();
  }

  private Screener screener() {
    Profile profile = profile();
    return new Screener(CaseAtlas.of(node, profile.layers()), supposed(), INDUSTRIES, profile);
  }

  private Profile profile() {
    String[] words = node.path("profile").asText("demo").split("\\+");
    Set<String> layers = new TreeSet<>(LAW.profile(words[0].trim()).layers());
    for (String word : List.of(words).subList(1, words.length)) {
      layers.add(word.trim());
    }
    return new Profile(words[0].trim(), layers);
  }

  private Proposal proposal() {
    ObjectNode project = JSON.createObjectNode();
    OF_THE_PROJECT.stream()
        .filter(node::has)
        .forEach(member -> project.set(member, node.get(member).deepCopy()));
    if (node.path("from").asText().equals("unsaid")) {
      project.remove("from");
    }
    JsonNode approved = node.path("facts").path("approved_plot");
    if (approved.isTextual()) {
      ((ObjectNode) project.get("facts"))
          .set("approved_plot", CaseShapes.geoJson(approved.asText()));
    }
    JsonNode site = node.path("site");
    if (site.isObject()) {
      project.set("site", site);
      return ProposalReader.read(project, TODAY);
    }
    Proposal read = ProposalReader.readWithoutSite(project, TODAY);
    return site.isMissingNode() ? read : on(parts(site.asText()), read);
  }

  private static List<Part> parts(String phrases) {
    return Stream.of(phrases.split(";")).map(CaseShapes::part).toList();
  }

  private static Proposal on(List<Part> parts, Proposal of) {
    return new Proposal(
        of.industry(),
        of.product(),
        parts,
        of.crs(),
        of.origin(),
        of.originSaid(),
        of.facts(),
        of.declared(),
        of.adcode(),
        of.asOf(),
        of.weights(),
        Optional.empty());
  }
}
