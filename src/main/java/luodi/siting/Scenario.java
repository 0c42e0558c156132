package luodi.siting;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import luodi.fault.Fault;
import luodi.fault.FaultException;
import luodi.geo.Crs;
import luodi.rule.Mistake;
import luodi.rule.Packs;
import luodi.rule.Rule;
import luodi.rule.Rulebook;
import luodi.rule.Where;

/**
 * What would be if these rules were law too and these zones lay on the ground, for one answer.
 *
 * @param rules JSON, an array of rules, read as a pack over all others
 * @param zones what is supposed of the ground
 */
public record Scenario(Optional<String> rules, Optional<SupposedZones> zones) {
  /** The pack that the rules of a scenario belong to. */
  static final String PACK = "scenario";

  private static final String POINTER = "/scenario/rules";
  private static final int MOST_RULES = 50;

  /** Beyond it a supposed rule would have half a province measured for one plot, metres. */
  private static final double WIDEST_M = 20_000;

  /** Reads {@code scenario} of a project. */
  static Optional<Scenario> read(JsonNode body, Crs crs) {
    JsonNode node = body.path("scenario");
    if (node.isMissingNode() || node.isNull()) {
      return Optional.empty();
    }
    node.fieldNames().forEachRemaining(Scenario::mustKnow);
    if (!node.has("rules") && !node.has("zones")) {
      throw Fault.BAD_BODY
          .because("A scenario supposes 'rules', 'zones' or both; it is empty.")
          .at("/scenario");
    }
    Optional<String> rules =
        node.has("rules") ? Optional.of(rules(node.path("rules"))) : Optional.empty();
    Optional<SupposedZones> zones =
        node.has("zones")
            ? Optional.of(SupposedZones.read(node.path("zones"), crs))
            : Optional.empty();
    return Optional.of(new Scenario(rules, zones));
  }

  private static String rules(JsonNode rules) {
    if (!rules.isArray() || rules.isEmpty() || rules.size() > MOST_RULES) {
      throw Fault.BAD_BODY
          .because(
              "'rules' is an array of 1 to %d rules as GET /schemas/rulebook.json describes them; %s came.",
              MOST_RULES, rules.isArray() ? rules.size() + " rules" : rules)
          .at(POINTER);
    }
    return rules.toString();
  }

  private static void mustKnow(String member) {
    if (!member.equals("rules") && !member.equals("zones")) {
      throw Fault.UNKNOWN_PARAMETER
          .because("A scenario has no '%s' here; it has rules and zones.", member)
          .at("/scenario/" + member);
    }
  }

  /**
   * The rulebook with the rules of the scenario over it.
   *
   * @throws luodi.fault.FaultException {@code BAD_BODY} with every mistake in them, {@code
   *     SCENARIO_TOO_WIDE} when one reaches too far
   */
  Rulebook over(Rulebook law) {
    return rules.map(text -> over(law, text)).orElse(law);
  }

  private static Rulebook over(Rulebook law, String rules) {
    Packs.File file = new Packs.File(PACK, rules.getBytes(StandardCharsets.UTF_8));
    Packs.Read read = Packs.over(law, List.of(file));
    if (!read.mistakes().isEmpty()) {
      throw refused(read.mistakes());
    }
    supposed(read.rulebook()).forEach(Scenario::mustNotReachTooFar);
    return read.rulebook();
  }

  /** The rules that are supposed and are not law. */
  static List<Rule> supposed(Rulebook rulebook) {
    return rulebook.rules().stream().filter(rule -> rule.pack().equals(Optional.of(PACK))).toList();
  }

  private static FaultException refused(List<Mistake> mistakes) {
    FaultException fault =
        Fault.BAD_BODY.because(
            "The rules of the scenario have %d mistakes; errors lists them.", mistakes.size());
    for (Mistake mistake : mistakes) {
      fault = fault.at(POINTER + mistake.pointer(), mistake.what());
    }
    return fault;
  }

  private static void mustNotReachTooFar(Rule rule) {
    rule.where()
        .meaning()
        .atoms(
            atom -> {
              if (atom instanceof Where.Within within && within.distanceM().orElse(0) > WIDEST_M) {
                throw Fault.SCENARIO_TOO_WIDE
                    .because(
                        "Rule '%s' of the scenario reads ground within %.0f m; %.0f m is the most.",
                        rule.id(), within.distanceM().getAsDouble(), WIDEST_M)
                    .at(POINTER);
              }
            });
  }
}
