package luodi.siting;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import luodi.ground.Evidence;
import luodi.rule.Outcome;
import luodi.rule.Verdict;
import luodi.score.Scorecard;

/**
 * The answer to "may this project stand here?", in the shape of the contract: the verdict first,
 * then each reason.
 */
public record Screening(
    String id,
    Decision decision,
    Understood project,
    SiteSeen site,
    List<Reason> reasons,
    List<String> preconditions,
    List<Asked> questions,
    List<Incentive> incentives,
    Optional<Scorecard> scoreDetail,
    Optional<Trim> trim,
    Checked coverage,
    List<String> warnings,
    String disclaimerZh,
    String disclaimerEn,
    Links links) {

  /** The same answer, naming where it is kept and where its report is. */
  public Screening kept() {
    String here = "/screenings/" + id;
    return new Screening(
        id,
        decision,
        project,
        site,
        reasons,
        preconditions,
        questions,
        incentives,
        scoreDetail,
        trim,
        coverage,
        warnings,
        disclaimerZh,
        disclaimerEn,
        new Links(Optional.of(here), Optional.of(here + "/report")));
  }

  /**
   * The largest connected piece of a plot that is not prohibited, where the whole plot is.
   *
   * @param geometry GeoJSON, degrees
   * @param neededM2 the ground that the project says it needs
   * @param verdict of the project on that piece
   */
  public record Trim(
      ObjectNode geometry, double areaM2, Optional<Double> neededM2, Verdict verdict) {}

  /** The verdict and all that it rests on. */
  public record Decision(
      Verdict verdict,
      Verdict placeVerdict,
      Verdict bestCase,
      Verdict worstCase,
      boolean robust,
      boolean basisUnverified,
      String headlineZh,
      String headlineEn,
      Optional<Double> score,
      String asOf,
      String dataAsOf,
      String profile,
      String rulebook,
      String atlas,
      SortedMap<String, String> editions,
      String engine) {}

  /** The project as it was understood. */
  public record Understood(
      String industry,
      String nameZh,
      String nameEn,
      List<String> tags,
      Optional<String> product,
      From from,
      SortedMap<String, ToldFact> facts) {}

  /** Where it moves from, presumed when nobody said. */
  public record From(Optional<String> adcode, Optional<String> name, boolean presumed) {}

  public record ToldFact(Object value, boolean presumed) {}

  /** The site as it was understood. */
  public record SiteSeen(
      @JsonProperty("area_m2") double areaM2,
      List<String> adcodes,
      List<String> names,
      String crs,
      List<String> parts) {}

  /** One rule, what it says of one part, and why. */
  public record Reason(
      String rule,
      String part,
      boolean place,
      Outcome outcome,
      String effect,
      String titleZh,
      String titleEn,
      Cited citation,
      List<Cited> citations,
      List<Evidence> evidence,
      List<String> items,
      List<String> missingFacts,
      List<String> missingData,
      Optional<String> condition,
      Optional<String> approver,
      Optional<String> deliverable,
      Optional<String> suspendedBy,
      Optional<String> cure) {}

  /** One article, as the rulebook carries it. */
  public record Cited(
      String document,
      Optional<String> number,
      Optional<String> article,
      String text,
      String textKind,
      String authority,
      String[] inForce,
      String status,
      String source) {}

  /** A fact to ask for, with the verdict that each answer leads to. */
  public record Asked(
      String fact,
      String textZh,
      String textEn,
      String unit,
      List<String> choices,
      List<String> closes,
      Map<String, Verdict> verdicts) {}

  /**
   * Something that encourages the project here, with what it asks for.
   *
   * @param item the catalogue's item, where a catalogue names the project
   * @param benefit what the document promises, as the rulebook carries it
   * @param missingFacts facts that would tell whether it holds; none when it does
   */
  public record Incentive(
      String rule,
      String titleZh,
      String titleEn,
      Optional<String> item,
      String benefit,
      String document,
      Optional<String> condition,
      String[] inForce,
      List<String> missingFacts) {}

  /** What was checked and what was not. */
  public record Checked(
      int checked,
      int notApplicable,
      List<String> noData,
      List<String> notCheckable,
      List<String> outsideProfile,
      List<LayerSeen> layers) {}

  public record LayerSeen(String id, String edition, String covers, boolean synthetic) {}

  public record Links(Optional<String> replay, Optional<String> report) {}
}
