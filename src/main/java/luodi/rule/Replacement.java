package luodi.rule;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedSet;

/**
 * How much capacity a move must shut for what it builds, by the regions of its two ends.
 *
 * @param rule the rule that sets the ratio; empty when none speaks of the project on that day
 * @param required shut to built; empty when it is not known or not numbered
 * @param low the least that it can be, empty without a rule
 * @param high the most that it can be
 * @param more true when the rule wants more than {@code low} without saying how much
 * @param tonnageNeeded in the unit of the project's capacity; empty when either is unknown
 * @param pausedBy the notice that shuts the procedure
 * @param quotes the words of the rule that hold here
 * @param facts missing facts of the project
 * @param data missing region lists and history
 */
public record Replacement(
    Optional<Rule> rule,
    OptionalDouble required,
    OptionalDouble low,
    OptionalDouble high,
    boolean more,
    OptionalDouble tonnageNeeded,
    Route route,
    Optional<String> pausedBy,
    List<String> quotes,
    SortedSet<String> facts,
    SortedSet<String> data) {

  /** Whether the procedure can be gone through on the day. */
  public enum Route {
    OPEN,
    SUSPENDED,
    /** There is no such procedure for the project on that day. */
    NONE
  }
}
