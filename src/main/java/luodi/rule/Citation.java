package luodi.rule;

import java.time.LocalDate;
import java.util.Optional;
import luodi.ground.Interval;

/**
 * One article of one document, as the rulebook carries it. Nothing is written from memory as
 * verbatim.
 *
 * @param document full title
 * @param number document number, empty where it has none or none was read
 * @param article article and paragraph, empty where the document has none
 * @param textKind verbatim, summary or recalled
 * @param interval the days on which this article was the basis
 * @param status how it stands or ended: in_force, superseded, folded, repealed, suspended
 * @param source where the text was read
 */
public record Citation(
    String document,
    Optional<String> number,
    Optional<String> article,
    String text,
    String textKind,
    Interval interval,
    String status,
    String source) {

  boolean recalled() {
    return textKind.equals("recalled");
  }

  boolean foldedAway() {
    return status.equals("folded");
  }

  /** True when the document is of the kind that the rule's authority names. */
  boolean isOf(String authority) {
    return switch (authority) {
      case "law" -> document.endsWith("法") || document.contains("法（") || document.endsWith("法典");
      case "regulation", "local-regulation" -> document.contains("条例");
      default -> true;
    };
  }

  /** The same citation as it stands on a day. */
  Citation as(String statusOfTheDay) {
    return new Citation(
        document, number, article, text, textKind, interval, statusOfTheDay, source);
  }

  boolean holdsOn(LocalDate day) {
    return interval.holds(day);
  }
}
