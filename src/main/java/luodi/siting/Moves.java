package luodi.siting;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import luodi.rule.Citation;
import luodi.rule.Outcome;
import luodi.rule.Regions;
import luodi.rule.Rule;
import luodi.rule.Transfers;
import luodi.rule.Verdict;

/**
 * Where a project may move to from one place, division by division or park by park.
 *
 * @param preconditions rules that weigh on the project wherever it goes
 * @param rows best first: by verdict, then by the transfer catalogue, score, pairings, code
 * @param rules the full text of every rule that a row names
 */
public record Moves(
    End from,
    String industry,
    String asOf,
    List<String> preconditions,
    List<Row> rows,
    SortedMap<String, RuleText> rules,
    String profile,
    String rulebook,
    String atlas,
    List<String> warnings) {

  /**
   * Where the move begins.
   *
   * @param lon of a point inside it, degrees; so {@code lat}
   * @param catalogue what the transfer catalogue says of the industry there
   */
  public record End(
      Optional<String> adcode,
      Optional<String> name,
      Optional<Double> lon,
      Optional<Double> lat,
      List<Listed> catalogue) {}

  /**
   * One destination.
   *
   * @param level province, prefecture, county, or park
   * @param park the park's id; empty for a division
   * @param lon of a point inside it, degrees; so {@code lat}
   * @param score empty when prohibited or not known
   * @param modes empty when prohibited, as are instruments and what is unchecked
   * @param unchecked rules that could favour the place and hang on lists that are not loaded
   * @param km2 a division's ground by verdict on the move; empty for a park
   */
  public record Row(
      String adcode,
      String name,
      String level,
      Optional<String> park,
      double lon,
      double lat,
      Move move,
      Ratio ratio,
      Optional<Double> score,
      List<Mode> modes,
      List<Pairing> pairings,
      List<Instrument> instruments,
      List<Listed> catalogue,
      List<String> unchecked,
      Optional<Verdicts.Km2> km2) {}

  /**
   * The verdict on the move: of a division, on the best ground that it has.
   *
   * @param verdict of what the place decides and of the rules that judge a move
   * @param placeVerdict of what the place decides
   * @param noData the rules that no data lets decide there, and what is missing
   */
  public record Move(Verdict verdict, Verdict placeVerdict, List<Reason> reasons, Missing noData) {}

  /** Rules that could weigh on the move, and the layers and lists that would tell. */
  public record Missing(List<String> rules, List<String> data) {}

  /** What one rule says of the move; {@link #rules} has its text. */
  public record Reason(
      String rule,
      Outcome outcome,
      String effect,
      String titleZh,
      String titleEn,
      Source citation,
      Optional<String> condition,
      List<String> missingFacts,
      List<String> missingData) {}

  /** An article without its text. */
  public record Source(
      String document,
      Optional<String> number,
      Optional<String> article,
      String textKind,
      String status) {

    /** The main article of a rule on a day. */
    static Source of(Rule rule, LocalDate day) {
      Citation main = rule.citationsOn(day).get(0);
      return new Source(
          main.document(), main.number(), main.article(), main.textKind(), main.status());
    }
  }

  /**
   * Capacity to shut for capacity built, 1.5 for 1.5:1.
   *
   * @param required empty when no rule asks for it, or when it is not known or not numbered
   * @param more true when the rule wants more than {@code low} without saying how much
   * @param tonnageNeeded in the unit of the fact {@code capacity}
   * @param route {@code open}, {@code suspended}, or {@code none} without such a procedure
   */
  public record Ratio(
      Optional<Double> required,
      Optional<Double> low,
      Optional<Double> high,
      boolean more,
      Optional<Double> tonnageNeeded,
      String route,
      Optional<String> suspendedBy,
      Optional<String> rule,
      Optional<Source> citation,
      List<String> quotes,
      List<String> missingFacts,
      List<String> missingData) {}

  /** A mode of cooperation with what it rests on. */
  public record Mode(String mode, List<Basis> basis) {}

  /**
   * A rule with its words, or an official pairing.
   *
   * @param kind {@code rule} or {@code pairing}
   * @param parks of a supply chain: parks there that lead in the industry's division
   */
  public record Basis(
      String kind,
      Optional<String> rule,
      String document,
      Optional<String> quote,
      List<LeadingPark> parks) {}

  /**
   * A park and the divisions of GB/T 4754 that it leads in.
   *
   * @param synthetic true when a generator made it
   */
  public record LeadingPark(String id, String name, String leadingIndustries, boolean synthetic) {}

  /** Two regions that a document pairs. */
  public record Pairing(
      String kind,
      String from,
      String supporter,
      String supporterName,
      String partner,
      String partnerName,
      String document,
      String confidence) {
    static Pairing of(Regions.Pairing told) {
      return new Pairing(
          told.kind(),
          told.from().toString(),
          told.supporter(),
          told.supporterName(),
          told.partner(),
          told.partnerName(),
          told.document(),
          told.confidence());
    }
  }

  /** A rule that favours the project there. */
  public record Instrument(
      String rule,
      Outcome outcome,
      String titleZh,
      String titleEn,
      Source citation,
      Optional<String> benefit,
      String[] inForce,
      List<String> missingFacts) {}

  /**
   * A row of the transfer catalogue.
   *
   * @param kind priority, exit or no-more
   */
  public record Listed(String kind, String city, String item, String rule, Source citation) {
    static Listed of(Transfers.Catalogued row, LocalDate day) {
      return new Listed(
          row.kind(), row.city(), row.item(), row.rule().id(), Source.of(row.rule(), day));
    }
  }

  /** A rule with all its articles. */
  public record RuleText(
      String titleZh,
      String titleEn,
      String authority,
      List<Screening.Cited> citations,
      Optional<String> condition,
      Optional<String> approver,
      Optional<String> deliverable) {}
}
