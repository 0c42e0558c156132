package luodi.rule;

import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import luodi.fault.FaultException;
import luodi.ground.Interval;

/**
 * What a control unit's access list says to one project.
 *
 * @param complete false when what it leaves out is not known
 */
public record AccessList(boolean complete, List<Item> items) {
  public AccessList {
    items = List.copyOf(items);
  }

  /**
   * One item.
   *
   * @param dimension spatial, pollutant, risk or resource
   * @param effect prohibit, restrict or require
   * @param text as the list words it
   * @param ofItsIndustry false when the item speaks of other industries only
   * @param meant whether it speaks of the project, with the facts that would tell
   */
  public record Item(
      String dimension,
      String effect,
      String text,
      Interval interval,
      boolean ofItsIndustry,
      Truth meant) {}

  /** What is wrong with a text that should be a unit's access list, JSON; empty when nothing is. */
  public static Optional<String> mistakeIn(String text) {
    try {
      Lists.parse(text);
      return Optional.empty();
    } catch (FaultException | DateTimeParseException wrong) {
      return Optional.of(wrong.getMessage());
    }
  }

  static Item item(Lists.Row row, Situation situation) {
    return new Item(
        row.field("dimension"),
        row.field("effect"),
        row.field("text"),
        row.interval(),
        row.codes().mayHold(situation.project().industry()),
        Lists.speaksOf(row, situation));
  }
}
