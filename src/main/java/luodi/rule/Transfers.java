package luodi.rule;

import java.util.List;
import java.util.Optional;
import luodi.industry.CodeSet;

/**
 * What rules say of a move in numbers and names that no expression carries: how much capacity must
 * be shut for each tonne that is built, which industries a city of the transfer catalogue takes in
 * or lets go, and which mode of cooperation a rule speaks of. Every row quotes its rule.
 */
public record Transfers(
    List<Rate> rates, List<Caveat> caveats, List<Catalogued> catalogue, List<Mode> modes) {

  static final Transfers NONE = new Transfers(List.of(), List.of(), List.of(), List.of());

  /** What must be true of the two ends of a move. */
  public enum Pair {
    ANY,
    OTHER_PROVINCE
  }

  /**
   * A ratio of shut to built capacity.
   *
   * @param more true when the rule wants more than that and does not say how much
   * @param where which destinations it speaks of
   */
  record Rate(
      String rule,
      double ratio,
      boolean more,
      Rule.Written<Where> where,
      Pair pair,
      String quote) {}

  /** What a rule says of such a move beside its ratio. */
  record Caveat(String rule, Rule.Written<Where> where, Pair pair, String quote) {}

  /**
   * An industry that a city of the transfer catalogue takes in first, lets go, or no longer takes.
   * The table holds what the rulebook quotes; the codes are ours.
   *
   * @param kind priority, exit or no-more
   * @param item in the catalogue's words
   */
  public record Catalogued(
      Rule rule, String kind, String adcode, String city, String item, CodeSet codes) {}

  /**
   * A mode of cooperation and the rule that speaks of it.
   *
   * @param needs what else must be known of the destination: {@code leading_industry}
   */
  public record Mode(String mode, Rule rule, Optional<String> needs, String quote) {}

  public Transfers {
    rates = List.copyOf(rates);
    caveats = List.copyOf(caveats);
    catalogue = List.copyOf(catalogue);
    modes = List.copyOf(modes);
  }

  /** True when the rule sets a ratio of replacement. */
  boolean rates(Rule rule) {
    return rates.stream().anyMatch(rate -> rate.rule().equals(rule.id()));
  }
}
